"""Before and after for a place that was picked for being high: against what it was to be expected to have, not against
what it had."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.design import Design
from analysis.evaluation.designs.before_after import course
from analysis.evaluation.effect import Effect
from analysis.evaluation.matched import Matched, matched
from analysis.evaluation.mover import error_of
from analysis.evaluation.regression_to_mean import Expected, Prior, expected_count, prior_of
from analysis.evaluation.setting import Place, Setting
from analysis.evaluation.side import Side, side, swing_of, together
from analysis.measures import central_p, least, ratio_limits

NAME: Final = "empirical-bayes"
PICKED: Final = "The place's own figures before are drawn towards those of places alike, as it was picked by them."


@dataclass(frozen=True)
class Reference:
    """Places alike over the matched periods: counts before (brought to the length of after) and after, and sizes.

    The treated place stands first, as it is one of those that it was picked from. ``dispersion`` is the variance over
    mean that their series show around their own level.
    """

    before: tuple[float, ...]
    after: tuple[float, ...]
    sizes: tuple[float, ...]
    dispersion: float

    def without(self, number: int) -> Reference:
        """All but one of them."""
        before, after, sizes = (each[:number] + each[number + 1 :] for each in (self.before, self.after, self.sizes))
        return Reference(before, after, sizes, self.dispersion)

    @cached_property
    def prior(self) -> Prior:
        """What their counts before show of how places alike differ."""
        return prior_of(self.before, self.sizes, dispersion=self.dispersion)

    def expected(self, number: int = 0) -> Expected:
        """What one of them (the treated place first) was to be expected to have before."""
        return expected_count(self.before[number], self.prior, size=self.sizes[number], dispersion=self.dispersion)

    @property
    def ratio(self) -> float:
        """After over before of all but the treated place, each as it was to be expected, so that none regresses."""
        return sum(self.after[1:]) / sum(self.expected(each).count for each in range(1, len(self.before)))

    @property
    def forecast(self) -> float:
        """What the treated place was to be expected to have after."""
        return self.expected().count * self.ratio

    @property
    def error(self) -> float:
        """Standard error of the log forecast, as the others might have been other places (jackknife; Tukey 1958)."""
        logs = np.log([self.without(each).forecast for each in range(1, len(self.before))])
        many = len(logs)
        return float(math.sqrt((many - 1) / many * ((logs - logs.mean()) ** 2).sum()))


def empirical_bayes(setting: Setting) -> Effect | CannotSay:
    """The count after over what places alike, and its own count before, let expect (Hauer 1997; Hauer and others 2002).

    The reference sites are the comparators; ``chosen_on`` is part of the time before, as it is what is corrected. The
    limits are exact conditional ones with effective counts: the variance of the expected count is the posterior's and
    that of the reference sites' (prior and change). Refused with too few of them, and as ``matched`` does.
    """
    if len(setting.comparators) < least("reference-sites"):
        named = numbers.plural(len(setting.comparators), "place alike is", "places alike are")
        return CannotSay(
            f"{named} named, and {least('reference-sites'):g} are needed",
            "few-reference-sites",
        )
    whole = replace(setting, chosen_on=None)
    periods = matched(whole, [setting.treated, *setting.comparators])
    if isinstance(periods, CannotSay):
        return periods
    treated = side(whole, setting.treated, periods, together(setting.comparators, "places alike"))
    if isinstance(treated, CannotSay):
        return treated
    found = _reference(whole, periods)
    if not sum(found.before) or not min(sum(found.without(each).after[1:]) for each in range(1, len(found.after))):
        return CannotSay("too few were counted in the places alike", "small-counts")
    return _effect(treated, found, periods)


def _reference(setting: Setting, periods: Matched) -> Reference:
    places = (setting.treated, *setting.comparators)
    before = [float(periods.weights @ _counts(each, periods)) for each in places]
    return Reference(
        (*before,), (*(float(each.total(periods.after)) for each in places),),
        (*(float(each.members) for each in places),), _pooled(setting, places),
    )  # fmt: skip


def _counts(place: Place, periods: Matched) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return place.counts(periods.before)


def _pooled(setting: Setting, places: Sequence[Place]) -> float:
    """The dispersion of all series together, at least 1."""
    found = [each for each in (swing_of(setting, place) for place in places) if said(each)]
    return max(1.0, sum(each.phi * each.df for each in found) / sum(each.df for each in found)) if found else 1.0


def _effect(treated: Side, found: Reference, periods: Matched) -> Effect:
    own, forecast = found.expected(), found.forecast
    widening = treated.widening
    variance = widening / found.dispersion * (own.error / own.count) ** 2 + found.error**2
    effective = widening / variance if variance > 0 else math.inf
    scale = effective / forecast
    low, high = ratio_limits(effective, treated.after, exposure_ratio=scale, dispersion=widening)
    naive = treated.limits()  # what it would be without the correction, and without the change of the others
    return Effect.of_ratio(
        NAME, treated.after, treated.after / forecast, low, high, expected=forecast,
        p=central_p(effective, treated.after, exposure_ratio=scale, dispersion=widening), error=error_of(low, high),
        figures={
            "before": treated.before, "expected_before": own.count, "weight": own.weight, "after": treated.after,
            "prior_mean": found.prior.mean, "prior_shape": found.prior.shape, "reference_sites": len(found.before) - 1,
            "reference_ratio": found.ratio, "reference_error": found.error, "phi": found.dispersion,
            "widening": widening, "uncorrected_ratio": treated.ratio, "uncorrected_low": naive[0],
            "uncorrected_high": naive[1],
        },
        course=course(treated.place, periods, forecast / treated.expected) if treated.expected else (),
        remarks=(PICKED, *periods.remarks),
    )  # fmt: skip


DESIGN: Final = Design(
    NAME, "Empirical Bayes", 2, "what places alike, and its own figures before, let expect", empirical_bayes
)
