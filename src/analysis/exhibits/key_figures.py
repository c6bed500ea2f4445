"""The few big numbers at the head of a section, each with its uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.blocks import KeyFigure, KeyFigures
from analysis.disclosure import shown
from analysis.errors import ExhibitError
from analysis.exhibits.field import signed_percent

if TYPE_CHECKING:
    from analysis.disclosure import Row

MOST = 4


def key_figure(row: Row, label: str, *, before: str, ref: str = "") -> KeyFigure:
    """The count ``after`` of ``row``, with its change on ``before`` (the name of the earlier period) below it.

    ``row`` has the columns of ``disclosure.change_columns``. A count that is not known shows its symbol and why.
    """
    after = row["after"]
    if not after.known:
        return KeyFigure(label=label, value=shown(after.state), detail=after.note, ref=ref)
    return KeyFigure(label=label, value=numbers.count(after.value), detail=_detail(row, before), ref=ref)


def key_figures(*figures: KeyFigure) -> KeyFigures:
    """A row of one to four key figures; ``ExhibitError`` for none or more."""
    if not 1 <= len(figures) <= MOST:
        raise ExhibitError(f"a row of key figures has one to {numbers.in_words(MOST)}, not {len(figures)}")
    return KeyFigures(items=figures)


def _detail(row: Row, before: str) -> str:
    verdict, change = row["verdict"], row["change"]
    if not verdict.known:
        return f"cannot be compared: {verdict.note}"
    words = str(verdict.value)
    if not change.known:
        return f"{numbers.count(row.number('before') or 0)} in {before}"
    low, high = (signed_percent(row.number(name) or 0) for name in ("change_low", "change_high"))
    return f"{words} on {before}: {signed_percent(change.value)} ({low} to {high})"
