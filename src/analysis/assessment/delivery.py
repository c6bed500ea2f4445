"""The delivery plan: every action with owner, date and standing; what lacks something; how the edition was approved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.action_table import action_table
from analysis.assessment.context import caution, information, not_there
from analysis.assessment.wording import blank, opening, when
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.delivery import plan_ends, tally
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Action


def delivery(context: Context) -> list[Block]:
    """The actions by priority, loose ends, flags and the timetable; a note where no plan is declared."""
    actions = [action for action in context.edition.actions if action.plan == "delivery"]
    blocks: list[Block] = []
    if actions:
        blocks.append(Paragraph(spans=text(_standing(context, actions))))
        blocks += [*_tables(context, actions), *_flags(actions), *_loose(context, actions)]
    else:
        blocks.append(
            not_there(context, "A delivery plan: actions, owners and dates are the partnership's to declare.")
        )
    if context.edition.timetable:
        blocks += [Heading(level=2, text="Approval timetable", id="timetable"), _timetable(context)]
    return blocks


def _standing(context: Context, actions: Sequence[Action]) -> str:
    on = context.edition.produced
    count = opening(len(actions), "action is", "actions are")
    if isinstance(on, Unknown):
        return f"{count} declared. The day of the edition is {on}, so none is called due or overdue."
    parts = [f"{numbers.in_words(n)} {status}" for status, n in tally(actions, on).progress if n]
    return f"{count} declared; on {numbers.date(on)}: {numbers.listed(parts)}."


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


def _flags(actions: Sequence[Action]) -> list[Block]:
    numbered = enumerate(actions, 1)
    flagged = dict.fromkeys((action.ref or f"Action {n}", action.flag) for n, action in numbered if action.flag)
    if not flagged:
        return []
    lead = Paragraph(spans=text("Kept as declared, and pointed out:"))
    return [lead, Bullets(items=tuple(text(f"{name}: {flag}") for name, flag in flagged))]


def _loose(context: Context, actions: Sequence[Action]) -> list[Block]:
    """The golden thread's loose ends: priorities without action or indicator, actions without a measure."""
    edition = context.edition
    ends = plan_ends(actions, edition.indicators, edition.priorities)
    names = {p.id: p.name for p in edition.priorities}
    lacking = {"an action": ends.priorities_without_action, "an indicator": ends.priorities_without_indicator}
    lines = [
        f"Priorities without {what}: {numbers.listed([names[p] for p in found])}."
        for what, found in lacking.items()
        if found
    ]
    unmeasured = sum(not action.indicator for action in actions)
    if unmeasured:
        names_none = opening(unmeasured, "action names", "actions name")
        lines.append(f"{names_none} no indicator that would show what came of {'it' if unmeasured == 1 else 'them'}.")
    if not lines:
        return [information("Every priority has an action and an indicator, and every action has a measure.")]
    return [caution(" ".join(lines), title="Loose ends")]


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
