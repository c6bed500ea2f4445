"""Places: the ten small areas with most recorded crime, and the ten with most anti-social behaviour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, information, not_measured
from analysis.assessment.place_event import event_blocks
from analysis.assessment.place_map import place_map
from analysis.assessment.place_patterns import pattern_blocks
from analysis.assessment.place_rows import PlaceKind, published_places, together
from analysis.assessment.place_standings import standings_table
from analysis.assessment.wording import how_many, opening
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import said
from analysis.exhibits import ranked
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.places import TopPlaces

SMALL_AREA: Final = "small areas of about 1,500 residents (lower layer super output areas of 2011)"
TOP_CRIME: Final = "top-places-crime"
KINDS: Final[dict[PlaceKind, tuple[str, str]]] = {
    "crime": (TOP_CRIME, "recorded crime"),
    "apart": ("top-places-anti-social-behaviour", "anti-social behaviour"),
}
"""The slug and the words of each ranking."""
READING: Final = (
    "A place comes high because much is recorded there: a town centre, a hospital, an event. That is no measure of the "
    "risk to those who live there."
)


def places(context: Context, results: Results) -> list[Block]:
    """The rankings, events, and how places stand together; a note where the data have no places."""
    if context.slices is None or context.annual:
        why = "one a year for the whole council area" if context.annual else "not published by place"
        return [not_measured(f"The figures are {why}, so no place can be named.")]
    crime, apart = (_ranking(context, results, kind) for kind in KINDS)
    if not said(results.top_places["crime"]):
        return [*crime, *apart, *place_map(context, results)]
    found = [*event_blocks(context, results), *pattern_blocks(context, results)]
    return [*crime, *found, *apart, *place_map(context, results)]


def ranking_headline(results: Results, kind: PlaceKind, words: str) -> str:
    """What the first places hold together, in a sentence without its full stop; empty where nothing can be ranked."""
    found = results.top_places[kind]
    return together(found, published_places(results, found, kind), words) if said(found) else ""


def _ranking(context: Context, results: Results, kind: PlaceKind) -> list[Block]:
    slug, words = KINDS[kind]
    heading = Heading(level=2, text=f"Where: {words}", id=slug.replace("top-", "where-"))
    found = results.top_places[kind]
    if not said(found):
        return [heading, cannot_say_note(found, f"where {words} is concentrated")]
    frame = published_places(results, found, kind)
    caption = context.caption(
        slug, together(found, frame, words),
        f"{numbers.sentence_case(words)}, {SMALL_AREA}, {context.partnership.name}, {found.window.text}",
        notes=[f"{numbers.sentence_case(c)}." for c in found.cautions if not c.startswith("rates")],
    )  # fmt: skip
    compared = any(place.previous is not None for place in found.places)
    drawn = ranked(
        frame, caption, unit=numbers.sentence_case(words), after=found.window.text,
        before=found.window.back(1).text if compared else "the year before", label="Small area",
    )  # fmt: skip
    shown = drawn if said(drawn) else cannot_say_note(drawn, f"where {words} is concentrated")
    standing = [standings_table(context, results, found)] if kind == "crime" else []
    return [heading, _sentence(found, frame, words, slug), shown, *standing, *_cautions(found, kind)]


def _sentence(found: TopPlaces, frame: Published, words: str, slug: str) -> Paragraph:
    first = frame.rows[0]
    among = "" if all(row["after"].known for row in frame) else "Of the places whose count may be shown, "
    lead = f"{among}{first.words('place')} had the most {words} in {found.window.named}"
    count, share = first.number("after"), first.number("share")
    how = (
        f": {numbers.count(count)} records, {numbers.percent(share)} of those with a location"
        if count is not None and share is not None
        else ""
    )
    return Paragraph(spans=text(f"{lead}{how} (", ref(slug), ").", _lasting(found, frame)))


def _lasting(found: TopPlaces, frame: Published) -> str:
    """How many of the ten last, and which have only now come up."""
    if not found.years:
        return " No earlier year is known whole, so nothing is said of which places last."
    lasting = sum(place.lasting == "persistent" for place in found.places)
    ten, years = numbers.in_words(len(found.places)), numbers.in_words(len(found.years))
    earlier = "the year before" if len(found.years) == 1 else f"each of the {years} years before"
    emerging = [row.words("place") for row in frame if row.words("lasting") == "emerging"]
    risen = f" Emerging, with a clear rise: {numbers.listed(emerging)}." if emerging else ""
    return f" {numbers.sentence_case(how_many(lasting))} of the {ten} were among the top ten of {earlier} too.{risen}"


def _cautions(found: TopPlaces, kind: PlaceKind) -> list[Block]:
    blocks: list[Block] = []
    if found.tied_out:
        more = opening(found.tied_out, "further area has", "further areas have")
        blocks.append(information(f"{more} as many as the last one shown."))
    if kind == "crime":
        blocks.append(caution(READING, title="Reading a ranking"))
    return blocks
