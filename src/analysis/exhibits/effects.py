"""Effects with their intervals, one row each: by design, by choice, by outcome, by placebo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import LOW, Published, required, shown
from analysis.exhibits.changes_chart import Change, changes_chart
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field, signed_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

FILLED: Final = 'Filled dot and bold name: the 95% interval does not include "no difference".'
OPEN: Final = "Open dot: it does."
BARE: Final = "Dot without a line: described only, without an interval."
PICKED: Final = "Shaded: {}."
CLEAR: Final = ("fewer", "more")


def effects(
    frame: Published,
    caption: Caption,
    *,
    unit: str = "Difference from what was expected",
    picked: str = "",
    beside: Sequence[Field] = (),
    first: str = "Compared",
    print_table: bool = False,
    mark: tuple[float, str] | None = None,
) -> Shown | CannotSay:
    """Draw the effects of ``frame``, a row per ``name``, in the frame's order.

    Its columns are those of ``disclosure.effect_columns``, or at the least ``change``, ``change_low``, ``change_high``
    and ``verdict``. Rows whose ``picked`` is ``yes`` are shaded; ``picked`` says in words what they are. Where there
    is a column ``drawn``, only rows of which it is ``yes`` are in the chart. ``beside`` are more columns of the table,
    ``first`` names its row headers. Rows that cannot be said keep their place. A frame in which nothing can be said is
    refused as ``CannotSay``. ``mark`` is a percentage to draw a line at, with what it is (``the known truth``).
    """
    dots = [_dot(row) for row in required(frame) if "drawn" not in row or row.words("drawn") == "yes"]
    if all(dot.percent is None for dot in dots):
        return CannotSay("none of them has an effect that can be shown", "no-effect-shown")
    fields = [
        Field("name", first),
        Field("observed", "Counted", numbers.count),
        Field("expected", "Expected", numbers.count),
        Field("change", "Difference", signed_percent, reliability=True),
        Field("change_low", "95% interval", signed_percent, to="change_high"),
        Field("p", "p", probability),
        Field("verdict", "What it shows"),
        *beside,
    ]
    notes: tuple[str, ...] = (legend(dots), PICKED.format(picked) if picked and any(dot.picked for dot in dots) else "")
    fields = [each for each in fields if each.key in frame.columns]
    figure = changes_chart(dots, unit, line=mark[0] if mark else None)
    words = _alt(dots, caption.subtitle, picked)
    if mark:
        line = f"A dashed line marks {mark[1]}, {signed_percent(mark[0])}."
        notes, words = (*notes, line.replace("A dashed line marks", "Dashed line:", 1)), f"{words} {line}"
    return exhibit(frame, caption.noting(*notes), fields, figure=figure, alt=words, print_table=print_table)


def legend(dots: Sequence[Change]) -> str:
    """What the dots mean, of those that are drawn."""
    drawn = [each for each in dots if each.percent is not None]
    bare = any(each.low is None or each.high is None for each in drawn)
    return " ".join([FILLED, OPEN, *([BARE] if bare else [])])


def probability(value: float) -> str:
    """``0.034``, ``under 0.001``."""
    return "under 0.001" if value < 0.001 else numbers.decimal(value, 3)


def _dot(row: Row) -> Change:
    percent, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    picked = "picked" in row and row.words("picked") == "yes"
    return Change(
        row.words("name"), percent, low, high, row.words("verdict") in CLEAR and percent is not None, _words(row),
        picked=picked,
    )  # fmt: skip


def _words(row: Row) -> str:
    change, low, high = (row[name] for name in ("change", "change_low", "change_high"))
    if not change.known:
        return shown(change.state)
    if not (low.known and high.known):
        return f"{signed_percent(change.value)}, described only"
    return f"{signed_percent(change.value)} ({signed_percent(low.value)} to {signed_percent(high.value)})" + (
        f" {LOW}" if change.low else ""
    )


def _alt(dots: list[Change], subtitle: str, picked: str) -> str:
    clear = [f"{d.name} {d.words}" for d in dots if d.clear]
    unclear = [f"{d.name} {d.words}" for d in dots if d.percent is not None and not d.clear]
    cannot = [d.name for d in dots if d.percent is None]
    asked = [d.name for d in dots if d.picked]
    parts = [
        f"Dot chart with intervals: {subtitle.rstrip('.')}.",
        f"Intervals that do not include no difference: {'; '.join(clear) or 'none'}.",
        f"Others: {'; '.join(unclear) or 'none'}.",
        f"No answer: {'; '.join(cannot)}." if cannot else "",
        f"Picked out as {picked}: {numbers.listed(asked)}." if asked and picked else "",
    ]
    return " ".join(part for part in parts if part)
