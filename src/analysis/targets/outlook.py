"""How likely an open period is to meet its target, from what has been counted so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from analysis.cannot_say import CannotSay
from analysis.measures import TYPICAL_PHI
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator
from analysis.targets.chance import chance_at_most

CONFIDENT: Final = 0.8
"""On track from this probability on, at risk from its complement down; between them it is too close to call."""


@dataclass(frozen=True)
class Outlook:
    """Probability that the whole period meets the target if the remaining months go as the last twelve did."""

    probability: float
    status: Literal["on track", "at risk", "too close to call"]


def outlook(
    indicator: Indicator, so_far: int, months_done: int, last_twelve: int, *, dispersion: float = TYPICAL_PHI
) -> Outlook | CannotSay:
    """Judge a twelve-month count after ``months_done`` months, of which ``so_far`` were counted.

    The remaining months are drawn at the rate of the ``last_twelve`` months, a rate that is itself uncertain (see
    ``chance_at_most``); no trend and no season are assumed, so an early answer is a rough one.
    """
    target = indicator.target
    if (
        indicator.unit != "count"
        or isinstance(target, Unknown)
        or indicator.rule not in ("at most", "below", "at least")
    ):
        return CannotSay("no count is set as the target", "no-target")
    if not 0 < months_done < 12 or last_twelve <= 0:
        return CannotSay("the period has not begun, is over, or follows a year without any", "not-open")
    limit = target - so_far if indicator.rule == "at most" else target - so_far - 1
    at_most = chance_at_most(limit, last_twelve, ahead=(12 - months_done) / 12, dispersion=dispersion)
    probability = 1 - at_most if indicator.rule == "at least" else at_most
    certain = probability >= CONFIDENT, probability <= 1 - CONFIDENT
    return Outlook(probability, "on track" if certain[0] else "at risk" if certain[1] else "too close to call")
