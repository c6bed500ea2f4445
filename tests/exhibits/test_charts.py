"""Changes, rankings, years, seasons and completeness: each teaches, and none is drawn from nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
import pytest

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, Published, publish
from analysis.exhibits.annual_chart import edges, pieces
from analysis.exhibits.marks import Mark
from analysis.exhibits.series import line_of
from analysis.params.recording import RecordingBreak

from .frames import HOSTILE, caption, changed, months, places, years


def svg_words(shown: exhibits.Shown) -> str:
    assert shown.chart is not None
    return " ".join(re.findall(r">([^<>\n]+)<", shown.chart.svg))


def alt(shown: exhibits.Shown) -> str:
    assert shown.chart is not None
    return shown.chart.alt


def draw_changes(frame: Published) -> exhibits.Shown:
    shown = exhibits.changes(frame, caption("changes"), before="year ending 2021", after="year ending 2022")
    assert not isinstance(shown, CannotSay)
    return shown


def test_the_largest_rise_stands_first_and_what_cannot_be_said_last() -> None:
    shown = draw_changes(changed(small=(3, 8), fell=(200, 120), rose=(100, 180)))
    assert [row[0].text for row in shown.table.rows] == ["rose", "fell", "small"]


def test_the_alternative_names_clear_changes_and_unclear_ones_apart() -> None:
    words = alt(draw_changes(changed(rose=(100, 180), fell=(200, 120), level=(50, 52))))
    assert "Clear rises: rose +80.0%" in words and "Clear falls: fell −40.0%" in words
    assert "No clear change: level." in words


def test_counts_too_small_for_a_percentage_are_written_where_the_dot_would_be() -> None:
    words = svg_words(draw_changes(changed(small=(3, 8), rose=(100, 180))))
    assert "3 then 8: too few for a percentage" in words


def test_no_comparable_category_is_no_chart() -> None:
    assert isinstance(exhibits.changes(changed(small=(3, 8)), caption(), before="a", after="b"), CannotSay)


def draw_places(frame: Published, **more: str) -> exhibits.Shown:
    shown = exhibits.ranked(frame, caption("places"), unit="Crimes", after="2022", **more)  # type: ignore[arg-type]
    assert not isinstance(shown, CannotSay)
    return shown


def test_places_keep_their_order_and_say_what_they_had_before() -> None:
    shown = draw_places(places({"Ynys Môn 001A": (40, 90), "Dùn Èideann": (80, 70)}), before="2021")
    assert "Ynys Môn 001A comes first with 90 (was 40)" in alt(shown)
    assert "Upright mark: 2021" in svg_words(shown)


def test_without_a_year_before_there_are_no_marks_to_explain() -> None:
    shown = draw_places(places({"Ynys Môn 001A": (None, 90)}), before="2021")
    assert "Upright mark" not in svg_words(shown) and "90" in svg_words(shown)


def test_a_withheld_place_keeps_its_row_without_a_bar() -> None:
    shown = draw_places(places({"First": (5, 90), "Second": (5, None)}))
    assert "[x]" in svg_words(shown) and len(shown.table.rows) == 2


def test_a_hostile_name_is_fitted_in_the_picture_and_whole_in_the_table() -> None:
    shown = draw_places(places({HOSTILE: (1, 2)}))
    assert shown.chart is not None and "<b>" not in shown.chart.svg
    assert shown.table.rows[0][0].text == HOSTILE


@pytest.mark.parametrize("counts", [{}, {"A": (None, None)}, {"A": (0, 0)}])
def test_places_without_any_count_are_no_chart(counts: dict[str, tuple[int | None, int | None]]) -> None:
    frame = places(counts) if counts else places({"A": (1, 1)}).where(lambda row: False)
    assert isinstance(exhibits.ranked(frame, caption(), unit="Crimes", after="2022"), CannotSay)


def test_years_are_joined_only_under_the_same_recording_rules() -> None:
    line = line_of(years([10] * 10))
    assert pieces(line, []) == [(0, 10)]
    assert pieces(line, [line.periods[4].ordinal]) == [(0, 4), (4, 10)]
    assert pieces(line, [line.periods[0].ordinal, line.periods[-1].ordinal + 1]) == [(0, 10)]


def test_a_change_that_was_phased_in_cuts_the_line_twice() -> None:
    first, last = pd.Period("2015", "Y-MAR"), pd.Period("2017", "Y-MAR")
    assert edges(Mark("m", first, last, "step")) == {first.ordinal, last.ordinal + 1}
    assert edges(Mark("m", first, first, "step")) == {first.ordinal}


def test_years_name_their_breaks_gaps_and_ends() -> None:
    step = RecordingBreak.model_validate(
        {"id": "b", "name": "Police Scotland", "start": "2013-04", "end": "2013-04", "kind": "step"}
        | {"countries": ["scotland"], "effect": "e", "source": "s"}
    )
    shown = exhibits.annual(years([900, 800, None, 700] + [600] * 10), caption(), unit="Crimes", breaks=[step])
    assert not isinstance(shown, CannotSay)
    assert "starts at 900 in 2008/09 and ends at 600 in 2021/22" in alt(shown)
    assert "There is no data for 2010/11." in alt(shown) and "Police Scotland (2013/14)" in alt(shown)
    assert shown.table.rows[0][0].text == "2008/09"


def test_a_season_needs_two_years_of_months() -> None:
    one = exhibits.seasonal(months([5] * 12), caption(), unit="u")
    none = exhibits.seasonal(years([5] * 5), caption(), unit="u")
    assert isinstance(one, CannotSay) and isinstance(none, CannotSay)
    two = exhibits.seasonal(months([5] * 11 + [9] + [7] * 12), caption(), unit="u")
    assert not isinstance(two, CannotSay)
    assert "In the year ending November 2021 the highest month is November 2021 with 9" in alt(two)


def supply(rows: list[tuple[str, str, str, float | None]]) -> Published:
    frame = [
        {"force": force, "month": pd.Period(month, "M"), "supply": status, "unlocated": share}
        for force, month, status, share in rows
    ]
    return publish(frame, OPEN, key=["force", "month"])


def test_completeness_counts_a_month_without_a_row_as_not_held() -> None:
    frame = supply(
        [("Heddlu Dyfed-Powys", "2022-01", "present", 2.5), ("Heddlu Dyfed-Powys", "2022-03", "failed", None)]
    )
    shown = exhibits.completeness(frame, caption("completeness"), threshold=15)
    assert not isinstance(shown, CannotSay)
    assert "1 of 3 months held, 1 with a failed feed" in alt(shown)
    assert "peaks at 2.5% in January 2022" in alt(shown)
    assert {"held", "feed failed", "not held"} <= set(re.findall(r">([a-z ]+)<", shown.chart.svg))  # type: ignore[union-attr]


def test_no_data_read_is_no_strip() -> None:
    empty = supply([("A", "2022-01", "present", 1.0)]).where(lambda row: False)
    assert isinstance(exhibits.completeness(empty, caption()), CannotSay)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: draw_changes(changed(rose=(100, 180), fell=(200, 120))),
        lambda: draw_places(places({"A": (5, 9), "B": (8, 7)}), before="2021"),
        lambda: exhibits.annual(years([5] * 20), caption(), unit="u"),
        lambda: exhibits.seasonal(months([5] * 36), caption(), unit="u"),
        lambda: exhibits.completeness(supply([("A", "2022-01", "present", 1.0)]), caption()),
    ],
)
def test_every_chart_is_a_page_wide_small_and_the_same_twice(draw: Callable[[], exhibits.Shown]) -> None:
    first, second = draw(), draw()
    assert first.chart is not None and first.chart == second.chart
    assert first.chart.width_mm == 170 and len(first.chart.svg) < 60_000
