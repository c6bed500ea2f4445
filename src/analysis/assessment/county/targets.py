"""The county's own targets, as its assessment tables them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.performance import target_tables
from analysis.blocks import Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block


def county_targets(context: Context, results: Results) -> list[Block]:
    """The tables, with where the remarks on them stand; a note where none are declared."""
    shown = target_tables(context, results)
    if not context.edition.indicators:
        return shown
    more = "The county's own document of this edition has the remarks on each target and what chance alone would do."
    return [*shown, Paragraph(spans=text(more))]
