"""What a difference is worth: crimes prevented times what a crime costs society, always as a range, loss included."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.evaluation.effect import Effect
from analysis.measures import LEVEL
from analysis.params.evaluation import Cost, Deflator, Measure
from analysis.params.figure import Unknown
from analysis.sources.weights import COVERS, PRICE_YEAR, UnitCost, unit_costs

Floats = npt.NDArray[np.float64]
SEED: Final = 2018
DRAWS: Final = 20_000
EITHER_WAY: Final = 0.25
"""The report gives no uncertainty of its unit costs; they are shown as much lower and higher as well."""
RECORDED: Final = "Only recorded crimes are counted; what was never recorded is not in it."
NO_UNCERTAINTY: Final = (
    "The report of the unit costs gives no uncertainty for them, so the range is that of the effect alone; what it is "
    "with unit costs 25% lower or higher stands beside it."
)


@dataclass(frozen=True)
class Range:
    """Lower limit, median and upper limit at 95 %."""

    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Sensitivity:
    """The benefit with unit costs ``times`` as high."""

    times: float
    benefit: Range


@dataclass(frozen=True)
class Value:
    """Pounds in prices of ``price_year``; a negative benefit is a loss.

    ``net`` is benefit less cost, ``ratio`` benefit over cost, ``above_cost`` the probability that the benefit exceeds
    the cost, all ``CannotSay`` where the cost cannot be set against it. ``factor`` brought unit costs from
    ``unit_price_year``. ``unconfirmed`` names offences whose unit cost was not seen printed. ``cautions`` are sentences
    that must stand beside it.
    """

    offence: str
    pounds: float
    prevented: Range
    benefit_low: float
    benefit_median: float
    benefit_high: float
    chance_of_loss: float
    cost: float | CannotSay
    net: Range | CannotSay
    ratio: Range | CannotSay
    above_cost: float | CannotSay
    sensitivity: tuple[Sensitivity, ...]
    unconfirmed: tuple[str, ...]
    price_year: str
    unit_price_year: str
    factor: float
    cautions: tuple[str, ...]


def value(
    effect: Effect | CannotSay, measure: Measure, cost: Cost, deflator: Deflator | None = None, *, country: str
) -> Value | CannotSay:
    """Draw the effect from its interval and price each draw.

    Refused where there is no effect or it is described only, where its interval has no end, and where the measure has
    no unit cost or more of it recorded is not held to be worse. ``country`` is that of the partnership; the unit costs
    are those of England and Wales, and elsewhere a caution says so.
    """
    priced = _unit_cost(measure)
    refused = _unpriced(effect)
    if refused is None and isinstance(priced, CannotSay):
        refused = priced
    if refused is not None:
        return refused
    assert isinstance(effect, Effect) and isinstance(priced, UnitCost)
    prevented, factor = -draws(effect), 1.0 if deflator is None else deflator.factor
    pounds = priced.pounds * factor
    benefit = prevented * pounds
    middle, known = spread(benefit), _cost(cost, deflator)
    return Value(
        offence=priced.offence, pounds=pounds, prevented=spread(prevented),
        benefit_low=middle.low, benefit_median=middle.median, benefit_high=middle.high,
        chance_of_loss=float((benefit < 0).mean()), cost=known,
        net=known if isinstance(known, CannotSay) else spread(benefit - known),
        ratio=known if isinstance(known, CannotSay) else spread(benefit / known),
        above_cost=known if isinstance(known, CannotSay) else float((benefit > known).mean()),
        sensitivity=tuple(Sensitivity(each, spread(benefit * each)) for each in (1 - EITHER_WAY, 1 + EITHER_WAY)),
        unconfirmed=() if priced.confirmed else (priced.offence,),
        price_year=PRICE_YEAR if deflator is None else deflator.to_year, unit_price_year=PRICE_YEAR, factor=factor,
        cautions=_cautions(country),
    )  # fmt: skip


def draws(effect: Effect, number: int = DRAWS) -> Floats:
    """Seeded draws of the difference in incidents whose quantiles are the effect's own limits and point.

    A normal in two pieces: each side as wide as the limit on that side says.
    """
    z = np.random.default_rng(SEED).standard_normal(number)
    reach = float(stats.norm.ppf((1 + effect.level) / 2))
    below, above = effect.difference - effect.difference_low, effect.difference_high - effect.difference
    drawn = effect.difference + z * np.where(z < 0, below, above) / reach
    return np.asarray(drawn, dtype=np.float64)


def spread(drawn: Floats) -> Range:
    """Its median and limits at 95 %."""
    low, median, high = np.quantile(drawn, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2])
    return Range(float(low), float(median), float(high))


def _unpriced(effect: Effect | CannotSay) -> CannotSay | None:
    if isinstance(effect, CannotSay):
        return effect
    if effect.verdict == "described only":
        return CannotSay("the difference is described only, without an interval to price", "described-only")
    if not (math.isfinite(effect.difference_low) and math.isfinite(effect.difference_high)):
        return CannotSay("the interval of the difference has no end on one side", "no-limit")
    return None


def _unit_cost(measure: Measure) -> UnitCost | CannotSay:
    if not measure.unit_cost:
        return CannotSay(f"no unit cost stands for {measure.name}", "no-unit-cost")
    if measure.direction != "lower":
        return CannotSay(f"more of {measure.name} on record is not held to be worse", "no-unit-cost")
    found = unit_costs().get(measure.unit_cost)
    return found or CannotSay(f"the table of unit costs has no {measure.unit_cost}", "no-unit-cost")


def _cost(cost: Cost, deflator: Deflator | None) -> float | CannotSay:
    """The cost, where it is in the prices that the benefit is in."""
    if isinstance(cost.amount, Unknown):
        return CannotSay(f"what it cost is {cost.amount.value}", "no-cost")
    prices = PRICE_YEAR if deflator is None else deflator.to_year
    if cost.price_year != prices:
        return CannotSay(f"the cost is not in prices of {prices}, as the benefit is", "price-years")
    return float(cost.amount)


def _cautions(country: str) -> tuple[str, ...]:
    if country in COVERS:
        return (RECORDED, NO_UNCERTAINTY)
    elsewhere = f"The unit costs are those of England and Wales; costs in {country} may differ, and no others are held."
    return (RECORDED, NO_UNCERTAINTY, elsewhere)
