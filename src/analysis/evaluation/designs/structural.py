"""A structural counterfactual: the time before, explained by the controls, carried forward with them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.carried_forward import SEED, CarriedForward, carried_forward
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.laid_months import LaidMonths, laid_months
from analysis.evaluation.parting import apart
from analysis.evaluation.setting import Setting
from analysis.evaluation.stepped_level import SCALE, STILL
from analysis.measures import LEVEL, least

Floats = npt.NDArray[np.float64]
NAME: Final = "structural"
APART: Final = 3
"""At most so many comparators are regressors of their own; more are summed to one, since 24 months explain no more."""

DRIFT: Final = 0.1
"""Standard deviation beforehand of the trend a year that the controls do not share (log scale): places' yearly changes
differ by about as much beyond their series' swing (``unlike``)."""


def structural(setting: Setting) -> Effect | CannotSay:
    """What the treated place counted after the start, against a model of the time before carried forward with controls.

    Log counts as a local level, a season, a trend of its own (little, beforehand: ``DRIFT``) and the log counts of up
    to three comparators (more are summed), fitted before the start alone; no step is assumed, so that the effect may
    come and go. Parameters, level, chance, and how far places part by themselves (``unlike``) are simulated. Needs a
    mean of ten or more a month before the start, in the place and in its comparators.
    """
    if not setting.comparators:
        return CannotSay("no place without the initiative is named to compare with", "no-comparators")
    laid = laid_months(setting, [setting.treated, *setting.comparators])
    if not said(laid):
        return laid
    controls = _controls(laid)
    rows = np.vstack([laid.counts[:1], controls])[:, laid.used & ~laid.after]
    if rows.mean(axis=1).min() < least("monthly-mean"):
        few = f"fewer than {least('monthly-mean'):g} a month before the start, in the place or in a comparator"
        return CannotSay(f"{few}, are too few for this model", "small-counts")
    if not laid.totals(0)[1]:
        return CannotSay("none were counted after the start", "small-counts")
    return _effect(laid, controls)


def _controls(laid: LaidMonths) -> Floats:
    """The comparators' counts: each by itself, or summed where they are many, few in counts, or made of one another."""
    each = laid.counts[1:]
    before = each[:, laid.used & ~laid.after]
    logs = np.log(np.maximum(before, 0.5))
    alone = len(each) <= APART and before.mean(axis=1).min() >= least("monthly-mean")
    alone = alone and np.linalg.matrix_rank(logs - logs.mean(axis=1, keepdims=True)) == len(each)
    return each if alone else each.sum(axis=0, keepdims=True)


def _effect(laid: LaidMonths, controls: Floats) -> Effect:
    explained = np.log(np.maximum(np.where(laid.used, controls, 1.0), 0.5)) - laid.log_days
    columns = np.column_stack([explained.T, laid.years, laid.waves])
    spread = np.full(columns.shape[1], np.inf)
    spread[len(controls)] = DRIFT
    asked = np.flatnonzero(laid.used)
    before = np.where(laid.used & ~laid.after, np.log(np.maximum(laid.counts[0], 0.5)) - laid.log_days, np.nan)
    forward = carried_forward(before, columns, asked, scale=SCALE, still=STILL, spread=spread)
    after = laid.after[asked]
    expected = _expected(forward, laid, asked)
    observed = laid.totals(0)[1]
    rng = np.random.default_rng(SEED)
    totals = expected[:, after].sum(axis=1)
    parts, weight = apart(laid)
    taus = rng.choice(parts.taus, len(totals), p=parts.weights) * math.sqrt(weight)
    ratios = rng.gamma(observed + 0.5, 1.0, len(totals)) / totals * np.exp(taus * rng.standard_normal(len(totals)))
    low, high = np.quantile(ratios, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    middle = float(np.median(totals))
    return Effect.of_ratio(
        NAME, observed, observed / middle, float(low), float(high), p=_p(ratios),
        error=float(np.diff(np.quantile(np.log(ratios), [0.16, 0.84]))[0] / 2),
        figures={**_figures(laid, forward, totals, len(controls)), "unlike": parts.tau},
        course=_course(laid, asked, expected),
        remarks=("The comparators are taken to stand to the place as they did before the start.",),
    )  # fmt: skip


def _expected(forward: CarriedForward, laid: LaidMonths, asked: npt.NDArray[np.intp]) -> Floats:
    """Expected counts (draws by months): level and effects, and what a month swings beyond chance."""
    chance = 1 / laid.mean(0, after=False)
    beyond = np.sqrt(np.maximum(forward.noise**2 - chance, 0.0))[:, None]
    noise = np.random.default_rng(SEED + 1).standard_normal(forward.paths.shape)
    logs = forward.paths + laid.log_days[asked] + beyond * noise
    # The log of a count lies below the log of its expectation, by half its relative variance.
    found: Floats = np.exp(logs + chance / 2)
    return found


def _p(ratios: Floats) -> float:
    tail = (1 + min((ratios < 1).sum(), (ratios > 1).sum())) / (1 + len(ratios))
    return float(min(1.0, 2 * tail))


def _figures(laid: LaidMonths, forward: CarriedForward, totals: Floats, controls: int) -> Mapping[str, Any]:
    low, middle, high = map(float, np.quantile(totals, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]))
    fitted = forward.fitted
    return {
        "months_before": int((laid.used & ~laid.after).sum()),
        "months_after": int((laid.used & laid.after).sum()),
        "controls": controls,
        "season": "two harmonics",
        "control_coefficients": [float(each) for each in fitted.weights @ fitted.coefficients[:, 1 : controls + 1]],
        "level_share": fitted.share,
        "counterfactual_total": middle,
        "counterfactual_low": low,
        "counterfactual_high": high,
    }


def _course(laid: LaidMonths, asked: npt.NDArray[np.intp], expected: Floats) -> tuple[Point, ...]:
    limits = np.quantile(expected, [0.5, (1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0).T
    return tuple(
        Point(laid.when[at], float(laid.counts[0, at]), *map(float, each))
        for at, each in zip(asked, limits, strict=True)
    )


DESIGN: Final = Design(
    name=NAME,
    title="Structural counterfactual",
    maryland=3,
    against="the comparators' months after the start, as they explained the place's before it",
    run=structural,
)
