"""What the desk says of a plan, and of a displacement quotient, in words no stronger than the figures."""

from __future__ import annotations

import pytest

from analysis.cli.method_words.evaluations import difference, quotient
from analysis.cli.method_words.plans import power as words
from analysis.evaluation.designs.displacement_quotient import quotient_of_counts
from analysis.evaluation.displacement import weighted_displacement_difference
from analysis.evaluation.plain_power import power


def of(mean: float, **given: float) -> str:
    return words(power(mean, **given), given)


def test_a_plan_that_sees_enough_is_told_no_more_to_do() -> None:
    said = of(400, change=-20, dispersion=1.5)
    assert said.startswith("A fall of 20% would be called clear more than 99 times in 100.")
    assert "It takes" not in said and "independent" not in said


def test_a_plan_that_sees_too_little_is_told_what_it_takes() -> None:
    found = power(30, change=-20, comparators=1)
    said = of(30, change=-20, comparators=1)
    assert f"called clear {round(100 * found.power)} times in 100" in said
    assert f"It takes {found.periods_needed} periods before and as many after." in said
    assert f"Or it takes {found.comparators_needed} comparators." in said
    assert said.endswith("crime counts commonly swing with twice that variance.")


def test_a_plan_for_next_to_nothing_is_told_that_no_fall_is_seen() -> None:
    said = of(0.1, change=25, comparators=1)
    assert said.startswith("A rise of 25% would be called clear")
    assert "no fall" in said
    assert "As to periods, even 120 periods before and after would not do." in said
    assert "As to comparators," in said


@pytest.mark.parametrize("mean", [0.001, 1e8])
def test_no_chance_is_told_as_none_or_all(mean: float) -> None:
    said = of(mean)
    assert " 0 times" not in said and " 100 times" not in said


@pytest.mark.parametrize(
    ("buffer", "words"),
    [
        ((200, 150), "on its face crime fell in the buffer too"),
        ((200, 280), "on its face crime moved to the buffer."),
        ((200, 700), "on its face crime moved to the buffer, more than was prevented"),
        ((200, 200), "the buffer went as the comparators did"),
    ],
)
def test_a_quotient_is_described_and_never_tested(buffer: tuple[int, int], words: str) -> None:
    said = quotient(quotient_of_counts((400, 200), (1000, 1000), buffer), {})
    assert words in said
    assert "It describes and has no interval" in said


def test_more_in_both_areas_together_are_not_called_fewer() -> None:
    said = quotient(quotient_of_counts((400, 200), (1000, 1000), (200, 700)), {})
    assert "there were 300.0 more in both together" in said


@pytest.mark.parametrize(
    ("treated", "words"),
    [
        ((207, 110), "118.0 fewer than the controls let expect (−118.0, 95% interval: −195.6 to −40.4)"),
        ((110, 307), "more than the controls let expect"),
        ((200, 195), "Not clearly fewer or more than the controls let expect"),
    ],
)
def test_a_difference_is_called_fewer_or_more_by_its_interval_alone(treated: tuple[int, int], words: str) -> None:
    """The first is the treated hot spot of Wheeler and Ratcliffe 2018, with its buffer."""
    found = weighted_displacement_difference(treated, (308, 318), (178, 157), (150, 140))
    assert words in difference(found, {})
    assert difference(found, {}).endswith("incidents to be independent of each other.")
    assert "independent" not in difference(found, {"dispersion": [2, 2, 2, 2]})
