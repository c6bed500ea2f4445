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
from analysis.cli.reports import at_a_time
from analysis.errors import RunError
from analysis.run.stopping import ending_as_ctrl_c

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.run.job import Job
    from analysis.run.verification.numbers_compared import Difference
    from analysis.run.verification.verdict import Compared, Verified

SHOWN: Final = 20
"""Differences of one document that are told in words; ``--json`` has them all."""


class _Progress:
    """The board of the documents being made anew, once it is known which."""

    def __init__(self, console: Console, together: int) -> None:
        self.console, self.together = console, together
        self.board: Board | None = None

    def begin(self, jobs: list[Job]) -> None:
        self.board = Board(self.console, [job.inputs.name for job in jobs], f"{self.together} at a time")
        self.board.__enter__()

    def end(self) -> None:
        if self.board:
            self.board.__exit__()


def verify(archive: str, jobs: str, *, run_its_notebooks: bool, as_json: bool) -> bool:
    """Verify an archive and say what came of it; returns whether all of it agrees."""
    from analysis.run.verification.verify import verify as verified

    if not archive:
        raise RunError.at("verify", "is of one archive", "Name it: make verify ARCHIVE=submission-rugby-2022.zip")
    together = at_a_time(jobs)
    progress = _Progress(err if as_json else out, together)
    try:
        with ending_as_ctrl_c():
            found = verified(
                Path(archive), house(), together, run_its_notebooks=run_its_notebooks,
                begun=progress.begin, tell=lambda event: progress.board.tell(event) if progress.board else None,
            )  # fmt: skip
    finally:
        progress.end()
    if as_json:
        print(json.dumps(found.as_dict(), indent=1, sort_keys=True))
    else:
        for line in told(found):
            out.print(line, markup=False)
    return found.agrees


def told(found: Verified) -> Iterator[str]:
    """What was found, line by line."""
    if found.tampered:
        yield f"{found.archive} is not what its manifest lists; nothing was made anew"
        yield from (f"  {line}" for line in found.tampered)
        return
    yield f"{found.archive}: all {found.files} files are as its manifest lists them"
    for document in found.documents:
        yield from _document(document)
    if found.beside:
        yield "what stands beside the documents DIFFERS"
        yield from _differences(found.beside)
    yield "everything agrees" if found.agrees else "NOT everything agrees"


def _document(document: Compared) -> Iterator[str]:
    counted = f"{numbers.count(document.cells)} cells in {document.tables} tables compared"
    yield f"{document.name}: {'agrees' if document.agrees else 'DIFFERS'}; {counted}"
    if document.not_made:
        yield f"  not made anew: {document.not_made}"
    yield from (f"  inputs: {line}" for line in document.broken)
    yield from _differences(document.differences)
    if document.drawn:
        yield f"  drawn otherwise, with the same words: {', '.join(document.drawn)}"
    if document.changed:
        yield f"  this clone has another {numbers.listed(document.changed)} than it was made with"


def _differences(found: tuple[Difference, ...]) -> Iterator[str]:
    yield from (f"  {difference_words(each)}" for each in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"  and {numbers.count(len(found) - SHOWN)} more; --json lists all"


def difference_words(found: Difference) -> str:
    """One difference: where, what the archive has, what was made, and by how much they differ."""
    where = f"{found.where}{f', row {found.row}' if found.row else ''}, {found.column}"
    words = f'{where}: "{found.archived}" in the archive, "{found.anew}" made anew'
    if found.absolute is None or found.relative is None:
        return words
    relative = "" if math.isinf(found.relative) else f", {100 * found.relative:.3g} %"
    return f"{words}; they differ by {found.absolute:.6g}{relative}"
