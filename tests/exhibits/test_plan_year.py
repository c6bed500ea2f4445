"""The year of a plan drawn: marks told apart by shape, numbers that do not overlap, a line for the day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.delivery import PROGRESS
from analysis.disclosure import OPEN, publish
from analysis.exhibits import Caption, plan_year
from analysis.exhibits.display import Shown
from analysis.exhibits.lanes import width_mm
from analysis.exhibits.plan_year_chart import MARKS, STEPS, Item, _stacked

CAPTION = Caption("delivery-year", "Ten actions", "Actions by month, Ashby", "Source: the plan.")
MONTHS = pd.period_range("2022-01", "2022-12", freq="M")
TODAY = dt.date(2022, 6, 15)


def entry(number: int, day: dt.date, *, kind: str = "action", status: str = "done", **given: Any) -> dict[str, Any]:
    base = {"id": f"a{number}", "kind": kind, "on": day, "what": f"Act {number}", "priority": "Roads", "place": 0}
    return base | {"number": f"R{number}", "owner": "Police", "status": status} | given


def drawn(*rows: dict[str, Any], today: dt.date | None = TODAY) -> Shown:
    return plan_year(publish(list(rows), OPEN, key=["id", "kind"]), CAPTION, months=MONTHS, today=today)


def test_every_status_has_a_shape_of_its_own_and_a_word() -> None:
    shapes = {(MARKS[status]["marker"], MARKS[status]["markerfacecolor"] == "white") for status in (*PROGRESS, "")}
    assert len(shapes) == len(PROGRESS) + 1
    rows = [entry(n, dt.date(2022, 3 + n, 1), status=status) for n, status in enumerate(PROGRESS)]
    svg = drawn(*rows).chart.svg
    assert all(status in svg for status in PROGRESS)


def test_states_of_milestones_are_told_apart_without_colour() -> None:
    looks = {(mark["marker"], mark["markeredgewidth"] > 2) for mark in STEPS.values()}
    assert len(looks) == len(STEPS)


def test_the_key_names_only_what_is_drawn() -> None:
    svg = drawn(entry(1, TODAY)).chart.svg
    assert "overdue" not in svg and "milestone" not in svg
    assert "milestone missed" in drawn(entry(1, TODAY), entry(1, TODAY, kind="milestone", status="missed")).chart.svg


def test_the_day_is_written_over_its_line_and_left_out_where_it_is_not_known() -> None:
    assert "15 June 2022" in drawn(entry(1, TODAY)).chart.svg
    unknown = drawn(entry(1, TODAY, status=""), today=None)
    assert "15 June 2022" not in unknown.chart.svg and "planned" in unknown.chart.svg
    assert "No day is known to see it from." in unknown.chart.alt


def test_the_words_say_how_many_stand_where_in_each_priority() -> None:
    rows = [
        entry(1, dt.date(2022, 3, 31)), entry(2, dt.date(2022, 9, 30), status="overdue"),
        entry(3, dt.date(2022, 2, 1), kind="milestone", status="missed"),
        entry(4, dt.date(2022, 5, 1), priority="Homes", place=1, status="due"),
    ]  # fmt: skip
    alt = drawn(*rows).chart.alt
    assert "Roads: one done and one overdue, due 31 March 2022 to 30 September 2022; one milestone." in alt
    assert "Homes: one due, due 1 May 2022." in alt
    assert alt.index("Roads") < alt.index("Homes")


def test_the_table_has_a_row_for_each_mark() -> None:
    shown = drawn(entry(1, TODAY), entry(2, TODAY, kind="milestone", status=""))
    assert [row[0].text for row in shown.table.rows] == ["15 June 2022", "15 June 2022"]


days = st.dates(dt.date(2022, 1, 1), dt.date(2022, 12, 31))


@given(st.lists(st.tuples(days, st.sampled_from(["R1", "ASB14", "CC09"])), max_size=25), st.floats(0.05, 0.2))
def test_no_mark_or_number_lies_over_another(found: list[tuple[dt.date, str]], scale: float) -> None:
    items = sorted((Item(on, number, "action", "") for on, number in found), key=lambda item: item.on)
    spans: dict[int, list[tuple[float, float]]] = {}
    for item, level in zip(items, _stacked(items, scale), strict=True):
        start = pd.Period(item.on, "M").ordinal
        spans.setdefault(level, []).append((start - 1.5 * scale, start + (1.9 + width_mm(item.number)) * scale))
    for level in spans.values():
        for (_, end), (start, _) in pairwise(level):
            assert end <= start


@pytest.mark.parametrize("number", ["", "1"])
def test_an_action_without_a_printed_number_is_drawn_all_the_same(number: str) -> None:
    assert drawn(entry(1, TODAY) | {"number": number}).chart is not None
