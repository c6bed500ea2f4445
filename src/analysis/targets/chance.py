"""What chance alone would do to a target, if nothing changed."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL, ratio_limits
from analysis.targets.goal import Goal


def chance_at_most(
    target: float, count: float, *, exposure: float = 1.0, ahead: float = 1.0, dispersion: float = 1.0
) -> float | CannotSay:
    """Probability that the next ``ahead`` years bring at most ``target``, given ``count`` in ``exposure`` years.

    The baseline is itself a draw, so the future is negative binomial: a gamma posterior of the rate (prior 1/rate)
    with Poisson counts (Gelman et al., Bayesian Data Analysis, 2.7); ``dispersion`` multiplies its variance and counts
    as 1 below that. Refused where nothing was counted at all. Raises ``ValueError`` for a negative count, an exposure
    that is not above zero, or a figure that is not a number.
    """
    _check(count, exposure, ahead, dispersion)
    if math.isnan(target):
        raise ValueError("a target that is not a number cannot be judged")
    if count == 0:
        return CannotSay("none were counted before, so nothing shows how many may come", "all-zero")
    if math.isinf(target):
        return 1.0 if target > 0 else 0.0
    mean = count * ahead / exposure
    variance = max(1.0, dispersion) * mean * (1 + ahead / exposure)
    return float(stats.nbinom.cdf(math.floor(target), mean**2 / (variance - mean), mean / variance))


def chance_of_meeting(
    goal: Goal, count: float, *, exposure: float = 1.0, ahead: float = 1.0, dispersion: float = 1.0
) -> float | CannotSay:
    """Probability that the next ``ahead`` years' count meets ``goal`` though nothing changes (see ``chance_at_most``).

    A goal set as a percentage of a baseline year is one figure like any other: the noise of that year is in the rate.
    """
    limit = goal.bar - 1 if goal.side == "at least" else goal.bar
    found = chance_at_most(limit, count, exposure=exposure, ahead=ahead, dispersion=dispersion)
    return found if isinstance(found, CannotSay) or goal.side == "at most" else 1 - found


def chance_of_percentage(goal: Goal, percent: float, asked: float, asked_next: float) -> float | CannotSay:
    """Probability that the next sample of ``asked_next`` people meets ``goal`` though nothing changes.

    ``percent`` of ``asked`` people said so before; the share behind it is uncertain too, so the next count is
    beta-binomial (Jeffreys' prior). Refused where either sample is empty. Raises ``ValueError`` for a percentage
    outside 0 to 100 or a sample that is no number.
    """
    if not 0 <= percent <= 100 or not (math.isfinite(asked) and math.isfinite(asked_next)):
        raise ValueError(f"{percent}% of {asked} people, then of {asked_next}, cannot be")
    people = round(asked_next)
    if asked < 1 or people < 1:
        return CannotSay("how many people were asked is not known", "no-sample-size")
    yes = percent / 100 * asked
    count = stats.betabinom(people, yes + 0.5, asked - yes + 0.5)
    needed = goal.level / 100 * people
    if goal.side == "at least":
        return float(count.sf(math.ceil(needed - 1e-9) - 1))
    most = math.ceil(needed - 1e-9) - 1 if goal.strict else math.floor(needed + 1e-9)
    return float(count.cdf(most))


def maintain_margin(
    count: float,
    *,
    exposure: float = 1.0,
    dispersion: float = 1.0,
    level: float = LEVEL,
    side: Literal["at most", "at least"] = "at most",
) -> int:
    """Largest count next year that is no clear rise on ``count`` in ``exposure`` years: the margin of "maintain".

    With ``side`` "at least", the smallest that is no clear fall. Raises ``ValueError`` as ``chance_at_most`` does.
    """
    _check(count, exposure, 1.0, dispersion)

    def unclear(after: int) -> bool:
        low, high = ratio_limits(count, after, exposure_ratio=exposure, level=level, dispersion=dispersion)
        return low <= 1 if side == "at most" else high >= 1

    here = math.ceil(count / exposure) if side == "at most" else math.floor(count / exposure)
    return _last(here, unclear) if side == "at most" else _first(here, unclear)


def _last(inside: int, unclear: Callable[[int], bool]) -> int:
    """The largest count that is still unclear: doubled until past it, then halved."""
    step = 1
    while unclear(inside + step):
        inside, step = inside + step, 2 * step
    while step > 1:
        step //= 2
        if unclear(inside + step):
            inside += step
    return inside


def _first(inside: int, unclear: Callable[[int], bool]) -> int:
    low, high = -1, inside
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if unclear(middle) else (middle, high)
    return high


def _check(count: float, exposure: float, ahead: float, dispersion: float) -> None:
    if not (math.isfinite(count) and count >= 0):
        raise ValueError(f"a count of {count} cannot be: give a number of at least 0")
    for name, value in (("exposure", exposure), ("ahead", ahead), ("dispersion", dispersion)):
        if not (math.isfinite(value) and value > 0):
            raise ValueError(f"{name} of {value} cannot be: give a number above 0")
