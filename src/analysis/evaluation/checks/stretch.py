"""A stretch of the treated series against earlier ones: by its own count, or by its share beside the comparators."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.setting import Setting
from analysis.measures import LEVEL, Change, change, series_dispersion
from analysis.measures.long_run import long_run

Floats = npt.NDArray[np.float64]


def own_change(
    setting: Setting, earlier: pd.PeriodIndex, later: pd.PeriodIndex, *, level: float = LEVEL
) -> Change | CannotSay:
    """The change of the treated count a period from ``earlier`` to ``later``, widened by how much the series swings."""
    if setting.treated.total(earlier) == 0:
        return CannotSay("none were counted in the periods compared with", "no-records")
    used = setting.before.union(earlier).union(later)
    whole = pd.period_range(used[0], used[-1], freq=used.freq)
    swing = series_dispersion(setting.treated.series.reindex(whole).where(whole.isin(used)).astype("Int64"))
    if not said(swing):
        return swing
    return change(
        setting.treated.total(earlier), setting.treated.total(later), exposure_before=len(earlier),
        exposure_after=len(later), dispersion=swing.widening(level, list(later)), level=level,
    )  # fmt: skip


def relative_change(
    setting: Setting, earlier: pd.PeriodIndex, later: pd.PeriodIndex, *, level: float = LEVEL
) -> Change | CannotSay:
    """The same for the treated count beside that of all comparators together, period by period.

    What the comparators counted is the exposure, so that season, trend and swings that all places share fall out; the
    widening is by what is left (Pearson), and by the comparators' own chance.
    """
    used = _known(setting, setting.before.union(earlier).union(later))
    late = np.asarray(used.isin(later), dtype=np.bool_)
    treated, beside = _counts(setting, used)
    before, after = (np.asarray(used.isin(each), dtype=np.bool_) for each in (earlier, later))
    if min(beside[after].sum(), beside[before].sum(), treated[before].sum()) == 0:
        return CannotSay("none were counted in the places compared", "no-records")
    columns = np.column_stack([~late, late]).astype(np.float64)
    expected = beside * (columns @ ((columns.T @ treated) / np.maximum(columns.T @ beside, 1.0)))
    some, df = expected > 0, int((expected > 0).sum()) - 2
    if df < 2:
        return CannotSay("too few periods are known to judge how much the series usually swings", "no-dispersion")
    residuals = (treated[some] - expected[some]) / np.sqrt(expected[some])
    phi = max(1.0, float(residuals @ residuals) / df)
    widening = phi * float(stats.t.ppf((1 + level) / 2, df) / stats.norm.ppf((1 + level) / 2)) ** 2
    if setting.freq != "Y-MAR":
        months = 12 // setting.a_year
        spread = long_run(residuals, expected[some], columns[some], used.asi8[some], months)
        widening = max(widening, spread.widening(level, [each.ordinal for each in later]))
    return change(
        int(treated[before].sum()), int(treated[after].sum()), exposure_before=float(beside[before].sum()),
        exposure_after=float(beside[after].sum()), level=level,
        dispersion=widening * (1 + float(treated.sum() / beside.sum())),
    )  # fmt: skip


def _known(setting: Setting, when: pd.PeriodIndex) -> pd.PeriodIndex:
    for each in (setting.treated, *setting.comparators):
        when = each.known(when)
    return when


def _counts(setting: Setting, when: pd.PeriodIndex) -> tuple[Floats, Floats]:
    treated, *others = (each.counts(when) for each in (setting.treated, *setting.comparators))
    return treated, np.sum(others, axis=0)
