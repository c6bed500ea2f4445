from dataclasses import replace
from pathlib import Path

import pytest

import analysis
from analysis.cannot_say import CannotSay
from analysis.evaluation import WORDING
from analysis.evaluation.checks import CHECKS, CheckResult, check_named
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.grading import ASSOCIATED, ESTIMATED, FOLLOWED, grade, verb_at

SOURCE = Path(analysis.__file__).parent
FEWER = Effect.of_ratio("d", 60, 0.6, 0.4, 0.9)
UNCLEAR = Effect.of_ratio("d", 90, 0.9, 0.7, 1.2)
DESCRIBED = replace(FEWER, described="fewer than 19 other places are known")


def design(level):
    return Design("d", "D", level, "nothing", lambda _: FEWER)


def ran(**outcomes):
    """Every check passed, but for those named."""
    found = {name.replace("_", "-"): outcome for name, outcome in outcomes.items()}
    return [
        (check, said if isinstance(said := found.get(check.name, "passed"), CannotSay) else CheckResult(said, "Words."))
        for check in CHECKS
    ]


@pytest.mark.parametrize(("level", "verb"), [(5, ESTIMATED), (3, ESTIMATED), (2, ASSOCIATED), (1, FOLLOWED)])
def test_with_nothing_failed_the_design_decides_the_verb(level, verb):
    found = grade(design(level), FEWER, ran())
    assert (found.level, found.verb, found.reasons) == (level, verb, ())


def test_each_failed_check_lowers_by_what_it_says_and_gives_its_reason():
    found = grade(design(3), FEWER, ran(parallel_trends="failed"))
    assert (found.designed, found.level, found.verb) == (3, 2, ASSOCIATED)
    assert len(found.reasons) == 1
    assert check_named("parallel-trends").question in found.reasons[0]


def test_failures_add_up_and_the_level_never_falls_below_one():
    assert grade(design(3), FEWER, ran(parallel_trends="failed", catching_up="failed")).level == 1
    assert grade(design(2), FEWER, ran(recording_break="failed", catching_up="failed", residuals="failed")).level == 1


def test_a_failed_check_that_lowers_nothing_still_takes_the_strongest_verb_away():
    found = grade(design(3), FEWER, ran(implementation_months="failed"))
    assert (found.level, found.verb) == (3, ASSOCIATED)


def test_what_is_informative_lowers_nothing():
    assert grade(design(3), FEWER, ran(placebo_areas="informative", small_counts="informative")).verb == ESTIMATED


def test_no_clear_difference_has_a_level_and_no_verb():
    found = grade(design(3), UNCLEAR, ran())
    assert (found.level, found.verb) == (3, "")


def test_what_is_described_only_has_neither():
    assert grade(design(3), DESCRIBED, ran()).rule == "described-only"


def test_without_an_effect_the_refusal_is_passed_on():
    refused = CannotSay("too short", "too-short")
    assert grade(design(3), refused, ()) is refused


def test_a_check_that_could_have_lowered_it_and_was_not_made_is_named():
    found = grade(design(3), FEWER, ran(parallel_trends=CannotSay("too short"), small_counts=CannotSay("none")))
    assert found.untested == (check_named("parallel-trends").title,)
    assert found.level == 3


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("size", ["a fall in recorded vandalism of 12%", "498 fewer recorded acts than expected"])
def test_a_sentence_reads_well_with_any_verb(level, size):
    sentence = f"The initiative {verb_at(level)} {size}."
    assert sentence.split(size)[0].rstrip().endswith((" to", " with", " by"))


def test_a_stronger_level_never_has_a_weaker_verb():
    strength = [FOLLOWED, ASSOCIATED, ESTIMATED]
    verbs = [strength.index(verb_at(level)) for level in (1, 2, 3, 4, 5)]
    assert verbs == sorted(verbs)


def test_before_and_after_as_published_takes_its_words_from_the_grade():
    assert verb_at(2) == WORDING


@pytest.mark.parametrize("verb", [ESTIMATED, ASSOCIATED, FOLLOWED])
def test_no_other_module_writes_a_verb_of_effect(verb):
    """A verb typed anywhere else would not be held to the grade."""
    writing = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if verb in line and not _says_what_it_is(line)
    }
    assert writing == {"evaluation/grading.py"}


def _says_what_it_is(line: str) -> bool:
    """A docstring may show a sentence in double backticks."""
    return "``" in line


@pytest.mark.parametrize("strong", ["proved", "was confirmed", "is confirmed", "because of the initiative"])
def test_no_sentence_claims_more_than_any_grade_allows(strong):
    said = [
        f"{path.name}: {line.strip()}"
        for folder in ("evaluation", "assessment/initiative", "prose")
        for path in (SOURCE / folder).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if strong in line.lower() and "not " not in line.lower()
    ]
    assert said == []
