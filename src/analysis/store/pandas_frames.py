"""Handing frames over from Polars to pandas, in the dtypes of the contract."""

from __future__ import annotations

import pandas as pd
import polars as pl

from analysis.counts import periods


def to_pandas(frame: pl.DataFrame) -> pd.DataFrame:
    """Return ``frame`` in pandas: text as ``str``, whole numbers as nullable ``Int64``, ``month`` as periods."""
    return pd.DataFrame({name: _series(frame[name]) for name in frame.columns})


def _series(series: pl.Series) -> pd.Series:
    if series.name == "month":
        return pd.Series(_months(series))
    if series.dtype.is_integer():
        return series.cast(pl.Int64).to_pandas(use_pyarrow_extension_array=True).astype("Int64")
    if series.dtype.is_float():
        return pd.Series(series.cast(pl.Float64).to_numpy())
    return series.cast(pl.String).to_pandas().astype("str")


def _months(texts: pl.Series) -> pd.PeriodIndex:
    """Read each distinct text once: a dense frame has hundreds of thousands of rows and fifty months."""
    distinct = texts.unique().sort()
    at = texts.to_frame().join(distinct.to_frame().with_row_index("at"), on="month", how="left", maintain_order="left")
    return periods(distinct.to_list()).take(at["at"].to_numpy())
