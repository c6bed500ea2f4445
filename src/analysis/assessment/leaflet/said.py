"""What the leaflet is, what the partnership is doing, and how to ask: declared, else said to be not supplied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.assessment.context import not_there
from analysis.assessment.wording import standing_words
from analysis.blocks import Bullets, Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
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


def doing(context: Context, results: Results) -> list[Block]:
    """The declared sentences, and how many targets stand how; a note where nothing is declared."""
    declared = context.edition.leaflet.doing if context.edition.leaflet else ()
    aims = _aims(context, results)
    if not declared and not aims:
        return [not_there(context, "What is being done, and by whom. Only the partnership can tell you that.")]
    items: list[Block] = [Bullets(items=tuple(text(each) for each in declared))] if declared else []
    return [*items, *aims]


def _aims(context: Context, results: Results) -> list[Block]:
    """How the targets stand, counted as the assessment counts them; nothing where none are declared."""
    if not context.edition.indicators:
        return []
    standing = standing_words([each.status for each in results.assessed])
    words = f"The partnership keeps {len(results.assessed)} measures in view. "
    told = f"Against their targets: {standing}." if standing else "None of them can be judged yet."
    return [Paragraph(spans=text(f"{words}{told} The longer report lists them all."))]


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
