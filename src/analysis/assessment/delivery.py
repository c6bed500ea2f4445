"""The delivery plan: every action with owner, date and standing; what lacks something; how the edition was approved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution, information, not_there
from analysis.assessment.front import when
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.delivery import action_status, loose_ends, plan_ends, tally
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Action, Edition

NOT_GIVEN = "not published"


def delivery(context: Context) -> list[Block]:
    """The actions by priority, loose ends, flags and the timetable; a note where no plan is declared."""
    actions = [action for action in context.edition.actions if action.plan == "delivery"]
    blocks: list[Block] = []
    if actions:
        blocks.append(Paragraph(spans=text(_standing(context, actions))))
        blocks += _tables(context, actions)
        blocks += _flags(actions)
        blocks += _loose(context, actions)
    else:
        blocks.append(
            not_there(context, "A delivery plan: actions, owners and dates are the partnership's to declare.")
        )
    if context.edition.timetable:
        blocks += [Heading(level=2, text="Approval timetable", id="timetable"), *_timetable(context)]
    return blocks


def _tables(context: Context, actions: Sequence[Action]) -> list[Block]:
    """One table a priority, in the order of the priorities; one in all where the plan names none."""
    names = {p.id: p.name for p in context.edition.priorities}
    order = [*names, *sorted({action.priority for action in actions} - set(names))]
    groups = [(p, [action for action in actions if action.priority == p]) for p in order]
    groups = [(p, part) for p, part in groups if part]
    if len(groups) == 1:
        return [action_table(context, actions, "delivery-actions", "Delivery plan")]
    blocks: list[Block] = []
    for priority, part in groups:
        name = names.get(priority, priority) or "Across priorities"
        slug = f"delivery-actions-{priority or 'across'}"
        blocks += [
            Heading(level=2, text=name, id=f"actions-{priority or 'across'}"),
            action_table(context, part, slug, f"Delivery plan: {name}"),
        ]
    return blocks


def _standing(context: Context, actions: Sequence[Action]) -> str:
    on = context.edition.produced
    count = numbers.sentence_case(numbers.plural(len(actions), "action is", "actions are"))
    if isinstance(on, Unknown):
        return f"{count} declared. The day of the edition is {on}, so none is called due or overdue."
    found = tally(actions, on)
    parts = [f"{numbers.in_words(n)} {status}" for status, n in found.progress if n]
    return f"{count} declared; on {numbers.date(on)}: {numbers.listed(parts)}."


def _due(action: Action) -> str:
    return action.due_text or when(action.due)


def _status(action: Action, on: dt.date | Unknown) -> str:
    return action.status if isinstance(on, Unknown) else action_status(action, on)


def action_table(context: Context, actions: Sequence[Action], slug: str, what: str) -> Block:
    """The table of some actions, one row each, in the order declared; columns that none of them fills are left out."""
    edition = context.edition
    names = {p.id: p.name for p in edition.priorities}
    rows = [_action_row(action, number, names, edition) for number, action in enumerate(actions, 1)]
    fields = [
        FIELDS[0],
        *(
            f
            for f in FIELDS[1:]
            if len({row[f.key] for row in rows} - {blank(edition)}) > (f.key in ("priority", "theme"))
        ),
    ]
    empty = [f.label.lower() for f in FIELDS if f not in fields and f.key not in ("priority", "theme")]
    loose = [loose_ends(action) for action in actions]
    undated, unowned = sum(each.date for each in loose), sum(each.owner for each in loose)
    parts = [p for p in (_lacks(undated, "date"), _lacks(unowned, "owner")) if p]
    count = numbers.sentence_case(numbers.plural(len(rows), "action"))
    caption = context.caption(
        slug, f"{count}; {numbers.listed(parts)}" if parts else f"{count}, each with an owner and a date",
        f"{what}, {context.partnership.name}", source=context.document_source,
        notes=[f"{numbers.sentence_case(blank(edition))} for any action: {numbers.listed(empty)}."] if empty else (),
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["id"]), caption, fields)


FIELDS = (
    Field("number", "No."), Field("priority", "Priority"), Field("action", "Action"), Field("outcome", "Intended outcome"),
    Field("owner", "Owner"), Field("barriers", "Barriers"), Field("milestones", "Milestones"), Field("due", "Due"),
    Field("status", "Status"),
)  # fmt: skip


def blank(edition: Edition) -> str:
    """What stands where an action lacks something."""
    return NOT_GIVEN if edition.basis == "published document" else "not supplied"


def _action_row(action: Action, number: int, names: Mapping[str, str], edition: Edition) -> dict[str, object]:
    missing = blank(edition)
    return {
        "id": action.id,
        "number": action.ref or str(number),
        "priority": names.get(action.priority, action.priority) or missing,
        "theme": action.theme or missing,
        "action": action.action,
        "outcome": action.outcome or missing,
        "owner": action.owner or missing,
        "barriers": action.barriers or missing,
        "due": _due(action),
        "due_date": action.due,
        "milestones": action.milestones or missing,
        "funding": action.funding or missing,
        "indicator": action.indicator or missing,
        "status": _status(action, edition.produced),
        "flag": action.flag,
    }


def _lacks(count: int, what: str) -> str:
    return f"{numbers.in_words(count)} without {'an' if what[0] in 'aeiou' else 'a'} {what}" if count else ""


def _flags(actions: Sequence[Action]) -> list[Block]:
    flagged = [(action.ref or action.id, action.flag) for action in actions if action.flag]
    if not flagged:
        return []
    lead = Paragraph(spans=text("Kept as declared, and pointed out:"))
    return [lead, Bullets(items=tuple(text(f"{name}: {flag}") for name, flag in flagged))]


def _loose(context: Context, actions: Sequence[Action]) -> list[Block]:
    """The golden thread's loose ends: priorities without action or indicator, actions without a measure."""
    edition = context.edition
    ends = plan_ends(actions, edition.indicators, edition.priorities)
    names = {p.id: p.name for p in edition.priorities}
    unmeasured = sum(not action.indicator for action in actions)
    lines = []
    if ends.priorities_without_action:
        lines.append(
            f"Priorities without an action: {numbers.listed([names[p] for p in ends.priorities_without_action])}."
        )
    if ends.priorities_without_indicator:
        lines.append(
            f"Priorities without an indicator: {numbers.listed([names[p] for p in ends.priorities_without_indicator])}."
        )
    if unmeasured:
        lines.append(
            f"{numbers.sentence_case(numbers.plural(unmeasured, 'action names', 'actions name'))} no indicator that would show whether it worked."
        )
    if not lines:
        return [information("Every priority has an action and an indicator, and every action has a measure.")]
    return [caution(" ".join(lines), title="Loose ends")]


def _timetable(context: Context) -> list[Block]:
    rows = [
        {
            "step": str(number), "on": when(step.on), "date": step.on, "meeting": step.meeting,
            "purpose": step.purpose or NOT_GIVEN, "owner": step.owner or NOT_GIVEN, "flag": step.flag,
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
        "approval-timetable", f"{numbers.sentence_case(numbers.plural(len(rows), 'step'))} to approval",
        "Approval timetable", source=context.document_source,
    )  # fmt: skip
    return [exhibit(context.declared(rows, key=["step"]), caption, fields)]
