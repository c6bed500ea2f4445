"""The places on a map: every small area with what it had in the period, drawn where enough of it has a location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import exhibits, numbers
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.exhibits import Ground
from analysis.measures import is_asb
from analysis.measures.outlines import shapes
from analysis.places import LOCATED_AT_LEAST, by_place

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.place_rows import PlaceKind
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published

MAPS: Final[dict[PlaceKind, tuple[str, str]]] = {
    "crime": ("map-crime", "recorded crime"),
    "apart": ("map-anti-social-behaviour", "anti-social behaviour"),
}
"""The slug and the words of each map."""
TWICE: Final = 2.0
OUTLINES: Final = (
    "A large area in the country fills more of the map than one in town that has more: read the numbers, not the size."
)
CIRCLES: Final = (
    "No outlines of these small areas are held, so each is a circle at the middle of its published map points."
)
SNAPPED: Final = (
    "Counts are of whole small areas: the publisher moves each record to a nearby point, so nothing finer is drawn."
)


def place_map(context: Context, results: Results) -> list[Block]:
    """A map of recorded crime and one of anti-social behaviour; a sentence why in place of one that is not drawn."""
    ground = _ground(results)
    drawn = [block for kind in MAPS for block in _map(context, results, kind, ground)]
    return [Heading(level=2, text="On the map", id="places-on-the-map"), *drawn] if drawn else []


def _map(context: Context, results: Results, kind: PlaceKind, ground: Ground) -> list[Block]:
    slug, words = MAPS[kind]
    frame = published_map(results, kind)
    if not said(frame):
        return [Paragraph(spans=text(f"No map of {words} is drawn: {frame.reason}."))]
    read = (OUTLINES, SNAPPED) if ground.outlines else (SNAPPED, CIRCLES)
    notes = [note for note in (_months(results, kind), *read) if note]
    caption = context.caption(
        slug, headline(frame, words),
        f"{numbers.sentence_case(words)} by small area (lower layer super output area of 2011), "
        f"{context.partnership.name}, {context.window.text}",
        source=_source(context, results), notes=notes,
    )  # fmt: skip
    shown = exhibits.place_map(
        frame, caption, ground, unit=numbers.sentence_case(words), names=_names(context) if ground.outlines else {}
    )
    if not said(shown):
        return [Paragraph(spans=text(f"No map of {words} is drawn: {shown.reason}."))]
    return [Paragraph(spans=text(f"{_lead(frame, words)} (", ref(slug), ").")), shown]


def published_map(results: Results, kind: PlaceKind) -> Published | CannotSay:
    """Every small area, the highest published count first: ``place``, ``area``, ``kind``, ``rank``, ``count``, ``of``.

    A rank is among published counts alone, so that it tells nothing of one that is withheld. Refuses under
    ``LOCATED_AT_LEAST`` and where no month of the period is known everywhere.
    """
    share = results.without_location(kind)
    if share is not None and 1 - share < LOCATED_AT_LEAST:
        return CannotSay(f"only {1 - share:.0%} of records have a location", "unlocated")
    known = _known(results, kind)
    if known.empty:
        return CannotSay(f"no month of {results.context.window.named} is known for every small area", "no-periods")
    counts = {str(area): int(count) for area, count in known.sum().items()}
    rows = _rows(results, kind, counts)
    shown = [row.words("area") for row in _published(results, rows) if row["count"].known]
    order = sorted(shown, key=lambda area: (-counts[area], area))
    ranks = {area: 1 + sum(counts[other] > counts[area] for other in shown) for area in order}
    placed = {row["area"]: {**row, "rank": ranks.get(row["area"], pd.NA), "of": len(shown)} for row in rows}
    left = sorted(set(counts) - set(order))
    return _published(results, [placed[area] for area in [*order, *left]])


def _known(results: Results, kind: PlaceKind) -> pd.DataFrame:
    """Counts by month and small area in the months of the period that are known everywhere."""
    counts = results.slices.counts
    categories = [slug for slug in sorted(counts["category"].unique()) if is_asb(slug) == (kind == "apart")]
    return by_place(counts, categories).reindex(results.context.window.periods).dropna()


def _months(results: Results, kind: PlaceKind) -> str:
    """That months are left out for not being known everywhere; nothing where none is."""
    known, all_of_them = len(_known(results, kind)), len(results.context.window.periods)
    return f"Counts are of the {known} months of {all_of_them} that are known." if known < all_of_them else ""


def _rows(results: Results, kind: PlaceKind, counts: dict[str, int]) -> list[dict[str, Any]]:
    names = results.slices.areas.set_index("code")["name"]
    return [
        {"place": str(names.get(area, area)), "area": area, "kind": kind, "rank": pd.NA, "count": count, "of": 0}
        for area, count in counts.items()
    ]


def _published(results: Results, rows: list[dict[str, Any]]) -> Published:
    # The window's counts are decided on by area already: these are the cells of the ranking of places, all of them.
    return publish(
        pd.DataFrame(rows), results.context.rule, key=["area"], coordinates={"area": "area", "kind": "kind"},
        counts={"count": {"window": "latest"}}, derived={"rank": ("count",)}, plain=["place", "kind", "of"],
        decision=results.decision_on_places,
    )  # fmt: skip


def _ground(results: Results) -> Ground:
    """Where the small areas lie; an area without a published point has none."""
    areas = results.slices.areas
    small = areas[areas["kind"] == "lsoa"]
    outlines = results.slices.boundaries
    placed = small.dropna(subset=["longitude", "latitude"])
    points = zip(placed["longitude"].astype(float), placed["latitude"].astype(float), strict=True)
    return Ground(
        dict(zip(outlines["area"].astype(str), shapes(outlines), strict=True)) if not outlines.empty else {},
        dict(zip(placed["code"].astype(str), points, strict=True)),
        dict(zip(small["code"].astype(str), small["parent"].astype(str), strict=True)),
    )


def _names(context: Context) -> dict[str, str]:
    own = context.partnership.areas
    return {code: context.name_of(code) for code in own} if len(own) > 1 else {}


def _source(context: Context, results: Results) -> str:
    """The source of the figures, and what must be said wherever the outlines go."""
    outlines = [r for r in results.slices.sources if "boundaries of small areas" in r.title.lower()]
    said_of = dict.fromkeys(record.attribution for record in outlines)
    return " ".join([context.data_source, *said_of])


def headline(frame: Published, words: str) -> str:
    """How many areas have twice the average or more, and what share of the published total that is."""
    counts = [count for row in frame if (count := row.number("count")) is not None]
    average = sum(counts) / len(counts) if counts else 0.0
    high = [count for count in counts if average and count >= TWICE * average]
    of = f"of {len(frame)} small areas"
    if not high:
        return f"None {of} has twice the average of {words}"
    many = f"{numbers.sentence_case(numbers.in_words(len(high)))} {of}"
    one = len(high) == 1
    if len(counts) < len(frame):
        return f"{many} {'has' if one else 'have'} at least twice the average of {words}"
    share = f"{numbers.percent(100 * sum(high) / sum(counts), 0)} of {words} that has a location"
    return f"{many} {'holds' if one else 'hold'} {share}, {'' if one else 'each '}at least twice the average"


def _lead(frame: Published, words: str) -> str:
    """What a small area has on average and what the first has, where both are published."""
    counts = [count for row in frame if (count := row.number("count")) is not None]
    hidden = len(frame) - len(counts)
    middle = f"On average a small area had {numbers.count(round(sum(counts) / len(counts)))} records of {words}"
    first = frame.rows[0]
    most = f"; {first.words('place')} had most, {numbers.count(counts[0])}"
    gone = (
        f". {numbers.sentence_case(numbers.in_words(hidden))} of {len(frame)} are withheld or not known"
        if hidden
        else ""
    )
    return f"{middle}{most}{gone}"
