"""The highest few of something, usually places: bars, with the year before as marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required, shown
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.ranked_chart import Bar, count_words, ranked_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown


def ranked(
    frame: Published,
    caption: Caption,
    *,
    unit: str,
    after: str,
    before: str = "",
    label: str = "Place",
    more: Sequence[Field] = (),
) -> Shown | CannotSay:
    """Draw ``frame``, a row per ``place`` in the order given, with counts ``after`` and, if there are any, ``before``.

    The arguments ``after`` and ``before`` name the two periods, ``label`` the first column, ``more`` any further
    columns of the table. A withheld count keeps its place without a bar. A frame without any count is refused as
    ``CannotSay``.
    """
    bars = [_bar(row) for row in required(frame)]
    if not any(bar.value for bar in bars):
        return CannotSay("no place has a count", "no-data")
    compared = "before" in frame.columns and any(bar.before is not None for bar in bars)
    fields = [Field("place", label), Field("after", numbers.sentence_case(after), numbers.count)]
    if compared:
        fields.insert(1, Field("before", numbers.sentence_case(before), numbers.count))
    figure = ranked_chart(bars, unit, before if compared else "")
    alt = _alt(bars, caption.subtitle)
    return exhibit(frame, caption, [*fields, *more], figure=figure, alt=alt, print_table=bool(more))


def _bar(row: Row) -> Bar:
    value, before = row.number("after"), row.number("before") if "before" in row else None
    return Bar(row.words("place"), value, before, count_words(value, before) or shown(row["after"].state))


def _alt(bars: list[Bar], subtitle: str) -> str:
    known = [bar for bar in bars if bar.value is not None]
    top = known[0]
    parts = [
        f"Bar chart: {subtitle.rstrip('.')}.",
        f"{top.name} comes first with {top.words}.",
        f"Then {numbers.listed([f'{bar.name} {bar.words}' for bar in known[1:]])}." if known[1:] else "",
    ]
    return " ".join(part for part in parts if part)
