import pandas as pd

from analysis import measures
from analysis.counts import COLUMNS


def test_categories_and_areas_are_summed_month_by_month(frame):
    counts = frame("2022-01", {("A", "drugs"): [1, 2], ("A", "robbery"): [10, 20], ("B", "drugs"): [100, 200]})
    assert list(measures.series(counts, "drugs")) == [101, 202]
    assert list(measures.series(counts, ["drugs", "robbery"], ["A"])) == [11, 22]


def test_a_missing_month_is_never_a_zero(frame):
    counts = frame("2022-01", {("A", "drugs"): [1, None, 3], ("B", "drugs"): [10, 20, 30]})
    assert list(measures.series(counts, "drugs").isna()) == [False, True, False]


def test_a_row_that_is_not_there_is_not_a_zero_either(frame):
    counts = frame("2022-01", {("A", "drugs"): [1, 2, 3], ("B", "drugs"): [10, 20]})
    assert list(measures.series(counts, "drugs").isna()) == [False, False, True]


def test_a_month_that_no_row_names_is_a_gap(frame):
    counts = frame("2022-01", {("A", "drugs"): [1, 2, 3]})
    counts = counts[counts["month"] != pd.Period("2022-02", freq="M")]
    found = measures.series(counts, "drugs")
    assert len(found) == 3
    assert pd.isna(found.iloc[1])


def test_a_zero_that_was_counted_stays_a_zero(frame):
    assert list(measures.series(frame("2022-01", {("A", "drugs"): [0, 0]}), "drugs")) == [0, 0]


def test_an_area_that_is_not_in_the_frame_is_unknown(frame):
    counts = frame("2022-01", {("A", "drugs"): [1, 2]})
    assert measures.series(counts, "drugs", ["Z"]).isna().all()
    assert measures.series(counts, "drugs", ["A", "Z"]).isna().all()


def test_an_empty_frame_gives_an_empty_series():
    assert measures.series(pd.DataFrame(columns=list(COLUMNS)), "drugs").empty
