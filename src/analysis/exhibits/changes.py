"""Change by category, with intervals: which changes are clear of chance, and how large they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import LOW, Published, required, shown
from analysis.exhibits.changes_chart import Change, changes_chart
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field, signed_percent

if TYPE_CHECKING:
    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

LEGEND: Final = (
    "Filled dot and bold name: the 95% interval leaves out no change. Open dot: no clear change. "
    "Halving and doubling are drawn equally far from no change."
)


def changes(
    frame: Published, caption: Caption, *, before: str, after: str, unit: str = "Change in the number recorded"
) -> Shown | CannotSay:
    """Draw the changes of ``frame``, a row per ``category`` with the columns of ``disclosure.change_columns``.

    The largest rise stands first; rows whose ``kind`` is ``total`` lead and ``apart`` close, if the frame has ``kind``.
    ``before`` and ``after`` name the periods compared. Rows that cannot be said keep their place at the end, with why.
    A frame in which nothing can be said is refused as ``CannotSay``.
    """
    ordered = required(frame).sorted(_order)
    dots = [_dot(row) for row in ordered]
    if all(dot.percent is None for dot in dots):
        return CannotSay("no category has counts that can be compared", "no-comparison")
    fields = [
        Field("category", "Type"),
        Field("before", numbers.sentence_case(before), numbers.count),
        Field("after", numbers.sentence_case(after), numbers.count),
        Field("change", "Change", signed_percent, reliability=True),
        Field("change_low", "95% interval", signed_percent, to="change_high"),
        Field("verdict", "What it shows"),
    ]
    figure = changes_chart(dots, unit)
    return exhibit(
        ordered, caption.noting(LEGEND), fields, figure=figure, alt=_alt(dots, caption.subtitle), print_table=False
    )


def _order(row: Row) -> tuple[int, bool, float, str]:
    kind = row.words("kind") if "kind" in row else ""
    change = row.number("change")
    place = {"total": 0, "apart": 2}.get(kind, 1)
    return place, change is None, -(change or 0), row.words("category")


def _dot(row: Row) -> Change:
    percent, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    clear = row.words("verdict") in ("rose", "fell")
    apart = "kind" in row and row.words("kind") == "apart"
    return Change(row.words("category"), percent, low, high, clear and percent is not None, _words(row), apart)


def _words(row: Row) -> str:
    """The label at the right: ``+35.1% (+7.3% to +70.4%)``, or the counts, or why there is nothing."""
    change = row["change"]
    if change.known:
        low, high = (signed_percent(row.number(name) or 0) for name in ("change_low", "change_high"))
        reliability = f" {LOW}" if change.low else ""
        return f"{signed_percent(change.value)} ({low} to {high}){reliability}"
    counts = [row.number(name) for name in ("before", "after")]
    if None in counts:
        return shown(change.state)
    return f"{numbers.count(counts[0] or 0)} then {numbers.count(counts[1] or 0)}: too few for a percentage"


def _alt(dots: list[Change], subtitle: str) -> str:
    rose = [f"{d.name} {d.words}" for d in dots if d.clear and (d.percent or 0) > 0]
    fell = [f"{d.name} {d.words}" for d in dots if d.clear and (d.percent or 0) < 0]
    unclear = [d.name for d in dots if d.percent is not None and not d.clear]
    parts = [
        f"Dot chart with intervals: {subtitle.rstrip('.')}.",
        f"Clear rises: {'; '.join(rose) or 'none'}.",
        f"Clear falls: {'; '.join(fell) or 'none'}.",
        f"No clear change: {numbers.listed(unclear) or 'none'}.",
    ]
    return " ".join(parts)
