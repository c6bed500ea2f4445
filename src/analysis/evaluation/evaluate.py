"""The whole evaluation of one setting: power first, then the effect by every design, checks, grades, other choices."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.asked_once import asked_once
from analysis.evaluation.checks import Check, CheckResult, run_checks
from analysis.evaluation.design import Design
from analysis.evaluation.designs import DESIGNS, design_named
from analysis.evaluation.effect import Effect
from analysis.evaluation.grading import Grade, grade
from analysis.evaluation.power import Power, detectable_by
from analysis.evaluation.setting import Setting
from analysis.evaluation.specifications import Specification, chosen, specifications


@dataclass(frozen=True)
class DesignResult:
    """What one design could have seen (``power``), what it found, how that stood up to checks, what it is worth."""

    design: Design
    power: Power | CannotSay
    effect: Effect | CannotSay
    checks: tuple[tuple[Check, CheckResult | CannotSay], ...]
    grade: Grade | CannotSay


@dataclass(frozen=True)
class Evaluated:
    """The design ``asked`` for, all ``others``, and the effect under other reasonable choices.

    ``choices_left_out`` is how many of those choices were not worked out, there being too many.
    """

    setting: Setting
    asked: DesignResult
    others: tuple[DesignResult, ...]
    specifications: tuple[Specification, ...]
    choices_left_out: int = 0


def evaluate(setting: Setting, asked: str) -> Evaluated:
    """Evaluate ``setting`` by the design named ``asked`` and by all others.

    Where checks and specifications put the same question to the same design it is worked out once. Raises
    ``ValueError`` for the name of no design.
    """
    first = design_named(asked)
    once = {each.name: asked_once(each) for each in DESIGNS}
    results = {each.name: _result(setting, each, once[each.name]) for each in DESIGNS}
    of = [once[each.name] for each in (first, *DESIGNS) if said(results[each.name].effect)]
    return Evaluated(
        setting,
        results[first.name],
        tuple(results[each.name] for each in DESIGNS if each.name != first.name),
        tuple(replace(each, design=design_named(each.design.name)) for each in specifications(setting, asked, of)),
        len(chosen(setting, asked, of).left_out),
    )


def by_design(setting: Setting, name: str) -> DesignResult:
    """One design alone, with its power, checks and grade; raises ``ValueError`` for the name of no design."""
    design = design_named(name)
    return _result(setting, design, asked_once(design))


def _result(setting: Setting, design: Design, once: Design) -> DesignResult:
    able = detectable_by(setting, design)
    effect = once(setting)
    checks = run_checks(setting, once, effect) if said(effect) else ()
    return DesignResult(design, able, effect, checks, grade(design, effect, checks))
