"""The table of some actions, one row each, as the delivery plan and the equality section print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.wording import blank, opening, when
from analysis.delivery import action_status, loose_ends
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Action, Edition

FIELDS: Final = (
    Field("number", "No."), Field("priority", "Priority"), Field("action", "Action"),
    Field("outcome", "Intended outcome"), Field("owner", "Owner"), Field("barriers", "Barriers"),
    Field("milestones", "Milestones"), Field("due", "Due"), Field("status", "Status"),
)  # fmt: skip
PLACED: Final = ("priority",)
"""Columns that say where an action belongs: they are left out where all have the same, not only where none has any."""


def action_table(context: Context, actions: Sequence[Action], slug: str, what: str) -> Block:
    """The table of some actions, in the order declared; columns that none of them fills are left out."""
    edition = context.edition
    names = {p.id: p.name for p in edition.priorities}
    rows = [_row(action, number, names, edition) for number, action in enumerate(actions, 1)]
    fields = [field for field in FIELDS if field is FIELDS[0] or _says_something(field.key, rows, blank(edition))]
    empty = [field.label.lower() for field in FIELDS if field not in fields and field.key not in PLACED]
    caption = context.caption(
        slug, _headline(actions), f"{what}, {context.partnership.name}", source=context.document_source,
        notes=[f"{numbers.sentence_case(blank(edition))} for any action: {numbers.listed(empty)}."] if empty else (),
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["id"]), caption, fields)


def _says_something(column: str, rows: Sequence[Mapping[str, object]], missing: str) -> bool:
    return len({row[column] for row in rows} - {missing}) > (column in PLACED)


def _headline(actions: Sequence[Action]) -> str:
    """``Twelve actions; three without a date and one without an owner``."""
    loose = [loose_ends(action) for action in actions]
    lacking = {"a date": sum(each.date for each in loose), "an owner": sum(each.owner for each in loose)}
    parts = [f"{numbers.in_words(count)} without {what}" for what, count in lacking.items() if count]
    count = opening(len(actions), "action")
    return f"{count}; {numbers.listed(parts)}" if parts else f"{count}, each with an owner and a date"


def _row(action: Action, number: int, names: Mapping[str, str], edition: Edition) -> dict[str, object]:
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
        "due": action.due_text or when(action.due),
        "due_date": action.due,
        "milestones": action.milestones or missing,
        "funding": action.funding or missing,
        "indicator": action.indicator or missing,
        "status": _status(action, edition.produced),
        "flag": action.flag,
    }


def _status(action: Action, on: dt.date | Unknown) -> str:
    return action.status if isinstance(on, Unknown) else action_status(action, on)
