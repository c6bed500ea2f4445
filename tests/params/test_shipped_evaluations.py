"""The four evaluations that ship: fixed, sober, and set against what they may be set against."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Final, get_args

import polars as pl
import pytest

from analysis.evaluation.designs import DESIGNS
from analysis.params import Catalogue, DesignName, Evaluation, Initiative, load_catalogue, plan_state, remarks
from analysis.sources.simulated import TOWNS, truth

UNIT: Final = ("west-lothian", "2010-11", "community-safety-unit")
LOCKDOWNS: Final = (
    ("north-west-leicestershire", "2022", "first-lockdown"),
    ("west-lancashire", "2022", "first-lockdown"),
)
TAUGHT: Final = ("illustration", "2022", "street-care")
ALL: Final = (UNIT, *LOCKDOWNS, TAUGHT)
NOT_ENDORSED: Final = "The authors of these reports; the partnership neither planned nor endorsed it"
BORDERS: Final = (
    "City of Edinburgh", "Falkirk", "Midlothian", "North Lanarkshire", "Scottish Borders", "South Lanarkshire",
)  # fmt: skip
"""Councils that share a border on land with West Lothian; Fife lies across the Forth."""


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load_catalogue(root / "params", notebooks=None)


def initiative(catalogue: Catalogue, which: tuple[str, str, str]) -> Initiative:
    (found,) = (one for one in catalogue.edition(*which[:2]).initiatives if one.id == which[2])
    return found


def evaluation(catalogue: Catalogue, which: tuple[str, str, str]) -> Evaluation:
    found = initiative(catalogue, which).evaluation
    assert found is not None
    return found


def names(root: Path, source: str) -> dict[str, str]:
    """Code to name of every area of a source."""
    frame = pl.read_csv(root / "data" / "open" / source / "areas.csv")
    return dict(frame.select("code", "name").iter_rows())


def test_there_are_four_and_each_is_fixed_and_unchanged(catalogue: Catalogue) -> None:
    found = [(*key, i.id) for key, edition in catalogue.editions.items() for i in edition.initiatives if i.evaluation]
    assert sorted(found) == sorted(ALL)
    for which in ALL:
        one = evaluation(catalogue, which)
        assert plan_state(one) == "fixed" and one.plan is not None
        assert one.plan.fixed == dt.date(2026, 11, 28)
        assert all(each.why for each in one.plan.earlier)
    assert not [said for said in remarks(catalogue) if "the plan" in said]


def test_the_designs_that_may_be_asked_for_are_those_that_there_are() -> None:
    assert get_args(DesignName) == tuple(design.name for design in DESIGNS)


@pytest.mark.parametrize("which", (UNIT, *LOCKDOWNS))
def test_no_plan_is_put_in_the_mouth_of_a_real_body(catalogue: Catalogue, which: tuple[str, str, str]) -> None:
    one = evaluation(catalogue, which)
    assert one.by == NOT_ENDORSED
    assert one.decision_rule == "" and one.true_ratio is None
    assert str(one.cost.amount) == "not published"
    assert one.limits


# --- the unit ---------------------------------------------------------------------------------------------------------
def test_the_unit_is_set_against_every_council_that_does_not_border(catalogue: Catalogue, root: Path) -> None:
    one, councils = evaluation(catalogue, UNIT), names(root, "scotland-2021-22")
    assert {councils[code] for code in one.bordering} == set(BORDERS)
    assert [place.areas for place in one.comparators] == [(code,) for code in _by_name(councils) if code in _rest(one)]
    assert all(councils[place.areas[0]] == place.name for place in one.comparators)
    assert {*_rest(one), *one.bordering, "S12000040"} == set(councils) and len(_rest(one)) == 25


def _rest(one: Evaluation) -> set[str]:
    return {code for place in one.comparators for code in place.areas}


def _by_name(councils: dict[str, str]) -> list[str]:
    return sorted(councils, key=lambda code: councils[code])


def test_the_months_lie_between_the_two_changes_in_recording(catalogue: Catalogue) -> None:
    one = evaluation(catalogue, UNIT)
    steps = {each.name: each for each in catalogue.breaks if "scotland" in each.countries and each.kind == "step"}
    assert one.first == steps["Scottish Crime Recording Standard"].clean == "2004-04"
    assert one.start == "2010-04" and one.end < steps["Police Scotland formed"].start == "2013-04"


def test_the_unit_is_judged_by_vandalism_first_and_by_offences_it_did_not_aim_at(catalogue: Catalogue) -> None:
    one = evaluation(catalogue, UNIT)
    assert one.outcomes[0].categories == ("crimes-group-4-vandalism",)
    assert all(measure.direction == "lower" for measure in one.outcomes)
    document = catalogue.edition(*UNIT[:2])
    said = " ".join(f"{i.problem} {i.activity}" for i in document.initiatives) + " ".join(document.area_context)
    for measure in one.falsification:
        assert measure.name.removeprefix("recorded ") not in said


def test_the_logic_model_of_the_unit_gives_no_figure_that_was_not_published(catalogue: Catalogue, root: Path) -> None:
    logic = evaluation(catalogue, UNIT).logic
    text = " ".join(line for part in logic.model_dump().values() for line in part)
    assert not re.search(r"\d", text)
    assert logic.assumptions and logic.inputs and logic.outputs


def test_the_unit_knows_beforehand_what_it_cannot_say(catalogue: Catalogue) -> None:
    limits = " ".join(evaluation(catalogue, UNIT).limits)
    for word in ("Whitburn", "ward", "two months", "2026", "other councils", "England and Wales"):
        assert word in limits


# --- the first lockdown -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("which", LOCKDOWNS)
def test_the_first_lockdown_is_an_event_with_nothing_to_compare_with(
    catalogue: Catalogue, which: tuple[str, str, str]
) -> None:
    one = evaluation(catalogue, which)
    assert initiative(catalogue, which).kind == "event" and not initiative(catalogue, which).outcomes
    assert (one.comparators, one.design, one.chosen.by_figures) == ((), "interrupted-series", "no")
    assert one.treated.areas == catalogue.partnership(which[0]).areas
    assert [measure.direction for measure in one.outcomes] == ["ambiguous"]


@pytest.mark.parametrize(
    ("which", "force", "winter"), [(LOCKDOWNS[0], "leicestershire", 5), (LOCKDOWNS[1], "lancashire", 4)]
)
def test_what_is_said_of_the_archive_is_what_it_holds(
    catalogue: Catalogue, root: Path, which: tuple[str, str, str], force: str, winter: int
) -> None:
    path = root / "data" / "open" / "police-uk-2022-11" / "completeness.csv"
    cells = pl.read_csv(path).filter(
        (pl.col("force") == force) & (pl.col("category") == "anti-social-behaviour") & (pl.col("status") == "present")
    )
    there = set(cells["month"])
    one = evaluation(catalogue, which)
    in_a_row = {"2019-12", "2020-01", "2020-02"}
    before = {month for month in there if month < one.start}
    assert in_a_row <= before and len(before - in_a_row) == winter and max(before - in_a_row) == "2019-02"
    assert {one.start, "2020-04", one.end} <= there
    counted = {4: "four", 5: "five"}[winter]
    assert any(f"{counted} of the winter before" in " ".join(limit.split()) for limit in one.limits)


# --- the teaching example ---------------------------------------------------------------------------------------------
def test_the_teaching_example_declares_the_truth_that_was_planted(catalogue: Catalogue) -> None:
    one, planted = evaluation(catalogue, TAUGHT), truth.INITIATIVE
    assert one.true_ratio == planted.ratio
    assert one.outcomes[0].categories == planted.categories
    assert (one.treated.name,) == planted.names
    assert (one.start, one.end) == (planted.start, planted.end)
    assert not {slug for measure in one.falsification for slug in measure.categories} & set(planted.categories)


def test_places_of_the_teaching_example_are_whole_neighbourhoods_and_none_was_planted_in(
    catalogue: Catalogue, root: Path
) -> None:
    one, called = evaluation(catalogue, TAUGHT), names(root, "simulated-2022-11")

    def neighbourhoods(codes: tuple[str, ...]) -> set[str]:
        found = {called[code][:-1] for code in codes}
        whole = {code for code, name in called.items() if name[:-1] in found}
        assert set(codes) == whole
        return found

    assert neighbourhoods(one.treated.areas) == {f"Brackenford {number}" for number in TOWNS["Tannersley"]}
    assert one.buffer is not None and one.buffer_control is not None
    assert neighbourhoods(one.buffer.areas) == {"Brackenford 002", "Brackenford 003"}
    assert set(one.bordering) == set(one.buffer.areas)
    assert neighbourhoods(one.buffer_control.areas) == {f"Brackenford {number}" for number in TOWNS["Coldharrow"]}
    compared = [neighbourhoods(place.areas) for place in one.comparators]
    assert len(compared) >= 24 and one.comparators[0].name == "Whinbridge"
    assert compared[0] == {f"Brackenford {number}" for number in TOWNS["Whinbridge"]}
    assert {name.rsplit(" ", 1)[0] for place in compared for name in place} == {
        "Brackenford", "Wenmarsh", "Ostlebridge", "Tarnwick and Holm", "Pellowdale", "Sedgemarch",
    }  # fmt: skip
    assert "Brackenford 001" not in set().union(*compared)


def test_the_teaching_example_was_chosen_by_figures_of_the_year_before(catalogue: Catalogue) -> None:
    assert evaluation(catalogue, TAUGHT).chosen_on == ("2020-12", "2021-11")
