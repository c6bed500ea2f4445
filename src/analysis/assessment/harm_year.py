"""Harm on the year: over the range of weights, with chance, and as wide as a moving mix of offences makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.harm_counts import counts_of
from analysis.blocks import Paragraph, strong, text
from analysis.cannot_say import CannotSay, said
from analysis.measures import ALL_CRIME, TYPICAL_PHI
from analysis.measures.harm import harm_change
from analysis.prose import LEVEL_WORDS, cannot_say_note, limits
from analysis.sources.weights import harm_weights

if TYPE_CHECKING:
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.measures.harm import HarmChange


def year_blocks(results: Results) -> list[Block]:
    """Harm of the period against the one before."""
    found = year_of_harm(results)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "whether harm changed on the year")]
    if said(year := results.on_the_year[ALL_CRIME]) and year.breaks:
        taken = f" The comparison takes in {numbers.listed(year.breaks)}."
    else:
        taken = ""
    return [Paragraph(spans=text(strong("Harm on the year."), f" {_same(found)}{taken}")), caution(_moved(found))]


def year_of_harm(results: Results) -> HarmChange | CannotSay:
    """Harm of the period over that of the one before, where all recorded crime can be compared over every month."""
    year = results.on_the_year[ALL_CRIME]
    if isinstance(year, CannotSay):
        return year
    if not year.complete:
        return CannotSay(f"not every month has figures in both periods ({year.months_text})", "incomplete-year")
    before, after = counts_of(results, "previous"), counts_of(results, "latest")
    if isinstance(before, CannotSay) or isinstance(after, CannotSay):
        return next(each for each in (before, after) if isinstance(each, CannotSay))
    swing = {
        line: found.dispersion.widening() if said(found) else TYPICAL_PHI for line, found in results.on_the_year.items()
    }
    return harm_change(before, after, harm_weights(), dispersion=swing)


def _same(found: HarmChange) -> str:
    verdict = found.same_mix_verdict
    lead = f"harm {verdict}" if verdict != "no clear change" else "there is no clear change in harm"
    point = f"{_signed(found.low)} to {_signed(found.high)} by the range of weights"
    span = _span(found.wide_low, found.wide_high)
    return (
        f"If the mix of offences within each category stayed as it was, {lead}: {point}; with chance allowed for "
        f"({LEVEL_WORDS}), {span}."
    )


def _moved(found: HarmChange) -> str:
    span = _span(found.moved_low, found.moved_high)
    unless = {
        "no clear change": "so street-level counts alone do not tell whether harm changed",
        "rose": "so harm rose whatever the mix",
        "fell": "so harm fell whatever the mix",
    }[found.verdict]
    return (
        f"The mix may have moved, and nothing in these data would show it. If it moved from one end of its likely "
        f"range to the other, the change lies anywhere: {span}, {unless}."
    )


def _signed(ratio: float) -> str:
    return numbers.percent(100 * (ratio - 1), 0, signed=True)


def _span(low: float, high: float) -> str:
    return limits(100 * (low - 1), 100 * (high - 1), 0)
