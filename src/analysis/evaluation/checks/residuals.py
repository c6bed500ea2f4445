"""How well the design describes the time before, of which it knows everything."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.evaluation.checks.check import Check, CheckResult
from analysis.evaluation.checks.wording import UNITS
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.setting import Setting
from analysis.trends import autocorrelation, ljung_box

LEAST: Final = 5
"""With fewer periods before there is nothing to judge a fit by."""
LAGS: Final = {"M": 12, "Q-MAR": 4, "Y-MAR": 1}
AMISS: Final = 0.25
"""A fit that misses by more than this share of the mean, beyond what chance gives counts, is no description."""
TOGETHER: Final = 0.7
"""Neighbouring residuals correlated by more than this follow a course that the design does not know."""
CERTAIN: Final = 0.001


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:  # noqa: ARG001
    """Compare counted with expected in the periods before the start."""
    points = [each for each in effect.course if each.period in setting.before and each.observed is not None]
    if len(points) < LEAST or not any(each.expected > 0 for each in points):
        return CannotSay("this comparison says too little of the time before, period by period", "no-course")
    observed = np.array([each.observed for each in points], dtype=np.float64)
    expected = np.maximum(np.array([each.expected for each in points], dtype=np.float64), 0.1)
    residuals = (observed - expected) / np.sqrt(expected)
    phi = float((residuals**2).mean())
    miss = math.sqrt(max(0.0, float(((observed - expected) ** 2 - expected).mean()))) / float(observed.mean() or 1.0)
    serial = float(autocorrelation(residuals, 1)[0])
    p = ljung_box(residuals, min(LAGS[setting.freq], len(points) // 3))
    wanders = serial > TOGETHER and p < CERTAIN
    return CheckResult(
        "failed" if miss > AMISS or wanders else "informative",
        _words(setting, len(points), (phi, miss, serial, p), wanders),
        tuple(_row(each) for each in points),
        {"phi": phi, "miss": miss, "autocorrelation": serial, "ljung_box": p, "periods": len(points)},
    )


def _row(point: Point) -> dict[str, object]:
    return {"period": numbers.month(point.period), "observed": point.observed, "expected": point.expected}


def _words(setting: Setting, periods: int, fit: tuple[float, float, float, float], wanders: bool) -> str:
    phi, miss, serial, p = fit
    unit = UNITS[setting.freq]
    looked = (
        f"What the comparison expects was set against what was counted in {numbers.plural(periods, unit)} before the "
        f"start. Beyond what chance gives counts, it misses by {numbers.percent(100 * miss, 0)} of the average; around "
        f"it the figures have {numbers.decimal(phi)} times the variance of incidents that have nothing to do with one "
        "another."
    )
    if not math.isnan(serial):
        looked += f" What it misses by in one {unit} and in the next has a correlation of {numbers.decimal(serial, 2)}"
        chance = f"under 0.1{numbers.PERCENT}" if p < 0.001 else numbers.percent(100 * p)
        looked += "." if math.isnan(p) else f" (were they unrelated, as much would be seen {chance} of the time)."
    if miss > AMISS:
        return (
            f"{looked} So it does not describe even the time before, and what it expects after is not to be relied on."
        )
    if wanders:
        return (
            f"{looked} So the place followed a course of its own before the start, which the comparison does not know."
        )
    return f"{looked} The interval of the effect is made to allow for a misfit of this size."


CHECK: Final = Check(
    "residuals", "Fit before the start", "Does the comparison describe the time before the start?", 1, run
)  # fmt: skip
