"""Which member names which priority, beside those that the county sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import not_there
from analysis.assessment.wording import how_many
from analysis.blocks import Bullets, Cell, Column, Paragraph, Table, ref, text
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block, Spans

SLUG: Final = "member-priorities"
OTHER: Final = "None of the county's"


def priorities(context: Context) -> list[Block]:
    """Which priorities are shared, and the table; a note where no member's are declared."""
    declared = context.edition.member_priorities
    if not declared:
        return [not_there(context, "The priorities of the member partnerships, which only they can declare.")]
    names = {p.id: p.name for p in context.edition.priorities}
    rows = [
        {
            "member": context.declaration.member_partnerships[each.member], "named": each.name,
            "priority": names.get(each.serves, OTHER),
        }
        for each in declared
    ]  # fmt: skip
    fields = [
        Field("priority", "The county's priority"),
        Field("member", "Member partnership"),
        Field("named", "Named"),
    ]
    caption = context.caption(
        SLUG, "What each member names, beside the county's priorities",
        f"Priorities named by the member partnerships of {context.partnership.name}", source=context.document_source,
    )  # fmt: skip
    shown = exhibit(context.declared(rows, key=["member", "named"]), caption, fields, printed=_printed(context, names))
    return [
        Paragraph(spans=text("Shared priorities, and those that stand alone (", ref(SLUG), "):")),
        Bullets(items=tuple(_shared(context, names))), shown,
    ]  # fmt: skip


def _named(context: Context, serves: str) -> dict[str, list[str]]:
    """Of each member that names a priority that serves this one: how it names it."""
    found: dict[str, list[str]] = {}
    for each in context.edition.member_priorities:
        if each.serves == serves:
            found.setdefault(each.member, []).append(each.name)
    return found


def _shared(context: Context, names: dict[str, str]) -> list[Spans]:
    members = context.declaration.member_partnerships
    items = []
    for priority, name in names.items():
        who = [members[each] for each in _named(context, priority)]
        if len(who) == len(members):
            items.append(f"{name} is named by all {numbers.in_words(len(members))} members.")
        elif who:
            verb = "names" if len(who) == 1 else "name"
            items.append(
                f"{name}: {how_many(len(who))} of {numbers.in_words(len(members))} {verb} it ({numbers.listed(who)})."
            )
        else:
            items.append(f"{name} is named by no member.")
    items += [
        f"{members[member]} also names what is none of the county's priorities: {numbers.listed(_small(named))}."
        for member, named in _named(context, "").items()
    ]
    return [text(each) for each in items]


def _small(named: list[str]) -> list[str]:
    return [each[:1].lower() + each[1:] for each in named]


def _printed(context: Context, names: dict[str, str]) -> Table:
    """A row a priority of the county, a column a member."""
    members = context.declaration.member_partnerships
    each_member = [Column(key=f"m{n}", label=name) for n, name in enumerate(members.values())]
    columns = (Column(key="priority", label="The county's priority"), *each_member)
    order = {**names, "": OTHER}
    rows = [
        (Cell(text=name), *(Cell(text="; ".join(_named(context, each).get(member, ["–"]))) for member in members))
        for each, name in order.items()
        if each or _named(context, each)
    ]
    return Table(columns=columns, rows=tuple(rows))
