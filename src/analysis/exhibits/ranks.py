"""The order of issues with its uncertainty: ranks, the ranks each may have, the chance of a place among the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.ranks_chart import Place, ranks_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown


def ranks(
    frame: Published, caption: Caption, *, cut: int, titles: tuple[str, str], more: Sequence[Field] = ()
) -> Shown | CannotSay:
    """Draw ``frame``, a row per ``issue`` in its order: ``place``, ``place_low``, ``place_high``, ``chance`` (percent).

    ``forced`` is the rank at which the partnership set an issue. ``more`` are further columns of the table. An issue
    that is not ranked keeps its row; a frame without any rank is refused as ``CannotSay``.
    """
    places = [_place(row) for row in required(frame)]
    if all(each.place is None for each in places):
        return CannotSay("no issue is ranked", "few-scores")
    fields = [
        Field("issue", "Issue"),
        Field("place", "Rank by scores", numbers.count),
        Field("place_low", "Ranks it may have", numbers.count, to="place_high"),
        Field("chance", titles[1], numbers.chance),
        *more,
    ]
    forced = any(each.forced is not None for each in places)
    notes = (
        f"Dot: rank by scores; line: 95% of draws; shaded: the first {numbers.in_words(cut)}.",
        f"Diamond: where the partnership's decision puts it ({numbers.in_words(cut)} where that only makes it a "
        "priority); those below move down."
        if forced
        else "",
    )
    figure = ranks_chart(places, cut, titles)
    alt = _alt(places, caption.subtitle)
    return exhibit(
        frame, caption.noting(" ".join(filter(None, notes))), fields, figure=figure, alt=alt, print_table=False
    )


def _place(row: Row) -> Place:
    place, low, high, forced = (_whole(row, name) for name in ("place", "place_low", "place_high", "forced"))
    chance = row.number("chance")
    words = numbers.chance(chance) if chance is not None else "cannot say"
    if forced is not None:
        words += f"; moved to {numbers.count(forced)}"
    return Place(row.words("issue"), place, low, high, words, forced)


def _whole(row: Row, column: str) -> int | None:
    number = row.number(column)
    return None if number is None else int(number)


def _alt(places: Sequence[Place], subtitle: str) -> str:
    said = [
        f"{each.place}. {each.name}, {each.words}" + ("" if each.low is None else f", rank {each.low} to {each.high}")
        for each in places
        if each.place is not None
    ]
    left = [each.name for each in places if each.place is None]
    rest = f" Not ranked: {numbers.listed(left)}." if left else ""
    return f"Dot chart with intervals: {subtitle.rstrip('.')}. {'; '.join(said)}.{rest}"
