"""Cases for the tests: those that ship, and what was found of them made up where the words alone are at issue."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from analysis.assessment.initiative import InitiativeReport
from analysis.assessment.initiative.case import Case
from analysis.blocks import Exhibit
from analysis.cannot_say import CannotSay
from analysis.evaluation.checks import Check, CheckResult
from analysis.evaluation.designs import DESIGNS, design_named
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.evaluate import DesignResult, Evaluated
from analysis.evaluation.grading import Grade
from analysis.evaluation.power import Power
from analysis.evaluation.specifications import Specification
from analysis.run.evaluation_data import plan_slices
from analysis.run.freeze import declaration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.blocks import Block
    from analysis.params import Catalogue
    from analysis.run.job import House

SECTIONS: Final = (
    "front", "answer", "problem", "evidence_base", "logic_model", "indicators", "power", "effect", "comparison",
    "displacement", "designs", "checks", "specifications", "outcomes", "truth", "value", "grade", "conclusions",
    "lessons", "data",
)  # fmt: skip
"""The calls of the notebook, in order."""
REFUSED: Final = CannotSay("there are three months before the start, and 24 are needed", "too-few")


def case_of(shipped: Catalogue, house: House, name: str) -> Case:
    """The first evaluated initiative of an edition, with its data."""
    partnership, edition = shipped.partnership(name.split("/")[0]), shipped.edition(*name.split("/"))
    initiative = next(each for each in edition.initiatives if each.evaluation)
    assert initiative.evaluation
    slices = plan_slices(initiative.evaluation, partnership, house)
    return Case(declaration(shipped, partnership, edition, house), initiative, slices)


def again(case: Case) -> Case:
    """The same case with nothing found yet; its settings and what is withheld, which take long, are kept."""
    made = replace(case)
    made.__dict__.update({"settings": case.settings, "decision": case.decision})
    return made


def found(case: Case, **asked: Any) -> Case:
    """``case`` with what was found of it made up: the asked design's ``effect``, ``level``, ``power``, ``checks``."""
    design = design_named(case.evaluation.design)
    effect = asked.get("effect", effect_of(case, 0.8, 0.7, 0.9))
    first = _result(design, effect, asked.get("level", 3), asked.get("power", power()), asked.get("checks", ()))
    others = tuple(
        _result(each, effect_of(case, 0.9, 0.75, 1.1), 2, power(), ()) for each in DESIGNS if each.name != design.name
    )
    choices = (
        Specification(design, {"time before": "all", "comparators": "all"}, effect, True),
        Specification(
            design, {"time before": "24 months", "comparators": "all"}, effect_of(case, 0.85, 0.7, 1.02), False
        ),
    )
    made = again(case)
    # What is worked out once is kept in the instance's own dictionary, so that is where to put what is made up.
    made.__dict__["evaluated"] = Evaluated(case.setting, first, asked.get("others", others), choices)
    made.__dict__["by_outcome"] = [("primary outcome", case.setting, effect)]
    return made


def effect_of(case: Case, ratio: float, low: float, high: float, **more: Any) -> Effect:
    """An effect on the case's own count after."""
    setting = case.setting
    known = setting.treated.known(setting.after)
    observed = setting.treated.total(known) if len(known) else 80
    course = tuple(
        Point(when, float(setting.treated.series[when]), float(setting.treated.series[when]) / ratio) for when in known
    )
    return Effect.of_ratio(
        case.evaluation.design, observed, ratio, low, high, p=0.01, error=0.06, course=course, **more
    )


def described(case: Case) -> Effect:
    """An effect without an interval."""
    return effect_of(case, 0.8, math.nan, math.nan, described="there are too few places to rank it among")


def power(fall: float = 28.0, half: float = 0.95) -> Power:
    """A design that sees a fall of ``fall`` per cent four times in five."""
    return Power(0.1, fall, 40.0, half, "the figures before the start")


def check(
    outcome: str, name: str = "placebo-dates", words: str = "It was looked for and found."
) -> tuple[Check, CheckResult]:
    """A check that ended so."""
    made = Check(name, name.replace("-", " ").capitalize(), "Would it have been seen anyway?", 1, lambda *_: REFUSED)
    return made, CheckResult(outcome, words)  # type: ignore[arg-type]


def _result(design: Any, effect: Effect | CannotSay, level: int, able: Power | CannotSay, checks: Any) -> DesignResult:
    failed = sum(each.outcome == "failed" for _, each in checks)
    grade: Any = effect
    if isinstance(effect, Effect):
        claimed = effect.verdict in ("fewer", "more")
        grade = Grade(design.maryland, level, ("A check failed.",) * failed, failed, (), claimed)
    return DesignResult(design, able, effect, tuple(checks), grade)


def blocks(case: Case, *sections: str) -> tuple[Block, ...]:
    """The blocks of the sections named, all of them where none is."""
    report = InitiativeReport(case)
    return tuple(block for name in sections or SECTIONS for block in getattr(report, name)().blocks)


def sentences(shown: tuple[Block, ...]) -> Iterator[str]:
    """Every run of words that a reader meets in blocks: paragraphs, notes, lists, headlines, cells."""
    for block in shown:
        if isinstance(block, Exhibit):
            yield from (block.headline, block.subtitle, *block.notes)
            yield from (cell.text for row in block.table.rows for cell in row)
        for spans in (getattr(block, "spans", ()), *getattr(block, "items", ())):
            if isinstance(spans, tuple):
                yield "".join(getattr(span, "text", "") or f"<{getattr(span, 'slug', '')}>" for span in spans)
            elif hasattr(spans, "spans"):
                yield "".join(str(getattr(span, "text", "")) for span in spans.spans)


def told(case: Case, *sections: str) -> str:
    """All words of the sections."""
    return " ".join(sentences(blocks(case, *sections)))
