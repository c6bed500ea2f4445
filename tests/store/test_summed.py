"""Summing small areas: unknown is not zero."""

from __future__ import annotations

import pandas as pd
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from analysis.counts import STATUSES, total
from analysis.store.summed import WORST, summed

CELLS = st.lists(
    st.tuples(
        st.sampled_from("ab"), st.sampled_from(["2022-01", "2022-02"]), st.sampled_from(STATUSES), st.integers(0, 9)
    ),
    min_size=1,
    max_size=20,
)


def frame(cells: list[tuple[str, str, str, int]]) -> pl.DataFrame:
    rows = [
        (area, month, "drugs", number if status == "present" else None, status) for area, month, status, number in cells
    ]
    schema = {"area": pl.String, "month": pl.String, "category": pl.String, "count": pl.Int64, "status": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    cells = frame([("a", "2022-01", "present", 3), ("a", "2022-01", "missing", 0), ("b", "2022-01", "present", 4)])
    assert summed(cells, ["area"]).rows() == [("a", None, "missing"), ("b", 4, "present")]


def test_every_status_has_its_rank() -> None:
    assert set(WORST) == set(STATUSES)


@given(CELLS)
def test_it_sums_as_the_contract_does(cells: list[tuple[str, str, str, int]]) -> None:
    by = ["area", "month", "category"]
    ours = summed(frame(cells), by)
    contract = total(pd.DataFrame(frame(cells).to_dicts()).astype({"count": "Int64"}), by)
    assert ours.rows() == [
        (*row[:3], None if pd.isna(row[3]) else row[3], row[4]) for row in contract.itertuples(index=False)
    ]
