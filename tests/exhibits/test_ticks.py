"""Ticks of the changes chart: their words never touch, and no change is always among them."""

from __future__ import annotations

from itertools import pairwise
from math import log

from hypothesis import given
from hypothesis import strategies as st

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.exhibits.changes_chart import APART_MM, TICKS, clear_ticks
from analysis.exhibits.lanes import width_mm

from .frames import caption, changed

RATIOS = [1 + tick / 100 for tick in TICKS]


def words(ratio: float) -> str:
    return "No change" if ratio == 1 else f"{100 * (ratio - 1):+.0f}%"


@given(st.floats(1, 400))
def test_no_two_ticks_touch_however_wide_the_axis(scale: float) -> None:
    kept = clear_ticks(RATIOS, scale)
    assert 1.0 in kept
    for left, right in pairwise(kept):
        room = log(right / left) * scale
        assert room >= (width_mm(words(left)) + width_mm(words(right))) / 2 + APART_MM - 0.5


def test_with_room_every_tick_is_kept() -> None:
    assert clear_ticks(RATIOS, 400) == RATIOS


def test_halving_and_doubling_are_kept_before_a_quarter() -> None:
    kept = clear_ticks(RATIOS, 20)
    assert {0.5, 1.0, 2.0} <= set(kept) and not {0.75, 1.5} & set(kept)


def test_a_wide_axis_does_not_write_a_quarter_less_over_no_change() -> None:
    shown = exhibits.changes(changed(rose=(20, 90), fell=(200, 120)), caption(), before="before", after="after")
    assert not isinstance(shown, CannotSay) and shown.chart is not None
    assert "No change" in shown.chart.svg and "−25%" not in shown.chart.svg


def test_fourteen_rows_leave_room_for_a_second_chart_on_the_page() -> None:
    rows = {f"Category {n}": (100 + n, 150) for n in range(14)}
    shown = exhibits.changes(changed(**rows), caption(), before="before", after="after")
    assert not isinstance(shown, CannotSay) and shown.chart is not None
    assert shown.chart.height_mm < 78
