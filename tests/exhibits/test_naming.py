"""Names above a chart: two lanes at most, none across another's pole, every mark in words whatever is cut."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import exhibits
from analysis.cannot_say import CannotSay
from analysis.exhibits.backdrop import CHART_MM, laid_out
from analysis.exhibits.lanes import Label, place, width_mm
from analysis.exhibits.marks import Mark
from analysis.exhibits.naming import LANES, SHORTER, Naming, named, namings
from analysis.params.edition import Event

from .frames import HOSTILE, caption, months

NAMES = (
    "Second phase of Saltergate Retail Park opens",
    "Four later licences in the town centre",
    "Hollowfield Festival, 17 to 19 June 2022",
    "Freshers' week 2022",
    "Bonfire night 2022",
    HOSTILE,
)
MONTHS = ("2021-12", "2022-03", "2022-06", "2022-09", "2022-10", "2022-11")
EVENTS = [
    Event(id=f"e{number}", name=name, start=month, end=month)
    for number, (name, month) in enumerate(zip(NAMES, MONTHS, strict=True))
]


def event(name: str, month: str) -> Mark:
    return Mark(name, pd.Period(month, "M"), pd.Period(month, "M"), "event")


def at(mark: Mark) -> float:
    return float(mark.start.ordinal)


def test_names_are_given_in_full_first_then_shorter_then_together() -> None:
    ways = list(namings([event("a", "2022-01"), event("b", "2022-02"), event("c", "2022-03")]))
    assert ways[0] == Naming()
    assert [way.most for way in ways[1:4]] == list(SHORTER)
    assert [way.together for way in ways] == sorted(way.together for way in ways)
    assert ways[-1].together == 2


def test_a_chart_without_events_has_nothing_to_put_together() -> None:
    assert {way.together for way in namings([])} == {0}


def test_the_nearest_events_share_a_label_that_counts_them() -> None:
    marks = [event("Festival", "2022-01"), event("Market", "2022-08"), event("Fair", "2022-09")]
    found = named(marks, at, Naming(together=1))
    assert [name.label.words for name in found] == ["Festival", "2 events"]
    assert [mark.name for mark in found[1].marks] == ["Market", "Fair"]
    assert found[1].label.at == at(marks[1])


def test_all_events_together_are_one_label_and_none_is_lost() -> None:
    marks = [event(name, month) for name, month in zip(NAMES, MONTHS, strict=True)]
    (one,) = named(marks, at, Naming(together=99))
    assert one.label.words == "6 events" and set(one.marks) == set(marks)


def test_only_events_are_shortened_or_counted() -> None:
    start, end = pd.Period("2020-03", "M"), pd.Period("2021-07", "M")
    name = "Covid restrictions of one kind or another"
    found = named([Mark(name, start, end, "pulse"), event(NAMES[0], "2021-12")], at, Naming(SHORTER[-1]))
    assert found[0].label.words == name
    assert found[1].label.words.endswith("…") and width_mm(found[1].label.words) <= SHORTER[-1]


def test_six_events_take_two_lanes_and_the_chart_keeps_its_height() -> None:
    shown = exhibits.series(months([20, 30, 25] * 16), caption(), unit="u", events=EVENTS)
    assert not isinstance(shown, CannotSay) and shown.chart is not None
    assert shown.chart.height_mm == pytest.approx(CHART_MM, abs=0.1)
    assert all(name in shown.chart.alt for name in NAMES)


@given(st.lists(st.integers(0, 47), max_size=9, unique=True), st.sampled_from([5.0, 37.0]))
def test_however_many_events_there_are_names_keep_to_their_lanes_and_marks(when: list[int], right: float) -> None:
    periods = pd.period_range("2018-12", "2022-11", freq="M")
    marks = [Mark(NAMES[n % len(NAMES)], periods[n], periods[n], "event") for n in when]
    back = laid_out(marks, periods, left=11, right=right)
    assert all(item.lane < LANES and item.left >= item.label.at for item in back.placed)
    assert back.plot_mm >= 38


@given(st.lists(st.builds(Label, st.sampled_from(["Fair", "Freshers' week"]), st.floats(0, 140), st.just(True))))
def test_no_name_stands_across_the_pole_of_a_name_above_it(labels: list[Label]) -> None:
    placed = place(labels, 0, 170)
    for low in placed:
        for high in placed:
            if high.lane > low.lane and high.left > low.left:
                assert low.left + width_mm(low.label.words) <= high.left + 1e-9
