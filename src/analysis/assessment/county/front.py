"""The first page of a county's overview: which partnerships it sets side by side, and from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import information
from analysis.assessment.front import details, first_page

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block

TITLE = "County overview"


def front(context: Context) -> list[Block]:
    """The front matter, and what the overview is beside the county's own document and its members'."""
    members = numbers.listed(list(context.declaration.member_partnerships.values()))
    words = (
        f"Sets {members} side by side. What happened in the county as one area is in its own document of this edition, "
        "what happened in one member in that member's where it has one."
    )
    return [first_page(context, f"{TITLE}: {context.partnership.name}", details(context)), information(words)]
