"""Places that are high because of a declared event: what its months held there, and what cannot be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.naming import category_words
from analysis.assessment.wording import how_many
from analysis.blocks import Heading, Paragraph, text
from analysis.cannot_say import CannotSay, said
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.params.event import Event
    from analysis.places import EventEffect, Excess

NAMED: Final = 2
"""The categories named of those that stand out: those with most more than usual."""
RULE: Final = (
    "A place is called event-related where the months of a declared event are exceptional there, or where it would not "
    "be among the top ten without what they held more than usual. Monthly figures show no days: that the event is the "
    "cause is not shown."
)


def event_blocks(context: Context, results: Results) -> list[Block]:
    """A paragraph for each event that made a place high, with what cannot be judged; nothing where none did."""
    blocks: list[Block] = []
    for event, found in results.places.events:
        if isinstance(found, CannotSay):
            question = f"whether {_place(results, event)} is high because of {event.name}"
            blocks.append(cannot_say_note(found, question))
        elif found.event_related:
            blocks += [
                Paragraph(spans=text(_what(context, results, event, found))),
                caution(_limits(found), f" {event.published}" if event.published else "", title="Reading this"),
            ]
    return [Heading(level=2, text="Where an event stands behind it", id="where-events"), *blocks] if blocks else []


def event_headline(results: Results) -> str:
    """``June 2022 at Donington Park is event-related``; empty where no event made a place high."""
    named = [
        f"{_months(found)} at {event.where or _place(results, event)}"
        for event, found in results.places.events
        if said(found) and found.event_related
    ]
    return f"{numbers.listed(named)} {'is' if len(named) == 1 else 'are'} event-related" if named else ""


def _place(results: Results, event: Event) -> str:
    names = results.slices.areas.set_index("code")["name"]
    name = str(names.get(event.area, event.area))
    return f"{name} ({event.where})" if event.where else name


def _months(found: EventEffect) -> str:
    return numbers.listed([numbers.month(month) for month in found.months])


def _what(context: Context, results: Results, event: Event, found: EventEffect) -> str:
    here = found.here
    usual = (
        f"where the {found.reference} other months that show what is usual had {here.low} to {here.high}"
        if results.decision is None
        else f"where a usual month, by {found.reference} others, has about {numbers.count(here.usual)}"
    )
    lead = (
        f"{_months(found)} is event-related at {_place(results, event)}: the month of {event.name}. "
        f"{numbers.count(here.count)} crimes were recorded there, {usual}."
    )
    kinds = [
        f"{category_words(each.what)}, {numbers.count(each.count)} (usually {_usual(each)})"
        for each in found.categories
    ]
    most = f" Most were {numbers.listed(kinds[:NAMED])}." if kinds else ""
    return f"{lead}{most}{_everywhere(context, found)}{_year(found)}"


def _usual(each: Excess) -> str:
    return f"about {numbers.count(each.usual)}" if each.usual >= 1 else "none" if each.usual == 0 else "under one"


def _everywhere(context: Context, found: EventEffect) -> str:
    """The same categories over the whole partnership, with the range of the other months."""
    kinds = [
        f"{category_words(each.what)} was {numbers.count(each.count)} "
        f"(usually {_usual(each)}, from {each.low} to {each.high})"
        for each in found.everywhere[:NAMED]
    ]
    return f" Over all of {context.partnership.name}, {numbers.listed(kinds)}." if kinds else ""


def _year(found: EventEffect) -> str:
    if found.rank == found.rank_without:
        return ""
    alone = "its place among the top ten rests on that month alone"
    either_way = f"it is {'' if found.rank <= found.n else 'not '}among the top ten either way"
    kept = alone if found.made_the_top else either_way
    return (
        f" With a usual month instead, the place would be number {found.rank_without} of the year and not number "
        f"{found.rank}: {kept}."
    )


def _limits(found: EventEffect) -> str:
    if isinstance(found.again, CannotSay):
        return f"{RULE} Whether it comes again each year cannot be judged: {found.again.reason}."
    again, of = found.again
    return f"{RULE} The same months were exceptional there in {how_many(again)} of {numbers.plural(of, 'other year')}."
