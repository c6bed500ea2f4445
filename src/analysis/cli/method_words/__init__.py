"""Each method's answer in plain English, with its interval and no stronger than it; by the method's name.

A sentence takes the answer and the arguments that gave it. A refusal is said alike for all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis.cannot_say import CannotSay
from analysis.cli.method_words import (
    changes,
    checks,
    evaluations,
    levels,
    months,
    peers,
    places,
    plans,
    scoring,
    trends,
)
from analysis.methods.evaluations import CHECKS, DESIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from analysis.methods import Method

SENTENCES: Final[Mapping[str, Callable[[Any, Mapping[str, Any]], str]]] = {
    "rate-ratio": changes.rate_ratio,
    "year-on-year": changes.compared,
    "before-covid": changes.compared,
    "usual-swing": changes.usual_swing,
    "rate": levels.rate,
    "wilson": levels.percentage,
    "points-change": levels.points,
    "chance-of-target": levels.chance,
    "open-target": levels.open_period,
    "open-target-totals": levels.open_period,
    "maintain-margin": levels.margin,
    "trend": trends.trend,
    "exceptional-month": months.exceptional,
    "control-chart": months.chart,
    "outlook": months.ahead,
    "gi-star": places.hot_spots,
    "moran": places.moran,
    "local-moran": places.local_moran,
    "concentration": places.concentration,
    "accuracy": places.accuracy,
    "peers": peers.peers,
    "scoring": scoring.order,
    "agreement": scoring.agreed,
    "cameron-trivedi": checks.overdispersion,
    "ljung-box": checks.autocorrelation,
    "discoveries": checks.discoveries,
    "power": plans.power,
    "displacement": evaluations.difference,
    "displacement-quotient": evaluations.quotient,
    **{each.name: evaluations.effect for each in DESIGNS},
    **{each.name: evaluations.check for each in CHECKS},
}


def sentence(method: Method, answer: Any, given: Mapping[str, Any]) -> str:
    """Say the answer of ``method``, or why there is none."""
    if isinstance(answer, CannotSay):
        return f"We cannot say: {answer.reason}."
    return SENTENCES[method.name](answer, given)
