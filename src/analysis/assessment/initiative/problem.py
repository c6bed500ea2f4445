"""The problem, what was done about it, and what was known before: the first two of five steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import information, not_there
from analysis.blocks import Definition, Definitions, Paragraph, text
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block


def problem(case: Case) -> list[Block]:
    """What it was to mend, what was done, where and when, as declared."""
    declared = case.initiative
    lines = {
        "The problem": declared.problem,
        "What happened" if case.noun == "event" else "What was done": declared.activity,
        "Where": declared.where,
        "When": declared.when,
        "Why there": case.evaluation.chosen.why,
    }
    blocks: list[Block] = [
        Definitions(items=tuple(Definition(term=term, spans=text(words)) for term, words in lines.items() if words))
    ]
    if case.noun == "event":
        blocks.append(
            information(
                "It befell the area; the partnership did not choose it. It is treated here as an evaluator would treat "
                "an initiative, to see what its figures can carry.",
                title="An event, not an initiative",
            )
        )
    return blocks


def evidence_base(case: Case) -> list[Block]:
    """What was known of such initiatives, each finding with its source; a note where none was declared."""
    found = case.evaluation.evidence
    if not found and case.noun == "event":
        return [information("Nobody planned it, so no evidence was weighed beforehand.")]
    if not found:
        return [not_there(case.context, "What was known before of such work, with its sources.")]
    rows = [{"number": str(n), "finding": each.finding, "source": each.source} for n, each in enumerate(found, 1)]
    fields = [Field("number", "No."), Field("finding", "What is known"), Field("source", "Where it is published")]
    caption = case.caption(
        "evidence-base", "What was known of such work elsewhere",
        "Findings named in the plan, with their sources", source="Source: as named in each row.",
    )  # fmt: skip
    lead = (
        f"The plan names {numbers.plural(len(found), 'finding')} from elsewhere. They say what such work can do, and "
        "nothing of what it did here."
    )
    return [Paragraph(spans=text(lead)), exhibit(case.context.declared(rows, key=["number"]), caption, fields)]
