"""What is known under each of the EMMIE headings, and what is not (Johnson, Tilley and Bowers 2015, Journal of
Experimental Criminology 11)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.evaluate import DesignResult, Evaluated
from analysis.evaluation.value import Value
from analysis.params.evaluation import Evaluation

NOT_SUPPLIED: Final = "Not supplied."
MODERATORS: Final = (
    "One place was evaluated, so nothing shows where or for whom it would work otherwise. What else is known of that "
    "is not supplied."
)


def emmie(found: Evaluated, declared: Evaluation, worth: Value | CannotSay) -> tuple[tuple[str, str], ...]:
    """Heading and words, in order, from results and from what was declared; what is not is said to be missing."""
    return (
        ("Effect", _effect(found.asked, found.others)),
        ("Mechanism", _mechanism(declared)),
        ("Moderators", MODERATORS),
        ("Implementation", _implementation(found, declared)),
        ("Economics", _economics(worth)),
    )


def _effect(asked: DesignResult, others: Sequence[DesignResult]) -> str:
    if isinstance(asked.effect, CannotSay):
        return f"Not known: {asked.effect.reason}."
    verdicts = [each.effect.verdict for each in others if said(each.effect)]
    agree = sum(each == asked.effect.verdict for each in verdicts)
    words = f"By the design asked for: {asked.effect.verdict}."
    if verdicts:
        words += f" Of {numbers.plural(len(verdicts), 'other design')} that answered, {numbers.in_words(agree)} agree."
    if said(asked.grade) and asked.grade.untested:
        words += f" Not to be tested with these figures: {numbers.listed(asked.grade.untested).lower()}."
    return words


def _mechanism(declared: Evaluation) -> str:
    logic = declared.logic
    if not logic.activities or not (logic.short or logic.medium or logic.long):
        return "How it was to work is not supplied."
    taken = f", and rests on {numbers.plural(len(logic.assumptions), 'assumption')}" if logic.assumptions else ""
    return (
        f"The logic model leads from {numbers.plural(len(logic.activities), 'activity', 'activities')} to "
        f"{numbers.plural(len((*logic.short, *logic.medium, *logic.long)), 'outcome')}{taken}. "
        "None of its steps in between was measured, so the figures do not show how a difference came about."
    )


def _implementation(found: Evaluated, declared: Evaluation) -> str:
    start, logic = numbers.month(found.setting.start), declared.logic
    done = f"What was done is declared, with {numbers.plural(len(logic.outputs), 'output')}" if logic.outputs else (
        "What was produced is not supplied"
    )  # fmt: skip
    window = "" if declared.implementation_end is None else " The months of putting it in place are left out."
    return f"It is dated from {start}.{window} {done}; whether it was carried out as planned is not supplied."


def _economics(worth: Value | CannotSay) -> str:
    if isinstance(worth, CannotSay):
        return f"Not known: {worth.reason}."
    low, high = (numbers.count(each) for each in (worth.benefit_low, worth.benefit_high))
    words = f"Benefit of {low} to {high} pounds in prices of {worth.price_year}, a loss where below nought."
    if isinstance(worth.ratio, CannotSay):
        return f"{words} It cannot be set against the cost: {worth.ratio.reason}."
    ratio = numbers.interval(worth.ratio.low, worth.ratio.high, numbers.decimal)
    return f"{words} For each pound spent that is {ratio} pounds."
