"""Data and methods of an evaluation: sources, state of the plan, designs and checks, what was withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import MADE_FROM, information
from analysis.assessment.initiative.plan import plan_sentences
from analysis.assessment.methodology.link import methodology_sentence
from analysis.assessment.sources import recording_changes, sources
from analysis.blocks import Bullets, Definition, Definitions, Heading, Paragraph, text

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block

INTERVALS = (
    "An effect is called clear only where the whole 95% interval lies on one side of no difference. A design refuses "
    "by rules on the figures, whatever it would have found. There is one exception: where two models must agree, it is "
    "their answers that decide, and so a refusal of that kind is known only once both have answered."
)


def data(case: Case) -> list[Block]:
    """Sources, plan, methods, disclosure control, and what the document was made from."""
    return [
        Heading(level=2, text="Sources", id="sources"),
        sources(case.context, case.slices),
        *recording_changes(case.context),
        Heading(level=2, text="The plan", id="plan"),
        *_plan(case),
        Heading(level=2, text="Methods", id="methods"),
        _designs(case),
        Paragraph(spans=text(INTERVALS)),
        Paragraph(spans=methodology_sentence()),
        Heading(level=2, text="Disclosure control", id="disclosure-control"),
        _disclosure(case),
        Heading(level=2, text="What this was made from", id="made-from"),
        _made_from(case),
    ]


def _plan(case: Case) -> list[Block]:
    return [Bullets(items=tuple(text(line) for line in plan_sentences(case)))]


def _designs(case: Case) -> Block:
    """Each design with what it sets the counts against."""
    results = [case.asked, *case.evaluated.others]
    return Definitions(
        items=tuple(
            Definition(
                term=each.design.title,
                spans=text(f"Against {each.design.against.rstrip('.')}. Reaches level {each.design.maryland} at most."),
            )
            for each in results
        )
    )


def _disclosure(case: Case) -> Block:
    decision, rule = case.decision, case.context.rule
    if decision is None:
        return Paragraph(spans=text("The figures are already public, so none is withheld."))
    words = (
        f"The source is restricted. Of {numbers.count(len(decision.cells))} counts by place and period, "
        f"{numbers.count(len(decision.primary))} from {rule.smallest} to {rule.largest} are withheld, and "
        f"{numbers.count(len(decision.secondary))} more so that none of those can be worked out. What rests on a "
        "withheld count is withheld too. Withheld is not zero: it is marked [c]."
    )
    return information(words, title="Small counts are withheld")


def _made_from(case: Case) -> Block:
    lines = [
        f"Edition {case.context.partnership.id}/{case.context.edition.edition}, initiative {case.initiative.id}; "
        f"inputs {case.declaration.key or 'not frozen'}.",
        MADE_FROM,
    ]
    return Bullets(items=tuple(text(line) for line in lines))
