"""Where each rule ends: what lies just inside it is allowed, so that no honest file is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.params import Unknown

if TYPE_CHECKING:
    from params_tree import Tree

PLAN = "params/ashby/2011-12/edition.yml"
CURRENT = "params/ashby/2022/edition.yml"
INDICATORS = "params/ashby/2011-12/indicators.csv"
HEADER = (
    "id,group,name,unit,direction,baseline_period,baseline,target_period,rule,target,actual,sum_of,sample_size,flag,"
    "part_year"
)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(PLAN, "percent: 75", "percent: 100", id="a percentage of 100"),
        pytest.param(PLAN, "percent: 75", "percent: 0", id="a percentage of 0"),
        pytest.param(PLAN, "percent: 75", "percent: not published", id="a percentage that was not published"),
        pytest.param(PLAN, "change_percent: -34", "change_percent: -100", id="a fall to nothing"),
        pytest.param(PLAN, "change_percent: -34", "change_percent: 250", id="a rise to more than double"),
        pytest.param(PLAN, "sample_size: 1,104", "sample_size: 1", id="a sample of one"),
        pytest.param(PLAN, "        after: 33", "        after: 0", id="a count of nothing"),
        pytest.param(PLAN, "end: 2012-03", "end: 2011-04", id="a period of one month"),
        pytest.param(PLAN, "status: final", "status: not published", id="a document that does not say it is final"),
        pytest.param(PLAN, "produced: TBC", "produced: 2011-03-01", id="a plan made before its period"),
        pytest.param(CURRENT, "produced: 2023-01-31", "produced: 2022-12-01", id="produced the day after the period"),
        pytest.param(CURRENT, "    end: 2022-06", "    end: 2023-06", id="an event that goes on after the period"),
        pytest.param(CURRENT, "area: E01000001", "area: E07000002", id="an event in a registered area"),
        pytest.param(CURRENT, "    area: E01000001\n", "", id="an event without an area"),
        pytest.param(CURRENT, "edition: 2022", 'edition: "2022"', id="a quoted edition"),
        pytest.param("params/ashby/partnership.yml", "peers: [E07000002, E07000003]\n", "", id="no peers"),
        pytest.param(
            "params/lothian/partnership.yml", "areas: [S12000001]", "areas:\n- S12000001", id="a dash at the margin"
        ),
        pytest.param(
            "params/county/partnership.yml", "forces: [westshire]", "forces: [westshire] # its own", id="a comment"
        ),
    ],
)
def test_what_lies_just_inside_a_rule_is_allowed(tree: Tree, file: str, old: str, new: str) -> None:
    tree.replace(file, old, new)
    assert len(tree.load().editions) == 5


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("count,ambiguous,,,2011,at least,5,,,,,", id="an ambiguous indicator that is wanted up"),
        pytest.param("count,ambiguous,,,2011,at most,5,,,,,", id="an ambiguous indicator that is wanted down"),
        pytest.param("count,higher,,,2011,maintain,5,,,,,", id="maintain, whichever way is better"),
        pytest.param("count,lower,,,2011,at most,TBC,,,,,", id="a ceiling not yet known"),
        pytest.param("count,lower,,,2011,at most,not published,,,,,", id="a ceiling not published"),
        pytest.param('"rate per 100,000",lower,2010,1.5,,,,,,,,', id="a unit with a comma, in quotes"),
        pytest.param("count,lower,2010,1603,2011,at most,1779,,,,,", id="a target above its baseline"),
        pytest.param("mixed,lower,2010,285,2011,none,29,,,,,", id="mixed units with a target and no rule"),
        pytest.param("pounds,lower,2010,-5,,,,,,,,", id="a negative sum of money"),
        pytest.param("percentage change,lower,2010,-10.52,2011,reduce,,,,,,", id="a rate given as a change"),
    ],
)
def test_an_indicator_that_a_document_might_hold_is_allowed(tree: Tree, row: str) -> None:
    tree.write(INDICATORS, f"{HEADER}\none,Targets,One,{row}\n")
    tree.write("params/ashby/2011-12/actions.csv", "id,action\nact,Act\n")
    assert len(tree.load().edition("ashby", "2011-12").indicators) == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("[graffiti, litter]", ("graffiti", "litter"), id="single words in brackets"),
        pytest.param('["Injuries per 100,000"]', ("Injuries per 100,000",), id="words in quotes"),
        pytest.param("\n      - Injuries per 100,000", ("Injuries per 100,000",), id="one item a line"),
        pytest.param("[]", (), id="no item"),
    ],
)
def test_a_list_that_no_comma_can_split_is_allowed(tree: Tree, written: str, read: tuple[str, ...]) -> None:
    tree.replace(PLAN, "    categories: [violence]", f"    measures: {written}")
    assert tree.load().edition("ashby", "2011-12").priorities[0].measures == read


def parts(tree: Tree, first: str, second: str, total: str) -> list[float | Unknown]:
    rows = [f"{name},Targets,{name},{row}" for name, row in (("a", first), ("b", second), ("all", total))]
    tree.write(INDICATORS, "\n".join([HEADER, *rows, ""]))
    tree.write("params/ashby/2011-12/actions.csv", "id,action\nact,Act\n")
    return [one.baseline for one in tree.load().edition("ashby", "2011-12").indicators]


def test_a_sum_with_an_unknown_part_is_not_judged(tree: Tree) -> None:
    known = "count,lower,2010,2,,,,,,,,"
    missing = "count,lower,2010,TBC,,,,,,,,"
    assert parts(tree, known, missing, "count,lower,2010,9,,,,,a+b,,,") == [2, Unknown.NOT_YET_KNOWN, 9]


def test_a_sum_of_figures_for_other_periods_is_not_judged(tree: Tree) -> None:
    assert (
        parts(tree, "count,lower,2010,2,,,,,,,,", "count,lower,2009,3,,,,,,,,", "count,lower,2010,9,,,,,a+b,,,")[2] == 9
    )


def test_a_sum_of_decimals_is_not_refused_for_how_computers_add(tree: Tree) -> None:
    assert (
        parts(tree, "pounds,lower,,0.1,,,,,,,,", "pounds,lower,,0.2,,,,,,,,", "pounds,lower,,0.3,,,,,a + b,,,")[2]
        == 0.3
    )


def test_a_category_may_be_named_beside_an_actual_where_there_is_no_data_to_count(tree: Tree) -> None:
    tree.replace(INDICATORS, "to be agreed,TBC,,,violence,,", "to be agreed,TBC,12,,violence,,")
    assert tree.load().edition("ashby", "2011-12").indicators[1].actual == 12


def test_open_data_may_watch_an_indicator_without_a_target(tree: Tree) -> None:
    tree.write(
        "params/ashby/2022/indicators.csv", "id,group,name,unit,direction,category\nb,All,B,count,lower,burglary\n"
    )
    assert tree.load().latest("ashby").indicators[0].target is Unknown.NOT_SUPPLIED


@pytest.mark.parametrize("row", ["violence,burglary", ",burglary"])
def test_an_action_may_serve_another_priority_with_or_without_a_first(tree: Tree, row: str) -> None:
    tree.write("params/ashby/2011-12/actions.csv", f"id,action,priority,also\nlight,Light the path,{row}\n")
    assert tree.load().edition("ashby", "2011-12").actions[0].also == "burglary"


def test_two_partnerships_may_have_editions_and_ids_of_the_same_name(tree: Tree) -> None:
    catalogue = tree.load()
    assert catalogue.latest("ashby").edition == catalogue.latest("county").edition == "2022"


def test_an_outcome_may_have_the_id_of_another_initiatives_outcome(tree: Tree) -> None:
    again = "  - id: lights\n    name: Lights\n    problem: Dark\n    activity: Lamps\n    outcomes:\n"
    again += "      - {id: vandalism, name: vandalism, direction: lower, compared: a year}\n"
    tree.replace(PLAN, "timetable:\n", again + "timetable:\n")
    initiatives = tree.load().edition("ashby", "2011-12").initiatives
    assert [one.outcomes[0].id for one in initiatives] == ["vandalism", "vandalism"]
