"""Lasting changes in recording within the months that an evaluation sets against each other."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.evaluation import Evaluation
from analysis.params.month import month_plus, month_words
from analysis.params.reading.files import EditionFiles
from analysis.params.recording import RecordingBreak
from analysis.params.rules.evaluation import evaluations
from analysis.params.rules.evaluation_measures import measures
from analysis.params.rules.known import Known


def lasting(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """No lasting change lies between the first month and the end, unless the limits name it as the register does.

    Named so, it may stand: months before it are then left out, and no verdict crosses one that comes later.
    """
    partnership = files.partnership
    if partnership is None or not partnership.whole("country", "forces"):
        return
    country, forces = partnership.value.country, partnership.value.forces
    for path, one in evaluations(files):
        counted = {slug for _, measure in measures(one) for slug in measure.categories}
        for step in known.breaks:
            named = any(step.name in limit for limit in one.limits)
            if step.kind == "step" and not named and step.touches(country, forces, counted):
                for key, said in _crossed(one, step):
                    yield files.main.problem("break-in-window", (*path, key), said)


def _crossed(one: Evaluation, step: RecordingBreak) -> Iterator[tuple[str, str]]:
    """The month to mend, and what is wrong with it, where ``step`` lies within the months of ``one``."""
    said = f"{step.name}, {month_words(step.start)}, changed recording for good"
    if step.clean <= one.start:
        if one.first is not None and one.first < step.clean:
            yield "first", f"{said}: say {step.clean} or later, or name it in limits"
    elif step.start <= one.end:
        yield (
            "end",
            f"{said} within the months evaluated: say {month_plus(step.start, -1)} or earlier, or name it in limits",
        )
