"""What each design says of a setting, and what a bare percentage and the exact interval alone would say."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd
from calibration.outcome import Outcome

from analysis.cannot_say import CannotSay
from analysis.evaluation.design import Design
from analysis.evaluation.designs import DESIGNS
from analysis.evaluation.setting import Setting
from analysis.measures import ratio_limits
from analysis.measures.series import periods_of
from initiatives.cells import Kind, few, grid

BARE: Final = 5.0
"""A bare percentage is taken to be told as a change from 5 % up or down."""
FEW: Final = 5
"""So many comparators of designs that pool or model them; those that rank over places take all."""
OVER_PLACES: Final = ("empirical-bayes", "panel", "synthetic-control", "synthetic-difference")
SLOW: Final = ("empirical-bayes",)
"""Studied on fewer kinds."""
DRAWN: Final = (200, 50)
"""Settings of a kind without an effect, and with each effect."""
REFUSED: Final = Outcome(None)
VERDICTS: Final = {"fewer": -1, "more": 1, "no clear difference": 0}


@dataclass(frozen=True)
class Studied:
    """One line of the study: a design, or ``naive`` alternatives that no report uses."""

    name: str
    kinds: tuple[Kind, ...]
    series: tuple[int, int]
    """How many settings without an effect, and with each of the effects."""
    ours: bool = True


LINES: Final = (
    Studied("bare percentage of 5 % or more", grid(), DRAWN, ours=False),
    Studied("exact interval alone", grid(), DRAWN, ours=False),
    *(Studied(each.name, few() if each.name in SLOW else grid(), DRAWN) for each in DESIGNS),
)
GROUPS: Final = {
    "most": [each for each in LINES if each.name not in SLOW],
    **{each.name: [each] for each in LINES if each.name in SLOW},
}
"""Lines that see the same settings in one go."""


def said(name: str, setting: Setting, truth: float) -> Outcome:
    """What ``name`` says of ``setting``; ``truth`` is the true difference, in incidents."""
    if name in NAIVE:
        return NAIVE[name](setting)
    design = next(each for each in DESIGNS if each.name == name)
    return of_design(design, seen_by(design, setting), truth)


def seen_by(design: Design, setting: Setting) -> Setting:
    """The setting with the comparators that a design of its kind commonly has, and a buffer with its control."""
    if design.name in OVER_PLACES:
        return setting
    near = setting.comparators[:FEW]
    if design.name != "displacement-difference":
        return replace(setting, comparators=near)
    return replace(setting, comparators=near, buffer=setting.comparators[-1], buffer_control=setting.comparators[-2])


def of_design(design: Design, setting: Setting, truth: float) -> Outcome:
    """Its verdict and limits: of the difference in incidents where that is what it estimates, else of the ratio."""
    found = design(setting)
    if isinstance(found, CannotSay) or found.verdict == "described only":
        return REFUSED
    if design.name == "displacement-difference":
        return Outcome(VERDICTS[found.verdict], found.difference_low, found.difference_high, truth)
    low, high = found.percent_limits
    return Outcome(VERDICTS[found.verdict], low, high if math.isfinite(high) else 1e9)


def _totals(setting: Setting) -> tuple[int, int]:
    """The year before against the year after, as a press release has it: the figures it was chosen by as well."""
    return setting.treated.total(year_before(setting)), setting.treated.total(setting.after)


def year_before(setting: Setting) -> pd.PeriodIndex:
    """As many periods as come after, straight before the start."""
    index = periods_of(setting.treated.series)
    return index[(index < setting.start) & (index >= setting.start - len(setting.after))]


def bare(setting: Setting) -> Outcome:
    """The bare percentage, told from 5 % up or down."""
    before, after = _totals(setting)
    percent = 100 * (after / before - 1) if before else math.inf
    return Outcome(1 if percent >= BARE else -1 if percent <= -BARE else 0)


def exact(setting: Setting) -> Outcome:
    """The exact interval of independent counts."""
    before, after = _totals(setting)
    low, high = ratio_limits(before, after)
    verdict = 1 if low > 1 else -1 if high < 1 else 0
    return Outcome(verdict, 100 * (low - 1), min(100 * (high - 1), 1e9))


NAIVE: Final = {LINES[0].name: bare, LINES[1].name: exact}
