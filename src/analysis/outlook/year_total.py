"""Where the year will end: what is counted so far, and the paths of the months that remain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.outlook.origins import QUANTILES

YEARS: Final[dict[Literal["financial year", "calendar year"], str]] = {
    "financial year": "Y-MAR",
    "calendar year": "Y-DEC",
}


@dataclass(frozen=True)
class YearTotal:
    """A year of which part is counted: ``so_far`` in ``months_done``, and the whole as it may end."""

    kind: Literal["financial year", "calendar year"]
    first: pd.Period
    last: pd.Period
    so_far: int
    months_done: int
    low95: int
    low80: int
    median: int
    high80: int
    high95: int


def year_totals(counted: pd.Series, months: pd.PeriodIndex, paths: npt.NDArray[np.float64]) -> tuple[YearTotal, ...]:
    """The financial and the calendar year in progress whose remaining months all lie within ``months`` of ``paths``.

    Each path is added up, so that months that err together do. A year with an unknown month so far has no total.
    """
    found = [_total(kind, freq, counted, months, paths) for kind, freq in YEARS.items()]
    return tuple(each for each in found if each is not None)


def _total(
    kind: Literal["financial year", "calendar year"],
    freq: str,
    counted: pd.Series,
    months: pd.PeriodIndex,
    paths: npt.NDArray[np.float64],
) -> YearTotal | None:
    year = months[0].asfreq(freq)
    first, last = year.asfreq("M", how="start"), year.asfreq("M", how="end")
    done = counted[(counted.index >= first) & (counted.index <= last)]
    remaining = (last - months[0]).n + 1
    if not len(done) or remaining > len(months) or len(done) + remaining != 12 or done.isna().any():
        return None
    so_far = int(done.sum())
    ends = np.quantile(so_far + paths[:, :remaining].sum(axis=1), QUANTILES)
    low95, low80, median, high80, high95 = (round(float(each)) for each in ends)
    return YearTotal(kind, first, last, so_far, len(done), low95, low80, median, high80, high95)
