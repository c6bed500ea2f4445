"""The monthly line: gaps stay gaps, breaks are named, nothing is drawn from nothing."""

from __future__ import annotations

import math
import re

import pandas as pd
import pytest

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.counts import period
from analysis.disclosure import OPEN, Published, publish
from analysis.exhibits.backdrop import laid_out
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.marks import marks_of
from analysis.exhibits.series import line_of
from analysis.params.edition import Event
from analysis.params.recording import RecordingBreak

from .frames import HOSTILE, caption, months


def recording(kind: str, start: str, end: str, name: str = "Covid restrictions") -> RecordingBreak:
    given = {"id": "b", "name": name, "start": start, "end": end, "kind": kind, "countries": ["england"]}
    return RecordingBreak.model_validate({**given, "effect": "e", "source": "s"})


COVID = recording("pulse", "2020-03", "2021-07")


def drawn(frame: Published, **more: object) -> exhibits.Shown:
    shown = exhibits.series(frame, caption(), unit="Burglaries a month", **more)  # type: ignore[arg-type]
    assert not isinstance(shown, CannotSay)
    return shown


def words(svg: str) -> str:
    return " ".join(re.findall(r">([^<>\n]+)<", svg))


def test_chart_alternative_table_and_csv_come_from_one_frame() -> None:
    shown = drawn(months([*range(10, 34), *range(40, 52)]), breaks=[COVID])
    assert shown.label == "Figure" and shown.chart is not None and not shown.print_table
    assert "546" in shown.chart.alt and "546" in words(shown.chart.svg)
    assert len(shown.table.rows) == 36 and shown.csv.count("\n") == 37
    assert "Covid restrictions (March 2020 to July 2021)" in shown.chart.alt


def test_a_missing_month_is_a_gap_in_the_line_and_never_a_zero() -> None:
    frame = months([20] * 5 + [None] + [20] * 6)
    line = line_of(frame)
    assert line.values[5] is None
    assert math.isnan(line.part(0, 12)[1][5])
    shown = drawn(frame)
    assert shown.chart is not None
    assert "There is no data for May 2022." in shown.chart.alt and "No data" in words(shown.chart.svg)


def test_a_month_that_has_no_row_is_not_known_either() -> None:
    rows = [{"month": period("2022-01"), "count": 5}, {"month": period("2022-03"), "count": 7}]
    line = line_of(publish(rows, OPEN, key=["month"], counts=["count"]))
    assert list(line.values) == [5, None, 7]


@pytest.mark.parametrize(
    ("status", "name", "sentence"),
    [
        ("missing", "No data", "There is no data for May 2022."),
        ("failed", "Feed failed", "The data feed failed for May 2022."),
        ("suppressed", "Withheld", "Withheld to protect people: May 2022."),
    ],
)
def test_a_gap_is_called_by_its_reason(status: str, name: str, sentence: str) -> None:
    shown = drawn(months([20] * 5 + [None] + [20] * 6, status=status))
    assert shown.chart is not None
    assert name in words(shown.chart.svg) and sentence in shown.chart.alt


def test_a_break_that_a_long_gap_swallows_is_neither_drawn_nor_told() -> None:
    shown = drawn(months([50, 40, 60, 50, 45] + [None] * 34 + [30] * 11), breaks=[COVID])
    assert shown.chart is not None and "Covid" not in shown.chart.svg + shown.chart.alt


def test_an_event_in_a_withheld_month_is_still_shown() -> None:
    event = Event(id="e", name="Festival", start="2022-05", end="2022-05")
    shown = drawn(months([20] * 5 + [None] + [20] * 6, status="suppressed"), events=[event])
    assert shown.chart is not None and "Festival" in words(shown.chart.svg) and len(shown.chart.svg) < 60_000


def test_two_events_of_one_name_are_both_drawn() -> None:
    events = [Event(id=str(n), name="Freshers' week", start=f"202{n}-09", end=f"202{n}-09") for n in (1, 2)]
    shown = drawn(months([20] * 36), events=events)
    assert shown.chart is not None and words(shown.chart.svg).count("Freshers' week") == 2


def test_names_at_the_right_edge_are_not_cut_off() -> None:
    events = [Event(id="e", name="Second phase of the retail park opens", start="2022-11", end="2022-11")]
    frame = months([20] * 12)
    margins = laid_out(marks_of([], events, line_of(frame).periods), line_of(frame).periods, left=11, right=5)
    assert all(p.left + width_mm(p.label.words) + 1.2 <= 170 for p in margins.placed)
    assert margins.margins.right > 5


