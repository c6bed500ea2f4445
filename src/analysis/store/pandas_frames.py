"""Handing frames over from Polars to pandas, in the dtypes of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import polars as pl

from analysis.counts import periods

if TYPE_CHECKING:
    from collections.abc import Mapping


def to_pandas(frame: pl.DataFrame) -> pd.DataFrame:
    """Return ``frame`` in pandas: text as ``str``, whole numbers as nullable ``Int64``, ``month`` as periods."""
    columns: Mapping[str, pd.Series] = {name: _series(frame[name]) for name in frame.columns}
    return pd.DataFrame(columns)


def _series(series: pl.Series) -> pd.Series:
    if series.name == "month":
        return pd.Series(periods(series.to_list()))
    if series.dtype.is_integer():
        return pd.Series(
            pd.array(series.to_numpy(), dtype="Int64")
            if not series.null_count()
            else pd.array(series.to_list(), dtype="Int64")
        )
    if series.dtype.is_float():
        return pd.Series(series.cast(pl.Float64).to_numpy())
    return pd.Series(series.cast(pl.String).to_list(), dtype="str")
