"""The data dictionary: every column of every exhibit's data, with its meaning, unit and type."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from analysis.errors import RunError
from analysis.run.submission.columns import kind_of, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.blocks import Document, Exhibit

HEADER: Final = ("document", "exhibit", "about", "column", "label", "meaning", "unit", "type")
CHECKS: Final = frozenset({"check", "outcome"})
"""The columns by which an exhibit is known to hold the results of checks."""


def dictionary(documents: Sequence[Document]) -> bytes:
    """Describe each column of each exhibit of ``documents``, as CSV with the columns ``HEADER``.

    ``label`` is what stands over it in the document, empty where it is not printed. Raises ``RunError`` naming every
    column that nobody has described.
    """
    rows = [row for document in documents for exhibit in exhibits(document) for row in _rows(document, exhibit)]
    if bare := sorted({f"{row[3]} ({row[0]}, {row[1]})" for row in rows if not row[5]}):
        do = "Describe it in src/analysis/exhibits/columns.csv, or print it with a label."
        raise RunError.at("the data dictionary", f"has no words for {', '.join(bare)}", do)
    return written([HEADER, *rows])


def exhibits(document: Document) -> list[Exhibit]:
    """The exhibits of ``document`` that have data, in order."""
    return [block for block in document.blocks if block.kind == "exhibit" and block.csv]


def _rows(document: Document, exhibit: Exhibit) -> Iterator[tuple[str, ...]]:
    header, *rows = csv.reader(io.StringIO(exhibit.csv))
    labels = {column.key: _label(column.group, column.label) for column in exhibit.table.columns}
    for place, column in enumerate(header):
        means = meaning(column, labels)
        kind = kind_of([row[place] for row in rows])
        label = labels.get(column, "")
        yield document.name, exhibit.slug, exhibit.subtitle, column, label, means.words, means.unit, kind


def _label(group: str, label: str) -> str:
    return f"{group}: {label}" if group else label


def check_results(documents: Sequence[Document]) -> bytes:
    """The results of all checks of ``documents``, as CSV: ``document, exhibit, check, outcome, words``."""
    found = [(document.name, *row) for document in documents for row in checks_of(document)]
    return written([("document", "exhibit", "check", "outcome", "words"), *found])


def checks_of(document: Document) -> list[tuple[str, str, str, str]]:
    """The results of the checks of ``document``: exhibit, check, outcome, words."""
    return [
        (exhibit.slug, row["check"], row["outcome"], row.get("words", ""))
        for exhibit in exhibits(document)
        for row in csv.DictReader(io.StringIO(exhibit.csv))
        if set(row) >= CHECKS
    ]


def written(rows: Sequence[Sequence[str]]) -> bytes:
    """Rows as CSV, lines ending with a line feed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
