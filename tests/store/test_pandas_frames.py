"""Handing frames over to pandas."""

from __future__ import annotations

import pandas as pd
import polars as pl
import pytest

from analysis.errors import SourceError
from analysis.store.pandas_frames import to_pandas


def test_columns_take_the_dtypes_of_the_contract() -> None:
    frame = to_pandas(
        pl.DataFrame(
            {"area": ["a", None], "month": ["2022-01", "2022-02"], "count": [1, None], "longitude": [0.5, None]}
        )
    )
    assert [str(dtype) for dtype in frame.dtypes] == ["str", "period[M]", "Int64", "float64"]
    assert frame["count"].tolist() == [1, pd.NA]
    assert frame["month"].tolist() == [pd.Period("2022-01", "M"), pd.Period("2022-02", "M")]


@pytest.mark.parametrize(
    ("text", "dtype"), [("2022-06", "period[M]"), ("2022/23 Q1", "period[Q-MAR]"), ("2021/22", "period[Y-MAR]")]
)
def test_the_period_tells_its_own_frequency(text: str, dtype: str) -> None:
    assert str(to_pandas(pl.DataFrame({"month": [text]}))["month"].dtype) == dtype


def test_an_empty_frame_keeps_its_columns() -> None:
    frame = to_pandas(pl.DataFrame(schema={"area": pl.String, "month": pl.String, "count": pl.Int64}))
    assert [str(dtype) for dtype in frame.dtypes] == ["str", "period[M]", "Int64"]


def test_months_and_years_in_one_frame_are_refused() -> None:
    with pytest.raises(SourceError, match="not a mixture"):
        to_pandas(pl.DataFrame({"month": ["2022-06", "2021/22"]}))
