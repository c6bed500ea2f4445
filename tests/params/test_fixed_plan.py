"""A fixed plan: what its hash depends on, when it counts as changed, and how it is written into people's own text."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from evaluated_edition import EDITION, HASH, changed, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import RunError
from analysis.params import Edition, Evaluation, Plan, fixed_plan, plan_hash, plan_state, with_plan
from analysis.params.evaluation import EarlierPlan
from analysis.params.reading.yaml_file import read_yaml

if TYPE_CHECKING:
    from params_tree import Tree

DAY, LATER = dt.date(2026, 11, 28), dt.date(2026, 12, 24)
PLAN = Plan(fixed=DAY, hash=HASH)


def evaluation(text: str = EDITION) -> Evaluation:
    """What ``text`` declares, without the rules across keys."""
    written, problems = read_yaml(text, "edition.yml")
    assert written is not None and not problems
    found = Edition.model_validate(written.value | {"format": 1}).initiatives[0].evaluation
    assert found is not None
    return found


# --- the hash ---------------------------------------------------------------------------------------------------------
def test_the_hash_is_the_sha256_of_sorted_json_without_spaces() -> None:
    least = Evaluation.model_validate(
        {
            "by": "The analyst",
            "data": {"source": "police-uk", "vintage": "2022-11"},
            "treated": {"name": "Zürich Road", "areas": ["E01000001"]},
            "start": "2021-04",
            "end": "2022-03",
            "chosen": {"why": "It was near."},
            "outcomes": [{"id": "asb", "name": "calls", "categories": ["asb"]}],
            "design": "before-after",
        }
    )
    text = (
        '{"by":"The analyst","chosen":{"why":"It was near."},"data":{"source":"police-uk","vintage":"2022-11"},'
        '"design":"before-after","end":"2022-03","outcomes":[{"categories":["asb"],"id":"asb","name":"calls"}],'
        '"start":"2021-04","treated":{"areas":["E01000001"],"name":"Zürich Road"}}'
    )
    assert plan_hash(least) == hashlib.sha256(text.encode("utf-8")).hexdigest()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("# who wrote it", "# who wrote it, and when", id="a comment"),
        pytest.param("by: The analyst", 'by: "The analyst"', id="quotes"),
        pytest.param(
            "first: 2019-01\n      start: 2021-04", "start: 2021-04\n      first: 2019-01", id="order of keys"
        ),
        pytest.param("amount: 12,000", "amount: 12000.0", id="how a figure is written"),
        pytest.param("      design:", "      bordering: []\n      design:", id="nothing"),
        pytest.param("name: Wardens", "name: Evening wardens", id="what the initiative is called"),
        pytest.param("unit_cost: Criminal", "direction: lower\n          unit_cost: Criminal", id="a default"),
    ],
)
def test_how_a_plan_is_written_does_not_change_its_hash(old: str, new: str) -> None:
    text = EDITION.replace("      bordering: [E01000005]\n", "") if "bordering" in new else EDITION
    assert text.count(old) == 1
    assert plan_hash(evaluation(text.replace(old, new))) == plan_hash(evaluation(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: 2021-04\n      end", "start: 2021-05\n      end"),
        (
            "unit_cost: Criminal damage - other\n",
            "unit_cost: Criminal damage - other\n          direction: ambiguous\n",
        ),
        ("areas: [E01000005, E01000006]", "areas: [E01000006, E01000005]"),
        ("factor: 1.14", "factor: 1.15"),
        ("Go on if there were fewer.", "Go on."),
        ("        - Calls are not records.", "        - Calls are not records.\n        - Nor are records crimes."),
        ("name: Barton", "name: Barton-on-Sea"),
    ],
)
def test_whatever_a_plan_says_is_in_its_hash(old: str, new: str) -> None:
    assert plan_hash(evaluation(changed((old, new)))) != plan_hash(evaluation())


def test_the_plan_itself_is_not_in_its_hash() -> None:
    one = evaluation()
    assert plan_hash(one.model_copy(update={"plan": PLAN})) == plan_hash(one)


# --- its state --------------------------------------------------------------------------------------------------------
def test_a_plan_is_not_fixed_then_fixed_then_changed_since() -> None:
    one = evaluation()
    assert plan_state(one) == "not fixed"
    one = one.model_copy(update={"plan": fixed_plan(one, DAY)})
    assert plan_state(one) == "fixed"
    assert plan_state(one.model_copy(update={"end": "2022-04"})) == "changed since"


def test_a_plan_fixed_and_unchanged_is_not_fixed_again() -> None:
    one = evaluation()
    one = one.model_copy(update={"plan": fixed_plan(one, DAY)})
    for again in ("", "a reason"):
        with pytest.raises(RunError, match="the plan is fixed already, since 28 November 2026, and unchanged"):
            fixed_plan(one, LATER, again)


def test_a_changed_plan_is_fixed_again_with_a_reason_alone_and_what_was_stays_on_record() -> None:
    one = evaluation().model_copy(update={"plan": PLAN})
    for again in ("", "  "):
        with pytest.raises(RunError, match=r"changed since it was fixed on 28 November 2026\n.*--again"):
            fixed_plan(one, LATER, again)
    fixed = fixed_plan(one, LATER, "The buffer was too small.")
    assert fixed.fixed == LATER and fixed.hash == plan_hash(one)
    assert fixed.earlier == (EarlierPlan(fixed=DAY, hash=HASH, why="The buffer was too small."),)
    third = fixed_plan(one.model_copy(update={"plan": fixed, "end": "2022-04"}), LATER, "A month more.")
    assert [each.why for each in third.earlier] == ["The buffer was too small.", "A month more."]


def test_a_plan_that_was_never_fixed_cannot_be_fixed_again() -> None:
    with pytest.raises(RunError, match="never fixed"):
        fixed_plan(evaluation(), DAY, "a reason")


# --- its text ---------------------------------------------------------------------------------------------------------
def test_the_plan_stands_first_and_all_else_stays_letter_by_letter(tree: Tree) -> None:
    text = with_plan(EDITION, "wardens", PLAN)
    block = f"      plan:\n        fixed: 2026-11-28\n        hash: {HASH}\n"
    assert text == changed(("      by: The analyst\n", f"{block}      by: The analyst\n"))
    assert loaded(tree, text)[1].plan == PLAN


def test_a_plan_that_is_there_is_replaced_wherever_it_stands(tree: Tree) -> None:
    old = f"      plan:  # by hand\n        hash: {'b' * 64}\n        fixed: 2026-01-01\n\n"
    old += "      # what they cost\n      cost:"
    text = with_plan(changed(("      cost:", old)), "wardens", PLAN)
    block = f"      plan:\n        fixed: 2026-11-28\n        hash: {HASH}\n\n      # what they cost\n      cost:"
    assert text == changed(("      cost:", block))
    assert loaded(tree, text)[1].plan == PLAN


def test_earlier_plans_are_written_with_their_reasons(tree: Tree) -> None:
    plan = PLAN.model_copy(update={"earlier": (EarlierPlan(fixed=dt.date(2026, 1, 1), hash=HASH, why='"x": a #b'),)})
    once = with_plan(EDITION, "wardens", plan)
    assert loaded(tree, once)[1].plan == plan
    assert with_plan(once, "wardens", plan) == once


def test_an_evaluation_in_braces_takes_its_plan_in_braces() -> None:
    text = "initiatives: [{id: a}, {id: b, evaluation: {by: Me, start: 2021-04}}] # end\n"
    said = f'{{plan: {{"fixed": "2026-11-28", "hash": "{HASH}"}}, by: Me, start: 2021-04}}}}] # end\n'
    once = with_plan(text, "b", PLAN)
    assert once == text.replace("{by: Me, start: 2021-04}}] # end\n", said)
    assert with_plan(once, "b", PLAN) == once


def test_line_ends_and_the_mark_of_a_spreadsheet_stay(tree: Tree) -> None:
    text = with_plan("\ufeff" + EDITION.replace("\n", "\r\n"), "wardens", PLAN)
    assert text.startswith("\ufeffformat") and len(re.findall("(?<!\r)\n", text)) == 0
    assert loaded(tree, text.replace("\r\n", "\n").removeprefix("\ufeff"))[1].plan == PLAN


def test_an_initiative_without_an_evaluation_has_no_place_for_a_plan() -> None:
    for name in ("lights", "wardens"):
        with pytest.raises(KeyError):
            with_plan("initiatives:\n  - id: wardens\n", name, PLAN)


printable = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40)


@settings(deadline=None)
@given(printable.map(str.strip).filter(bool), printable)
def test_any_reason_is_read_back_as_it_was_given_and_no_comment_is_lost(why: str, comment: str) -> None:
    text = EDITION.replace("# who wrote it", f"# {comment.splitlines()[0] if comment.splitlines() else ''}")
    plan = PLAN.model_copy(update={"earlier": (EarlierPlan(fixed=DAY, hash=HASH, why=why),)})
    once = with_plan(text, "wardens", plan)
    assert evaluation(once).plan == plan
    assert yaml.compose(once, Loader=yaml.SafeLoader) is not None
    without = [line for line in once.split("\n") if line not in text.split("\n")]
    assert "\n".join(line for line in once.split("\n") if line not in without) == text
