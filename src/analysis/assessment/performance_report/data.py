"""Where the figures of a performance report come from, and how much of the force's records has a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.methodology.link import methodology_sentence
from analysis.assessment.sources import sources
from analysis.blocks import Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block


def data(context: Context) -> list[Block]:
    """The sources, the assessment that says more, and where the methods are."""
    used = [] if context.slices is None else [sources(context, context.slices)]
    more = (
        "The strategic assessment of this edition has the remarks on each target, the trend of each category and how "
        "complete the records are."
    )
    return [*used, Paragraph(spans=text(more)), Paragraph(spans=methodology_sentence())]
