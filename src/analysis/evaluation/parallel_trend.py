"""Whether the treated place and its comparators went the same way before the start: the difference of slopes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.evaluation.setting import Setting
from analysis.trends import wandering_drift

LEAST: Final = {"M": 12, "Q-MAR": 6, "Y-MAR": 5}
"""Fewest periods before the start in which a slope can be seen at all."""
POWER: Final = 0.8
"""A difference is said to go unseen when the test would miss it more than one time in five."""


@dataclass(frozen=True)
class PreTrend:
    """``slope`` of the log ratio of treated to comparators a year, its limits, and the least one seen 4 times in 5."""

    slope: float
    low: float
    high: float
    unseen: float
    periods: int

    @property
    def clear(self) -> bool:
        """Whether the limits exclude no difference."""
        return self.low > 0 or self.high < 0


def parallel_pre_trend(setting: Setting) -> PreTrend | CannotSay:
    """Of the log of the treated count over the comparators' sum, period by period, in which season and trend cancel.

    The level may wander (``trends.wandering_drift``), so that months that hang together are not taken for many.
    """
    when = setting.before
    for each in (setting.treated, *setting.comparators):
        when = each.known(when)
    if len(when) < LEAST[setting.freq]:
        return CannotSay("too few periods before the start are known to compare slopes", "few-periods-before")
    whole = pd.period_range(when[0], when[-1], freq=when.freq)
    treated = setting.treated.counts(when)
    beside = np.sum([each.counts(when) for each in setting.comparators], axis=0)
    logs = np.full(len(whole), np.nan)
    logs[whole.isin(when)] = np.log(np.maximum(treated, 0.5)) - np.log(np.maximum(beside, 0.5))
    found = wandering_drift(logs, (np.arange(len(whole)) / setting.a_year)[:, None])
    reach = (found.high - found.low) / 2
    unseen = reach * (1 + float(stats.norm.ppf(POWER)) / float(stats.t.ppf(0.975, found.df)))
    return PreTrend(found.middle, found.low, found.high, unseen, len(when))
