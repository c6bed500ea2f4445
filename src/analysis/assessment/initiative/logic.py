"""The logic model as declared, drawn, its gaps named: the third step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.context import information, not_there
from analysis.blocks import Paragraph, ref, text
from analysis.exhibits import ASSUMPTIONS, STEPS, logic_model
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.params.evaluation import Logic

KEYS: Final = ("inputs", "activities", "outputs", "short", "medium", "long", "assumptions")


def logic(case: Case) -> list[Block]:
    """The picture with a sentence on what is missing from it; a note where nothing is declared."""
    steps = _steps(case.evaluation.logic)
    if not any(steps.values()) and case.noun == "event":
        return [information("An event has no logic model: it was not meant to bring anything about.")]
    if not any(steps.values()):
        return [not_there(case.context, "A logic model: what goes in, what is done and what is meant to come of it.")]
    gaps = [name for name, what in steps.items() if not what]
    unknown = Unknown.NOT_PUBLISHED if case.context.edition.basis == "published document" else Unknown.NOT_SUPPLIED
    rows = [row for name, what in steps.items() for row in _rows(name, what, unknown)]
    headline = (
        f"{numbers.sentence_case(numbers.listed([g.lower() for g in gaps]))}: {unknown}"
        if gaps
        else "From what goes in to what is meant to come of it"
    )
    caption = case.caption(
        "logic-model", headline, f"Logic model of {case.initiative.name}",
        source=case.context.document_source,
        notes=("Which box leads to which is not declared, so the arrows run from step to step.",),
    )  # fmt: skip
    lead = text(
        "How it was meant to work is drawn in ", ref(case.slug("logic-model")), ". It is what was declared, and no "
        "finding: only the outcomes named under the indicators were counted.",
    )  # fmt: skip
    return [Paragraph(spans=lead), logic_model(case.context.declared(rows, key=["step", "number"]), caption)]


def _steps(declared: Logic) -> dict[str, tuple[str, ...]]:
    return {name: getattr(declared, key) for name, key in zip((*STEPS, ASSUMPTIONS), KEYS, strict=True)}


def _rows(step: str, what: tuple[str, ...], unknown: Unknown) -> list[dict[str, Any]]:
    return [{"step": step, "number": str(n), "what": words} for n, words in enumerate(what or (unknown,), 1)]
