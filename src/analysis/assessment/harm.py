"""Harm: share of records beside share of harm by the Cambridge index, and harm on the year, each as a range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import information, not_measured
from analysis.assessment.harm_counts import counts_of
from analysis.assessment.harm_table import HARM, harm_table, whole_percent
from analysis.assessment.harm_year import year_blocks
from analysis.assessment.naming import category_title, category_words
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.measures.harm import harm_shares
from analysis.prose import cannot_say_note
from analysis.sources.weights import VERSION, harm_weights

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.measures.harm import HarmShare

WHAT: Final = (
    f"The {VERSION}, counts the days of imprisonment at which sentencing starts for an offence. It is an index of "
    "sentences: it says nothing of what victims felt or lost, and nothing of anti-social behaviour, which has no "
    "sentence. It covers England and Wales only."
)


def harm_blocks(context: Context, results: Results) -> list[Block]:
    """Share of records beside share of harm, most harmful first, and harm on the year; a note where there is none."""
    if context.slices is None:
        return [not_measured("The document publishes no counts by category, so no share of harm can be worked out.")]
    if context.annual or context.country not in ("england", "wales"):
        return [
            cannot_say_note(
                CannotSay("the Cambridge Crime Harm Index covers England and Wales only", "no-harm-weight"),
                "how harm is shared among categories",
            )
        ]
    found = _shares(results)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "how harm is shared among categories")]
    heading = Heading(level=2, text="Share of harm", id="harm")
    return [
        heading,
        _sentence(context, found),
        harm_table(context, results, found),
        information(WHAT),
        *year_blocks(results),
    ]


def _shares(results: Results) -> tuple[HarmShare, ...] | CannotSay:
    counts = counts_of(results, "latest")
    return harm_shares(counts, harm_weights()) if said(counts) else counts


def _sentence(context: Context, found: tuple[HarmShare, ...]) -> Paragraph:
    first = found[0]
    lead = (
        f"{category_title(first.category)} were {whole_percent(first.share)} of crimes recorded in "
        f"{context.window.named}, and between {whole_percent(first.low)} and {whole_percent(first.high)} of harm as "
        "the index counts it ("
    )
    more = [category_words(each.category) for each in found if each.low > each.share]
    less = [category_words(each.category) for each in found if each.high < each.share]
    heavy = f" Over the whole likely range {numbers.listed(more)} weigh more in harm than in number" if more else ""
    light = f"{', and ' if more else ' Over the whole likely range '}{numbers.listed(less)} weigh less" if less else ""
    return Paragraph(spans=text(lead, ref(HARM), ").", f"{heavy}{light}." if more or less else ""))
