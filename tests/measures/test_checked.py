import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.measures import checked


def months(counts, first="2022-01"):
    return pd.Series(counts, index=pd.period_range(first, periods=len(counts), freq="M"), dtype=object)


def test_a_gap_written_as_a_row_without_a_count_stays_a_gap():
    found = checked(months([1, None, 3.0]))
    assert found.dtype == "Int64"
    assert list(found.isna()) == [False, True, False]


@pytest.mark.parametrize(
    ("series", "words"),
    [
        (pd.Series([1, 2]), "a series needs an index of months, quarters or financial years (pandas periods)"),
        (
            pd.Series([1, 2], index=pd.period_range("2022-01-01", periods=2, freq="D")),
            "a series needs an index of months, quarters or financial years (pandas periods)",
        ),
        (months([]), "a series of 0 periods is too short: at least 1 are needed"),
        (months([1, 2]).iloc[[0, 1, 1]], "2022-02 is in the series more than once"),
        (months([1, 2]).iloc[::-1], "the periods of the series are not in order"),
        (months([1, 2, 3]).iloc[[0, 2]], "2022-02 is left out of the series: give it a row without a count, since a gap is not a zero"),  # noqa: E501
        (months([1, -2]), "2022-02 has -2: a count is a whole number of at least 0"),
        (months([1, 2.5]), "2022-02 has 2.5: a count is a whole number of at least 0"),
        (months([1, "many"]), "2022-02 has 'many', which is not a number"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_series_is_said(series, words):
    with pytest.raises(ValueError, match=f"^{re.escape(words)}$"):
        checked(series)


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**9)), min_size=1, max_size=40))
def test_whole_counts_and_gaps_come_back_as_they_were(counts):
    found = checked(months(counts))
    assert [None if pd.isna(each) else int(each) for each in found] == counts
