"""One document as it was handed on, compared with what its inputs make in this clone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.verification.numbers_compared import Difference, compare_data
from analysis.run.verification.verdict import Compared
from analysis.run.verification.words_compared import compare_lines, notebook_lines, page_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.outcome import Outcome
    from analysis.run.verification.handed_on import HandedOn


def compare(one: HandedOn, outcome: Outcome) -> Compared:
    """Hold the document to ``outcome``: every cell of its data, then its words."""
    if outcome.failure:
        return not_made(one, f"it failed at {outcome.failure.stage}: {outcome.failure.message}")
    archived, anew = one.files(), dict(outcome.files)
    differences, drawn, cells = _only_one(archived, anew), [], 0
    tables = sorted(name for name in archived.keys() & anew.keys() if name.endswith(".csv"))
    for name in tables:
        compared, found = compare_data(name, archived[name], anew[name])
        cells += compared
        differences += found
    for name in sorted(archived.keys() & anew.keys() - set(tables)):
        if archived[name] != anew[name]:
            found = _told_apart(name, archived[name], anew[name], one)
            differences += found
            drawn += [] if found else [name]
    return Compared(
        one.name, cells, len(tables), tuple(differences), one.broken, one.changed, tuple(drawn),
        since=one.since, tampered=one.tampered, identical=one.read() == anew,
    )  # fmt: skip


def not_made(one: HandedOn, why: str) -> Compared:
    """What is to be said of a document that could not be made anew."""
    return Compared(one.name, 0, 0, (), one.broken, one.changed, not_made=why, since=one.since, tampered=one.tampered)


def _only_one(archived: Mapping[str, bytes], anew: Mapping[str, bytes]) -> list[Difference]:
    lost = [Difference(name, 0, "the file", "there", "is not made") for name in sorted(archived.keys() - anew.keys())]
    return lost + [
        Difference(name, 0, "the file", "not there", "made") for name in sorted(anew.keys() - archived.keys())
    ]


def _told_apart(name: str, archived: bytes, anew: bytes, one: HandedOn) -> list[Difference]:
    """Where a reader would see another document; empty where only drawings or their coding differ."""
    if name.endswith(".html"):
        return compare_lines(name, page_lines(archived), page_lines(anew))
    if name.endswith(".ipynb"):
        document = one.job.inputs.document
        return compare_lines(name, notebook_lines(archived, document), notebook_lines(anew, document))
    if one.since and name.endswith(".pdf"):
        # It prints the key of its inputs, which is another now; its words are those of the page, which were compared.
        return []
    return [Difference(name, 0, "the bytes", f"{len(archived)} bytes", f"{len(anew)} bytes, not the same")]
