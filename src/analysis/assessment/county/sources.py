"""Where the figures of the overview come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.context import MADE_FROM
from analysis.assessment.methodology.link import methodology_sentence
from analysis.assessment.sources import sources
from analysis.blocks import Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block


def data(context: Context) -> list[Block]:
    """The sources, how to follow a figure back, and where the methods are."""
    if context.slices is None:
        return [
            Paragraph(spans=text(f"{context.document_source} No other data were used.")),
            Paragraph(spans=text(MADE_FROM)),
        ]
    return [
        sources(context, context.slices), Paragraph(spans=text(MADE_FROM)), Paragraph(spans=methodology_sentence()),
    ]  # fmt: skip
