"""What the evaluations of an edition found, for its summary, and by which designs, for its methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.initiative.found import answer_frame, answer_sentences
from analysis.blocks import Definition, ref, text
from analysis.evaluation.designs import design_named

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Spans

CLEAR: Final = ("fewer", "more")


def design_definitions(cases: Collection[Case]) -> tuple[Definition, ...]:
    """The design that each plan asks for, with what it sets the counts against."""
    found = []
    for name in dict.fromkeys(case.evaluation.design for case in cases):
        design = design_named(name)
        of = numbers.listed([case.initiative.name for case in cases if case.evaluation.design == name])
        words = f"The design of the evaluation of {of}: it sets what was counted against {design.against.rstrip('.')}."
        found.append(Definition(term=design.title, spans=text(words)))
    return tuple(found)


def evaluation_findings(cases: Mapping[str, Case]) -> list[Spans]:
    """A finding for each evaluation: what its design found, in the words of its grade, or why that cannot be said."""
    return [_finding(case) for case in cases.values()]


def _finding(case: Case) -> Spans:
    verdict, told = answer_frame(case).rows[0]["verdict"], answer_sentences(case)
    kept = told[-1:] if verdict.known and verdict.value in CLEAR else told[:2]
    words = f"Evaluated: {case.initiative.name}. {' '.join(kept)}".removesuffix(".")
    # One bracket, not two in a row, where the last thing said is an interval.
    lead = f"{words.removesuffix(')')}; " if words.endswith(")") else f"{words} ("
    return text(lead, ref(case.slug("course")), ").")
