"""Data and methods: sources, coverage, how figures are made, what was withheld, what the report was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.categories import notable
from analysis.assessment.context import MADE_FROM, information
from analysis.assessment.coverage import coverage
from analysis.assessment.evaluated import evaluated_names
from analysis.assessment.evaluation_findings import design_definitions
from analysis.assessment.initiative.data import INTERVALS
from analysis.assessment.interrupted import interruption_blocks
from analysis.assessment.methodology.link import methodology_sentence
from analysis.assessment.methods import methods
from analysis.assessment.sources import recording_changes, sources
from analysis.assessment.trend import trend_table
from analysis.blocks import Bullets, Heading, Paragraph, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.initiative.case import Case
    from analysis.assessment.results import Results
    from analysis.blocks import Block


def data(context: Context, results: Results, cases: Mapping[str, Case]) -> list[Block]:
    """Sources, coverage, methods, disclosure control and the key of the inputs."""
    slices = context.slices
    blocks: list[Block] = [] if slices is not None else [Paragraph(spans=text(_published(context, cases)))]
    if used := [each for each in (slices, *(case.slices for case in cases.values())) if each is not None]:
        blocks += [Heading(level=2, text="Sources", id="sources"), sources(context, *used)]
    if slices is not None:
        blocks += [Heading(level=2, text="Coverage", id="coverage"), *coverage(context, results)]
        blocks += interruption_blocks(context, results)
        blocks += recording_changes(context)
    blocks += [Heading(level=2, text="Methods", id="methods"), _methods(context, cases)]
    blocks += [Paragraph(spans=text(INTERVALS))] if cases else []
    blocks.append(Paragraph(spans=methodology_sentence()))
    if slices is not None:
        blocks += trend_table(context, results, notable(context, results))
    blocks += [Heading(level=2, text="Disclosure control", id="disclosure-control"), _disclosure(context, results)]
    blocks += [Heading(level=2, text="What this was made from", id="made-from"), _key(context)]
    return blocks


def _published(context: Context, cases: Mapping[str, Case]) -> str:
    """Where published figures come from, and what was used besides them, and for what."""
    if not cases:
        return f"{context.document_source} No other data were used."
    return (
        f"{context.document_source} Other data were used for the evaluation of {evaluated_names(context.edition)}, and "
        "to say what other areas did in the time of a published percentage; for nothing else. Their sources follow."
    )


def _methods(context: Context, cases: Mapping[str, Case]) -> Block:
    data = context.slices is not None
    return methods(data=data, annual=context.annual, designs=design_definitions(cases.values()))


def _disclosure(context: Context, results: Results) -> Block:
    public = "The figures are already public, so none is withheld."
    if context.slices is None:
        return Paragraph(spans=text(public))
    if (decision := results.decision) is None:
        low = f"A figure that rests on fewer than {context.rule.low} records carries the marker [low]"
        return Paragraph(spans=text(f"{public} {low}: it can swing widely by chance."))
    words = (
        f"The source is restricted. Of {numbers.count(len(decision.cells))} counts by category, month and period, "
        f"{numbers.count(len(decision.primary))} from {context.rule.smallest} to {context.rule.largest} are withheld, "
        f"and {numbers.count(len(decision.secondary))} more so that none of those can be worked out from totals. What "
        "is worked out from a withheld count is withheld too. Withheld is not zero: it is marked [c]."
    )
    return information(words, title="Small counts are withheld")


def _key(context: Context) -> Block:
    edition = context.edition
    lines = [
        f"Edition {context.partnership.id}/{edition.edition}; inputs {context.declaration.key or 'not frozen'}.",
        MADE_FROM,
    ]
    return Bullets(items=tuple(text(line) for line in lines))
