"""``csp submission``: an edition's documents, built where they are not there, and one archive of all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.cli.house import house, out
from analysis.cli.reports import Means, run_and_show, to_make
from analysis.cli.up_to_date import own_turn
from analysis.errors import RunError

if TYPE_CHECKING:
    from pathlib import Path


def submission(name: str, partnership: str, edition: str, jobs: str) -> Path | None:
    """Write the archive of ``name`` (``partnership/edition``), or of those two; returns its path, or None on failure.

    The latest edition is taken where none is named. Raises ``RunError`` where no partnership is named.
    """
    from analysis.run.plan import chosen, declared
    from analysis.run.portfolio import write_index
    from analysis.run.submission.make import submission_plan, write_submission

    if name:
        partnership, _, edition = name.partition("/")
    if not partnership or edition == "all":
        raise RunError.at("submission", "is of one edition", "Name it: csp submission west-lothian/2010-11")
    place = house()
    with own_turn(place):
        found = declared(place)
        (pair,) = chosen(found, partnership, edition)
        plan = submission_plan(found, *pair, place)
        if to_make(plan, place) and run_and_show(plan, Means(jobs), place):
            return None
        path = write_submission(found, [one.pack() for one in plan], place)
        write_index(place.reports)
    out.print(f"{path.relative_to(place.root).as_posix()}: {len(plan)} documents, {path.stat().st_size / 1e6:.1f} MB")
    return path
