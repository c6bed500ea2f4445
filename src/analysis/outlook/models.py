"""The models an outlook may come from: each is fitted once and then told of one more month after another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from analysis.outlook.ets import ets_ahead, ets_fitted
from analysis.outlook.gamma_poisson import count_paths, memory_weights
from analysis.outlook.history import History
from analysis.outlook.level import Ahead, levels_ahead, mixed_paths
from analysis.outlook.seasonal_naive import naive_ahead, naive_counts
from analysis.outlook.theta import theta_ahead, theta_fitted

Counts = npt.NDArray[np.float64]
Draw = Callable[[History, int, np.random.Generator], Counts]
"""A fitted model: paths of counts (paths by months) after the end of a past, its parameters unchanged."""
Fit = Callable[[History], Draw]
NAIVE: Final = "seasonal naive"
MEAN: Final = "mean of three"
NEGLIGIBLE: Final = 0.01
"""A variance ratio less likely than this, beside the likeliest, is not carried on to later origins."""


def models(past: History) -> Mapping[str, Fit]:
    """The models for counts of this size, seasonal naive first."""
    if past.few:
        return {NAIVE: lambda _: naive_counts, "gamma-Poisson": _gamma_poisson}
    three = {name: _once(fit) for name, fit in {"ETS": _ets, "Theta": _theta, "state space": _state_space}.items()}
    return {NAIVE: lambda _: _logs(naive_ahead), **three, MEAN: partial(_together, three.values())}


def _once(fit: Fit) -> Fit:
    """The same, fitted to one past only once: the mean takes the three as they already are."""
    known: list[tuple[History, Draw]] = []

    def fitted(past: History) -> Draw:
        draw = next((draw for earlier, draw in known if earlier is past), None)
        if draw is None:
            draw = fit(past)
            known.append((past, draw))
        return draw

    return fitted


def _ets(past: History) -> Draw:
    by = ets_fitted(past)
    return _logs(lambda known: ets_ahead(known, by))


def _theta(past: History) -> Draw:
    alpha = theta_fitted(past)
    return _logs(lambda known: theta_ahead(known, alpha))


def _state_space(past: History) -> Draw:
    weights = {ratio: each.weight for ratio, each in levels_ahead(past).items() if each.weight > NEGLIGIBLE}

    def ahead(known: History) -> list[Ahead]:
        return [replace(each, weight=weights[ratio]) for ratio, each in levels_ahead(known, tuple(weights)).items()]

    return _logs(ahead)


def _gamma_poisson(past: History) -> Draw:
    weights = memory_weights(past)
    return lambda known, paths, rng: count_paths(known, paths, rng, weights)


def _logs(ahead: Callable[[History], list[Ahead]]) -> Draw:
    def draw(past: History, paths: int, rng: np.random.Generator) -> Counts:
        logs = mixed_paths(ahead(past), paths, rng) + np.log(past.days[past.length :])
        return np.asarray(np.round(np.exp(logs)), dtype=np.float64)

    return draw


def _together(fits: Collection[Fit], past: History) -> Draw:
    """A third of the paths from each: what none of them is sure of stays unsure (a linear pool, Stone 1961)."""
    draws = [fit(past) for fit in fits]

    def draw(known: History, paths: int, rng: np.random.Generator) -> Counts:
        share = [paths // len(draws) + (place < paths % len(draws)) for place in range(len(draws))]
        return np.vstack([each(known, count, rng) for each, count in zip(draws, share, strict=True)])

    return draw
