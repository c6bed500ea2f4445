"""One page of an evaluation for another document: the answer, one chart, the grade, and where the whole of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.context import caution
from analysis.assessment.initiative.answer import answer
from analysis.assessment.initiative.effect import course_blocks
from analysis.assessment.initiative.found import is_answered
from analysis.assessment.initiative.plan import plan_sentences
from analysis.blocks import Link, Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block


def brief(case: Case) -> list[Block]:
    """The page; ``case`` is one of ``brief`` kind, for which the design asked for alone is worked out."""
    shown = answer(case)
    if not is_answered(case):
        shown.append(
            caution(
                "The chart shows what was counted. A rise or a fall in it is no effect.", title="No answer is shown"
            )
        )
    href = f"initiative-{case.initiative.id}.html"
    plan = " ".join(plan_sentences(case)[1:])
    whole = text(
        plan, " Checks, other designs, other choices, cost and what may not be concluded "
        "stand in a document of their own, ", Link(text=f"Initiative evaluation: {case.initiative.name}", href=href),
        ", beside this one where both were built together.",
    )  # fmt: skip
    return [*shown, *course_blocks(case), Paragraph(spans=whole)]
