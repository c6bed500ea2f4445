"""Prioritisation: how agencies scored issues, how sure the order is, and what the partnership decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.context import not_there
from analysis.assessment.scoring_evidence import evidence_blocks
from analysis.assessment.scoring_results import Scored
from analysis.assessment.scoring_tables import left_out_block, matrix_block, order_block, overrides_block
from analysis.assessment.scoring_words import (
    agreement_sentence,
    lead,
    not_ranked,
    sensitivity_sentence,
    suggestion_words,
)
from analysis.blocks import Bullets, Paragraph, text
from analysis.cannot_say import CannotSay
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block


def prioritisation(context: Context, results: Results) -> list[Block]:
    """The section; a note where no scores were declared."""
    edition = context.edition
    if edition.scoring is None or not edition.scores:
        return [not_there(context, "Scores of issues by member agencies, and the weights they were put together by.")]
    data = results if context.slices is not None else None
    scored = Scored(edition, edition.scoring, data)
    found = scored.order
    if isinstance(found, CannotSay):
        return [Paragraph(spans=text(lead(scored))), cannot_say_note(found, "how the issues rank")]
    return [
        Paragraph(spans=text(lead(scored))),
        matrix_block(context, scored, found),
        order_block(context, scored, found),
        *([Paragraph(spans=text(words))] if (words := not_ranked(scored)) else []),
        Paragraph(spans=text(agreement_sentence(scored))),
        Paragraph(spans=text(sensitivity_sentence(scored))),
        *left_out_block(context, scored),
        *overrides_block(context, scored),
        *_suggestions(scored),
        *evidence_blocks(context, data, scored),
    ]


def _suggestions(scored: Scored) -> list[Block]:
    if not scored.suggested:
        return []
    words = (
        "How the scores spread suggests that these may be cross-cutting issues. It is a rule of thumb, not a finding:"
    )
    items = tuple(text(suggestion_words(scored, each)) for each in scored.suggested)
    return [Paragraph(spans=text(words)), Bullets(items=items)]
