"""Where the leaflet's figures come from, what they leave out, and how hard its words are to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.blocks import Bullets, Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.prose.reading_age import Reading


def about(context: Context, results: Results, measured: Reading | None = None) -> list[Block]:
    """The sources and their limits; ``measured`` is told where it is known."""
    items = [
        "Not all crime is told to the police, so it is not all in these counts.",
        *_without_place(context, results),
    ]
    if context.rule.control != "markers":
        items.append("Some small numbers are hidden, so that no person can be picked out.")
    items.append("The same results are in the longer report. A computer made both, so the figures are the same.")
    if measured is not None:
        items.append(f"The words here suit a reading age of about {round(measured.age)} (by the Flesch-Kincaid grade).")
    sources = Paragraph(spans=text(context.data_source, *_attributions(context)))
    return [Bullets(items=tuple(text(each) for each in items)), sources]


def _without_place(context: Context, results: Results) -> list[str]:
    share = None if context.annual else results.without_location("crime")
    if share is None:
        return []
    per = numbers.percent(100 * share, 0) if round(100 * share) else "Under 1%"
    return [f"{per} of the crimes that the force recorded have no place. They are not in these counts."]


def _attributions(context: Context) -> list[str]:
    slices = context.slices
    found = dict.fromkeys(record.attribution for record in slices.sources) if slices is not None else {}
    return [f" {each}" for each in found]
