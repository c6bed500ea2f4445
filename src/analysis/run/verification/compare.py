"""One document of an archive compared with what its inputs make in this clone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.run.documents import belongs, record_name
from analysis.run.submission.contents import documents_folder
from analysis.run.verification.numbers_compared import Difference, compare_data
from analysis.run.verification.verdict import Compared
from analysis.run.verification.words_compared import compare_lines, notebook_lines, page_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.outcome import Outcome
    from analysis.run.verification.inside import Inside


def compare(files: Mapping[str, bytes], one: Inside, outcome: Outcome) -> Compared:
    """Hold the document in ``files``, the archive's, to ``outcome``: every cell of its data, then its words."""
    if outcome.failure:
        return not_made(one, f"it failed at {outcome.failure.stage}: {outcome.failure.message}")
    archived, anew = _archived(files, one), dict(outcome.files)
    differences, drawn, cells = _only_one(archived, anew), [], 0
    tables = sorted(name for name in archived.keys() & anew.keys() if name.endswith(".csv"))
    for name in tables:
        compared, found = compare_data(name, archived[name], anew[name])
        cells += compared
        differences += found
    for name in sorted(archived.keys() & anew.keys() - set(tables)):
        if archived[name] != anew[name]:
            found = _told_apart(name, archived[name], anew[name], one.job.inputs.document)
            differences += found
            drawn += [] if found else [name]
    document = f"{one.job.inputs.partnership}/{one.job.inputs.edition}/{one.job.inputs.document}"
    return Compared(document, cells, len(tables), tuple(differences), one.broken, one.changed, tuple(drawn))


def not_made(one: Inside, why: str) -> Compared:
    """What is to be said of a document that could not be made anew."""
    document = f"{one.job.inputs.partnership}/{one.job.inputs.edition}/{one.job.inputs.document}"
    return Compared(document, 0, 0, (), one.broken, one.changed, not_made=why)


def _archived(files: Mapping[str, bytes], one: Inside) -> dict[str, bytes]:
    """The document's files as archived, named as a run names them; its record is no part of what a run makes."""
    document, folder = one.job.inputs.document, f"{documents_folder(one.job)}/"
    own = {name.removeprefix(folder): content for name, content in files.items() if name.startswith(folder)}
    return {name: content for name, content in own.items() if belongs(name, document) and name != record_name(document)}


def _only_one(archived: Mapping[str, bytes], anew: Mapping[str, bytes]) -> list[Difference]:
    lost = [Difference(name, 0, "the file", "there", "is not made") for name in sorted(archived.keys() - anew.keys())]
    return lost + [
        Difference(name, 0, "the file", "not there", "made") for name in sorted(anew.keys() - archived.keys())
    ]


def _told_apart(name: str, archived: bytes, anew: bytes, document: str) -> list[Difference]:
    """Where a reader would see another document; empty where only drawings or their coding differ."""
    if name.endswith(".html"):
        return compare_lines(name, page_lines(archived), page_lines(anew))
    if name.endswith(".ipynb"):
        return compare_lines(name, notebook_lines(archived, document), notebook_lines(anew, document))
    return [Difference(name, 0, "the bytes", f"{len(archived)} bytes", f"{len(anew)} bytes, not the same")]
