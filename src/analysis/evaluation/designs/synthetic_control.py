"""Synthetic control: the mix of other areas that went the treated area's way before, and what it went on to do."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay
from analysis.evaluation.area_spread import AreaSpread, area_spread
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.over_time import limits_over_time
from analysis.evaluation.panel_counts import PanelCounts, left_out_remark, panel_counts
from analysis.evaluation.setting import Setting
from analysis.evaluation.simplex import simplex_weights
from analysis.evaluation.time_blocks import Blocks, time_blocks

Floats = npt.NDArray[np.float64]
POOREST_FIT: Final = 0.15
"""Root mean squared gap before, as a share of the mean, beyond which nothing is said."""
HALF: Final = 0.5


@dataclass(frozen=True)
class Fit:
    """One area and its synthetic control: ``weights`` on the areas ``donors``, gaps as shares of the area's mean.

    ``log_gap`` is the log of what the area had after over what its synthetic control had, ``chance`` its variance if
    incidents were independent, ``misfit`` the mean squared relative gap before beyond what chance makes of it.
    """

    donors: npt.NDArray[np.intp]
    weights: Floats
    before: Floats
    after: Floats
    log_gap: float
    chance: float
    misfit: float

    @property
    def pre_rmspe(self) -> float:
        """Root mean squared prediction error before, over the mean."""
        return float(np.sqrt(np.mean(self.before**2)))

    @property
    def post_over_pre(self) -> float:
        """That after, over that before."""
        return float(np.sqrt(np.mean(self.after**2))) / max(self.pre_rmspe, 1e-9)


def synthetic_control(setting: Setting) -> Effect | CannotSay:
    """Abadie, Diamond and Hainmueller's (2010, JASA 105) synthetic control, of outcomes alone.

    Weights are found on rates (counts where residents are not known of all) in blocks of time before the start. Refused
    where the root mean squared gap before is over 15 % of the mean. Every donor is treated in its turn as placebo; with
    fewer than 19 donors it is described only.
    """
    counts = panel_counts(setting)
    if isinstance(counts, CannotSay):
        return counts
    blocks = time_blocks(counts, setting.start, setting.a_year)
    if isinstance(blocks, CannotSay):
        return blocks
    if blocks.before[0].mean() < POOREST_FIT**-2:
        return CannotSay("chance alone keeps so few incidents from being matched by any mix of areas", "small-counts")
    fits = [fit_of(area, blocks, counts.people) for area in range(len(counts.places))]
    if fits[0].pre_rmspe > POOREST_FIT:
        return CannotSay(
            f"no mix of the other areas went its way before: off by {100 * fits[0].pre_rmspe:.0f} % in a typical block",
            "poor-fit",
        )
    return _effect(counts, blocks, fits)


def fit_of(area: int, blocks: Blocks, people: Floats) -> Fit:
    """The synthetic control of one area from all others but the treated one (area 0).

    A donor's own chance counts against it: the square of its weight times its Poisson variance is added to the gaps.
    """
    donors = np.array([each for each in range(1, len(people)) if each != area])
    scale = blocks.before[area].sum() / people[area] / blocks.lengths_before.sum()
    before, after = (
        counts / people[:, None] / lengths / scale
        for counts, lengths in ((blocks.before, blocks.lengths_before), (blocks.after, blocks.lengths_after))
    )
    noise = before / (people[:, None] * blocks.lengths_before * scale)  # Poisson variance of each relative rate
    weights = simplex_weights(before[donors].T, before[area], noise[donors].sum(axis=1))
    seen = float(blocks.after[area].sum())
    due, variance = (
        float(weights**power @ (blocks.after[donors].sum(axis=1) / (people[donors] / people[area]) ** power))
        for power in (1, 2)
    )
    gaps = before[area] - weights @ before[donors]
    expected_noise = float((noise[area] + weights**2 @ noise[donors]).mean())
    return Fit(
        donors, weights, gaps, after[area] - weights @ after[donors], math.log((seen + HALF) / (due + HALF)),
        1 / (seen + HALF) + (variance + HALF**2) / (due + HALF) ** 2,
        max(0.0, float(np.mean(gaps**2)) - expected_noise),
    )  # fmt: skip


def _effect(counts: PanelCounts, blocks: Blocks, fits: list[Fit]) -> Effect:
    log_gap, chance, misfit = (
        np.array([getattr(each, name) for each in fits]) for name in ("log_gap", "chance", "misfit")
    )
    spread = area_spread(log_gap, chance, misfit, centred=False)
    described, seen = counts.describes, counts.observed
    low, high = (math.nan, math.nan) if described else map(math.exp, spread.limits())
    own, share = fits[0], counts.people[0] / counts.people[fits[0].donors]
    synthetic = own.weights * share
    ratio = math.exp(own.log_gap)
    return Effect.of_ratio(
        "synthetic-control", seen, ratio, low, high, expected=max(seen, HALF) / ratio,
        p=math.nan if described else spread.p, error=float(spread.error[0]), described=described,
        figures=_figures(counts, blocks, fits, spread) | _over_time(counts, blocks),
        course=_course(counts, synthetic, own.donors), remarks=left_out_remark(counts),
    )  # fmt: skip


def _over_time(counts: PanelCounts, blocks: Blocks) -> dict[str, Any]:
    """A second interval, in percent, from the order of time in the one area; where there are blocks enough."""
    lengths = np.concatenate([blocks.lengths_before, blocks.lengths_after])
    per = counts.people[:, None] * lengths
    both = np.concatenate([blocks.before, blocks.after], axis=1)
    ridge = (both / per**2)[1:].sum(axis=1)
    found = limits_over_time((both / per)[0], (both / per)[1:], blocks.before.shape[1], ridge)
    return {} if found is None else dict(zip(("time_low", "time_high"), 100 * np.expm1(found), strict=True))


def _figures(counts: PanelCounts, blocks: Blocks, fits: list[Fit], spread: AreaSpread) -> dict[str, Any]:
    own = fits[0]
    ratios = np.array([each.post_over_pre for each in fits])
    rank = 1 + int((ratios[1:] >= ratios[0]).sum())
    named = zip(own.donors, own.weights, strict=True)
    return {
        "donors": counts.others,
        "left_out": counts.left_out,
        "weights": {
            counts.places[donor].name: float(weight)
            for donor, weight in sorted(named, key=lambda pair: -pair[1])
            if weight > 1e-3
        },
        "pre_rmspe": 100 * own.pre_rmspe,
        "post_over_pre": float(ratios[0]),
        "rank": rank,
        "rank_p": rank / len(ratios),
        "block": blocks.periods,
        "blocks_before": blocks.before.shape[1],
        "blocks_after": blocks.after.shape[1],
        "rates": bool((counts.people > 1).any()),
        "phi": spread.phi,
        "tau": spread.tau,
        "areas": tuple(
            (place.name, 100 * math.expm1(fit.log_gap), 100 * fit.pre_rmspe, fit.post_over_pre)
            for place, fit in zip(counts.places, fits, strict=True)
        ),
    }


def _course(counts: PanelCounts, weights: Floats, donors: npt.NDArray[np.intp]) -> tuple[Point, ...]:
    """Period by period: what was counted, and what the synthetic control had."""
    seen = np.concatenate([counts.before, counts.after], axis=1)
    due = weights @ seen[donors]
    when = counts.when_before.append(counts.when_after)
    return tuple(Point(each, float(own), float(mix)) for each, own, mix in zip(when, seen[0], due, strict=True))


DESIGN: Final = Design(
    name="synthetic-control", title="Synthetic control", maryland=3,
    against="a mix of other areas that had gone its way before", run=synthetic_control,
)  # fmt: skip
"""Outcome-only synthetic control with placebo areas."""
