"""What these figures are: what street-level data can stand for; of a published document, its claims and its slips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.naming import category_title
from analysis.blocks import Bullets, Paragraph, ref, text
from analysis.evaluation.published_change import published_change
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown
from analysis.prose import chance_sentence, claim_figure, other_causes

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block

STREET = ("police-uk", "simulated")
CHANGE: Final = "percent change"


def figures(context: Context) -> list[Block]:
    """The crosswalk for street-level data; claims, slips and what is not published for a restated document."""
    blocks: list[Block] = []
    source = context.edition.data.source if context.edition.data else ""
    if source in STREET:
        blocks += _crosswalk(context)
    if source == "scotland":
        blocks += _scotland()
    if context.edition.claims:
        blocks.append(_claims(context))
        blocks += _bare_changes(context)
    if context.edition.basis == "published document":
        blocks += _document(context)
    return blocks


def _crosswalk(context: Context) -> list[Block]:
    lead = Paragraph(
        spans=text(
            "Street-level figures are not the official statistics of recorded crime. Each record is placed at the "
            "nearest of a set of map points, a record can be withdrawn or moved later, and some have no place at all. ",
            ref("crosswalk"), " says which measures that partnerships use these categories can stand for.",
        )
    )  # fmt: skip
    if not context.declaration.crosswalk:
        return [lead]
    rows = [
        {
            "measure": row.measure,
            "stands_for": row.stands_for,
            "nearest": " + ".join(category_title(slug) for slug in row.nearest_category.split(" + ")),
            "why": row.why,
        }
        for row in context.declaration.crosswalk
    ]
    fields = [
        Field("measure", "Measure"), Field("stands_for", "Can they stand for it?"),
        Field("nearest", "Nearest category"), Field("why", "Why"),
    ]  # fmt: skip
    no = sum(row["stands_for"] == "no" for row in rows)
    caption = context.caption(
        "crosswalk", f"For {no} of {len(rows)} measures in common use, street-level categories cannot stand",
        "What street-level categories can stand for",
        source="Source: definitions of the measures and of the categories.",
    )  # fmt: skip
    return [lead, exhibit(context.declared(rows, key=["measure"]), caption, fields)]


def _scotland() -> list[Block]:
    return [
        Paragraph(
            spans=text(
                "These are police recorded crimes and offences by council area and financial year, as the Scottish "
                "Government publishes them. Crimes (groups 1 to 5) and offences (groups 6 to 8) are two things and are "
                "never added. There are no months, so nothing is said of seasons, exceptional months or the course of "
                "a year.",
            )
        ),
        caution(
            "Recording changed in April 2004 and again when one force took over in April 2013. No comparison here "
            "crosses either date.",
            title="Breaks in the series",
        ),
    ]


def _claims(context: Context) -> Block:
    rows = [
        {
            "statement": c.statement,
            "figure": c.figure,
            "unit": c.unit,
            "period": c.period or "not published",
            "query": c.query or "No query.",
        }
        for c in context.edition.claims
    ]
    fields = [
        Field("statement", "What was stated"), Field("figure", "Figure", numbers.plain), Field("unit", "Unit"),
        Field("period", "Period"), Field("query", "What a reader should ask"),
    ]  # fmt: skip
    queried = sum(bool(c.query) for c in context.edition.claims)
    caption = context.caption(
        "claims", f"{numbers.sentence_case(numbers.plural(len(rows), 'figure'))} stated without a table; "
        f"{numbers.in_words(queried)} with a query",
        "Figures stated in text, paraphrased", source=context.document_source,
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["statement"]), caption, fields)


def _bare_changes(context: Context) -> list[Block]:
    """What each percentage change stated without counts is consistent with."""
    found = [
        text(
            f"{c.statement.rstrip('.')}: {claim_figure(c)}. {chance_sentence(published_change(c.figure))} "
            f"{other_causes(c.figure, same_season=False)}"
        )
        for c in context.edition.claims
        if c.unit == CHANGE and not isinstance(c.figure, Unknown) and c.figure >= -100
    ]
    if not found:
        return []
    return [Paragraph(spans=text("What changes stated without counts can carry:")), Bullets(items=tuple(found))]


def _document(context: Context) -> list[Block]:
    edition = context.edition
    blocks: list[Block] = []
    if edition.slips:
        rows = [{"where": s.where, "what": s.what} for s in edition.slips]
        numbered = [{"number": str(n), **row} for n, row in enumerate(rows, 1)]
        fields = [Field("number", "No."), Field("where", "Where"), Field("what", "What stands there")]
        caption = context.caption(
            "slips", f"{numbers.sentence_case(numbers.plural(len(rows), 'slip'))} kept as published, and pointed out",
            "Slips and doubtful places in the published document", source=context.document_source,
        )  # fmt: skip
        blocks.append(exhibit(context.declared(numbered, key=["number"]), caption, fields))
    if edition.not_published:
        blocks.append(Paragraph(spans=text("What a reader would look for and the document does not give:")))
        blocks.append(Bullets(items=tuple(text(n.what) for n in edition.not_published)))
    return blocks
