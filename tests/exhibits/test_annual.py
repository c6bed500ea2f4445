"""Yearly series that start late, and labels that keep clear of what is drawn."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, Published, publish
from analysis.exhibits.annual_chart import beside
from analysis.exhibits.series import line_of
from analysis.params.recording import RecordingBreak

from .frames import HOSTILE, caption, years

POLICE = RecordingBreak.model_validate(
    {"id": "b", "name": "Police Scotland formed", "start": "2013-04", "end": "2013-04", "kind": "step"}
    | {"countries": ["scotland"], "effect": "e", "source": "s"}
)
LATE = [None] * 6 + [900, 800, 850, 700, 650]
"""2011/12 to 2021/22, counted from 2017/18."""


def drawn(frame: Published, **more: object) -> exhibits.Shown:
    shown = exhibits.annual(frame, caption(), unit="Offences a year", **more)  # type: ignore[arg-type]
    assert not isinstance(shown, CannotSay) and shown.chart is not None
    return shown


def with_status(counts: list[int | None], status: str) -> Published:
    periods = pd.period_range(end=pd.Period("2022", "Y-MAR"), periods=len(counts), freq="Y-MAR")
    rows = [
        {"month": when, "count": count, "status": status if count is None else "present"}
        for when, count in zip(periods, counts, strict=True)
    ]
    return publish(rows, OPEN, key=["month"], counts=["count"])


def words(shown: exhibits.Shown) -> str:
    assert shown.chart is not None
    return " ".join(re.findall(r">([^<>\n]+)<", shown.chart.svg))


def alt(shown: exhibits.Shown) -> str:
    assert shown.chart is not None
    return shown.chart.alt


def test_a_series_that_starts_late_is_drawn_and_tabled_from_its_first_figure_and_says_so() -> None:
    shown = drawn(years(LATE))
    said = "The series starts in 2017/18; there are no figures for it before then."
    assert said in alt(shown) and said in shown.notes
    assert shown.table.rows[0][0].text == "2017/18" and len(shown.table.rows) == 5
    assert "No data" not in words(shown) and shown.symbols == ()


def test_a_series_that_starts_with_the_data_says_nothing_of_its_start() -> None:
    shown = drawn(years([900, 800, 850]))
    assert "starts in" not in alt(shown) and shown.notes == ()


def test_a_year_missing_within_the_series_stays_a_gap() -> None:
    shown = drawn(years([None, 900, None, 850, 700, 650, 640, 630, 620]))
    assert "There is no data for 2015/16." in alt(shown)
    assert [row[1].text for row in shown.table.rows][:3] == ["900", "[x]", "850"]


@pytest.mark.parametrize(("status", "name"), [("suppressed", "Withheld"), ("failed", "The data feed failed")])
def test_a_first_year_that_was_withheld_or_failed_was_counted_and_stays(status: str, name: str) -> None:
    shown = drawn(with_status([None, None, 900, 850, 700], status))
    assert len(shown.table.rows) == 5 and "starts in 2019/20" not in alt(shown)
    assert name in alt(shown)


def test_a_zero_first_year_is_a_figure() -> None:
    shown = drawn(years([None, 0, 5, 9]))
    assert [row[1].text for row in shown.table.rows] == ["0", "5", "9"]
    assert "starts at 0 in 2019/20" in alt(shown)


def test_a_change_in_recording_before_the_first_figure_is_not_drawn() -> None:
    late = drawn(years([None] * 4 + [9, 8, 7, 6, 5, 4], end=2019), breaks=[POLICE])
    assert "Police Scotland" not in alt(late) + words(late)
    earlier = drawn(years([None] * 3 + [9, 9, 8, 7, 6, 5, 4], end=2019), breaks=[POLICE])
    assert "Police Scotland formed (2013/14)" in alt(earlier) and "Police Scotland" in words(earlier)


def test_a_label_beside_a_change_in_recording_stands_on_its_own_side_of_it() -> None:
    line = line_of(years([5, 9, 8, 7, 6]))
    step = line.periods[2].ordinal
    assert beside(line, 2, [step])["ha"] == "left"
    assert beside(line, 1, [step])["ha"] == "right"
    assert beside(line, 1, [])["ha"] == "center"
    assert beside(line, 0, [])["ha"] == "left"
    assert beside(line, 4, [step])["va"] == "center"


def test_a_label_stands_under_a_point_that_the_line_climbs_from() -> None:
    line = line_of(years([5, 9, 8]))
    assert beside(line, 0, [])["xytext"][1] < 0 < beside(line, 1, [])["xytext"][1]


def test_one_year_can_be_drawn_and_none_is_refused() -> None:
    assert "starts at 7 in 2021/22" in alt(drawn(years([7])))
    assert isinstance(exhibits.annual(years([None, None]), caption(), unit="u"), CannotSay)


def test_a_hostile_unit_is_text_in_the_picture_and_whole_in_the_table() -> None:
    shown = exhibits.annual(years([5, 6]), caption(), unit=HOSTILE)
    assert not isinstance(shown, CannotSay) and shown.chart is not None
    assert "<b>" not in shown.chart.svg and shown.table.columns[1].label == HOSTILE
