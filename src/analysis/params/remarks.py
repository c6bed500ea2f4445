"""What ``csp check`` remarks on though it is allowed: plans not fixed or changed, months that recording takes away."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.params.catalogue import Catalogue
from analysis.params.evaluation import Evaluation
from analysis.params.month import day_words, month_words
from analysis.params.plan import plan_state
from analysis.params.recording import RecordingBreak


def remarks(catalogue: Catalogue) -> tuple[str, ...]:
    """Say for each evaluation what a reader of it should know, each in one line that begins with where it stands."""
    return tuple(
        f"{partnership}/{edition.edition} {initiative.id}: {said}"
        for (partnership, _), edition in catalogue.editions.items()
        for initiative in edition.initiatives
        if (evaluation := initiative.evaluation)
        for said in (
            *_plan(evaluation, f"{partnership}/{edition.edition} {initiative.id}"),
            *_recording(evaluation, _bearing_on(evaluation, catalogue, partnership)),
        )
    )


def _plan(evaluation: Evaluation, name: str) -> Iterator[str]:
    state = plan_state(evaluation)
    if state == "not fixed":
        yield f"the plan is not fixed, so all that is found is exploratory; csp plan fix {name}"
    elif state == "changed since" and evaluation.plan:
        yield f"the plan was changed since it was fixed on {day_words(evaluation.plan.fixed)}"


def _bearing_on(evaluation: Evaluation, catalogue: Catalogue, partnership: str) -> list[RecordingBreak]:
    """The changes in recording that touch an outcome or a test outcome."""
    who = catalogue.partnership(partnership)
    counted = {slug for each in (*evaluation.outcomes, *evaluation.falsification) for slug in each.categories}
    return [each for each in catalogue.breaks if each.touches(who.country, who.forces, counted)]


def _recording(evaluation: Evaluation, breaks: list[RecordingBreak]) -> Iterator[str]:
    for each in breaks:
        when = month_words(each.start) + ("" if each.start == each.end else f" to {month_words(each.end)}")
        if each.start > evaluation.end or each.clean <= (evaluation.first or evaluation.start):
            continue
        if each.kind == "pulse":
            yield f"months of {each.name} ({when}) count on neither side"
        elif each.clean <= evaluation.start:
            yield f"{each.name} ({when}) changed recording: months before are left out"
        else:
            yield f"{each.name} ({when}) changed recording within the months evaluated: no verdict crosses it"
