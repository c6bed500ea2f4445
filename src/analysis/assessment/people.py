"""What people told us: surveys with their sample sizes, consultations with how people were reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import caution, not_there
from analysis.assessment.wording import blank, opening
from analysis.blocks import Paragraph, text
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown, known
from analysis.targets import Proportion, proportion

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params.edition import Survey


def people(context: Context) -> list[Block]:
    """Surveys and consultations; a note where there are none."""
    edition = context.edition
    blocks: list[Block] = []
    if edition.surveys:
        blocks += _surveys(context)
    if edition.consultations:
        blocks += _consultations(context)
    if not blocks:
        blocks.append(not_there(context, "Surveys and consultations."))
    return blocks


def _survey_row(survey: Survey, missing: str) -> dict[str, object]:
    low: object = Unknown.NOT_PUBLISHED
    high: object = Unknown.NOT_PUBLISHED
    found = proportion(survey.percent, survey.sample_size) if survey.reached == "random sample" else None
    if isinstance(found, Proportion):
        low, high = found.low, found.high
    return {
        "question": survey.question,
        "when": survey.when or missing,
        "percent": survey.percent,
        "low": low,
        "high": high,
        "sample_size": survey.sample_size,
        "reached": survey.reached,
        "method": survey.method or missing,
    }


def _surveys(context: Context) -> list[Block]:
    surveys = context.edition.surveys
    frame = context.declared([_survey_row(s, blank(context.edition)) for s in surveys], key=["question"])
    fields = [
        Field("question", "Question"),
        Field("when", "When"),
        Field("percent", "Agreed or answered so", numbers.percent),
        Field("low", "95% interval", numbers.percent, to="high"),
        Field("sample_size", "People asked", numbers.count),
        Field("reached", "How reached"),
    ]
    caption = context.caption(
        "surveys", "What surveys found, and how far each can be relied on",
        "Survey results as published, per cent of those who answered", source=context.document_source,
    )  # fmt: skip
    blocks: list[Block] = [exhibit(frame, caption, fields)]
    unsized = [s for s in surveys if not known(s.sample_size)]
    if unsized:
        few = opening(len(unsized), "result is", "results are")
        blocks.append(caution(f"{few} given without a sample size, so no interval can be worked out."))
    if any(s.reached == "convenience sample" for s in surveys):
        blocks.append(
            caution("A convenience sample tells of those who happened to answer, not of the area; it has no interval.")
        )
    return blocks


def _consultations(context: Context) -> list[Block]:
    missing = blank(context.edition)
    rows = [
        {
            "what": c.what, "when": c.when or missing, "people": c.people,
            "method": c.method or missing, "heard": c.heard or missing,
        }
        for c in context.edition.consultations
    ]  # fmt: skip
    fields = [
        Field("what", "Consultation"), Field("when", "When"), Field("people", "People", numbers.count),
        Field("method", "How"), Field("heard", "What was heard"),
    ]  # fmt: skip
    caption = context.caption(
        "consultations", "Who was consulted, and how they were reached", "Consultations for this edition",
        source=context.document_source,
    )  # fmt: skip
    lead = Paragraph(
        spans=text("Those who come to a meeting are not a sample of residents; what they say is worth following up.")
    )
    return [lead, exhibit(context.declared(rows, key=["what"]), caption, fields)]
