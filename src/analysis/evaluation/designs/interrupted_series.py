"""An interrupted time series: does the level change when the initiative starts, beside season and trend?"""

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
from analysis.evaluation.segmented import Segmented, segmented
from analysis.evaluation.setting import Setting
from analysis.evaluation.stepped_level import course_without, stepped_level
from analysis.evaluation.two_answers import answer_of, ljung_box_of
from analysis.measures import LEVEL, Mixture, least
from analysis.trends import Wandering

Floats = npt.NDArray[np.float64]
NAME: Final = "interrupted-series"


def interrupted_series(setting: Setting) -> Effect | CannotSay:
    """The change of the treated place's level at the start, beside season and trend, of its own months alone.

    At a mean of ten or more a month: a local level with step, trend and season on log counts per day, and a segmented
    regression of counts beside it, which must agree; below ten the regression alone. Needs months, 24 usable ones
    before and 12 after (Wagner and others 2002 ask for as many; Lopez Bernal, Cummins and Gasparrini 2017).
    """
    laid = laid_months(setting, [setting.treated])
    if not said(laid):
        return laid
    before, after = laid.totals(0)
    if before < least("interrupted-total") or not after:
        return CannotSay("too few were counted before the start, or none after it", "small-counts")
    counted = laid.counts[0, laid.used]
    few = bool(counted.mean() < least("monthly-mean"))
    columns = np.column_stack([laid.after, laid.years, laid.waves if few else laid.season])
    regression = segmented(counted, columns[laid.used], laid.log_days[laid.used], laid.at)
    if few:
        return _effect(laid, columns, regression, None)
    level = stepped_level(np.log(np.maximum(laid.counts[0], 0.5)) - laid.log_days, columns)
    refusal = disagreeing(level.effect(0), regression.step, MODELS)
    return _effect(laid, columns, regression, level) if refusal is None else refusal


def _effect(laid: LaidMonths, columns: Floats, regression: Segmented, level: Wandering | None) -> Effect:
    step = regression.step if level is None else level.effect(0)
    middle, (low, high) = step.middle, step.limits(LEVEL)
    observed = laid.totals(0)[1]
    expected = observed / math.exp(middle)
    without = np.column_stack([np.zeros(len(columns)), columns[:, 1:]])
    months = np.arange(len(columns), dtype=np.float64)
    course = _course(without, regression) if level is None else course_without(level, months, without)
    return Effect.of_ratio(
        NAME, observed, math.exp(middle), math.exp(low), math.exp(high), p=step.p, error=step.error,
        figures=_figures(laid, regression, level, expected),
        course=monthly_course(laid, course[0] + laid.log_days, course[1], expected),
        remarks=(_remark(level),),
    )  # fmt: skip


def _course(without: Floats, regression: Segmented) -> tuple[Floats, Floats]:
    design = np.column_stack([np.ones(len(without)), without])
    spread = ((design @ regression.covariance) * design).sum(axis=1)
    return design @ np.array(regression.model.coefficients), np.sqrt(spread)


def _figures(laid: LaidMonths, regression: Segmented, level: Wandering | None, expected: float) -> Mapping[str, Any]:
    primary: Mixture | None = None if level is None else level.effect(0)
    trend = regression.model.coefficients[2] if level is None else level.effect(1).middle
    return {
        "months_before": int((laid.used & ~laid.after).sum()),
        "months_after": int((laid.used & laid.after).sum()),
        "season": "two harmonics" if level is None else laid.form,
        **({} if primary is None else answer_of("local_level", primary)),
        **answer_of("regression", regression.step),
        "family": regression.model.family,
        "phi": regression.model.phi,
        **ljung_box_of(regression.model.residuals, regression.weighted, laid.used),
        "level_share": None if level is None else level.share,
        "trend_a_year": 100 * math.expm1(trend),
        "counterfactual_total": expected,
    }


def _remark(level: Wandering | None) -> str:
    if level is not None:
        return "A trend that was already there is taken to have gone on."
    return "With so few a month one model alone can be fitted; a trend that was already there is taken to have gone on."


DESIGN: Final = Design(
    name=NAME,
    title="Interrupted time series",
    maryland=2,
    against="the place's own level, season and trend before the start, carried on",
    run=interrupted_series,
)
