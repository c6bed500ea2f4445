"""Before and after without a comparator (Maryland level 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analysis.cannot_say import CannotSay
from analysis.evaluation.baseline import baseline_needed
from analysis.evaluation.grading import verb_at
from analysis.evaluation.level import LevelLimits, level_limits, people_needed
from analysis.evaluation.published_change import PublishedChange, published_change
from analysis.measures import TYPICAL_PHI, Change, change
from analysis.params.figure import Unknown
from analysis.params.initiative import Outcome

WORDING: Final = verb_at(2)
"""The strongest verb that a before-and-after comparison allows."""

LEVEL_PEOPLE: Final = (25, 50, 100, 200, 500)
"""Numbers of people for which a bare proportion is worked through."""


@dataclass(frozen=True)
class Effect:
    """Counts before and after, over their months; ``change`` is widened by the dispersion it names."""

    change: Change
    assumed_dispersion: bool
    """Whether the dispersion is the typical one, because no series shows this outcome's own."""


@dataclass(frozen=True)
class PercentageOnly:
    """Only a percentage was published: the count before from which on it could be told from chance.

    ``needed`` for independent incidents, ``needed_dispersed`` for a series with ``TYPICAL_PHI`` times the variance.
    ``equal_periods`` is whether the two periods are known to be equally long; where they are not, that is assumed.
    """

    percent: float
    needed: int | CannotSay
    needed_dispersed: int | CannotSay
    dispersion: float
    equal_periods: bool
    published: PublishedChange


@dataclass(frozen=True)
class LevelOnly:
    """Only a proportion was published, without how many people it is of.

    ``limits`` work it through for some numbers of people; ``people_for_double`` is how many it needs to put the true
    level under twice the published one.
    """

    percent: float
    limits: tuple[LevelLimits, ...]
    people_for_double: int


def before_after(
    outcome: Outcome, *, dispersion: float | None = None
) -> Effect | PercentageOnly | LevelOnly | LevelLimits | CannotSay:
    """Say what the figures published of an outcome allow.

    Counts give an ``Effect``; a bare percentage change, ``PercentageOnly``; a proportion, its limits (``LevelLimits``)
    with a denominator and ``LevelOnly`` without. ``dispersion`` is that of the outcome's own series, if any.
    """
    if not isinstance(outcome.before, Unknown) and not isinstance(outcome.after, Unknown):
        return _effect(outcome, outcome.before, outcome.after, dispersion)
    if not isinstance(outcome.change_percent, Unknown):
        return _percentage(outcome, outcome.change_percent)
    if not isinstance(outcome.level_percent, Unknown):
        return _level(outcome.level_percent, outcome.denominator)
    return CannotSay("neither counts nor a percentage was published", "no-figures")


def _effect(outcome: Outcome, before: float, after: float, dispersion: float | None) -> Effect | CannotSay:
    months = outcome.months_before, outcome.months_after
    if any(isinstance(each, Unknown) for each in months):
        return CannotSay("how many months were compared is not published", "no-exposure")
    found = change(
        round(before),
        round(after),
        exposure_before=float(months[0]),
        exposure_after=float(months[1]),
        dispersion=TYPICAL_PHI if dispersion is None else dispersion,
    )
    return Effect(found, dispersion is None)


def _percentage(outcome: Outcome, percent: float) -> PercentageOnly:
    equal = not isinstance(outcome.months_before, Unknown) and outcome.months_before == outcome.months_after
    return PercentageOnly(
        percent,
        baseline_needed(percent),
        baseline_needed(percent, dispersion=TYPICAL_PHI),
        TYPICAL_PHI,
        equal,
        published_change(percent),
    )


def _level(percent: float, people: float | Unknown) -> LevelLimits | LevelOnly | CannotSay:
    if not 0 < percent < 50:
        return CannotSay("the published proportion cannot be worked through", "level-out-of-range")
    if not isinstance(people, Unknown) and people > 0:
        return level_limits(percent, round(people))
    return LevelOnly(
        percent, tuple(level_limits(percent, each) for each in LEVEL_PEOPLE), people_needed(percent, 2 * percent)
    )
