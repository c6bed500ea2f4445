"""What the leaflet is, what the partnership is doing, and how to ask: declared, else said to be not supplied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.assessment.context import not_there
from analysis.blocks import Bullets, Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block

POLICE: Final = (
    "In an emergency, or if someone is in danger now, call 999.",
    "At any other time, call the police on 101.",
)
"""Numbers that hold all over the United Kingdom."""


def introduction(context: Context) -> list[Block]:
    """What this is, in three sentences."""
    name, who = context.partnership.name, _who(context)
    words = (
        f"This leaflet is for people who live or work in {name}. It tells you what {who} in {context.window.named}, "
        "and what has changed. It is short. A longer report shows how each figure was made."
    )
    return [Paragraph(spans=text(words))]


def _who(context: Context) -> str:
    return "was counted for this made-up place" if context.mark else "the police recorded"


def doing(context: Context) -> list[Block]:
    """The declared sentences; a note where none are."""
    declared = context.edition.leaflet.doing if context.edition.leaflet else ()
    if not declared:
        return [not_there(context, "What is being done, and by whom. Only the partnership can tell you that.")]
    return [Bullets(items=tuple(text(each) for each in declared))]


def ask(context: Context) -> list[Block]:
    """The police's numbers where the place is a real one, what is declared, and the contact."""
    edition = context.edition
    declared = edition.leaflet.ask if edition.leaflet else ()
    lines = [*(() if context.mark else POLICE), *declared]
    if edition.contact and not declared:
        lines.append(f"To ask the partnership, write to: {edition.contact}.")
    blocks: list[Block] = [Bullets(items=tuple(text(each) for each in lines))] if lines else []
    if not edition.contact and not declared:
        blocks.append(not_there(context, "Whom to ask about this leaflet. Your council can tell you who that is."))
    return blocks
