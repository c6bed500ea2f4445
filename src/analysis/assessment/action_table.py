"""The table of some actions, one row each, as the delivery plan and the equality section print it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.wording import blank, opening, when
from analysis.delivery import loose_ends, standing
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Action, Edition

FIELDS: Final = (
    Field("number", "No."), Field("priority", "Priority"), Field("action", "Action"),
    Field("outcome", "Intended outcome"), Field("owner", "Owner"), Field("barriers", "Barriers"),
    Field("milestones", "Milestones"), Field("funding", "Funding"), Field("due", "Due"), Field("standing", "Status"),
)  # fmt: skip
PLACED: Final = ("priority",)
"""Columns that say where an action belongs: they are left out where all have the same, not only where none has any."""
SHARED: Final = ("outcome", "owner", "barriers", "milestones", "funding", "due")
"""Columns that are said once in a note where every action has the same."""


def action_table(context: Context, actions: Sequence[Action], slug: str, what: str, *notes: str) -> Block:
    """The table of some actions, in the order declared.

    Columns that none of them fills are left out and named in a note, and so is what all of them share.
    """
    edition, missing = context.edition, blank(context.edition)
    names = {p.id: p.name for p in edition.priorities}
    rows = [_row(action, number, names, edition) for number, action in enumerate(actions, 1)]
    fields = [field for field in FIELDS if field is FIELDS[0] or _told_apart(field.key, rows, missing)]
    caption = context.caption(
        slug, _headline(actions), f"{what}, {context.partnership.name}", source=context.document_source,
        notes=[*_left_out(rows, fields, missing), *notes],
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["id"]), caption, fields)


def _told_apart(column: str, rows: Sequence[Mapping[str, object]], missing: str) -> bool:
    found = {row[column] for row in rows}
    if column in SHARED and len(rows) > 1 and len(found) == 1:
        return False
    return len(found - {missing}) > (column in PLACED)


def _left_out(rows: Sequence[Mapping[str, object]], fields: Sequence[Field], missing: str) -> Iterator[str]:
    """What stands in no column: nobody said it of any action, or it is the same for all."""
    gone = [field for field in FIELDS if field not in fields and field.key not in PLACED]
    empty = [field.label.lower() for field in gone if {row[field.key] for row in rows} == {missing}]
    if empty:
        yield f"{numbers.sentence_case(missing)} for any action: {numbers.listed(empty)}."
    for field in gone:
        if (value := str(rows[0][field.key])) != missing:
            yield f"{field.label}, for every action: {value.rstrip('.')}."


def _headline(actions: Sequence[Action]) -> str:
    """``Twelve actions; three without a date and one without an owner``."""
    loose = [loose_ends(action) for action in actions]
    lacking = {"a date": sum(each.date for each in loose), "an owner": sum(each.owner for each in loose)}
    parts = [_without(count, len(actions), what) for what, count in lacking.items() if count]
    count = opening(len(actions), "action")
    whole = "with an owner and a date" if len(actions) == 1 else "each with an owner and a date"
    return f"{count}; {numbers.listed(parts)}" if parts else f"{count}, {whole}"


def _without(count: int, of: int, what: str) -> str:
    return f"none with {what}" if count == of > 1 else f"{numbers.in_words(count)} without {what}"


def _row(action: Action, number: int, names: Mapping[str, str], edition: Edition) -> dict[str, object]:
    missing = blank(edition)
    status, remark = _standing(action, edition.produced)
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
        "milestones": _steps(action) or action.milestones or missing,
        "funding": action.funding or missing,
        "indicator": action.indicator or missing,
        "status": status,
        "remark": remark,
        "standing": f"{status}: {remark}" if remark else status,
        "flag": action.flag,
    }


def _standing(action: Action, on: dt.date | Unknown) -> tuple[str, str]:
    if isinstance(on, Unknown):
        return action.status, ""
    found = standing(action, on)
    return found.progress, "; ".join(found.remarks)


def _steps(action: Action) -> str:
    """``June 2022 fix lights (done); 15 September 2022 review``; empty where milestones are free text."""
    return "; ".join(
        f"{numbers.date(step.on).split(' ', 1)[1] if step.whole_month else numbers.date(step.on)} {step.what}"
        + (f" ({step.state})" if step.state else "")
        for step in action.steps
    )
