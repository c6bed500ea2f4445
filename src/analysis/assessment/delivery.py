"""The delivery plan: every action with owner, date and standing; what lacks something; how the edition was approved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution, information, not_there
from analysis.assessment.front import when
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.delivery import action_status, plan_ends, tally
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Action

NOT_GIVEN = "not published"


def delivery(context: Context) -> list[Block]:
    """The actions by priority, loose ends, flags and the timetable; a note where no plan is declared."""
    actions = [action for action in context.edition.actions if action.plan == "delivery"]
    blocks: list[Block] = []
    if actions:
        blocks.append(Paragraph(spans=_standing(context, actions)))
        blocks.append(action_table(context, actions, "delivery-actions", "Delivery plan"))
        blocks += _flags(actions)
        blocks += _loose(context, actions)
    else:
        blocks.append(
            not_there(context, "A delivery plan: actions, owners and dates are the partnership's to declare.")
        )
    if context.edition.timetable:
        blocks += _timetable(context)
    return blocks


def _standing(context: Context, actions: Sequence[Action]) -> tuple:  # type: ignore[type-arg]
    on = context.edition.produced
    count = numbers.sentence_case(numbers.plural(len(actions), "action is", "actions are"))
    if isinstance(on, Unknown):
        return text(
            ref("delivery-actions"), f" lists every action. {count} declared; the day of the edition is {on}, so none is called "
            "due or overdue.",
        )  # fmt: skip
    found = tally(actions, on)
    parts = [f"{numbers.in_words(n)} {status}" for status, n in found.progress if n]
    return text(
        ref("delivery-actions"),
        f" lists every action. {count} declared; on {numbers.date(on)}: {numbers.listed(parts)}.",
    )


def _due(action: Action) -> str:
    return action.due_text or when(action.due)


def _status(action: Action, on: dt.date | Unknown) -> str:
    return action.status if isinstance(on, Unknown) else action_status(action, on)


def action_table(context: Context, actions: Sequence[Action], slug: str, what: str) -> Block:
    """The table of some actions, one row each, in the order declared."""
    edition = context.edition
    names = {p.id: p.name for p in edition.priorities}
    missing = "not supplied" if edition.basis == "open data" else NOT_GIVEN
    rows = [
        {
            "id": action.id,
            "number": action.ref or str(number),
            "priority": names.get(action.priority, action.priority) or missing,
            "theme": action.theme,
            "action": action.action,
            "outcome": action.outcome or missing,
            "owner": action.owner or missing,
            "barriers": action.barriers or missing,
            "due": _due(action),
            "due_date": action.due,
            "milestones": action.milestones,
            "funding": action.funding,
            "indicator": action.indicator,
            "status": _status(action, edition.produced),
            "flag": action.flag,
        }
        for number, action in enumerate(actions, 1)
    ]
    fields = [Field("number", "No.")]
    if len({row["priority"] for row in rows}) > 1:
        fields.append(Field("priority", "Priority"))
    fields += [Field("action", "Action"), Field("outcome", "Intended outcome"), Field("owner", "Owner")]
    if any(action.barriers for action in actions):
        fields.append(Field("barriers", "Barriers"))
    fields += [Field("due", "Due"), Field("status", "Status")]
    undated = sum(isinstance(a.due, Unknown) and not a.due_text for a in actions)
    unowned = sum(not a.owner for a in actions)
    parts = [p for p in (_lacks(undated, "date"), _lacks(unowned, "owner")) if p]
    headline = f"{numbers.sentence_case(numbers.plural(len(rows), 'action'))}" + (
        f"; {numbers.listed(parts)}" if parts else ""
    )
    caption = context.caption(slug, headline, f"{what}, {context.partnership.name}", source=context.document_source)
    return exhibit(context.declared(rows, key=["id"]), caption, fields)


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
