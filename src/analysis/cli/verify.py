"""``csp verify``: what agrees, what differs and by how much."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich.console import Console

from analysis import numbers
from analysis.cli.house import err, house, out
from analysis.cli.progress import Board
from analysis.cli.reports import at_a_time, planned
from analysis.cli.up_to_date import own_turn
from analysis.run.stopping import ending_as_ctrl_c

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.run.outcome import Outcome, Stage
    from analysis.run.planned import Makeable
    from analysis.run.verification.numbers_compared import Difference
    from analysis.run.verification.verdict import Compared, Verified

SHOWN: Final = 20
"""Differences of one document that are told in words; ``--json`` has them all."""


class _Progress:
    """The board of the documents being made anew, once it is known which."""

    def __init__(self, console: Console, together: int) -> None:
        self.console, self.together = console, together
        self.board: Board | None = None

    def begin(self, jobs: Sequence[Makeable]) -> None:
        self.board = Board(self.console, [job.inputs.name for job in jobs], f"{self.together} at a time")
        self.board.__enter__()

    def tell(self, event: Stage | Outcome) -> None:
        if self.board:
            self.board.tell(event)

    def end(self) -> None:
        if self.board:
            self.board.__exit__()


def verify(archive: str, partnership: str, edition: str, jobs: str, *, run_its_notebooks: bool, as_json: bool) -> bool:
    """Verify an archive, or where none is named what is published; says what came of it.

    Returns whether all of it agrees.
    """
    together = at_a_time(jobs)
    progress = _Progress(err if as_json else out, together)
    try:
        with ending_as_ctrl_c():
            found = (
                _archive(archive, together, progress, run_its_notebooks=run_its_notebooks)
                if archive
                else _published(partnership, edition, together, progress)
            )
    finally:
        progress.end()
    if as_json:
        print(json.dumps(found.as_dict(), indent=1, sort_keys=True))
    else:
        for line in told(found):
            out.print(line, markup=False)
    return found.agrees


def _archive(archive: str, together: int, progress: _Progress, *, run_its_notebooks: bool) -> Verified:
    from analysis.run.verification.verify import verify as verified

    return verified(
        Path(archive), house(), together, run_its_notebooks=run_its_notebooks,
        begun=progress.begin, tell=progress.tell,
    )  # fmt: skip


def _published(partnership: str, edition: str, together: int, progress: _Progress) -> Verified:
    """Verify the latest edition of every partnership, or those named, while no other run changes them."""
    from analysis.run.verification.verify import verify_published

    place = house()
    with own_turn(place):
        plan = planned(place, partnership, edition)
        return verify_published(plan, place, together, begun=progress.begin, tell=progress.tell)


def told(found: Verified) -> Iterator[str]:
    """What was found, line by line."""
    if found.tampered:
        yield f"{found.archive} is not what its manifest lists; nothing was made anew"
        yield from (f"  {line}" for line in found.tampered)
        return
    if tampered := [line for document in found.documents for line in document.tampered]:
        yield f"{found.archive} is not what its manifests list"
        yield from (f"  {line}" for line in tampered)
    else:
        yield f"{found.archive}: all {found.files} files are as {found.listed} them"
    for document in found.documents:
        yield from _document(document, found.place)
    if found.beside:
        yield "what stands beside the documents DIFFERS"
        yield from _differences(found.beside, found.place)
    yield from (f"not published: {name}" for name in found.missing)
    yield "everything agrees" if found.agrees else "NOT everything agrees"


def _document(document: Compared, place: str) -> Iterator[str]:
    counted = f"{numbers.count(document.cells)} cells in {document.tables} tables compared"
    verdict = "byte-identical" if document.identical and document.agrees else "agrees" if document.agrees else "DIFFERS"
    yield f"{document.name}: {verdict}; {counted}"
    if document.not_made:
        yield f"  not made anew: {document.not_made}"
    yield from (f"  inputs: {line}" for line in document.broken)
    yield from (f"  since it was made: {line}" for line in document.since)
    yield from _differences(document.differences, place)
    if document.drawn:
        yield f"  drawn otherwise, with the same words: {', '.join(document.drawn)}"
    if document.changed:
        yield f"  this clone has another {numbers.listed(document.changed)} than it was made with"


def _differences(found: tuple[Difference, ...], place: str) -> Iterator[str]:
    yield from (f"  {difference_words(each, place)}" for each in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"  and {numbers.count(len(found) - SHOWN)} more; --json lists all"


def difference_words(found: Difference, place: str = "in the archive") -> str:
    """One difference: where, what stands in ``place``, what was made, and by how much they differ."""
    where = f"{found.where}{f', row {found.row}' if found.row else ''}, {found.column}"
    words = f'{where}: "{found.archived}" {place}, "{found.anew}" made anew'
    if found.absolute is None or found.relative is None:
        return words
    relative = "" if math.isinf(found.relative) else f", {100 * found.relative:.3g} %"
    return f"{words}; they differ by {found.absolute:.6g}{relative}"
