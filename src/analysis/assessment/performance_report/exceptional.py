"""Months out of the ordinary among those that the report looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.context import not_measured
from analysis.assessment.exceptional import exceptional_blocks

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block


def exceptional(context: Context, results: Results) -> list[Block]:
    """The months looked at alone; a note where the figures are none by month."""
    if context.slices is None or context.annual:
        return [not_measured("The figures do not come by month, so no month can be said to stand out.")]
    return exceptional_blocks(context, results, earlier=False)
