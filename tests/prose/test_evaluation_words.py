"""The sentences of an evaluation, as they stand in the report."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from analysis.cannot_say import CannotSay
from analysis.disclosure import DERIVED_EFFECT, OPEN, effect_columns, publish
from analysis.evaluation.effect import Effect
from analysis.evaluation.grading import ASSOCIATED, ESTIMATED, FOLLOWED
from analysis.prose import claim, effect_sentences, power_sentence, spread, still_possible

if TYPE_CHECKING:
    from analysis.disclosure import Row

FELL = Effect.of_ratio("a", 80, 0.8, 0.7, 0.9, p=0.001, error=0.06)
ROSE = Effect.of_ratio("a", 120, 1.2, 1.1, 1.3, p=0.001, error=0.06)
UNCLEAR = Effect.of_ratio("b", 80, 0.95, 0.8, 1.1, p=0.4, error=0.08)
DESCRIBED = Effect.of_ratio("c", 80, 0.9, math.nan, math.nan, described="there are too few places to rank it among")
WHERE = "in Ward 3 in 2022"
VERBS = (ESTIMATED, ASSOCIATED, FOLLOWED)


def row(effect: Effect | CannotSay) -> Row:
    found = publish(
        [{"name": "x", **effect_columns(effect, 100)}], OPEN, key=["name"], counts=["before", "observed"],
        derived=DERIVED_EFFECT,
    )  # fmt: skip
    return found.rows[0]


def said_of(effect: Effect | CannotSay, verb: str = ASSOCIATED) -> str:
    return " ".join(effect_sentences(row(effect), verb=verb, subject="the initiative", what="vandalism", where=WHERE))


def test_a_clear_fall_is_told_with_the_verb_of_its_grade() -> None:
    assert said_of(FELL) == (
        "In Ward 3 in 2022, vandalism came to 80, where 100 would have been expected: a difference of −20.0% (95% "
        "interval: −30.0% to −10.0%). The initiative was associated with a fall in vandalism of 20.0%, or 20 fewer "
        "than expected (95% interval: 9 to 34 fewer)."
    )


def test_a_clear_rise_is_told_as_plainly() -> None:
    assert "was followed by a rise in vandalism of 20.0%, or 20 more than expected" in said_of(ROSE, FOLLOWED)


@pytest.mark.parametrize("verb", VERBS)
def test_a_sentence_has_the_verb_it_was_given_and_no_other(verb: str) -> None:
    words = said_of(FELL, verb)
    assert verb in words
    assert not any(other in words for other in VERBS if other != verb)


@pytest.mark.parametrize("effect", [UNCLEAR, DESCRIBED, CannotSay("there are no months before", "too-few")])
@pytest.mark.parametrize("verb", VERBS)
def test_nothing_joins_the_initiative_to_what_is_not_clear(effect: Effect | CannotSay, verb: str) -> None:
    assert verb not in said_of(effect, verb)


def test_without_a_verb_nothing_is_claimed() -> None:
    words = said_of(FELL, "")
    assert "The initiative" not in words
    assert words.endswith("Nothing here says what that came of.")


def test_no_clear_difference_says_what_it_leaves_open() -> None:
    assert "That is no clear difference." in said_of(UNCLEAR)
    assert still_possible(row(UNCLEAR)) == "Anything from 20 fewer to 7 more would fit these figures."


def test_what_is_described_only_decides_nothing_and_says_why() -> None:
    assert said_of(DESCRIBED).endswith("That describes and decides nothing: there are too few places to rank it among.")


def test_a_refusal_gives_its_reason() -> None:
    assert said_of(CannotSay("there are no months before", "too-few")) == (
        "We cannot say whether the initiative made a difference to vandalism: there are no months before."
    )


def test_a_claim_without_a_verb_does_not_name_its_subject() -> None:
    assert "initiative" not in claim(row(FELL), verb="", subject="the initiative", what="vandalism")


@pytest.mark.parametrize(
    ("fall", "half", "words"),
    [
        (28.0, 0.99, "A fall of 28% or more would be seen four times in five."),
        (
            61.0,
            0.55,
            "Even if vandalism had fallen by half, this design would have called it clear only 55% of the time.",
        ),
        (100.0, 0.1, "No fall at all could be relied on to be seen."),
    ],
)
def test_power_is_told_before_the_effect(fall: float, half: float, words: str) -> None:
    assert words in power_sentence(fall, half, what="vandalism")


def test_what_can_be_seen_does_not_turn_nothing_found_into_nothing_there() -> None:
    assert power_sentence(28.0, 0.99, what="vandalism").endswith(
        "to find nothing would not mean that there is nothing."
    )


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-14.0, -4.1, "−14.0% to −4.1%"),
        (-14.0, -0.01, "−14.0% to above −0.1%"),
        (0.01, 5.0, "under +0.1% to +5.0%"),
        (-5.0, math.inf, "−5.0% to no limit"),
    ],
)
def test_an_interval_that_leaves_out_no_difference_never_ends_at_it(low: float, high: float, words: str) -> None:
    assert spread(low, high) == words
