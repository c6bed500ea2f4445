"""Months summed to quarters."""

from __future__ import annotations

import pandas as pd

from analysis.measures.series import periods_of


def to_quarters(series: pd.Series) -> pd.Series:
    """Sum nullable monthly counts to quarters of the financial year, known only where all three months are."""
    quarter = periods_of(series).asfreq("Q-MAR")
    grouped = series.groupby(quarter)
    return grouped.sum().astype("Int64").where(grouped.count() == 3)
