"""Every rule is broken at least once, and what is said is held to the letter: file, line, key, words, rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import document_cases
import edition_cases
import evaluation_cases
import figure_cases
import folder_cases
import partnership_cases
import pytest
import reading_cases
import register_cases
import scoring_cases
import source_cases
import thread_cases
import value_cases

from analysis.params import RULES

if TYPE_CHECKING:
    from broken_case import Case
    from params_tree import Tree

CASES = (
    *reading_cases.CASES,
    *folder_cases.CASES,
    *value_cases.CASES,
    *partnership_cases.CASES,
    *edition_cases.CASES,
    *document_cases.CASES,
    *evaluation_cases.CASES,
    *figure_cases.CASES,
    *scoring_cases.CASES,
    *register_cases.CASES,
    *source_cases.CASES,
    *thread_cases.CASES,
)


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule}-{n}" for n, case in enumerate(CASES)])
def test_a_broken_rule_is_named_with_its_file_line_key_and_nearest_choice(tree: Tree, case: Case) -> None:
    case.apply(tree)
    assert tuple(tree.problems()) == case.says
    assert any(said.endswith(f"[{case.rule}]") for said in case.says)


def test_every_rule_is_broken_by_a_case() -> None:
    assert {case.rule for case in CASES} == set(RULES)


def test_a_problem_says_one_thing_and_gives_no_hint_of_the_code() -> None:
    for case in CASES:
        for said in case.says:
            assert "\n" not in said
            for word in ("pydantic", "Traceback", "ValidationError", '"unread"', "input should"):
                assert word not in said
