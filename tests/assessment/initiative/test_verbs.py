"""No sentence of a report says more than its grade allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from made_case import REFUSED, blocks, check, described, effect_of, found, sentences, told

from analysis.evaluation.grading import ASSOCIATED, ESTIMATED, FOLLOWED, verb_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.assessment.initiative.case import Case

    Cases = Callable[[str], Case]

WEST: Final = "west-lothian/2010-11"
VERBS: Final = (FOLLOWED, ASSOCIATED, ESTIMATED)
"""Weakest first."""
CAUSAL: Final = re.compile(
    r"\b(?:initiative|unit|scheme|lockdown)\s+(?:has\s+|had\s+)?(?:reduced|cut|caused|prevented|lowered|achieved|"
    r"delivered|worked|succeeded|brought|drove|led to|resulted in|saved)\b"
    r"|\b(?:thanks to|because of|due to|as a result of) the (?:initiative|unit)\b|\b(?:proves?|proven|confirmed)\b",
    re.IGNORECASE,
)
"""Words of cause that no grade allows."""
OWN: Final = ("evidence_base", "problem", "logic_model")
"""Sections in which others are cited, in their words."""


def spoken(case: Case) -> list[str]:
    """The report's own sentences."""
    from made_case import SECTIONS

    return list(sentences(blocks(case, *(name for name in SECTIONS if name not in OWN))))


@pytest.mark.parametrize("level", [1, 2, 3])
def test_only_the_verb_of_the_grade_is_used(case: Cases, level: int) -> None:
    words = " ".join(spoken(found(case(WEST), level=level)))
    allowed = verb_at(level)
    assert allowed in words
    for stronger in VERBS[VERBS.index(allowed) + 1 :]:
        assert stronger not in words


def test_a_failed_check_takes_the_strongest_verb_away(case: Cases) -> None:
    words = " ".join(spoken(found(case(WEST), level=3, checks=[check("failed")])))
    assert ESTIMATED not in words
    assert ASSOCIATED in words


@pytest.mark.parametrize("kind", ["unclear", "described", "refused"])
def test_where_nothing_is_clear_no_verb_is_used_at_all(case: Cases, kind: str) -> None:
    made = case(WEST)
    effect = {"unclear": effect_of(made, 0.9, 0.7, 1.1), "described": described(made), "refused": REFUSED}[kind]
    words = " ".join(spoken(found(made, effect=effect)))
    assert not any(verb in words for verb in VERBS)


@pytest.mark.parametrize("level", [1, 3])
@pytest.mark.parametrize("name", [WEST, "illustration/2022", "north-west-leicestershire/2022"])
def test_no_sentence_has_a_word_of_cause_of_its_own(case: Cases, name: str, level: int) -> None:
    for words in spoken(found(case(name), level=level)):
        assert not CAUSAL.search(words), words


def test_the_words_of_cause_are_found_where_they_are() -> None:
    assert CAUSAL.search("The initiative reduced vandalism.")
    assert CAUSAL.search("Vandalism fell because of the unit.")
    assert not CAUSAL.search("The initiative was associated with a fall in vandalism.")


def test_a_design_beside_the_plan_has_no_verb(case: Cases) -> None:
    words = told(found(case(WEST), effect=REFUSED), "designs", "specifications", "outcomes")
    assert not any(verb in words for verb in VERBS)


def test_what_happened_next_door_is_joined_to_nothing(case: Cases) -> None:
    words = told(found(case("illustration/2022")), "displacement")
    assert not any(verb in words for verb in VERBS)
