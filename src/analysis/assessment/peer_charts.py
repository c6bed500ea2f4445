"""One category beside other areas: the chart of every area's rate, and what may be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.peer_rows import published_areas
from analysis.blocks import Heading, Paragraph, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits.funnel import funnel
from analysis.prose import cannot_say_note
from analysis.prose.peers import ordinal, outlier_sentence, peers_sentence

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.peer_results import PeerResults
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row
    from analysis.peers import PeerComparison

TYPICAL: Final = (
    "Typical is the mean of the other areas' rates, on a scale of ratios and each weighted by what is known of it, so "
    "that one city does not speak for all. The area itself is not in it."
)


def chart_blocks(context: Context, peers: PeerResults, frame: Published, line: str) -> list[Block]:
    """A chart with its sentences."""
    slug, words, found = f"compared-{line}", category_words(line), peers.rates[line]
    heading = Heading(level=2, text=f"{category_title(line)} beside other areas", id=f"beside-{line}")
    if isinstance(found, CannotSay):
        return [heading, cannot_say_note(found, f"how {words} compares")]
    row, unit = frame.row(line=line), f"{category_title(line)} per 1,000 residents"
    area, group = context.partnership.name, peers.others_words
    caption = context.caption(
        slug, _headline(row, area, words),
        f"{unit}, {area} and {context.partnership.peer_group}, {context.window.text}",
        notes=[_together(found)],
    )  # fmt: skip
    drawn = funnel(
        published_areas(context, found),
        caption,
        unit=unit,
        others="the others",
    )
    shown = drawn if said(drawn) else cannot_say_note(drawn, f"how {words} compares")
    sentence = peers_sentence(row, area, words, during=context.window.named, others=group, see=slug)
    return [heading, Paragraph(spans=sentence), *_verdict(row, words), shown]


def _verdict(row: Row, words: str) -> list[Block]:
    """What the funnel's limits allow to be said; where they allow no verdict, that is said once, with the table."""
    sentence = outlier_sentence(row, words)
    return [Paragraph(spans=text(sentence))] if sentence else []


def _headline(row: Row, area: str, words: str) -> str:
    """Where the area stands, and how sure that is, before any word of what is typical."""
    place, low, high, of = (int(row.number(name) or 0) for name in ("place", "place_low", "place_high", "of"))
    lead = f"{numbers.sentence_case(words)} in {area} is {ordinal(place)} of {numbers.in_words(of)} by rate"
    span = "" if low == high else f", perhaps {ordinal(low)} to {ordinal(high)}"
    side = row.words("beside")
    return f"{lead}{span}" + (f", and {side} what is typical of the others" if side in ("above", "below") else "")


def _together(found: PeerComparison) -> str:
    largest = max(found.peers, key=lambda line: line.area.population)
    return (
        f"{TYPICAL} Taken together the others have {numbers.decimal(found.together)}; "
        f"{largest.area.name} has {numbers.percent(100 * found.largest_share, 0)} of their residents."
    )
