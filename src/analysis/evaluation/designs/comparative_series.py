"""A comparative interrupted time series: does the place part from its comparators when the initiative starts?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.agreeing import MODELS, disagreeing
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.laid_months import LaidMonths, laid_months
from analysis.evaluation.monthly_course import monthly_course
from analysis.evaluation.parting import Parting, parting
from analysis.evaluation.setting import Setting
from analysis.evaluation.stepped_level import course_without
from analysis.evaluation.two_answers import answer_of, ljung_box_of
from analysis.measures import LEVEL, least

Floats = npt.NDArray[np.float64]
NAME: Final = "comparative-series"


def comparative_series(setting: Setting) -> Effect | CannotSay:
    """The step, at the start, of the treated place's counts over those of all comparators summed, month by month.

    With both at a mean of ten or more a month: a local level of the log ratio with step, trend and two harmonics, and a
    regression of the treated place's share beside it, which must agree; below ten the regression alone. What places
    change unlike one another for no reason known (``unlike``) is in the limits of both. Months as for an interrupted
    series, known in all places (Lopez Bernal, Cummins and Gasparrini 2018, the use of controls in interrupted series).
    """
    if not setting.comparators:
        return CannotSay("no place without the initiative is named to compare with", "no-comparators")
    laid = laid_months(setting, [setting.treated, *setting.comparators])
    if not said(laid):
        return laid
    others = laid.counts[1:].sum(axis=0)
    before, after = laid.totals(0)
    beside = [float(others[laid.used & (laid.after == side)].sum()) for side in (False, True)]
    if min(before, beside[0], beside[1]) < least("interrupted-total") or not after:
        return CannotSay("too few were counted in the place or in its comparators", "small-counts")
    found = parting(laid, others, min(np.nanmean(laid.counts[0]), np.nanmean(others)) >= least("monthly-mean"))
    refusal = None if found.level is None else disagreeing(found.primary, found.secondary, MODELS)
    return _effect(laid, others, found) if refusal is None else refusal


def _effect(laid: LaidMonths, others: Floats, found: Parting) -> Effect:
    step = found.primary
    middle, (low, high) = step.middle, step.limits(LEVEL)
    observed = laid.totals(0)[1]
    expected = observed / math.exp(middle)
    course, deviations = _course(found, len(laid.when))
    # A month without a comparator's count has no expectation of its own; what it had in the regression stands in.
    beside = np.log(np.where(np.isfinite(others), np.maximum(others, 0.5), np.nanmean(others)))
    return Effect.of_ratio(
        NAME, observed, math.exp(middle), math.exp(low), math.exp(high), p=step.p, error=step.error,
        figures=_figures(laid, found, expected), course=monthly_course(laid, course + beside, deviations, expected),
        remarks=(_remark(len(laid.counts) - 1),),
    )  # fmt: skip


def _course(found: Parting, months: int) -> tuple[Floats, Floats]:
    """Log of the ratio to be expected without the initiative, and its standard deviation."""
    without = np.column_stack([np.zeros(months), found.columns[:, 1:]])
    if found.level is not None:
        return course_without(found.level, np.arange(months, dtype=np.float64), without)
    design = np.column_stack([np.ones(months), without])
    spread = ((design @ found.share.covariance) * design).sum(axis=1)
    return design @ found.share.coefficients, np.sqrt(spread)


def _figures(laid: LaidMonths, found: Parting, expected: float) -> Mapping[str, Any]:
    trend = found.share.coefficients[2] if found.level is None else found.level.effect(1).middle
    return {
        "months_before": int((laid.used & ~laid.after).sum()),
        "months_after": int((laid.used & laid.after).sum()),
        "comparators": len(laid.counts) - 1,
        "season": "two harmonics of the ratio",
        **({} if found.level is None else answer_of("local_level", found.primary)),
        **answer_of("regression", found.secondary),
        "family": "quasi-binomial",
        "phi": found.share.phi,
        **ljung_box_of(found.share.residuals, found.share.weighted, found.counted),
        "level_share": None if found.level is None else found.level.share,
        "trend_a_year": 100 * math.expm1(trend),
        "unlike": found.unlike.tau,
        "counterfactual_total": expected,
    }


def _remark(comparators: int) -> str:
    if comparators == 1:
        return "One comparator cannot show how far places part by themselves: that is taken from other places."
    return "How far places part by themselves is judged from the comparators, and is in the limits."


DESIGN: Final = Design(
    name=NAME,
    title="Comparative interrupted time series",
    maryland=3,
    against="the comparators' months after the start, and how the place stood to them before",
    run=comparative_series,
)
