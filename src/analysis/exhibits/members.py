"""The members of a county side by side: small panels of rates, and tables with a column for each member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import Cell, Column, Table
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.members_chart import Panel, members_chart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.field import Field

LEGEND: Final = (
    "Dot: rate; line: its 95% interval by chance alone; dashed: the county. Each panel has a scale of its own. "
    "Overlapping lines: the order may be chance."
)


def members(
    frame: Published, caption: Caption, fields: Sequence[Field], *, together: str, unit: str
) -> Shown | CannotSay:
    """Draw ``rate`` with ``rate_low`` and ``rate_high`` of each ``member``, a panel a ``category``.

    The rows of the member ``together`` are the county's. A frame without any rate is refused as ``CannotSay``.
    """
    rows = list(required(frame))
    names = [name for name in dict.fromkeys(row.words("member") for row in rows) if name != together]
    found = {(row.words("category"), row.words("member")): row for row in rows}
    categories = list(dict.fromkeys(row.words("category") for row in rows))
    panels = [
        Panel(category, [_rate(found[category, name]) for name in names], found[category, together].number("rate"))
        for category in categories
    ]
    if not any(rate for panel in panels for rate in panel.rates):
        return CannotSay("no member has a rate", "no-data")
    alt = " ".join(
        [f"Small charts with a dot for each member: {caption.subtitle.rstrip('.')}.", *map(_ends(names), panels)]
    )
    figure = members_chart(panels, names, unit)
    return exhibit(frame, caption.noting(LEGEND), fields, figure=figure, alt=alt, print_table=False)


def by_member(
    frame: Published, caption: Caption, fields: Sequence[Field], cell: Callable[[Row], Cell], *, last: str = ""
) -> Shown:
    """Print ``frame``, a row per ``category`` and ``member``, with a column for each member; ``cell`` prints one.

    The column of the member ``last`` stands last. The CSV has all ``fields`` of each row.
    """
    rows = list(required(frame))
    names = list(dict.fromkeys(row.words("member") for row in rows))
    names = [*(name for name in names if name != last), *([last] if last in names else [])]
    found = {(row.words("category"), row.words("member")): row for row in rows}
    categories = list(dict.fromkeys(row.words("category") for row in rows))
    columns = (
        Column(key="category", label="Type"),
        *(Column(key=f"m{n}", label=name, align="right") for n, name in enumerate(names)),
    )
    printed = Table(
        columns=columns,
        rows=tuple((Cell(text=category), *(cell(found[category, name]) for name in names)) for category in categories),
    )
    return exhibit(frame, caption, fields, printed=printed)


def _rate(row: Row) -> tuple[float, float, float] | None:
    value, low, high = (row.number(name) for name in ("rate", "rate_low", "rate_high"))
    return None if value is None or low is None or high is None else (value, low, high)


def _ends(names: Sequence[str]) -> Callable[[Panel], str]:
    """``Burglary: highest in Rugby (4.1), lowest in South Warwickshire (2.9).``."""

    def words(panel: Panel) -> str:
        known = [(rate[0], name) for rate, name in zip(panel.rates, names, strict=True) if rate is not None]
        if not known:
            return f"{panel.name}: no rate."
        high, low = max(known), min(known)
        return (
            f"{panel.name}: highest in {high[1]} ({numbers.decimal(high[0])}), lowest in {low[1]} "
            f"({numbers.decimal(low[0])})."
        )

    return words
