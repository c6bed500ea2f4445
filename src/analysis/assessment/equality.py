"""Equality: what is known by protected characteristic, what is not, and the actions of the impact assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.action_table import action_table
from analysis.assessment.context import information, not_there
from analysis.assessment.wording import blank
from analysis.blocks import Paragraph, text
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block


def equality(context: Context) -> list[Block]:
    """The table of characteristics and the actions; no characteristic is ever inferred."""
    edition = context.edition
    blocks: list[Block] = []
    if edition.equality:
        blocks.append(_evidence(context))
    actions = [action for action in edition.actions if action.plan == "equality"]
    if actions:
        blocks.append(Paragraph(spans=text("Actions of the Equality Impact Assessment:")))
        blocks.append(action_table(context, actions, "equality-actions", "Equality Impact Assessment actions"))
    if not blocks:
        blocks.append(not_there(context, "Evidence by protected characteristic, and an Equality Impact Assessment."))
    if edition.data is not None:
        blocks.append(
            information(
                "The data hold no characteristic of any victim or offender; none is inferred from a place or a name."
            )
        )
    return blocks


def _evidence(context: Context) -> Block:
    edition = context.edition
    rows = [
        {"characteristic": c.characteristic, "known": c.known or blank(edition), "gap": c.gap or blank(edition)}
        for c in edition.equality
    ]
    fields = [
        Field("characteristic", "Characteristic"), Field("known", "What is known"), Field("gap", "What is not"),
    ]  # fmt: skip
    caption = context.caption(
        "equality-evidence", "What is known by protected characteristic, and what is not",
        "Evidence by characteristic, this edition", source=context.document_source,
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["characteristic"]), caption, fields)
