"""Equality: what is known by protected characteristic, what is not, and the actions of the impact assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.action_table import action_table
from analysis.assessment.breakdown import breakdown_block
from analysis.assessment.context import caution, information, not_there
from analysis.assessment.delivery_progress import MEANT, standing_words
from analysis.assessment.wording import blank, opening
from analysis.blocks import Heading, Paragraph, text
from analysis.delivery import evidence, without_evidence
from analysis.exhibits import Field, exhibit
from analysis.params.equality import PROTECTED
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.delivery import Evidence

RESTRICTED_NOTE: Final = information(
    "Counts of a restricted source from 1 to 4 are withheld, with others where one could be worked out from them: they "
    "are marked [c], which is not zero."
)
"""Over the figures by group."""


def equality(context: Context) -> list[Block]:
    """Evidence by characteristic, by priority and in figures, and the actions; no characteristic is ever inferred."""
    edition = context.edition
    blocks: list[Block] = _known(context) if edition.equality else []
    blocks += _actions(context)
    if not blocks:
        nine = numbers.listed([name.lower() for name in PROTECTED])
        what = f"Evidence by protected characteristic ({nine}), and an Equality Impact Assessment."
        blocks.append(not_there(context, what))
    if edition.data is not None:
        blocks.append(
            information(
                "The data hold no characteristic of any victim or offender; none is inferred from a place or a name."
            )
        )
    return blocks


def _known(context: Context) -> list[Block]:
    found = evidence(context.edition.equality)
    figures = [
        breakdown_block(context, each.characteristic, one)
        for each in found
        if each.declared
        for one in each.declared.figures
    ]
    heading: list[Block] = [Heading(level=2, text="Figures by characteristic", id="equality-figures"), RESTRICTED_NOTE]
    return [
        _evidence(context, found),
        *_gaps(context, found),
        *_by_priority(context, found),
        *(heading if figures else []),
        *figures,
    ]


def _gaps(context: Context, found: Sequence[Evidence]) -> list[Block]:
    """The protected characteristics of which nobody has evidence."""
    gone = without_evidence(found)
    if not gone:
        return [information(f"Something is said of each of the nine protected characteristics.{_bare(found)}")]
    named = numbers.listed([name.lower() for name in gone])
    said = f"{opening(len(gone), 'protected characteristic')} without any evidence: {named}."
    older = context.edition.basis == "published document" and context.edition.period.start < "2010-10"
    act = " The nine are those of the Equality Act 2010, which came after this document." if older else ""
    return [caution(f"{said}{act}", title="Gaps")]


def _bare(found: Sequence[Evidence]) -> str:
    """The characteristics that are said something of, but of which nothing is known for any priority."""
    asked = [each for each in found if each.protected and each.declared and each.declared.priorities]
    bare = [each.characteristic.lower() for each in asked if not each.known_somewhere]
    return f" For no priority is anything known by {numbers.listed(bare, 'or')}." if bare else ""


def _evidence(context: Context, found: Sequence[Evidence]) -> Block:
    missing = blank(context.edition)
    rows = [
        {
            "characteristic": each.characteristic,
            "known": (each.declared.known if each.declared else "") or missing,
            "gap": (each.declared.gap if each.declared else "") or missing,
        }
        for each in found
    ]
    fields = [
        Field("characteristic", "Characteristic"), Field("known", "What is known"), Field("gap", "What is not"),
    ]  # fmt: skip
    caption = context.caption(
        "equality-evidence", "What is known by protected characteristic, and what is not",
        "Evidence by characteristic, this edition", source=context.document_source,
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["characteristic"]), caption, fields)


def _by_priority(context: Context, found: Sequence[Evidence]) -> list[Block]:
    """The grid of priorities and characteristics, and where what is known is known from; nothing where none is said."""
    said = [(each, known) for each in found if each.declared for known in each.declared.priorities]
    if not said:
        return []
    names = {p.id: p.name for p in context.edition.priorities}
    rows = [
        {
            "characteristic": each.characteristic, "priority": names[known.priority], "status": known.state,
            "what": known.what or "no more is said", "source": known.source or "none",
        }
        for each, known in said if known.what or known.source
    ]  # fmt: skip
    fields = [
        Field("characteristic", "Characteristic"), Field("priority", "Priority"), Field("status", "Status"),
        Field("what", "What is known, or is not"), Field("source", "Known from"),
    ]  # fmt: skip
    pieces = opening(sum(known.state == "known" for _, known in said), "piece", "pieces")
    caption = context.caption(
        "equality-sources", f"{pieces} of evidence, each with its source",
        "What is known by characteristic and priority, and from what", source=context.document_source,
    )  # fmt: skip
    table = [exhibit(context.declared(rows, key=["characteristic", "priority"]), caption, fields)] if rows else []
    return [_grid(context, found), *table]


def _grid(context: Context, found: Sequence[Evidence]) -> Block:
    missing = blank(context.edition)
    priorities = context.edition.priorities
    rows: list[dict[str, Any]] = []
    for each in found:
        states = {p.id: known.state if (known := each.of(p.id)) else missing for p in priorities}
        rows.append({"characteristic": each.characteristic, **states})
    cells = [state for row in rows for name, state in row.items() if name != "characteristic"]
    fields = [Field("characteristic", "Characteristic"), *(Field(p.id, p.name) for p in priorities)]
    caption = context.caption(
        "equality-by-priority", f"Something is known in {cells.count('known')} of {len(cells)} cells",
        "What is known for each priority and characteristic", source=context.document_source,
        notes=["Known: the table of sources says what and from where. Gap: someone could find out. "
               f"Not recorded: nobody records it. {numbers.sentence_case(missing)}: nothing was said."],
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["characteristic"]), caption, fields)


def _actions(context: Context) -> list[Block]:
    actions = [action for action in context.edition.actions if action.plan == "equality"]
    if not actions:
        return []
    notes = [] if isinstance(context.edition.produced, Unknown) else [MEANT]
    lead = f"Equality Impact Assessment: {standing_words(context, actions)}"
    return [
        Paragraph(spans=text(lead)),
        action_table(context, actions, "equality-actions", "Equality Impact Assessment actions", *notes),
    ]
