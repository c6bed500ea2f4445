"""The table of exceptional months: what was recorded, what was to be expected, and how rare that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field

if TYPE_CHECKING:
    from analysis.disclosure import Published
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.field import Writer

NOTES: Final = (
    "Expected: from the other months of the series outside Covid, allowing for days, season and steady change; the "
    "month itself is left out. Limits: 99 in 100 ordinary months would lie within. Chance: how rarely an ordinary "
    "month would be so far out, on either side.",
    "Many months are looked at, so some lie outside by chance. What is called exceptional stands out all the same at a "
    "false discovery rate of 5%, held apart for months with a declared event, other months of the period, and "
    "earlier. Where one stands out among months of its own group only, and would not among all of the period, that is "
    "said.",
)


def exceptional(frame: Published, caption: Caption, *, expected: Writer, chance: Writer) -> Shown | CannotSay:
    """List the months of ``frame``, a row per ``category`` and ``month`` in the order given.

    Columns ``observed``, ``expected``, ``low``, ``high``, ``ratio``, ``p``, ``verdict`` and ``explanation``;
    ``expected`` and ``chance`` write those two. A frame without rows is refused as ``CannotSay``.
    """
    if not len(required(frame)):
        return CannotSay("no month lies outside its limits", "no-exceptional-month")
    fields = [
        Field("category", "Type"),
        Field("month", "Month", numbers.short_month),
        Field("observed", "Recorded", numbers.count, reliability=True),
        Field("expected", "Expected", expected),
        Field("low", "99% limits", numbers.count, to="high"),
        Field("ratio", "Ratio", numbers.decimal, reliability=True),
        Field("p", "Chance", chance),
        Field("verdict", "What it shows"),
        Field("explanation", "Declared for that month"),
    ]
    return exhibit(frame, caption.noting(*NOTES), fields)
