"""Synthetic difference-in-differences: areas weighted to run parallel before, and years weighted to be like after."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay
from analysis.evaluation.area_spread import AreaSpread, area_spread
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.panel_counts import PanelCounts, left_out_remark, panel_counts
from analysis.evaluation.setting import Setting
from analysis.evaluation.simplex import simplex_weights
from analysis.evaluation.time_blocks import Blocks, time_blocks

Floats = npt.NDArray[np.float64]
HALF: Final = 0.5


@dataclass(frozen=True)
class SyntheticDifference:
    """The ``estimate``, and the weights of the other areas (``areas``) and of the periods before (``periods``)."""

    estimate: float
    areas: Floats
    periods: Floats


def synthetic_difference_of(treated: Floats, others: Floats, before: int) -> SyntheticDifference:
    """Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021, AER 111), one treated unit.

    ``treated`` holds T outcomes, ``others`` J by T, of which the first ``before`` come before the start. Unit weights
    have the paper's ridge (zeta), time weights next to none; both are free of the level, which an intercept takes.
    """
    after = len(treated) - before
    noise = float(np.diff(others[:, :before], axis=1).std(ddof=1))
    ridge = before * math.sqrt(after) * noise**2
    level = others[:, :before] - others[:, :before].mean(axis=1, keepdims=True)
    areas = simplex_weights(level.T, treated[:before] - treated[:before].mean(), ridge)
    across = others[:, :before] - others[:, :before].mean(axis=0)
    later = others[:, before:].mean(axis=1)
    periods = simplex_weights(across, later - later.mean(), len(others) * (1e-6 * noise) ** 2)
    gap = treated - areas @ others
    return SyntheticDifference(float(gap[before:].mean() - periods @ gap[:before]), areas, periods)


def synthetic_difference(setting: Setting) -> Effect | CannotSay:
    """Synthetic difference-in-differences on the logarithms of counts in blocks of time.

    Areas' levels and residents cancel. Every other area is treated in its turn as placebo: limits and p are from their
    rank (``area_spread``), ``placebo_se`` is their standard deviation as in the paper. With fewer than 19 others it is
    described only.
    """
    counts = panel_counts(setting)
    if isinstance(counts, CannotSay):
        return counts
    blocks = time_blocks(counts, setting.start, setting.a_year)
    if isinstance(blocks, CannotSay):
        return blocks
    both = np.concatenate([blocks.before, blocks.after], axis=1) + HALF
    logs = np.log(both / np.concatenate([blocks.lengths_before, blocks.lengths_after]))
    before = blocks.before.shape[1]
    found = [
        synthetic_difference_of(logs[area], np.delete(logs[1:], area - 1, axis=0) if area else logs[1:], before)
        for area in range(len(logs))
    ]
    chance = np.array([_chance(area, both, before, each) for area, each in enumerate(found)])
    spread = area_spread(np.array([each.estimate for each in found]), chance, centred=False)
    return _effect(counts, blocks, found[0], spread)


def _chance(area: int, counts: Floats, before: int, found: SyntheticDifference) -> float:
    """Variance of the estimate if incidents were independent and the weights given."""
    after = counts.shape[1] - before
    pull = np.concatenate([found.periods**2, np.full(after, after**-2.0)])
    own = (1 / counts) @ pull
    rest = np.delete(own[1:], area - 1) if area else own[1:]
    return float(own[area] + found.areas**2 @ rest)


def _effect(counts: PanelCounts, blocks: Blocks, found: SyntheticDifference, spread: AreaSpread) -> Effect:
    described, seen = counts.describes, counts.observed
    low, high = (math.nan, math.nan) if described else map(math.exp, spread.limits())
    ratio = math.exp(found.estimate)
    return Effect.of_ratio(
        "synthetic-difference", seen, ratio, low, high, expected=max(seen, HALF) / ratio,
        p=math.nan if described else spread.p, error=float(spread.error[0]), described=described,
        figures=_figures(counts, blocks, found, spread), remarks=left_out_remark(counts),
    )  # fmt: skip


def _figures(counts: PanelCounts, blocks: Blocks, found: SyntheticDifference, spread: AreaSpread) -> dict[str, Any]:
    order = np.argsort(-found.areas)
    return {
        "donors": counts.others,
        "left_out": counts.left_out,
        "weights": {
            counts.places[1 + each].name: float(found.areas[each]) for each in order if found.areas[each] > 1e-3
        },
        "time_weights": tuple(map(float, found.periods)),
        "placebo_se": float(np.std(spread.values[1:], ddof=1)),
        "rank": spread.rank,
        "block": blocks.periods,
        "blocks_before": blocks.before.shape[1],
        "blocks_after": blocks.after.shape[1],
        "phi": spread.phi,
        "tau": spread.tau,
        "areas": tuple(
            (place.name, 100 * math.expm1(value), float(score))
            for place, value, score in zip(counts.places, spread.values, spread.scores, strict=True)
        ),
    }


DESIGN: Final = Design(
    name="synthetic-difference", title="Synthetic difference-in-differences", maryland=3,
    against="other areas, weighted to have run parallel before", run=synthetic_difference,
)  # fmt: skip
"""Synthetic difference-in-differences with placebo areas."""
