"""One area's rate among those of others: dots with intervals over the limits of a funnel, places with their range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.funnel_chart import Spot, cut_limits, funnel_chart, places_words

if TYPE_CHECKING:
    from analysis.disclosure import Row
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

LEGEND: Final = (
    "Diamond: this area, whose own figures are not in what is typical of the others. Lines through the dots are 95% "
    "intervals of the rates. Dark band (95% limits): where all but one in 20 such areas would lie, given how far these "
    "areas differ; light band (99.8%): all but one in 500. Place 1 is the highest rate."
)


def funnel(frame: Published, caption: Caption, *, unit: str, others: str) -> Shown | CannotSay:
    """Draw ``frame``, a row per ``area`` with ``own`` (``yes`` for one), ``rate`` and the rest, highest rate first.

    Columns: ``rate``, ``rate_low``, ``rate_high``, ``shrunk``, ``place``, ``place_low``, ``place_high``,
    ``inner_low`` to ``outer_high`` (the limits, where there are any) and ``typical``, all rates per ``unit``.
    ``others`` names the other areas ("the other eight areas"). A frame without any rate is refused as ``CannotSay``.
    """
    known = required(frame).where(lambda row: row["rate"].known)
    if not len(known):
        return CannotSay("no area has a rate", "no-data")
    ordered = known.sorted(lambda row: (-(row.number("rate") or 0), row.words("area")))
    spots = [_spot(row) for row in ordered]
    typical = ordered.rows[0].number("typical")
    line = f"Typical of {others}: {numbers.decimal(typical)}" if typical is not None else ""
    figure = funnel_chart(spots, unit, typical, line)
    return exhibit(
        ordered, caption.noting(LEGEND, _cut(spots)), _fields(), figure=figure,
        alt=_alt(spots, ordered, caption.subtitle, line),
        print_table=False,
    )  # fmt: skip


def _fields() -> list[Field]:
    return [
        Field("area", "Area"),
        Field("rate", "Rate", numbers.decimal, reliability=True),
        Field("rate_low", "95% interval", numbers.decimal, to="rate_high"),
        Field("shrunk", "Shrunken rate", numbers.decimal),
        Field("place", "Place", numbers.count),
        Field("place_low", "95% interval of place", numbers.count, to="place_high"),
        Field("inner_low", "95% limits", numbers.decimal, to="inner_high"),
        Field("outer_low", "99.8% limits", numbers.decimal, to="outer_high"),
    ]


def _spot(row: Row) -> Spot:
    rate, low, high = (row.number(name) or 0.0 for name in ("rate", "rate_low", "rate_high"))
    places = places_words(row.number("place_low"), row.number("place_high"))
    return Spot(row.words("area"), rate, low, high, _limits(row, "inner"), _limits(row, "outer"), _own(row), places)


def _own(row: Row) -> bool:
    return row.words("own") == "yes"


def _limits(row: Row, name: str) -> tuple[float, float] | None:
    low, high = row.number(f"{name}_low"), row.number(f"{name}_high")
    return None if low is None or high is None else (low, high)


def _cut(spots: list[Spot]) -> str:
    """That a band goes on beyond the picture, and how far; empty where all of it is drawn."""
    wide, narrow = _span(cut_limits(spots, "outer")), _span(cut_limits(spots, "inner"))
    if not wide:
        return ""
    dark = f". So does the dark band, up to {narrow}" if narrow else ""
    return (
        "The light band goes on beyond the picture where an arrow stands at its right edge: its upper limit there is "
        f"{wide}{dark}."
    )


def _span(ends: list[float]) -> str:
    if not ends:
        return ""
    low, high = numbers.decimal(min(ends)), numbers.decimal(max(ends))
    return low if low == high else f"{low} to {high}, by area"


def _alt(spots: list[Spot], frame: Published, subtitle: str, line: str) -> str:
    own = [
        f"{spot.name} has {numbers.decimal(spot.rate)} ({numbers.interval(spot.low, spot.high, numbers.decimal)}), "
        f"place {numbers.count(row.number('place') or 0)} of {len(spots)}, "
        f"or {spot.places} given its uncertainty."
        for spot, row in zip(spots, frame, strict=True)
        if spot.own
    ]
    first, last = spots[0], spots[-1]
    ends = (
        f"The highest is {first.name} with {numbers.decimal(first.rate)}, "
        f"the lowest {last.name} with {numbers.decimal(last.rate)}."
    )
    typical = f"{line}." if line else ""
    return " ".join(
        part
        for part in (f"Dot chart with intervals: {subtitle.rstrip('.')}.", *own, typical, ends, _cut(spots))
        if part
    )
