"""Evaluations that are just allowed, what is remarked on though allowed, and what layers above take from one."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from evaluated_edition import EDITION, FILE, changed, loaded
from params_tree import Tree

from analysis.params import DesignName, fixed_plan, remarks, with_plan
from analysis.params.month import first_month, month_plus
from analysis.params.rules.evaluation import ALONE

CHOSEN = "        start: 2020-04\n        end: 2021-03\n"
DEFLATOR = EDITION[EDITION.index("      deflator:") : EDITION.index("      decision_rule:")]
BREAK = "New counting of violence"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param((), id="as it stands"),
        pytest.param((("first: 2019-01", "first: 2018-12"),), id="the first month of the data"),
        pytest.param(
            (("      end: 2022-03\n      imp", "      end: 2022-11\n      imp"),), id="the last month of the data"
        ),
        pytest.param((("      first: 2019-01\n", ""),), id="all months before"),
        pytest.param((("implementation_end: 2021-06", "implementation_end: 2021-04"),), id="one month to begin"),
        pytest.param((("implementation_end: 2021-06", "implementation_end: 2022-02"),), id="one month after beginning"),
        pytest.param((("      implementation_end: 2021-06\n", ""),), id="no time to begin"),
        pytest.param(((CHOSEN, ""),), id="chosen by figures of months left unsaid"),
        pytest.param(
            (("[anti-social-behaviour]", "[violence]"), ("first: 2019-01", "first: 2019-06")), id="from a break on"
        ),
        pytest.param((("price_year: 2021-22", "price_year: 2015-16"), (DEFLATOR, "")), id="prices of the unit costs"),
        pytest.param((("          unit_cost: Criminal damage - other\n", ""), (DEFLATOR, "")), id="no unit costs"),
        pytest.param((("amount: 12,000\n        price_year: 2021-22", "covers: wages"),), id="a cost not published"),
        pytest.param((("areas: [E01000005, E01000006]", "areas: [E01000006]"),), id="a buffer that does not border"),
    ],
)
def test_what_lies_just_inside_a_rule_is_allowed(tree: Tree, changes: tuple[tuple[str, str], ...]) -> None:
    assert loaded(tree, changed(*changes))[1].design == "displacement-difference"


def test_small_areas_are_those_of_the_data_where_they_are_known(tree: Tree) -> None:
    tree.write(f"params/{FILE}", EDITION)
    districts = {"E01000001": "E07000001", "E01000005": "E07000009", "E01000006": "E07000009"}
    assert tree.load(known_small_areas=districts).edition("ashby", "2010-11")
    missing = {code: district for code, district in districts.items() if code != "E01000006"}
    (said,) = tree.problems(known_small_areas=missing)
    assert '"E01000006" is not a code in params/areas.csv, nor of a small area' in said


def test_a_small_area_neither_counts_beside_its_district_nor_is_treated_outside_the_partnership(tree: Tree) -> None:
    tree.write(f"params/{FILE}", EDITION)
    small = {"E01000001": "E07000001", "E01000005": "E07000009", "E01000006": "E07000002"}
    (said,) = tree.problems(known_small_areas=small)
    assert said.endswith("areas[1]: Barton (E07000002) holds E01000006, which counts in The edge [place-twice]")
    tree.write(f"params/{FILE}", changed(("areas: [E07000001]", "areas: [E01000001]")))
    small |= {"E01000001": "E07000003", "E01000006": "E07000009"}
    assert [said.split("evaluation.")[1] for said in tree.problems(known_small_areas=small)] == [
        "treated.areas[1]: E01000001 lies in Corby Magna (E07000003), which is no area of ashby [treated-elsewhere]",
        "buffer_control.areas[1]: Corby Magna (E07000003) holds E01000001, which counts in Ashby [place-twice]",
    ]


def test_a_comparator_within_a_bordering_district_borders_too(tree: Tree) -> None:
    text = changed(("bordering: [E01000005]", "bordering: [E07000002]"), ("areas: [E07000002]", "areas: [E01000007]"))
    tree.write(f"params/{FILE}", text)
    small = {"E01000001": "E07000001", "E01000005": "E07000009", "E01000006": "E07000009", "E01000007": "E07000002"}
    (said,) = tree.problems(known_small_areas=small)
    assert "E01000007 borders the treated place" in said


def test_what_nobody_knows_is_not_judged(tree: Tree) -> None:
    tree.write(f"params/{FILE}", changed(("first: 2019-01", "first: 2001-01"), ("[burglary]", "[other]")))
    assert tree.load(known_categories=None, known_first_months=None, known_vintages=None)


def test_an_open_data_edition_may_have_an_event_that_is_evaluated(tree: Tree) -> None:
    event = EDITION[EDITION.index("initiatives:") :].replace("    name: Wardens", "    kind: event\n    name: Rain")
    tree.replace("params/ashby/2022/edition.yml", "status: draft\n", f"status: draft\n{event}")
    (initiative,) = tree.load().edition("ashby", "2022").initiatives
    assert initiative.kind == "event" and initiative.evaluation


# --- recording --------------------------------------------------------------------------------------------------------
VIOLENT = ("[anti-social-behaviour]", "[violence]")
NAMED = ("        - Calls are not records.", f"        - {BREAK} lies within it, so no verdict is possible.")


def test_a_lasting_change_that_the_limits_name_may_lie_within_the_months(tree: Tree) -> None:
    catalogue, _ = loaded(tree, changed(VIOLENT, NAMED))
    said = [each for each in remarks(catalogue) if BREAK in each]
    assert said == [
        "ashby/2010-11 wardens: New counting of violence (June 2019) changed recording: months before are left out"
    ]


def test_a_lasting_change_after_the_start_is_remarked_on_as_what_no_verdict_crosses(tree: Tree) -> None:
    early = ("      first: 2019-01\n      start: 2021-04", "      start: 2019-04")
    text = changed(VIOLENT, NAMED, early, (CHOSEN, ""), ("implementation_end: 2021-06", "implementation_end: 2019-05"))
    (said,) = (each for each in remarks(loaded(tree, text)[0]) if BREAK in each)
    assert said.endswith("(June 2019) changed recording within the months evaluated: no verdict crosses it")


def test_months_of_a_passing_change_are_remarked_on_where_they_touch_what_is_counted(tree: Tree) -> None:
    catalogue, _ = loaded(tree)
    assert (
        "ashby/2010-11 wardens: months of Covid restrictions (March 2020 to July 2021) count on neither side"
        in remarks(catalogue)
    )
    untouched = changed(("categories: [burglary]", "categories: [violence]"), ("first: 2019-01", "first: 2019-06"))
    assert not [said for said in remarks(loaded(tree, untouched)[0]) if "Covid" in said]


def test_a_phased_change_is_over_the_month_after_its_last(tree: Tree) -> None:
    breaks = "params/recording_breaks.yml"
    tree.replace(breaks, "    end: 2019-06\n    kind: step", "    end: 2019-08\n    kind: step")
    tree.write(f"params/{FILE}", changed(VIOLENT, ("first: 2019-01", "first: 2019-08")))
    assert "say 2019-09 or later" in tree.problems()[0]
    assert loaded(tree, changed(VIOLENT, ("first: 2019-01", "first: 2019-09")))


# --- remarks on plans -------------------------------------------------------------------------------------------------
def test_a_plan_not_fixed_or_changed_is_remarked_on_and_a_fixed_one_is_not(tree: Tree) -> None:
    catalogue, evaluation = loaded(tree)
    fix = "csp plan fix ashby/2010-11 wardens"
    assert any("the plan is not fixed" in said and said.endswith(fix) for said in remarks(catalogue))
    text = with_plan(EDITION, "wardens", fixed_plan(evaluation, dt.date(2026, 11, 28)))
    assert not [said for said in remarks(loaded(tree, text)[0]) if "plan" in said]
    later = text.replace("first: 2019-01", "first: 2019-02")
    assert [said for said in remarks(loaded(tree, later)[0]) if "plan" in said] == [
        "ashby/2010-11 wardens: the plan was changed since it was fixed on 28 November 2026"
    ]


def test_nothing_is_remarked_on_where_nothing_is_evaluated(tree: Tree) -> None:
    assert remarks(tree.load()) == ()


# --- what layers above take -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("old", "new", "months"),
    [
        (CHOSEN, CHOSEN, ("2020-04", "2021-03")),
        (CHOSEN, "", ("2020-04", "2021-03")),
        ("        by_figures: yes\n" + CHOSEN, "        by_figures: no\n", None),
        ("        by_figures: yes\n" + CHOSEN, "", None),
    ],
)
def test_figures_it_was_chosen_by_are_of_the_year_before_unless_said(
    tree: Tree, old: str, new: str, months: tuple[str, str] | None
) -> None:
    assert loaded(tree, changed((old, new)))[1].chosen_on == months


def test_designs_that_stand_alone_are_designs() -> None:
    assert set(ALONE) < set(get_args(DesignName))


@pytest.mark.parametrize(
    ("month", "months", "then"),
    [("2022-01", -1, "2021-12"), ("2021-12", 1, "2022-01"), ("2021-04", -12, "2020-04"), ("2021-04", 0, "2021-04")],
)
def test_months_are_counted_across_years(month: str, months: int, then: str) -> None:
    assert month_plus(month, months) == then


def test_a_financial_year_begins_in_april() -> None:
    assert (first_month("1996/97"), first_month("2018-10")) == ("1996-04", "2018-10")
