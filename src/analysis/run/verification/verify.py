"""Verify an archive, or what is published: held to its manifest, made anew, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.errors import RunError
from analysis.run.outcome import Outcome
from analysis.run.pool import run_jobs
from analysis.run.verification.beside import beside
from analysis.run.verification.compare import compare, not_made
from analysis.run.verification.inside import inside
from analysis.run.verification.opened import not_as_listed, opened
from analysis.run.verification.published import published
from analysis.run.verification.verdict import Verified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from analysis.run.house import House
    from analysis.run.outcome import Stage
    from analysis.run.planned import Makeable, Planned
    from analysis.run.verification.handed_on import HandedOn

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
    begun: Callable[[Sequence[Makeable]], None] = lambda _: None,
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
    made = {one.name: (one, outcome) for one, outcome in _made(todo, at_a_time, tell)}
    compared = tuple(compare(*made[one.name]) if one in todo else not_made(one, UNKNOWN) for one in there)
    whole = len(made) == len(there) and not any(outcome.failure for _, outcome in made.values())
    again = [(one.job.pack(), outcome) for one, outcome in made.values()]
    return Verified(path.name, len(files), (), compared, tuple(beside(files, again)) if whole else ())


def verify_published(
    plan: Sequence[Planned],
    house: House,
    at_a_time: int,
    *,
    begun: Callable[[Sequence[Makeable]], None] = lambda _: None,
    tell: Callable[[Stage | Outcome], None] = lambda _: None,
) -> Verified:
    """Verify what is published of ``plan``: held to its manifests, made anew from what is declared now, compared.

    Nothing in ``reports/`` is changed. Raises ``RunError`` where none of it is published.
    """
    there, missing = published(plan, house)
    if not there:
        raise RunError.at("verify", "finds nothing published of what was asked for", "Build it first: make reports")
    begun([one.job for one in there])
    compared = {one.name: compare(one, outcome) for one, outcome in _made(there, at_a_time, tell)}
    files = sum(len(one.read()) for one in there)
    found = tuple(compared[one.name] for one in there)
    return Verified("reports/", files, (), found, missing=tuple(missing), published=True)


def _made(
    todo: list[HandedOn], at_a_time: int, tell: Callable[[Stage | Outcome], None]
) -> Iterator[tuple[HandedOn, Outcome]]:
    """Each document with what was made of it, as it comes: no more than one has to lie in memory."""
    by_name = {one.job.inputs.name: one for one in todo}
    for event in run_jobs([one.job for one in todo], at_a_time):
        tell(event)
        if isinstance(event, Outcome):
            yield by_name[event.name], event
