"""Total rows: each is held to the sum of the rows it adds up, and none is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.sources.partners.cells import Wrong, read_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.params.partner_source import PartnerSource
    from analysis.sources.partners.problems import Problems
    from analysis.sources.partners.reading import Records
    from analysis.sources.partners.table import Cell


def check_totals(records: Records, source: PartnerSource, months: Mapping[str, str], problems: Problems) -> None:
    """Note every total that disagrees with the rows above it; where some of those are withheld, one that is below it.

    A total row adds up what stands above it, from the total row before.
    """
    columns = list(months) if source.shape == "wide" else [source.count.column] if source.count else []
    every, before = [*records.kept, *records.outside], 0
    for row, named in records.totals:
        for column in columns:
            parts = [each for each in every if each.column == column and before < each.row < row]
            _check(
                row,
                column,
                named[column],
                source,
                sum(p.count or 0 for p in parts),
                all(p.count is not None for p in parts),
                problems,
            )
        before = row


def _check(
    row: int, column: str, cell: Cell, source: PartnerSource, known: int, whole: bool, problems: Problems
) -> None:
    try:
        total, _ = read_count(cell, source.count)
    except Wrong as wrong:
        problems.add(row, column, str(wrong))
        return
    if total is None or total == known or (not whole and total > known):
        return
    more = "at least " if not whole else ""
    said = f"the total is {numbers.count(total)}, the rows it adds up give {more}{numbers.count(known)}"
    problems.add(row, column, said)