def test_a_long_gap_says_from_when_to_when() -> None:
    shown = drawn(months([50, 40, 60, 50, 45] + [None] * 34 + [30] * 11))
    assert shown.chart is not None
    assert "No data, March 2019 to December 2021" in words(shown.chart.svg)


def test_a_month_without_any_is_a_zero_that_is_drawn() -> None:
    assert list(line_of(months([3, 0, 2])).values) == [3, 0, 2]


@pytest.mark.parametrize("status", ["missing", "failed", "suppressed"])
def test_a_series_of_nothing_is_refused_and_not_drawn_empty(status: str) -> None:
    answer = exhibits.series(months([None] * 24, status=status), caption(), unit="u")
    assert isinstance(answer, CannotSay)


def test_a_frame_without_rows_is_refused() -> None:
    frame = publish(pd.DataFrame({"month": [], "count": []}), OPEN, key=["month"], counts=["count"])
    assert isinstance(exhibits.series(frame, caption(), unit="u"), CannotSay)


def test_one_month_can_be_drawn() -> None:
    shown = drawn(months([7]))
    assert shown.chart is not None and "highest is 7 in November 2022" in shown.chart.alt


def test_the_last_two_years_are_set_apart_only_when_both_are_complete() -> None:
    whole, holed = drawn(months([20] * 30)), drawn(months([20] * 20 + [None] + [20] * 9))
    assert whole.chart is not None and holed.chart is not None
    assert "Latest 12 months" in words(whole.chart.svg)
    assert "Latest 12 months" not in words(holed.chart.svg)


def test_two_years_are_not_set_side_by_side_across_a_change_in_recording() -> None:
    step = recording("step", "2022-04", "2022-04", "New counting rules")
    shown = drawn(months([20] * 36), breaks=[step])
    assert shown.chart is not None
    assert "Latest 12 months" not in words(shown.chart.svg) and "New counting rules" in words(shown.chart.svg)


def test_events_are_named_on_the_chart_and_in_words() -> None:
    event = Event(id="e", name="Festival at Y Maes", start="2022-06", end="2022-06")
    shown = drawn(months([20] * 36), events=[event])
    assert shown.chart is not None
    assert "Festival at Y Maes" in words(shown.chart.svg) and "Festival at Y Maes (June 2022)" in shown.chart.alt


def test_a_break_outside_the_months_shown_is_not_drawn() -> None:
    shown = drawn(months([20] * 12), breaks=[COVID])
    assert shown.chart is not None and "Covid" not in shown.chart.svg + shown.chart.alt


def test_a_band_is_drawn_and_tabled_only_where_there_is_one() -> None:
    frame = publish(
        [{"month": period(f"2022-{m:02d}"), "count": 20, "fitted": 20.0, "low": 15.0, "high": 26.0} for m in (1, 2, 3)],
        OPEN, key=["month"], counts=["count"],
    )  # fmt: skip
    shown = drawn(frame)
    assert shown.chart is not None and "Trend" in words(shown.chart.svg)
    assert [column.label for column in shown.table.columns][2:] == ["Trend", "95% interval"]
    assert "Trend" not in words(drawn(months([20] * 12)).chart.svg)  # type: ignore[union-attr]


def test_the_same_frame_gives_the_same_bytes() -> None:
    first, second = (drawn(months([20, 30, None] * 12), breaks=[COVID]) for _ in range(2))
    assert first.model_dump() == second.model_dump()
    assert first.png() == second.png()


def test_the_picture_is_small_live_text_in_our_typeface_without_metadata() -> None:
    shown = drawn(months([20] * 36), breaks=[COVID])
    assert shown.chart is not None
    svg = shown.chart.svg
    assert svg.startswith("<svg") and len(svg) < 60_000
    assert "Source Sans 3" in svg and "<text" in svg
    assert "<metadata" not in svg and "<!DOCTYPE" not in svg and "<?xml" not in svg
    assert shown.chart.width_mm == 170


def test_every_id_of_the_picture_starts_with_the_exhibits_name() -> None:
    shown = drawn(months([20] * 36))
    assert shown.chart is not None
    ids = re.findall(r'id="([^"]+)"', shown.chart.svg)
    used = re.findall(r'(?:href="#|url\(#)([^")]+)', shown.chart.svg)
    assert ids and all(name.startswith("burglary-") for name in ids)
    assert set(used) <= set(ids)


def test_a_hostile_event_name_is_escaped_in_the_picture() -> None:
    event = Event(id="e", name=HOSTILE, start="2022-06", end="2022-06")
    shown = drawn(months([20] * 36), events=[event])
    assert shown.chart is not None
    assert "<b>" not in shown.chart.svg and HOSTILE in shown.chart.alt
