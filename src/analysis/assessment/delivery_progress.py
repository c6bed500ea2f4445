"""How the plan stands by priority, and what is overdue and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.assessment.wording import blank, how_many, opening, when
from analysis.delivery import PROGRESS, SOON, overdue, standing, tally, tally_by_priority
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.delivery import Tally
    from analysis.params import Action

MEANT = (
    f"Due: on that day or within {SOON} days after it. On track: due later, with evidence of progress. Overdue: a date "
    "has passed, and what is declared says that it was not kept. No evidence: what is declared shows none of these."
)
"""What the words of the status column mean, under each table that has one."""


def standing_words(context: Context, actions: Sequence[Action]) -> str:
    """How many actions there are, and how they stand on the edition's day."""
    on = context.edition.produced
    count = opening(len(actions), "action is", "actions are")
    if isinstance(on, Unknown):
        return f"{count} declared. The day of the edition is {on}, so none is called due or overdue."
    found = tally(actions, on)
    parts = [f"{numbers.in_words(n)} {status}" for status, n in found.progress if n]
    undated = f" {opening(found.no_date, 'action has', 'actions have')} no date." if found.no_date else ""
    return f"{count} declared; on {numbers.date(on)}: {numbers.listed(parts)}.{undated}"


def progress_blocks(context: Context, actions: Sequence[Action]) -> list[Block]:
    """Counts by priority and status with a total, and the actions that are overdue; nothing without a day."""
    on = context.edition.produced
    if isinstance(on, Unknown):
        return []
    late = overdue(actions, on)
    return [_by_priority(context, actions, on), *([_overdue(context, late, on)] if late else [])]


def _by_priority(context: Context, actions: Sequence[Action], on: dt.date) -> Block:
    names = {p.id: p.name for p in context.edition.priorities}
    groups = tally_by_priority(actions, list(names), on)
    rows = [_counts(names.get(name, name) or "Across priorities", found) for name, found in groups.items()]
    total = tally(actions, on)
    fields = [
        Field("priority", "Priority"), Field("actions", "Actions", numbers.count),
        *(Field(_key(status), numbers.sentence_case(status), numbers.count) for status in PROGRESS),
        Field("undated", "No date", numbers.count),
    ]  # fmt: skip
    done, late = total.count("done"), total.count("overdue")
    caption = context.caption(
        "delivery-progress",
        f"{numbers.sentence_case(how_many(done))} of {total.actions} actions done, {how_many(late)} overdue",
        f"Actions by priority and status on {numbers.date(on)}, {context.partnership.name}",
        source=context.document_source, notes=[MEANT, "Each action is counted once, under its first priority."],
    )  # fmt: skip
    frame = context.declared([*rows, _counts("All actions", total)], key=["priority"])
    return exhibit(frame, caption, fields, total_rows=1)


def _key(status: str) -> str:
    return status.replace(" ", "_")


def _counts(name: str, found: Tally) -> dict[str, Any]:
    by_status = {_key(status): count for status, count in found.progress}
    return {"priority": name, "actions": found.actions, **by_status, "undated": found.no_date}


def _overdue(context: Context, late: Sequence[Action], on: dt.date) -> Block:
    missing = blank(context.edition)
    rows = [
        {
            "id": action.id, "number": action.ref or str(number), "action": action.action,
            "owner": action.owner or missing, "due": action.due_text or when(action.due),
            "due_date": action.due, "barriers": action.barriers or missing,
            "remark": numbers.sentence_case("; ".join(standing(action, on).remarks)),
        }
        for number, action in enumerate(late, 1)
    ]  # fmt: skip
    unowned = sum(not action.owner for action in late)
    tail = f", {numbers.in_words(unowned)} of them without an owner" if unowned else ""
    caption = context.caption(
        "delivery-overdue", f"{opening(len(late), 'action is', 'actions are')} overdue{tail}",
        f"Overdue actions on {numbers.date(on)}, the longest first, {context.partnership.name}",
        source=context.document_source,
        notes=["Longest: since the first date that was missed, be it of the action or of one of its milestones."],
    )  # fmt: skip
    fields = [
        Field("number", "No."), Field("action", "Action"), Field("owner", "Owner"), Field("due", "Due"),
        Field("barriers", "Barriers"), Field("remark", "What is known"),
    ]  # fmt: skip
    return exhibit(context.declared(rows, key=["id"]), caption, fields)
