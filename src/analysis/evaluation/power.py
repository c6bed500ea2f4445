"""How large a change a design could see, before what it saw is looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import Final

from scipy import stats

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.design import Design
from analysis.evaluation.designs import design_named
from analysis.evaluation.effect import Effect
from analysis.evaluation.going_on import going_on
from analysis.evaluation.plain_power import PlainPower, power, smallest
from analysis.evaluation.setting import Setting
from analysis.measures import LEVEL

DRAWS: Final = 5
HALF: Final = 0.5
BASIS: Final = (
    "{runs} of the design on figures that go on after the start as they were before it, drawn from their own "
    "past, without a look at the figures after"
)
Z: Final = float(stats.norm.ppf((1 + LEVEL) / 2))
MANY: Final = 20.0
"""A rise to more than this many times is called no limit."""


@dataclass(frozen=True)
class Power:
    """What a design can be expected to see.

    ``error`` is the standard error of the log ratio; ``detectable_fall`` and ``detectable_rise``, in percent, are the
    smallest seen with 80 % power at 5 % (100 and infinite where none is); ``power_for_half`` the probability of seeing
    a fall by half. ``basis`` says what it rests on.
    """

    error: float
    detectable_fall: float
    detectable_rise: float
    power_for_half: float
    basis: str


@dataclass(frozen=True)
class Width:
    """Of one run: ``error`` of the log ratio, and how far the limits lie ``below`` and ``above`` it.

    Where the design estimates a difference (``plain``), all three are of it, over the treated place's level.
    """

    error: float
    below: float
    above: float
    plain: bool = False


def detectable(setting: Setting, design_name: str) -> Power | CannotSay:
    """What the design of this name could see in ``setting``, from the figures before the start alone.

    Refused as the design itself refuses such figures, and where it gives no interval: no design sees a change then.
    Raises ``ValueError`` for the name of no design.
    """
    return detectable_by(setting, design_named(design_name))


def detectable_by(setting: Setting, design: Design) -> Power | CannotSay:
    """The same of a design given itself."""
    alike, halved = (_widths(setting, design, times) for times in (1.0, HALF))
    for each in (alike, halved):
        if isinstance(each, CannotSay):
            return each
    assert said(alike) and said(halved)
    return _power(alike, halved, BASIS.format(runs=numbers.plural(DRAWS, "run")))


def seen(change: float, alike: Width, halved: Width) -> float:
    """Probability that a change to ``change`` times is called clear: the log ratio is taken to be normal.

    Its variance, and its limits' squared distances, are linear in one over the count after: drawn through what they
    are without a change and at half the count. A design that estimates a difference has the ratio itself normal, and
    these linear in the count.
    """
    along = 2 * (1 - change) if alike.plain else 1 / change - 1
    at = {name: _between(getattr(alike, name), getattr(halved, name), along) for name in ("error", "below", "above")}
    reach = at["above"] if change < 1 else at["below"]
    if not math.isfinite(reach) or not at["error"] > 0:
        return 0.0
    distance = abs(change - 1) if alike.plain else abs(math.log(change))
    return float(stats.norm.cdf((distance - reach) / at["error"]))


def _between(alike: float, halved: float, along: float) -> float:
    """Square root of a straight line through the squares, ``along`` being 0 without a change and 1 at half."""
    if not math.isfinite(halved) or not math.isfinite(alike):
        return math.inf
    return math.sqrt(max(alike**2 / 4, alike**2 + (halved**2 - alike**2) * along))


def _power(alike: Width, halved: Width, basis: str) -> Power:
    def chance(change: float) -> float:
        return seen(change, alike, halved)

    fall, rise = smallest(chance, 1e-6), smallest(chance, MANY)
    return Power(alike.error, 100 * (1 - fall), 100 * (rise - 1), chance(HALF), basis)


def _is_difference(found: Effect) -> bool:
    """Whether its limits are those of a difference, from which the ratio was taken."""
    return (
        math.isfinite(found.difference_high)
        and math.isclose(found.difference_high, found.expected * (found.high - 1), rel_tol=1e-6, abs_tol=1e-6)
        and not math.isclose(found.ratio, 1.0)
    )


def _widths(setting: Setting, design: Design, times: float) -> Width | CannotSay:
    drawn = [going_on(setting, number, times) for number in range(DRAWS)]
    found = [design(each) for each in drawn]
    widths = [
        _width(each, _level(put, times))
        for each, put in zip(found, drawn, strict=True)
        if said(each) and each.verdict != "described only"
    ]
    if 2 * len(widths) > len(found):
        error, below, above = (median(getattr(each, name) for each in widths) for name in ("error", "below", "above"))
        return Width(error, below, above, widths[0].plain)
    refused = next((each for each in found if isinstance(each, CannotSay)), None)
    return refused if refused is not None else CannotSay("it describes and gives no interval here", "described-only")


def _level(drawn: Setting, times: float) -> float:
    """What the treated place would have had after without a change."""
    return max(1.0, drawn.treated.total(drawn.treated.known(drawn.after)) / times)


def _width(found: Effect, level: float) -> Width:
    """From the limits of the ratio; without a finite standard error of its own, that of the nearer limit."""
    if _is_difference(found):
        ends = (found.difference_low, found.difference_high)
        below, above = (abs(each - found.difference) / level for each in ends)
        return Width(min(below, above) / Z, below, above, True)
    middle = math.log(found.ratio) if found.ratio > 0 else math.log(HALF / max(found.expected, 1.0))
    below = middle - math.log(found.low) if found.low > 0 else math.inf
    above = math.log(found.high) - middle if 0 < found.high < math.inf else math.inf
    error = found.error
    if not math.isfinite(error):
        error = min(below, above) / Z
    return Width(error, below, above)


__all__ = ["PlainPower", "Power", "detectable", "detectable_by", "power", "seen"]
