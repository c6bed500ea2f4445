"""Targets, plans, key figures and definitions as printed."""

from __future__ import annotations

import datetime as dt

import pytest

from analysis import exhibits
from analysis.blocks import KeyFigure, text
from analysis.cannot_say import CannotSay
from analysis.disclosure import DERIVED, OPEN, Published, change_columns, publish, target_columns
from analysis.errors import ExhibitError
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets import assess

from .frames import caption, changed


def assessed(*given: dict[str, str]) -> Published:
    base = {"group": "g", "unit": "count", "direction": "lower", "rule": "at most", "baseline_period": "2009/10"}
    rows = []
    for number, declared in enumerate(given):
        indicator = Indicator.model_validate({"id": f"i{number}", "name": f"NI {number}", **base, **declared})
        rows.append(target_columns(assess(indicator)))
    return publish(rows, OPEN, key=["id"])


def printed(*given: dict[str, str]) -> list[list[str]]:
    shown = exhibits.targets(assessed(*given), caption("targets"))
    return [[cell.text for cell in row] for row in shown.table.rows]


TABLE_1 = [
    ("323", "288", "335", "+3.7%", "+16.3%", "missed"),
    ("6,937", "7,195", "6,346", "−8.5%", "−11.8%", "met"),
    ("308", "304", "301", "−2.3%", "−1.0%", "met"),
]


@pytest.mark.parametrize(("baseline", "target", "actual", "change", "apart", "status"), TABLE_1)
def test_warwickshire_table_1_prints_as_published(
    baseline: str, target: str, actual: str, change: str, apart: str, status: str
) -> None:
    row = printed({"baseline": baseline, "target": target, "actual": actual})[0]
    assert row[1:7] == [baseline, f"at most {target}", actual, change, apart, status]


def test_not_measured_and_not_yet_known_are_words_and_never_zero() -> None:
    rows = printed(
        {"baseline": "25", "target": "29", "actual": "N/A"}, {"baseline": "5", "target": "TBC", "actual": "4"}
    )
    assert rows[0][3:7] == ["not measured"] * 4
    assert rows[1][2] == "not yet known"
    assert not any("0" in cell for cell in rows[0][3:7])


def test_percentages_differ_in_points_and_money_has_its_sign() -> None:
    rows = printed(
        {
            "unit": "percent",
            "direction": "higher",
            "rule": "at least",
            "baseline": "25",
            "target": "30",
            "actual": "28",
        },
        {"unit": "pounds", "baseline": "1,000", "target": "900", "actual": "950"},
    )
    assert rows[0][1:6] == ["25%", "at least 30%", "28%", "+3.0 points", "−2.0 points"]
    assert rows[1][3] == "£950"


def test_a_target_without_a_figure_says_what_it_asks() -> None:
    assert printed({"rule": "reduce", "baseline": "10", "actual": "9"})[0][2] == "reduce"


def test_a_target_one_below_its_baseline_shows_an_even_chance() -> None:
    shown = exhibits.targets(assessed({"baseline": "2,883", "target": "2,882"}), caption("targets"))
    assert shown.table.rows[0][-1].text == "50%"
    assert any("says nothing about what was done" in note for note in shown.notes)


def test_part_of_a_year_is_marked_and_explained() -> None:
    frame = assessed({"baseline": "1,140", "target": "1,074", "actual": "1,128", "part_year": "to November 2010"})
    shown = exhibits.targets(frame, caption("targets"))
    assert shown.table.rows[0][3].text == "1,128 [p]" and shown.table.rows[0][3].note == "to November 2010"
    assert shown.symbols == ("[p] covers part of the period only",)


def test_a_period_that_all_rows_share_stands_in_the_heading() -> None:
    labels = [c.label for c in exhibits.targets(assessed({"baseline": "1", "target": "1"}), caption("t")).table.columns]
    assert labels[1] == "Baseline 2009/10" and labels[2] == "Target"


ACTION = {"ref": "ASB14", "action": "Patrols", "owner": "Agency lead", "status": "done", "due": dt.date(2018, 3, 31)}


def test_a_plan_prints_only_the_columns_that_it_fills() -> None:
    frame = publish([{"id": "a", **ACTION, "barriers": "", "flag": ""}], OPEN, key=["id"])
    shown = exhibits.actions(frame, caption("plan"))
    assert [c.label for c in shown.table.columns] == ["No.", "Action", "Lead", "Due", "Status"]
    assert shown.table.rows[0][3].text == "31 March 2018"
    assert all(column.align == "left" for column in shown.table.columns)


def test_a_date_not_supplied_and_one_in_words_are_kept() -> None:
    rows = [{"id": "a", **ACTION, "due": Unknown.NOT_PUBLISHED}, {"id": "b", **ACTION, "due": "monthly"}]
    cells = [row[3].text for row in exhibits.actions(publish(rows, OPEN, key=["id"]), caption("plan")).table.rows]
    assert cells == ["not published", "monthly"]


def test_a_plan_without_actions_is_refused() -> None:
    frame = publish([{"id": "a", **ACTION}], OPEN, key=["id"]).where(lambda row: False)
    with pytest.raises(ExhibitError, match="has no rows"):
        exhibits.actions(frame, caption("plan"))


def test_a_key_figure_carries_its_interval() -> None:
    figure = exhibits.key_figure(changed(fell=(200, 120)).rows[0], "Burglaries", before="the year ending November 2021")
    assert figure.value == "120" and figure.detail.startswith("fell on the year ending November 2021: −40.0% (−")


def test_a_key_figure_of_a_refusal_says_why() -> None:
    row = {"category": "x", **change_columns(change_refused := CannotSay("recording changed"))}
    frame = publish([{**row, "after": 7, "before": 5}], OPEN, key=["category"], counts=["after"], derived={})
    assert exhibits.key_figure(frame.rows[0], "x", before="b").detail == f"cannot be compared: {change_refused.reason}"
    assert set(DERIVED) >= {"verdict"}


def test_a_small_key_figure_gives_both_counts_and_no_percentage() -> None:
    figure = exhibits.key_figure(changed(small=(3, 8)).rows[0], "x", before="the year before")
    assert (figure.value, figure.detail) == ("8", "3 in the year before")


@pytest.mark.parametrize("count", [0, 5])
def test_a_row_of_key_figures_has_one_to_four(count: int) -> None:
    with pytest.raises(ExhibitError, match="one to four"):
        exhibits.key_figures(*[KeyFigure(label="a", value="1")] * count)


def test_definitions_leave_out_what_is_blank() -> None:
    items = exhibits.definitions({"Members": "Police, council", "Contact": "", "LSOA": text("small area")}).items
    assert [item.term for item in items] == ["Members", "LSOA"]
