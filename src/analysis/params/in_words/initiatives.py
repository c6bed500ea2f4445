"""Initiatives in words, and how each that has an evaluation is to be evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.params.edition import Edition
from analysis.params.evaluation import Evaluation, Logic, Measure, Place
from analysis.params.figure import Unknown
from analysis.params.in_words.phrases import bullets, counted, figure_words, several
from analysis.params.initiative import Initiative
from analysis.params.month import day_words, month_plus, month_words, months_between
from analysis.params.plan import plan_state

_BETTER: Final = {"lower": "lower is better", "higher": "higher is better", "ambiguous": "neither way is called better"}
_CHOSEN: Final = {
    "yes": "chosen by its figures",
    "no": "not chosen by its figures",
    "not published": "whether chosen by its figures is not published",
}
_MANY: Final = 40
"""Comparators beyond which they are counted and not named."""


def initiative_lines(edition: Edition) -> list[str]:
    """List what was tried, then say each plan of evaluation."""
    if not edition.initiatives:
        return []
    lines = ["Initiatives:", *bullets(_initiative(one) for one in edition.initiatives)]
    for one in edition.initiatives:
        if one.evaluation is not None:
            lines += ["", f"Evaluation of {one.name} ({one.id}):", *bullets(_evaluation(one.evaluation))]
    return lines


def _initiative(one: Initiative) -> str:
    parts = [counted(len(one.outcomes), "outcome")] if one.outcomes or not one.evaluation else []
    parts += ["evaluated from data"] if one.evaluation else []
    parts += ["an event, nobody's choice here"] if one.kind == "event" else []
    return f"{one.name}: {', '.join(parts)}"


def _evaluation(one: Evaluation) -> Iterator[str]:
    yield _plan(one)
    yield f"data: {one.data.source} {one.data.vintage}"
    yield from _when_and_where(one)
    yield f"outcomes: {several(_measure(each, n == 0) for n, each in enumerate(one.outcomes))}"
    if one.falsification:
        yield f"could not touch: {several(each.name for each in one.falsification)}"
    yield from _compared(one)
    yield f"evidence base: {counted(len(one.evidence), 'finding')}" if one.evidence else "evidence base: not supplied"
    yield f"logic model: {_logic(one.logic)}"
    yield from _money(one)
    yield f"decision rule: {one.decision_rule or 'not supplied'}"
    if one.true_ratio is not None:
        yield f"true effect, known because the figures are simulated: ratio {figure_words(one.true_ratio)}"
    yield from (f"limit: {each}" for each in one.limits)


def _plan(one: Evaluation) -> str:
    if one.plan is None:
        return f"plan: not fixed; written by: {one.by}"
    since = "unchanged since" if plan_state(one) == "fixed" else "changed since"
    before = f", after {counted(len(one.plan.earlier), 'earlier plan')}" if one.plan.earlier else ""
    return f"plan: fixed on {day_words(one.plan.fixed)} ({one.plan.hash[:12]}){before}, {since}; written by: {one.by}"


def _when_and_where(one: Evaluation) -> Iterator[str]:
    length = counted(months_between(one.start, one.end), "month")
    yield f"treated: {_place(one.treated)}, {month_words(one.start)} to {month_words(one.end)} ({length})"
    if one.implementation_end:
        yield f"put in place until {month_words(one.implementation_end)}: on neither side"
    first = month_words(one.first) if one.first else "the first month there is"
    yield f"time before: {first} to {month_words(month_plus(one.start, -1))}"
    months = f" of {month_words(one.chosen_on[0])} to {month_words(one.chosen_on[1])}" if one.chosen_on else ""
    yield f"{_CHOSEN[one.chosen.by_figures]}{months}: {one.chosen.why}"


def _measure(one: Measure, primary: bool) -> str:
    return f"{one.name} ({'primary; ' if primary else ''}{_BETTER[one.direction]})"


def _compared(one: Evaluation) -> Iterator[str]:
    yield f"design asked for: {one.design}"
    if not one.comparators:
        yield "compared with: no other place"
    elif len(one.comparators) > _MANY:
        yield f"compared with: {counted(len(one.comparators), 'place')}"
    else:
        names = several(_place(each) for each in one.comparators)
        yield f"compared with: {counted(len(one.comparators), 'place')}: {names}"
    if one.bordering:
        yield f"bordering, so never compared with: {counted(len(one.bordering), 'area')}"
    if one.buffer:
        against = f", set against {_place(one.buffer_control)}" if one.buffer_control else ""
        yield f"where crime might move to: {_place(one.buffer)}{against}"


def _place(one: Place) -> str:
    return one.name if len(one.areas) == 1 else f"{one.name} ({counted(len(one.areas), 'area')})"


def _logic(one: Logic) -> str:
    parts = {
        "input": one.inputs, "activity": one.activities, "output": one.outputs, "short-term outcome": one.short,
        "medium-term outcome": one.medium, "long-term outcome": one.long, "assumption": one.assumptions,
    }  # fmt: skip
    many = {"activity": "activities"}
    said = [counted(len(each), name, many.get(name, "")) for name, each in parts.items() if each]
    return several(said) if said else "not supplied"


def _money(one: Evaluation) -> Iterator[str]:
    if isinstance(one.cost.amount, Unknown):
        yield f"cost: {one.cost.amount}"
    else:
        yield f"cost: {figure_words(one.cost.amount)} pounds in prices of {one.cost.price_year}"
    if one.deflator:
        brought = f"from {one.deflator.from_year} to {one.deflator.to_year}"
        yield f"unit costs brought {brought} by {figure_words(one.deflator.factor)} ({one.deflator.source})"
