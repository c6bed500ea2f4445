"""How large a change a plan could see, from what is known of a place before there is any plan."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from scipy import optimize, stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL

ENOUGH: Final = 0.8
MOST_MONTHS: Final = 120
MOST_PERIODS: Final = 1200
MOST_COMPARATORS: Final = 500
BAD_PLAN: Final = (
    f"a plan has a mean above 0, from 1 to {MOST_PERIODS} periods, a dispersion of 1 or more, a serial correlation "
    "from 0 to below 1, and a change of more than -100 % that is not 0"
)


@dataclass(frozen=True)
class PlainPower:
    """``power`` is the probability that ``change`` percent is called clear; ``error`` that of the log ratio.

    ``detectable_fall`` and ``detectable_rise`` (percent) are the smallest seen with 80 % power, 100 and infinite where
    none is. ``periods_needed`` after the start, as many before, and ``comparators_needed`` give 80 % for ``change``.
    """

    change: float
    power: float
    error: float
    detectable_fall: float
    detectable_rise: float
    periods_needed: int | CannotSay
    comparators_needed: int | CannotSay


def power(
    mean: float, *, periods_before: int = 24, periods_after: int = 12, dispersion: float = 1.0, serial: float = 0.0,
    comparators: int = 0, change: float = -20.0, level: float = LEVEL,
) -> PlainPower:  # fmt: skip
    """Power of a comparison of the periods after with as many before, from ``mean`` incidents a period.

    ``dispersion`` is variance over mean of a period's count. ``serial`` is the correlation of neighbouring periods'
    levels beyond Poisson chance. ``comparators`` is how many places like it stand beside it (none: before and after
    alone). ``change`` is the change to be seen, in percent. Every log total has a variance of its dispersion over its
    expected count; the ratio is taken to be normal (Gail 1974; Farrington and others 2007).

    Raises ``ValueError`` for a mean not above 0, periods not from 1 to ``MOST_PERIODS``, a dispersion under 1, a serial
    correlation not from 0 to under 1, comparators below 0, or a change of 0 or not above -100.
    """
    periods = (periods_before, periods_after)
    good = 0 < mean < math.inf and 1 <= min(periods) <= max(periods) <= MOST_PERIODS
    good = good and 1 <= dispersion < math.inf and 0 <= serial < 1
    if not (good and comparators >= 0 and -100 < change < math.inf and change != 0 and 0 < level < 1):
        raise ValueError(BAD_PLAN)
    ratio = 1 + change / 100

    def error(before: int, after: int, beside: int, times: float) -> float:
        return _error(mean, (before, after), (dispersion, serial), beside, times)

    def chance(before: int, after: int, beside: int, times: float) -> float:
        z = float(stats.norm.ppf((1 + level) / 2))
        return float(stats.norm.cdf(abs(math.log(times)) / error(before, after, beside, times) - z))

    def here(times: float) -> float:
        return chance(periods_before, periods_after, comparators, times)

    more = (n for n in range(1, MOST_MONTHS + 1) if chance(n, n, comparators, ratio) >= ENOUGH)
    beside = (n for n in range(1, MOST_COMPARATORS + 1) if chance(periods_before, periods_after, n, ratio) >= ENOUGH)
    return PlainPower(
        change, here(ratio), error(periods_before, periods_after, comparators, 1.0),
        100 * (1 - smallest(here, 1e-6)), 100 * (smallest(here, 20.0) - 1),
        next(more, CannotSay(f"even {MOST_MONTHS} periods before and after would not do", "never-enough")),
        next(beside, CannotSay(_no_comparators(comparators), "never-enough")),
    )  # fmt: skip


def smallest(power: Callable[[float], float], end: float) -> float:
    """The ratio nearest to 1, towards ``end``, seen with power ``ENOUGH``; 0 or infinite where none is."""

    def short(log: float) -> float:
        return power(math.exp(log)) - ENOUGH

    step = math.log(end) / 200
    reached = next((number for number in range(1, 201) if short(step * number) >= 0), None)
    if reached is None:
        return 0.0 if end < 1 else math.inf
    return math.exp(step if reached == 1 else float(optimize.brentq(short, step * (reached - 1), step * reached)))


def dispersion_of_total(dispersion: float, serial: float, periods: int) -> float:
    """Variance over mean of a total of ``periods`` counts whose excess over Poisson is an AR(1) level.

    1 + (dispersion - 1) (1 + 2 sum over k of (1 - k / n) serial^k).
    """
    together = 1 + 2 * sum((1 - k / periods) * serial**k for k in range(1, periods))
    return 1 + (dispersion - 1) * together


def _error(mean: float, periods: tuple[int, int], swing: tuple[float, float], comparators: int, times: float) -> float:
    """Standard error of the log ratio of after to as many periods before, beside that of the comparators if any.

    Where there are fewer periods before than after, those there are stand for several.
    """
    before, after = min(periods), periods[1]
    one, other = (dispersion_of_total(*swing, each) / (mean * each) for each in (before, after))
    beside = (one + other) / comparators if comparators else 0.0
    return math.sqrt(one + other / times + beside)


def _no_comparators(comparators: int) -> str:
    return "more comparators cannot make up for the few incidents in the place itself" if comparators else (
        "comparators cannot make up for the few incidents in the place itself"
    )  # fmt: skip
