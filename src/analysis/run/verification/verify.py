"""Verify an archive: held to its manifest, made anew, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.run.outcome import Outcome
from analysis.run.pool import run_jobs
from analysis.run.verification.beside import beside
from analysis.run.verification.compare import compare, not_made
from analysis.run.verification.inside import inside
from analysis.run.verification.opened import not_as_listed, opened
from analysis.run.verification.verdict import Verified

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.run.job import House, Job
    from analysis.run.outcome import Stage
    from analysis.run.verification.inside import Inside

UNKNOWN: Final = (
    "its notebook is none of this clone's, and running it would run code out of the archive: read its notebook.ipynb "
    "first, then say --run-its-notebooks"
)


def verify(
    path: Path,
    house: House,
    at_a_time: int,
    *,
    run_its_notebooks: bool = False,
    begun: Callable[[list[Job]], None] = lambda _: None,
    tell: Callable[[Stage | Outcome], None] = lambda _: None,
) -> Verified:
    """Verify the archive at ``path`` with this clone; nothing is written outside temporary folders.

    Where a file is not as the manifest lists it, nothing is made anew. ``begun`` is told what will be made, ``tell``
    each event of it. Raises ``RunError`` for what is no whole submission.
    """
    files = opened(path)
    if tampered := not_as_listed(files):
        return Verified(path.name, len(files), tuple(tampered), ())
    there = inside(files, house)
    todo = [one for one in there if one.notebook_known or run_its_notebooks]
    begun([one.job for one in todo])
    outcomes = _made(todo, at_a_time, tell)
    compared = tuple(
        compare(files, one, outcomes[one.job.inputs.name]) if one in todo else not_made(one, UNKNOWN) for one in there
    )
    made = [(one.job, outcomes[one.job.inputs.name]) for one in todo]
    whole = len(made) == len(there) and not any(outcome.failure for _, outcome in made)
    return Verified(path.name, len(files), (), compared, tuple(beside(files, made)) if whole else ())


def _made(todo: list[Inside], at_a_time: int, tell: Callable[[Stage | Outcome], None]) -> dict[str, Outcome]:
    outcomes = {}
    for event in run_jobs([one.job for one in todo], at_a_time):
        tell(event)
        if isinstance(event, Outcome):
            outcomes[event.name] = event
    return outcomes
