"""All categories at a glance: two twelve-month counts, change with interval, rate, neighbours, sparkline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import Cell, Column, Table
from analysis.disclosure import Published, required, widen
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field, signed_percent
from analysis.exhibits.series import line_of
from analysis.exhibits.spark import sparkline
from analysis.exhibits.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.series_chart import Line

KINDS: Final = ("crime", "total", "apart")
"""Rows in this order: categories of crime, their total, and what is counted apart (anti-social behaviour)."""
BOLD: Final = "A change in bold is clear of chance: its 95% interval leaves out no change."


def profile(
    frame: Published,
    months: Published,
    caption: Caption,
    *,
    previous: str,
    latest: str,
    peers: str = "neighbouring areas",
) -> Shown:
    """Lay out ``frame``, a row per ``category``, with ``months`` (``category``, ``month``, ``count``) as sparklines.

    ``frame`` has ``category`` (as printed), ``kind`` (one of ``KINDS``), ``previous``, ``latest``, ``change``,
    ``change_low``, ``change_high``, ``verdict``, ``rate`` and, if there are peers, ``peer_low`` and ``peer_high``;
    where no row knows an earlier period, the columns of change are left out.
    The arguments ``previous`` and ``latest`` name the two periods. Months may be quarters or years. Raises
    ``ExhibitError`` for a frame without rows.
    """
    ordered = required(frame).sorted(lambda row: KINDS.index(row.words("kind")))
    fields = _fields(previous, latest, peers, ordered)
    printed = table(ordered, fields)
    lines = {row.words("category"): line_of(months.where(_of(row))) for row in ordered}
    rows = tuple(
        _row(cells, [field.key for field in fields], row, lines[row.words("category")])
        for cells, row in zip(printed.rows, ordered, strict=True)
    )
    label = _spark_label(list(lines.values()))
    columns = (*printed.columns, Column(key="spark", label=label, spark=True))
    totals = sum(row.words("kind") != KINDS[0] for row in ordered)
    whole = widen(ordered, months, "category")
    noted = caption.noting(BOLD) if any(field.key == "change" for field in fields) else caption
    return exhibit(whole, noted, fields, printed=Table(columns=columns, rows=rows, total_rows=totals))


def _fields(previous: str, latest: str, peers: str, frame: Published) -> list[Field]:
    fields = [Field("category", "Type"), Field("latest", latest, numbers.count, group="Number recorded")]
    if any(row["previous"].known or row["change"].known for row in frame):
        fields.insert(1, Field("previous", previous, numbers.count, group="Number recorded"))
        fields.append(Field("change", "Change", signed_percent, reliability=True))
        fields.append(Field("change_low", "95% interval", signed_percent, to="change_high"))
    fields.append(Field("rate", "This area", numbers.decimal, group="Rate per 1,000 people", reliability=True))
    if "peer_low" in frame.columns:
        label = numbers.sentence_case(peers)
        fields.append(Field("peer_low", label, numbers.decimal, to="peer_high", group="Rate per 1,000 people"))
    return fields


def _row(cells: tuple[Cell, ...], columns: Sequence[str], row: Row, line: Line) -> tuple[Cell, ...]:
    clear = row.words("verdict") in ("rose", "fell")
    total = row.words("kind") == KINDS[1]
    change = [
        Cell(**{**cell.model_dump(), "strong": total or (clear and column == "change")})
        for column, cell in zip(columns, cells, strict=True)
    ]
    return (*change, sparkline(line.values, _latest(line), _words(line)))


def _latest(line: Line) -> int:
    return min(12, len(line.values)) if line.periods.freqstr == "M" else 1


def _of(wanted: Row) -> Callable[[Row], bool]:
    return lambda row: row["category"].value == wanted["category"].value


def _words(line: Line) -> str:
    """The sparkline in words: ``41 to 128, latest 72``."""
    known = [value for value in line.values if value is not None]
    if not known:
        return "no data"
    return f"{numbers.interval(min(known), max(known), numbers.count)}, latest {numbers.count(known[-1])}"


def _spark_label(lines: Sequence[Line]) -> str:
    periods = [period for line in lines for period in line.periods]
    if not periods:
        return "Over time"
    return f"{numbers.short_month(min(periods))} to {numbers.short_month(max(periods))}"
