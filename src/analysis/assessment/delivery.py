"""The delivery plan: every action with owner, date and standing; what changed; how the edition was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.action_table import action_table
from analysis.assessment.context import not_there
from analysis.assessment.delivery_change import change_blocks
from analysis.assessment.delivery_progress import progress_blocks, standing_words
from analysis.assessment.delivery_year import year_blocks
from analysis.assessment.thread import thread_blocks
from analysis.assessment.wording import blank, opening, when
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Action


def delivery(context: Context) -> list[Block]:
    """Progress, what changed, the actions by priority, flags, the golden thread and the timetable."""
    actions = [action for action in context.edition.actions if action.plan == "delivery"]
    blocks: list[Block] = []
    if actions:
        blocks.append(Paragraph(spans=text(standing_words(context, actions))))
        blocks += [*progress_blocks(context, actions), *change_blocks(context, *_before(context), actions, "delivery")]
        blocks += [*year_blocks(context, actions), *_tables(context, actions), *_flags(context, actions)]
    else:
        blocks.append(
            not_there(context, "A delivery plan: actions, owners and dates are the partnership's to declare.")
        )
    blocks += thread_blocks(context)
    if context.edition.timetable:
        blocks += [Heading(level=2, text="Approval timetable", id="timetable"), _timetable(context)]
    return blocks


def _before(context: Context) -> tuple[Sequence[Action] | None, str]:
    """The actions of the edition published before, and its name."""
    before = context.before
    return (None, "") if before is None else (before.edition.actions, before.edition.edition)


def _tables(context: Context, actions: Sequence[Action]) -> list[Block]:
    """One table a priority, in the order of the priorities; one in all where the plan names none."""
    names = {p.id: p.name for p in context.edition.priorities}
    order = [*names, *sorted({action.priority for action in actions} - set(names))]
    groups = {p: [action for action in actions if action.priority == p] for p in order}
    groups = {p: part for p, part in groups.items() if part}
    if len(groups) == 1:
        return [action_table(context, actions, "delivery-actions", "Delivery plan")]
    blocks: list[Block] = []
    for priority, part in groups.items():
        name, place = names.get(priority, priority) or "Across priorities", priority or "across"
        blocks += [
            Heading(level=2, text=name, id=f"actions-{place}"),
            action_table(context, part, f"delivery-actions-{place}", f"Delivery plan: {name}"),
        ]
    return blocks


def _flags(context: Context, actions: Sequence[Action]) -> list[Block]:
    flagged = dict.fromkeys((_named(context, actions, each), each.flag) for each in actions if each.flag)
    if not flagged:
        return []
    lead = Paragraph(spans=text("Kept as declared, and pointed out:"))
    return [lead, Bullets(items=tuple(text(f"{name}: {flag}") for name, flag in flagged))]


def _named(context: Context, actions: Sequence[Action], action: Action) -> str:
    """Its number as published, else that in the table of its priority."""
    if action.ref:
        return action.ref
    names = {p.id: p.name for p in context.edition.priorities}
    same = [each.id for each in actions if each.priority == action.priority]
    return f"{names.get(action.priority, 'Across priorities')}, no. {same.index(action.id) + 1}"


def _timetable(context: Context) -> Block:
    missing = blank(context.edition)
    rows = [
        {
            "step": str(number), "on": when(step.on), "date": step.on, "meeting": step.meeting,
            "purpose": step.purpose or missing, "owner": step.owner or missing, "flag": step.flag,
        }
        for number, step in enumerate(context.edition.timetable, 1)
    ]  # fmt: skip
    fields = [
        Field("step", "Step"), Field("on", "When"), Field("meeting", "Meeting"), Field("purpose", "Purpose"),
        Field("owner", "Lead"),
    ]  # fmt: skip
    if any(row["flag"] for row in rows):
        fields.append(Field("flag", "Remark"))
    caption = context.caption(
        "approval-timetable", f"{opening(len(rows), 'step')} to approval", "Approval timetable",
        source=context.document_source,
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["step"]), caption, fields)
