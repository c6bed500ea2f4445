"""Small areas on a map: filled by class where their outlines are held, else as circles by count."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, State, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.map_classes import bands
from analysis.exhibits.map_drawing import circle_map, class_map
from analysis.exhibits.map_sheet import Numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown
    from analysis.exhibits.map_classes import Band
    from analysis.exhibits.map_ground import Ground

NUMBERED: Final = 10
"""Places that have a number on the map."""
WITHHELD: Final = (State.SUPPRESSED, State.WITHHELD)


@dataclass(frozen=True)
class Read:
    """What a map takes from its published frame."""

    counts: Mapping[str, float]
    unknown: Mapping[str, str]
    places: tuple[Numbered, ...]


def place_map(
    frame: Published, caption: Caption, ground: Ground, *, unit: str, names: Mapping[str, str] | None = None
) -> Shown | CannotSay:
    """Draw ``frame``: a row per small area with ``area``, ``place``, ``rank`` and ``count``, the highest first.

    ``unit`` says what is counted, for the key. ``names`` are the districts named on the map, by code. An area whose
    count is withheld or missing is drawn as that. Refuses where no area has a count or a place on the map.
    """
    found = _read(required(frame), ground)
    if not any(found.counts.values()):
        return CannotSay("no small area on the map has a count", "no-data")
    words = {"title": f"{unit} in a small area", "listed": "Most, as numbered on the map"}
    classes = bands(list(found.counts.values()))
    figure = (
        class_map(ground, found.counts, found.unknown, classes, places=found.places, names=names or {}, **words)
        if ground.outlines
        else circle_map(ground, found.counts, found.unknown, places=found.places, **words)
    )
    return exhibit(
        frame, caption, _fields(unit), figure=figure, alt=_alt(found, classes, caption, ground), print_table=False,
        pannable=True,
    )  # fmt: skip


def _fields(unit: str) -> list[Field]:
    return [
        Field("place", "Small area"),
        Field("rank", "Number on the map, or place", numbers.count),
        Field("count", unit, numbers.count, reliability=True),
    ]


def _read(frame: Published, ground: Ground) -> Read:
    there = [row for row in frame if row.words("area") in (ground.outlines or ground.points)]
    # Drawn in order of code: the order of the rows could tell of what is withheld.
    each = sorted(((row.words("area"), row["count"]) for row in there), key=itemgetter(0))
    counts = {area: count for area, value in each if (count := value.number) is not None}
    unknown = {area: "withheld" if value.state in WITHHELD else "no data" for area, value in each if not value.known}
    top = [row for row in there if row.number("count")][:NUMBERED]
    places = tuple(
        Numbered(
            row.words("area"), numbers.count(row.number("rank") or 0), row.words("place"),
            numbers.count(row.number("count") or 0),
        )
        for row in top
    )  # fmt: skip
    return Read(counts, unknown, places)


def _alt(found: Read, classes: Sequence[Band], caption: Caption, ground: Ground) -> str:
    named = [f"{place.name} {place.words}" for place in found.places]
    reasons = list(found.unknown.values())
    unknown = [
        f"{reasons.count(why)} with {why}" if why == "no data" else f"{reasons.count(why)} withheld"
        for why in dict.fromkeys(reasons)
    ]
    parts = [
        f"Map: {caption.subtitle.rstrip('.')}.",
        f"Numbered from the most down: {numbers.listed(named)}." if named else "",
        _class_words(classes) if ground.outlines else "Each small area is a circle, its extent by count.",
        f"Without a published count: {numbers.listed(unknown)}." if unknown else "",
    ]
    return " ".join(part for part in parts if part)


def _class_words(classes: Sequence[Band]) -> str:
    each = [f"{band.areas} with {band.words}" for band in reversed(classes) if band.areas]
    return f"Small areas by class: {numbers.listed(each)}."
