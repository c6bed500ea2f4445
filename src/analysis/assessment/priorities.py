"""The priorities as declared: kind, lead, measures, what each rests on, its objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import not_there
from analysis.assessment.wording import blank
from analysis.blocks import Bullets, Heading, Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params.edition import Priority

KINDS: Final = {"priority": "Priority", "cross-cutting": "Cross-cutting issue", "obligation": "Statutory obligation"}


def priorities(context: Context) -> list[Block]:
    """A part for each priority; a note where none is declared."""
    declared = context.edition.priorities
    if not declared:
        return [not_there(context, "The names of the priorities: setting them is the partnership's decision.")]
    return [block for priority in declared for block in _priority(priority, blank(context.edition))]


def _priority(priority: Priority, missing: str) -> list[Block]:
    lines = [
        ("Kind", KINDS[priority.kind]),
        ("Lead", priority.lead or missing),
        ("Measures named", numbers.listed(priority.measures)),
    ]
    blocks: list[Block] = [
        Heading(level=2, text=priority.name, id=f"priority-{priority.id}"),
        Paragraph(spans=text("; ".join(f"{term}: {words}" for term, words in lines if words), ".")),
    ]
    for lead, items in (("What it rests on:", priority.evidence), ("Objectives:", priority.objectives)):
        if items:
            blocks += [Paragraph(spans=text(lead)), Bullets(items=tuple(text(item) for item in items))]
    return blocks
