"""Small counts: a rate that may wander, known only through counts (gamma-Poisson), with the season where carried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import special

from analysis.measures.dispersion import margins_fit
from analysis.outlook.history import History

Floats = npt.NDArray[np.float64]
MEMORY: Final = (1.0, 0.98, 0.95, 0.9, 0.8)
"""How much of what was known of the rate is kept from month to month; 1 is a rate that stays."""
SEASON_FROM: Final = 5.0
"""Below this mean a month no season is assumed."""


@dataclass(frozen=True)
class Rate:
    """What is known of the rate after the last month: gamma with ``shape`` and ``weight`` (months' worth)."""

    shape: float
    weight: float
    memory: float
    phi: float
    evidence: float


def rates(past: History) -> tuple[list[Rate], Floats]:
    """The rate under each ``MEMORY`` (Harvey and Fernandes 1989), and the exposure of every month, ahead included.

    Exposure is days times the season's factor. ``phi`` is Pearson's dispersion of the one-month-ahead errors.
    """
    exposure = past.days * _season(past)
    return [_filtered(past.counts, exposure[: past.length], memory) for memory in MEMORY], exposure


def _filtered(counts: Floats, exposure: Floats, memory: float) -> Rate:
    """Start from one month's worth of the mean; a month without a count only fades what is known."""
    shape, weight = max(float(np.nanmean(counts / exposure)), 0.1), 1.0
    evidence, squares, months = 0.0, 0.0, 0
    for count, here in zip(counts, exposure, strict=True):
        shape, weight = memory * shape, memory * weight
        if np.isnan(count):
            continue
        mean = here * shape / weight
        evidence += _log_predictive(count, shape, weight / here)
        squares += (count - mean) ** 2 / (mean * (1 + here / weight))
        shape, weight, months = shape + count, weight + here, months + 1
    return Rate(shape, weight, memory, max(1.0, squares / max(months - 1, 1)), evidence)


def _log_predictive(count: float, shape: float, weight: float) -> float:
    """Log probability of a count whose rate is gamma: negative binomial."""
    chances = special.gammaln(count + shape) - special.gammaln(shape) - special.gammaln(count + 1)
    return float(chances + shape * np.log(weight / (1 + weight)) - count * np.log1p(weight))


def _season(past: History) -> Floats:
    """Factors by calendar month with mean 1; all 1 where the counts carry no season.

    Each is shrunk as if its month had one more year, like any other: a month that had none is no month without any.
    """
    usable = past.usable
    month = np.asarray(past.months.month, dtype=np.intp) - 1
    if past.season_form == "none" or np.nanmean(past.counts) < SEASON_FROM:
        return np.ones(len(month))
    counts, when = past.counts[usable], month[: past.length][usable]
    year = (past.length - 1 - np.flatnonzero(usable)) // 12
    seasonal, plain = (np.bincount(when, margins_fit(counts, by), minlength=12) for by in ([when, year], [year]))
    factor = (seasonal + counts.mean()) / (plain + counts.mean())
    relative: Floats = (factor / factor.mean())[month]
    return relative


def memory_weights(past: History) -> Floats:
    """How likely each ``MEMORY`` is, given the past."""
    evidence = np.array([each.evidence for each in rates(past)[0]])
    weights: Floats = np.exp(evidence - evidence.max())
    return weights


def count_paths(past: History, paths: int, rng: np.random.Generator, weights: Floats | None = None) -> Floats:
    """Draw ``paths`` of counts ahead (paths by months): over the memory, the rate, its wandering and the counts.

    ``weights`` of the memories may have been found from a shorter past.
    """
    found, exposure = rates(past)
    weights = memory_weights(past) if weights is None else weights
    drawn = rng.multinomial(paths, weights / weights.sum())
    ahead = exposure[past.length :]
    return np.vstack([_drawn(each, int(count), ahead, rng) for each, count in zip(found, drawn, strict=True)])


def _drawn(each: Rate, count: int, exposure: Floats, rng: np.random.Generator) -> Floats:
    """Rates wander by beta shocks that keep the mean (Harvey and Fernandes 1989); counts swing by ``phi``."""
    shape = each.shape / each.phi
    rate = rng.gamma(shape, each.phi / each.weight, size=count)
    out = np.empty((count, len(exposure)))
    for month, here in enumerate(exposure):
        if each.memory < 1:
            rate = rate * rng.beta(each.memory * shape, (1 - each.memory) * shape, size=count) / each.memory
            shape *= each.memory
        out[:, month] = swinging(here * rate, each.phi, rng)
    return out


def swinging(mean: Floats, phi: float, rng: np.random.Generator) -> Floats:
    """Counts with variance ``phi`` times their mean."""
    if phi > 1.01:
        mean = rng.gamma(np.maximum(mean, 1e-9) / (phi - 1), phi - 1)
    return rng.poisson(mean).astype(np.float64)
