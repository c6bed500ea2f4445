"""Cost and benefit: what the difference is worth, always as a range, loss included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.blocks import Heading

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block


def value(case: Case) -> list[Block]:
    """The range of the benefit and of its ratio to the cost; why there is none where there is none."""
    return [Heading(level=2, text="Cost and benefit", id=case.slug("worth"))]
