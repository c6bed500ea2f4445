"""Control charts and alarms: EARS, and the algorithms of Farrington and Noufaily as R's surveillance has them.

The reports test a month by ``exceptional_month``, which follows the same idea with months on either side; the weekly
variants live here, made from the same weighted regression.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

from analysis.exceptional import ears
from analysis.exceptional.control import c_chart, laney, p_chart, runs, u_chart, xmr

if TYPE_CHECKING:
    from .case import Case

FIRST = pd.Timestamp("1990-01-01")
AS_MONTGOMERY = 3 / 1.128


def individuals(case: Case) -> dict[str, Any]:
    found = xmr(case.data["y"], baseline=np.arange(len(case.data)) < 20, screened=False, factor=AS_MONTGOMERY)
    return {"cl": found.centre, "ucl": found.high[0], "lcl": found.low[0], "n_sigma_signals": int(found.outside.sum())}


def counts_of_defects(case: Case) -> dict[str, Any]:
    used = (case.data["include"] & case.data["baseline"]).to_numpy()
    found = c_chart(case.data["y"], baseline=used)
    told = runs(found.values[case.data["include"].to_numpy()], found.centre)
    return {
        "cl": found.centre,
        "ucl": found.high[0],
        "lcl": found.low[0],
        "n_useful": told.useful,
        "longest_run": told.longest,
        "longest_run_max": told.longest_expected,
        "n_crossings": told.crossings,
        "n_crossings_min": told.crossings_expected,
    }


def defects_by_area(case: Case) -> dict[str, Any]:
    found = u_chart(case.data["count"], case.data["exposure"], per=50)
    return {"cl": found.centre, "ucl": list(found.high), "lcl": list(found.low)}


def waiting_in_emergency_departments(case: Case) -> dict[str, Any]:
    plain = p_chart(case.data["r"], case.data["n"])
    found = laney(plain)
    return {
        "cl": found.centre,
        "sigma_z": found.sigma_z,
        "lcl_pp": list(found.low),
        "ucl_pp": list(found.high),
        "n_outside_p": int(plain.outside.sum()),
        "n_outside_pprime": int(found.outside.sum()),
    }


def screened_ranges(case: Case) -> dict[str, Any]:
    charts = {
        "r1": xmr(case.data["y"]),
        "r2_outlier_screened": xmr(case.data["y_outlier"]),
        "r3_outlier_unscreened": xmr(case.data["y_outlier"], screened=False),
    }
    named = {"mean": lambda chart: chart.centre, "lpl": lambda chart: chart.low[0], "upl": lambda chart: chart.high[0]}
    return {f"{name}_{what}": of(chart) for name, chart in charts.items() for what, of in named.items()}


def short_memory(case: Case) -> dict[str, Any]:
    weeks = pd.period_range("1990-01", periods=len(case.data), freq="M")
    counts = pd.Series(case.data["observed"].to_numpy(), index=weeks)
    first, second = ears(counts), ears(counts, lag=2)
    from_20 = slice(19, None)
    return {
        "C1_ub_t20": first.upper.iloc[19],
        "C1_ub_t264": first.upper.iloc[263],
        "C1_n_alarm": int(first.alarm.iloc[from_20].sum()),
        "C2_ub_t264": second.upper.iloc[263],
        "C2_n_alarm": int(second.alarm.iloc[from_20].sum()),
        "C3_n_alarm": _third(counts),
    }


def _third(counts: pd.Series, level: float = 0.025, start: int = 19) -> int:
    """C3: the excess of C2 over one standard deviation, summed over three periods."""
    before = counts.shift(3).rolling(7)
    expected, spread = before.mean(), before.std()
    past = sum(np.maximum((counts - expected) / spread - 1, 0).shift(lag) for lag in (1, 2))
    upper = np.maximum(counts + spread * (stats.norm.isf(level) - past), 0)
    return int((counts > upper).iloc[start:].sum())


@dataclass(frozen=True)
class Fitted:
    """A weighted regression: coefficients, their covariance, degrees of freedom and dispersion."""

    params: np.ndarray
    covariance: np.ndarray
    df: int
    phi: float


@dataclass(frozen=True)
class Farrington:
    """One variant: four years of seven weeks around the date, and what lies between in ``periods`` less one parts."""

    periods: int
    threshold: float
    left_out: int
    trend_p: float
    plugin: bool
    years: int = 4
    half: int = 3
    alpha: float = 0.1

    def alarm(self, counts: np.ndarray, week: int) -> tuple[float, float]:
        """Expected count and upper bound of a week (from 0)."""
        group = self._groups(week)
        used = np.flatnonzero((group > 0) & (np.arange(len(group)) < week - self.left_out))
        parts = np.eye(self.periods + 1)[group[used]][:, 1 : self.periods]
        now = np.zeros(self.periods - 1)
        steady, straight = np.ones((len(used), 1)), used[:, None].astype(float)
        fitted = self._fit(counts[used], np.hstack([steady, straight, parts]))
        row = np.concatenate([[1, week], now])
        p = 2 * stats.t.sf(abs(fitted.params[1]) / fitted.covariance[1, 1] ** 0.5, fitted.df)
        if not (p < self.trend_p and np.exp(row @ fitted.params) <= counts[used].max()):
            fitted = self._fit(counts[used], np.hstack([steady, parts]))
            row = np.concatenate([[1], now])
        return self._bound(float(row @ fitted.params), float(row @ fitted.covariance @ row) ** 0.5, fitted.phi)

    def _groups(self, week: int) -> np.ndarray:
        """Which part of the year each week is, ``periods`` for the weeks around the date; 0 before all."""
        group = np.zeros(week + 1, dtype=int)
        group[week - self.half :] = self.periods
        centres = _same_weeks(week, self.years)
        for later, centre in itertools.pairwise([week, *centres]):
            group[centre - self.half : centre + self.half + 1] = self.periods
            between = np.arange(centre + self.half + 1, later - self.half)
            if self.periods > 1:
                for part, block in enumerate(np.array_split(between, self.periods - 1), start=1):
                    group[block] = part
        return group

    def _fit(self, counts: np.ndarray, design: np.ndarray) -> Fitted:
        """Quasi-Poisson, refitted with less weight on past outbreaks; weights sum to the number of weeks."""
        first = sm.GLM(counts, design, family=sm.families.Poisson()).fit(scale="X2", tol=1e-10)
        expected, leverage = first.fittedvalues, first.get_influence().hat_matrix_diag
        distance = 1.5 * (counts ** (2 / 3) * expected ** (-1 / 6) - expected**0.5)
        score = distance / np.sqrt(max(first.scale, 1) * (1 - leverage))
        weights = np.where(score > self.threshold, np.maximum(score, self.threshold) ** -2.0, 1.0)
        weights *= len(weights) / weights.sum()
        again = sm.GLM(counts, design, family=sm.families.Poisson(), var_weights=weights).fit(scale="X2", tol=1e-10)
        phi = max(float(again.scale), 1.0)
        # That release overwrites the working weights by these, so its errors rest on the working residuals' spread.
        spread = float(np.sum(weights * (counts / again.fittedvalues - 1) ** 2)) / again.df_resid
        return Fitted(again.params, again.normalized_cov_params * spread, again.df_resid, phi)

    def _bound(self, log_expected: float, error: float, phi: float) -> tuple[float, float]:
        expected = float(np.exp(log_expected))
        if self.plugin:
            law = stats.nbinom(expected / (phi - 1), 1 / phi) if phi > 1 else stats.poisson(expected)
            return expected, float(law.ppf(1 - self.alpha))
        spread = np.sqrt(4 / 9 * expected ** (1 / 3) * (phi + (error * expected) ** 2 / expected))
        return expected, float((expected ** (2 / 3) + stats.norm.isf(self.alpha) * spread) ** 1.5)


def _same_weeks(week: int, years: int) -> list[int]:
    """The weeks whose Monday is nearest to the date 1, 2 ... years earlier."""
    date = FIRST + pd.Timedelta(weeks=week)
    return [round((date - pd.DateOffset(years=year) - FIRST).days / 7) for year in range(1, years + 1)]


FARRINGTON = Farrington(periods=1, threshold=1, left_out=3, trend_p=0.05, plugin=False)
NOUFAILY = Farrington(periods=10, threshold=2.58, left_out=26, trend_p=1.0, plugin=True)


def excess_by_week(case: Case) -> dict[str, Any]:
    counts = case.data["observed"].to_numpy(dtype=float)
    answers: dict[str, Any] = {}
    for name, variant in (("old", FARRINGTON), ("new", NOUFAILY)):
        alarms = 0
        for week in range(259, 312):
            expected, upper = variant.alarm(counts, week)
            alarms += bool(counts[week] > upper and counts[week - 3 : week + 1].sum() >= 5)
            if week < 265:
                answers |= {f"{name}_expected_t{week + 1}": expected, f"{name}_upper_t{week + 1}": upper}
        answers[f"{name}_n_alarm"] = alarms
    return {key: value for key, value in answers.items() if not key.startswith("new_upper")}


ANSWERS = {
    "excess-ears-salmonella": short_memory,
    "excess-farrington-flexible": excess_by_week,
    "spc-c-montgomery": counts_of_defects,
    "spc-laney-pprime-ae": waiting_in_emergency_departments,
    "spc-u-montgomery": defects_by_area,
    "spc-xmr-making-data-count": screened_ranges,
    "spc-xmr-montgomery": individuals,
}
UNUSED = {
    "excess-ears-salmonella": ["C3_n_alarm"],
    "excess-farrington-flexible": [
        f"{name}_{what}_t{week}"
        for name in ("old", "new")
        for what in ("expected", "upper")
        for week in range(260, 266)
    ]
    + ["old_n_alarm", "new_n_alarm"],
}
