"""Checks of models, and of many changes at once, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from analysis import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.trends import Overdispersion

SMALL = 0.05
"""A p below this is called evidence here; the methods themselves switch nothing on it."""


def overdispersion(found: Overdispersion, given: Mapping[str, Any]) -> str:
    """Whether the counts vary more than Poisson's."""
    lead = "The counts vary more than" if found.p < SMALL else "There is no clear sign that the counts vary more than"
    quadratic = given.get("quadratic", False)
    size = f"alpha {numbers.decimal(found.dispersion, 3)}" if quadratic else f"{numbers.decimal(found.dispersion, 2)}"
    means = size if quadratic else f"variance {size} times the mean"
    return f"{lead} Poisson counts would ({means}, z {numbers.decimal(found.z, 2)}, {p_words(found.p)})."


def autocorrelation(found: float, given: Mapping[str, Any]) -> str:
    """Whether residuals hang together."""
    if math.isnan(found):
        return "No test: there are too few residuals for so many lags, or they are all alike."
    lead = "The residuals hang together" if found < SMALL else "There is no clear sign that the residuals hang together"
    return f"{lead} up to {numbers.plural(given['lags'], 'period')} apart ({p_words(found)})."


def discoveries(found: Sequence[bool], given: Mapping[str, Any]) -> str:
    """Which changes stand out, by their places in the list."""
    rate = numbers.percent(100 * given.get("rate", 0.05), 0)
    which = [str(place) for place, marked in enumerate(found, start=1) if marked]
    if len(found) == 1:
        return f"The one change {'stands' if which else 'does not stand'} out at a false discovery rate of {rate}."
    of = f"of {len(found)} changes at a false discovery rate of {rate}"
    if not which:
        return f"None {of} stands out."
    return f"{len(which)} {of} {'stands' if len(which) == 1 else 'stand'} out: number {numbers.listed(which)}."


def p_words(p: float) -> str:
    """``p 0.03``, ``p under 0.001``."""
    return "p under 0.001" if p < 0.001 else f"p {numbers.decimal(p, 3 if p < 0.01 else 2)}"
