"""An area's rate among those of others."""

from __future__ import annotations

from typing import Any

from analysis.cannot_say import CannotSay, said
from analysis.disclosure import OPEN, Published, publish
from analysis.exhibits import Shown
from analysis.exhibits.funnel import funnel

from .frames import HOSTILE, caption

LIMITS = ("inner_low", "inner_high", "outer_low", "outer_high")


def row(area: str, rate: float | None, place: int, *, own: bool = False, **more: Any) -> dict[str, Any]:
    known = rate is not None
    return {
        "area": area, "own": "yes" if own else "no", "rate": rate, "rate_low": rate - 1 if known else None,
        "rate_high": rate + 1 if known else None, "shrunk": rate, "place": place, "place_low": max(1, place - 1),
        "place_high": place, "typical": 60.0, "inner_low": 40.0, "inner_high": 90.0, "outer_low": 30.0,
        "outer_high": 120.0, **more,
    }  # fmt: skip


def frame(*rows: dict[str, Any]) -> Published:
    return publish(list(rows) or ROWS, OPEN, key=["area"])


ROWS = [row("Blaby", 60.5, 3), row("Rugby", 80.2, 2, own=True), row(HOSTILE, 137.7, 1)]


def shown(*rows: dict[str, Any]) -> Shown:
    found = funnel(frame(*rows), caption("compared"), unit="Burglary per 1,000 residents", others="the others")
    assert said(found)
    return found


def test_the_highest_rate_stands_first() -> None:
    assert [cells[0].text for cells in shown().table.rows] == [HOSTILE, "Rugby", "Blaby"]


def test_the_text_alternative_says_where_the_area_stands_and_how_sure_that_is() -> None:
    chart = shown().chart
    assert chart is not None
    assert "Rugby has 80.2 (79.2 to 81.2), place 2 of 3, or 1 to 2 given its uncertainty." in chart.alt
    assert "Typical of the others: 60.0." in chart.alt
    assert "the lowest Blaby with 60.5" in chart.alt


def test_the_picture_names_areas_limits_rates_and_places() -> None:
    chart = shown().chart
    assert chart is not None
    for words in ("Rugby", "Blaby", "95% limits", "99.8%", "137.7", "1 to 2", "Typical of the others: 60.0"):
        assert words in chart.svg


def test_a_limit_beyond_the_picture_is_marked_and_told() -> None:
    far = [{**each, "outer_high": 356.7} for each in ROWS]
    found, words = shown(*far), "where an arrow stands at its right edge: its upper limit there is 356.7."
    assert found.chart is not None and "99.8%, to 356.7" in found.chart.svg
    assert words in found.chart.alt and any(words in note for note in found.notes)


def test_a_dark_band_that_leaves_the_picture_is_told_too() -> None:
    far = [{**each, "inner_high": 200.0 + i, "outer_high": 356.7} for i, each in enumerate(ROWS)]
    found = shown(*far)
    assert any("So does the dark band, up to 200.0 to 202.0, by area." in note for note in found.notes)
    assert found.chart is not None and "95% limits, to 200.0" in found.chart.svg


def test_limits_that_are_drawn_whole_need_no_arrow() -> None:
    found = shown()
    assert found.chart is not None and "arrow" not in found.chart.alt and "99.8%, to" not in found.chart.svg


def test_the_area_is_told_from_the_others_without_colour() -> None:
    assert any("Diamond: this area" in note for note in shown().notes)


def test_counts_too_small_for_limits_are_drawn_without_any() -> None:
    none = dict.fromkeys(LIMITS, CannotSay("too small", "small-counts"))
    found = shown(*(row(str(i), 5.0 + i, i, typical=CannotSay("too small", "small-counts"), **none) for i in (1, 2, 3)))
    assert found.chart is not None and "95% limits" not in found.chart.svg and "Typical" not in found.chart.svg
    assert found.table.rows[0][-1].text == "cannot say"


def test_an_area_without_a_rate_is_left_out_and_no_rate_at_all_is_refused() -> None:
    assert len(shown(*ROWS, row("Melton", None, 4)).table.rows) == 3
    refused = funnel(frame(row("Melton", None, 1)), caption("compared"), unit="x", others="the others")
    assert isinstance(refused, CannotSay) and refused.rule == "no-data"


def test_the_picture_is_the_same_every_time() -> None:
    first, second = shown().chart, shown().chart
    assert first is not None and second is not None and first.svg == second.svg
