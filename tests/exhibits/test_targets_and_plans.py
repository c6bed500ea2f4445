"""Targets, plans, key figures and definitions as printed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis import exhibits
from analysis.blocks import KeyFigure, text
from analysis.cannot_say import CannotSay
from analysis.disclosure import DERIVED, OPEN, Published, change_columns, publish, target_columns, target_rows
from analysis.errors import ExhibitError
from analysis.params.indicator import Indicator
from analysis.targets import Outlook, assess

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


def test_what_chance_allows_is_noted_where_a_level_is_to_be_held() -> None:
    held = {"rule": "downward or maintain", "baseline": "66", "actual": "70"}
    cell = exhibits.targets(assessed(held), caption("targets")).table.rows[0][2]
    assert cell.text == "downward or maintain"
    assert cell.note.startswith("there is no clear rise up to ")
    higher = {"rule": "maintain", "baseline": "66", "direction": "higher"}
    assert "no clear fall down to" in exhibits.targets(assessed(higher), caption("t")).table.rows[0][2].note


def test_a_percentage_to_be_held_has_no_margin_and_says_that_no_figure_is_set() -> None:
    held = {"rule": "downward or maintain", "unit": "percent", "baseline": "66", "actual": "70"}
    assert exhibits.targets(assessed(held), caption("targets")).table.rows[0][2].note == "no figure: not supplied"


def open_frame() -> Published:
    base = {"id": "a", "name": "A", "group": "g", "unit": "count", "direction": "lower", "rule": "at most"}
    closed = assess(Indicator.model_validate({**base, "baseline": "100", "target": "90", "actual": "80"}))
    still = replace(closed, indicator=closed.indicator.model_copy(update={"id": "b"}), status="on track")
    results = [closed, replace(still, outlook=Outlook(0.999, "on track", 60, 3, low=80, high=88))]
    return publish(target_rows(results), OPEN, key=["id"])


def test_the_chance_now_stands_where_a_period_is_open_and_a_dash_where_none_is() -> None:
    shown = exhibits.targets(open_frame(), caption("targets"))
    assert shown.table.columns[-1].label == "Chance now"
    assert [row[-1].text for row in shown.table.rows] == ["–", "over 99%"]
    assert not shown.table.rows[0][-1].note
    assert any(note.startswith("Chance now:") for note in shown.notes)


def test_no_column_is_kept_that_applies_to_no_indicator() -> None:
    base = {"id": "a", "name": "A", "group": "g", "unit": "count", "direction": "lower", "rule": "at most"}
    (row,) = target_rows(
        [assess(Indicator.model_validate({**base, "baseline": "100", "target": "90", "actual": "80"}))]
    )
    assert not {"chance_now", "margin", "sample_size", "year_before", "margin_status"} & set(row)
    assert {"chance", "verdict", "status"} <= set(row)
    assert target_rows([]) == []


def test_a_swing_that_is_assumed_is_said_to_be() -> None:
    counts = exhibits.targets(assessed({"baseline": "100", "target": "90"}), caption("t"))
    assert any("taken to vary twice as much" in note for note in counts.notes)
    told = {"unit": "percent", "baseline": "50", "target": "45", "sample_size": "100", "baseline_sample_size": "100"}
    assert not any("taken to vary" in note for note in exhibits.targets(assessed(told), caption("t")).notes)


def test_part_of_a_year_is_marked_and_explained() -> None:
    frame = assessed({"baseline": "1,140", "target": "1,074", "actual": "1,128", "part_year": "to November 2010"})
    shown = exhibits.targets(frame, caption("targets"))
    assert shown.table.rows[0][3].text == "1,128 [p]" and shown.table.rows[0][3].note == "to November 2010"
    assert shown.symbols == ("[p] covers part of the period only",)


def test_a_period_that_all_rows_share_stands_in_the_heading() -> None:
    labels = [c.label for c in exhibits.targets(assessed({"baseline": "1", "target": "1"}), caption("t")).table.columns]
    assert labels[1] == "Baseline 2009/10" and labels[2] == "Target"


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
