"""Front matter: what this document is, whose it is, what it rests on, and what it cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import ILLUSTRATIVE, RESTRICTED_MARK, information
from analysis.assessment.evaluated import evaluated_names, evaluation_data
from analysis.assessment.wording import NOT_SUPPLIED, blank, when
from analysis.blocks import Definition, Front, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Edition

OPEN_DATA = "Analysis of open data; not produced or endorsed by the partnership."

NOT_PUBLIC = f"{RESTRICTED_MARK}: for the agencies that it was made for, not for publication."


def own(context: Context) -> str:
    """Whose an edition is that the partnership makes itself."""
    return f"Produced by {context.edition.body or context.partnership.body}."


def statement(context: Context) -> str:
    """What this document is and is not, for its first page."""
    edition = context.edition
    if edition.basis == "open data":
        return f"{OPEN_DATA} What only the partnership could say is marked {NOT_SUPPLIED}."
    if edition.basis == "partnership":
        return f"{own(context)} What it has not declared is marked {NOT_SUPPLIED}."
    if edition.basis == "illustration":
        return (
            f"{ILLUSTRATIVE}: a fictional partnership with simulated figures, made to show every section. "
            "No figure, place or person in it is real."
        )
    title = edition.document.title if edition.document else "a published document"
    names = evaluated_names(edition)
    besides = f" The evaluation of {names} is not from it but from open data." if names else ""
    return (
        f"Restates the figures of {title}, in other words. Not produced or endorsed by the partnership. "
        f"What the document does not give is marked not published.{besides}"
    )


def footer(context: Context) -> str:
    """The same in a few words, for the foot of every page."""
    if context.edition.basis == "open data":
        return OPEN_DATA
    if context.edition.basis == "partnership":
        return own(context)
    if context.edition.basis == "illustration":
        return f"{ILLUSTRATIVE}: fictional partnership, simulated figures."
    return "Restates a published document; not produced or endorsed by the partnership."


def status(edition: Edition) -> str:
    """Draft or final, or that the document does not say which."""
    return "draft or final: not stated" if edition.status == "not published" else edition.status


def details(context: Context) -> tuple[Definition, ...]:
    """The lines of the first page."""
    edition, partnership = context.edition, context.partnership
    missing = blank(edition)
    approved = f"{edition.approved.by}, {when(edition.approved.on)}" if edition.approved else missing
    besides = evaluation_data(edition)
    published = "published figures" if besides else "published figures only"
    data = f"{edition.data.source}, vintage {edition.data.vintage}" if edition.data else published
    earlier = [e.edition for e in context.declaration.earlier]
    lines = {
        "Partnership": edition.body or partnership.body,
        "Members": f"{len(context.members)} agencies, listed under the area" if context.members else missing,
        "Partnerships in it": ", ".join(context.declaration.member_partnerships.values()),
        "Period covered": context.period_text,
        "Edition": edition.edition,
        "As at": when(edition.produced),
        "Audience": edition.audience,
        "Status": status(edition),
        "Approved by": approved,
        "Contact": edition.contact or missing,
        "Next update": edition.next_update or missing,
        "Revision": edition.revision or ("None: the first edition here" if not earlier else ""),
        "Earlier editions": ", ".join(earlier),
        "Data": "; ".join(each for each in (data, besides) if each),
    }
    return defined(lines)


def defined(lines: Mapping[str, str]) -> tuple[Definition, ...]:
    """Terms with their words; without words a term is left out."""
    return tuple(Definition(term=term, spans=text(words)) for term, words in lines.items() if words)


def absent(context: Context) -> list[str]:
    """Which sections this edition cannot have, and why; one sentence each."""
    edition, found = context.edition, []
    if edition.data is None:
        found.append("The document publishes no counts by month or place, so there is no profile, trend or place.")
    if context.annual:
        found.append("The figures are one a year for the whole council area: no months, seasons or places.")
    if edition.basis == "open data":
        found.append(
            "Priorities, targets, surveys, initiatives, actions and approvals are the partnership's to give, and are "
            "not supplied."
        )
    return found


def front(context: Context) -> list[Block]:
    """The front matter, and a note of what this edition cannot have."""
    first, missing = first_page(context, context.edition.title, details(context)), absent(context)
    return [first, information(" ".join(missing), title="What this edition cannot have")] if missing else [first]


def first_page(context: Context, title: str, lines: tuple[Definition, ...] = (), *, leaflet: bool = False) -> Front:
    """The front matter of a document of this edition: its ``title``, and the ``lines`` of its first page."""
    edition, partnership = context.edition, context.partnership
    words = statement(context)
    return Front(
        title=title,
        subtitle=f"{partnership.name}, {context.period_text}",
        partnership=partnership.name,
        edition=edition.edition,
        period=numbers.sentence_case(context.period_text),
        audience=edition.audience,
        status=numbers.sentence_case(status(edition)),
        statement=f"{NOT_PUBLIC} {words}" if edition.audience == "restricted" else words,
        footer=footer(context),
        mark=context.mark,
        details=lines,
        leaflet=leaflet,
    )
