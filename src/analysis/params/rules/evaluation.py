"""Whether an evaluation has what it rests on: data of its own kind, the places of its design, a plan in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from analysis.errors import Problem
from analysis.params.evaluation import Evaluation
from analysis.params.month import day_words
from analysis.params.origin import Pin
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.written import KeyPath
from analysis.params.rules.basis import wrong_country
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of

ALONE: Final = ("before-after", "empirical-bayes", "interrupted-series")
"""Designs that compare with nothing but the time before."""


def evaluations(files: EditionFiles) -> Iterator[tuple[KeyPath, Evaluation]]:
    """Go through the evaluations of an edition, each with the path to it."""
    for place, initiative in enumerate(files.main.value.initiatives):
        if initiative.evaluation is not None:
            yield ("initiatives", place, "evaluation"), initiative.evaluation


def something_to_say(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An initiative has outcomes that were published, or an evaluation."""
    for place, initiative in enumerate(files.main.value.initiatives):
        if not initiative.outcomes and initiative.evaluation is None:
            said = "is missing: give the outcomes that were published, or an evaluation"
            yield files.main.problem("initiative-empty", ("initiatives", place, "outcomes"), said)


def data(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """The data pinned are there, of the partnership's country, and simulated for an illustration alone."""
    for path, one in evaluations(files):
        pin = one.data
        if known.vintages is not None and pin.vintage not in known.vintages.get(pin.source, ()):
            message = not_one_of(pin.vintage, known.vintages.get(pin.source, ()), f"a vintage of {pin.source}")
            yield files.main.problem("unknown-vintage", (*path, "data", "vintage"), message)
        if rule_and_message := _wrong_source(files, pin):
            yield files.main.problem(rule_and_message[0], (*path, "data", "source"), rule_and_message[1])


def _wrong_source(files: EditionFiles, pin: Pin) -> tuple[str, str] | None:
    """The rule that the source of ``pin`` breaks, and how; None where it can be the source of this edition."""
    basis = files.main.value.basis
    if files.main.whole("basis") and (basis == "illustration") != (pin.source == "simulated"):
        return "illustration", f'is {pin.source}, but the basis is "{basis}"'
    country = wrong_country(files, pin)
    return ("source-country", f"{pin.source} has no data of {country}") if country else None


def of_their_source(files: EditionFiles) -> Iterator[tuple[KeyPath, Evaluation]]:
    """Go through those whose source can be right, so that areas, categories and months may be held against it."""
    return (each for each in evaluations(files) if _wrong_source(files, each[1].data) is None)


def design(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The design asked for has comparators, a buffer and a buffer control, where it needs them."""
    for path, one in evaluations(files):
        if one.design == "displacement-difference":
            needed = [key for key in ("buffer", "buffer_control") if getattr(one, key) is None]
        else:
            needed = ["buffer"] if one.buffer_control and not one.buffer else []
        if one.design not in ALONE and not one.comparators:
            needed.append("comparators")
        for key in needed:
            why = "the buffer control" if key == "buffer" and one.buffer_control else f"the design {one.design}"
            yield files.main.problem(
                "design-places", (*path, key), f"is missing: {why} needs {'them' if key == 'comparators' else 'it'}"
            )


def truth(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Only of simulated data is the true effect known."""
    for path, one in evaluations(files):
        if one.true_ratio is not None and one.data.source != "simulated":
            said = f"the true effect is known of simulated data alone, not of {one.data.source}: leave it out"
            yield files.main.problem("true-ratio", (*path, "true_ratio"), said)


def plan_days(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Plans fixed before are in the order of their days, and none is later than the one that holds."""
    for path, one in evaluations(files):
        days = [*(each.fixed for each in one.plan.earlier), one.plan.fixed] if one.plan else []
        for n, (day, after) in enumerate(pairwise(days)):
            if day > after:
                said = f"{day_words(day)} is after {day_words(after)}, when the next plan was fixed"
                yield files.main.problem("plan-days", (*path, "plan", "earlier", n, "fixed"), said)
