"""Front matter: what this document is, whose it is, what it rests on, and what it cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import ILLUSTRATIVE, information
from analysis.blocks import Bullets, Definition, Front, text
from analysis.params.figure import known

if TYPE_CHECKING:
    import datetime as dt

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params.figure import Unknown

OPEN_DATA = "Analysis of open data; not produced or endorsed by the partnership."
NOT_SUPPLIED = "not supplied"


def statement(context: Context) -> str:
    """What this document is and is not, for its first page."""
    edition = context.edition
    if edition.basis == "open data":
        return f"{OPEN_DATA} What only the partnership could say is marked {NOT_SUPPLIED}."
    if edition.basis == "illustration":
        return (
            f"{ILLUSTRATIVE}: a fictional partnership with simulated figures, made to show every section. "
            "No figure, place or person in it is real."
        )
    title = edition.document.title if edition.document else "a published document"
    return (
        f"Restates the figures of {title}, in other words. Not produced or endorsed by the partnership. "
        "What the document does not give is marked not published."
    )


def footer(context: Context) -> str:
    """The same in a few words, for the foot of every page."""
    if context.edition.basis == "open data":
        return OPEN_DATA
    if context.edition.basis == "illustration":
        return f"{ILLUSTRATIVE}: fictional partnership, simulated figures."
    return "Restates a published document; not produced or endorsed by the partnership."


def when(value: dt.date | Unknown) -> str:
    """A declared date in words, or why there is none."""
    return numbers.date(value) if known(value) else str(value)  # type: ignore[arg-type]


def details(context: Context) -> tuple[Definition, ...]:
    """The lines of the first page."""
    edition, partnership = context.edition, context.partnership
    approved = f"{edition.approved.by}, {when(edition.approved.on)}" if edition.approved else NOT_SUPPLIED
    data = f"{edition.data.source}, vintage {edition.data.vintage}" if edition.data else "published figures only"
    earlier = [f"{e.edition}" for e in context.declaration.earlier]
    lines = {
        "Partnership": partnership.body,
        "Members": "; ".join(partnership.members) or NOT_SUPPLIED,
        "Partnerships in it": ", ".join(context.declaration.member_partnerships.values()),
        "Period covered": context.period_text,
        "Edition": edition.edition,
        "Speaks from": when(edition.produced),
        "Audience": edition.audience,
        "Status": edition.status,
        "Approved by": approved,
        "Contact": edition.contact or NOT_SUPPLIED,
        "Next update": edition.next_update or NOT_SUPPLIED,
        "Revision": edition.revision or ("None: the first edition here" if not earlier else ""),
        "Earlier editions": ", ".join(earlier),
        "Data": data,
    }
    return tuple(Definition(term=term, spans=text(words)) for term, words in lines.items() if words)


def absent(context: Context) -> list[str]:
    """Which sections this edition cannot have, and why."""
    edition = context.edition
    found = []
    if edition.data is None:
        reason = "the document publishes no counts by month or place"
        found.append(f"Crime and disorder profile, trends and places: {reason}.")
    elif context.annual:
        found.append("Places, seasons and months: the figures are published once a year for the whole council area.")
    elif context.rule.control == "markers" and not edition.priorities:
        found.append("Priorities, targets, surveys, initiatives, actions and approvals: not supplied.")
    if context.annual and not edition.priorities:
        found.append("Priorities, targets, surveys, initiatives, actions and approvals: not supplied.")
    return found


def front(context: Context) -> list[Block]:
    """The front matter, and a note of what this edition cannot have."""
    edition, partnership = context.edition, context.partnership
    first = Front(
        title=edition.title,
        subtitle=f"{partnership.name}, {context.period_text}",
        partnership=partnership.name,
        edition=edition.edition,
        period=context.period_text,
        audience=edition.audience,
        status=edition.status,
        statement=statement(context),
        footer=footer(context),
        mark=context.mark,
        details=details(context),
    )
    missing = absent(context)
    if not missing:
        return [first]
    lead = information("Where there is nothing to show, the section says why.", title="What this edition cannot have")
    return [first, lead, Bullets(items=tuple(text(line) for line in missing))]
