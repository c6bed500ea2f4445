"""What is there and what is not: missing, failed and zero are three things."""

from __future__ import annotations

import polars as pl
import pytest

from analysis.sources.categories import NAMES
from analysis.sources.completeness import (
    COMPLETENESS,
    completeness,
    months_between,
    problems,
    share_without_location,
    spans,
)

QUIET = {"bicycle-theft": 3}


def tallies(rows: dict[str, dict[str, int]], usual: int = 100) -> dict[str, pl.DataFrame]:
    """A tally for each month: ``usual`` rows a category but for those given."""
    return {
        month: pl.DataFrame(
            {
                "category": sorted(NAMES),
                "rows": [{**QUIET, **given}.get(category, usual) for category in sorted(NAMES)],
                "without_location": 10,
                "duplicates_removed": 0,
                "outside": 1,
            }
        )
        for month, given in rows.items()
    }


def status(frame: pl.DataFrame, month: str, category: str) -> str:
    return str(frame.filter((pl.col("month") == month) & (pl.col("category") == category))["status"].item())


FIVE = ("2022-01", "2022-02", "2022-03", "2022-04", "2022-05")


def test_a_month_without_a_file_is_missing_and_never_a_zero() -> None:
    frame = completeness("kent", tallies({month: {} for month in FIVE if month != "2022-03"}), FIVE[-1])
    gone = frame.filter(pl.col("month") == "2022-03")
    assert gone.height == len(NAMES)
    assert set(gone["status"]) == {"missing"}
    assert (
        gone.select("rows", "without_location", "duplicates_removed", "outside").null_count().sum_horizontal().item()
        == 56
    )


def test_months_between_the_last_file_and_the_archives_end_are_missing() -> None:
    frame = completeness("kent", tallies({month: {} for month in FIVE}), "2022-07")
    assert status(frame, "2022-07", "drugs") == "missing"


def test_nothing_is_said_of_months_before_the_first_file() -> None:
    frame = completeness("kent", tallies({month: {} for month in FIVE}), FIVE[-1])
    assert frame["month"].min() == FIVE[0]
    assert tuple(frame.columns) == COMPLETENESS


@pytest.mark.parametrize(
    ("rows", "said"), [(0, "failed"), (1, "failed"), (10, "failed"), (11, "present"), (40, "present")]
)
def test_a_category_near_zero_among_normal_months_has_failed(rows: int, said: str) -> None:
    frame = completeness("kent", tallies({month: {} for month in FIVE} | {"2022-03": {"drugs": rows}}), FIVE[-1])
    assert status(frame, "2022-03", "drugs") == said
    assert status(frame, "2022-03", "burglary") == "present"


def test_zero_of_a_rare_category_is_a_zero() -> None:
    frame = completeness("kent", tallies({month: {} for month in FIVE} | {"2022-03": {"bicycle-theft": 0}}), FIVE[-1])
    assert status(frame, "2022-03", "bicycle-theft") == "present"


def test_a_file_that_is_nearly_empty_has_failed_in_every_category() -> None:
    empty = dict.fromkeys(NAMES, 0)
    frame = completeness("kent", tallies({month: {} for month in FIVE} | {"2022-03": empty}), FIVE[-1])
    assert set(frame.filter(pl.col("month") == "2022-03")["status"]) == {"failed"}
    assert frame.filter(pl.col("status") == "failed").height == len(NAMES)


def test_one_month_alone_cannot_have_failed() -> None:
    frame = completeness("kent", tallies({"2022-03": {"drugs": 0}}), "2022-03")
    assert set(frame["status"]) == {"present"}


def test_the_share_without_location_is_of_the_rows_kept() -> None:
    frame = pl.DataFrame(
        {
            "force": "kent",
            "month": ["2022-01", "2022-01", "2022-02"],
            "category": ["drugs", "burglary", "drugs"],
            "rows": [60, 50, None],
            "without_location": [10, 15, None],
            "duplicates_removed": [10, 0, None],
            "outside": [0, 0, None],
            "status": ["present", "present", "missing"],
        }
    )
    share = share_without_location(frame)
    assert share.rows() == [("kent", "2022-01", 100, 25, 0.25), ("kent", "2022-02", None, None, None)]


def test_what_a_reader_must_know_is_said_in_words() -> None:
    months = {month: {} for month in FIVE if month != "2022-03"} | {"2022-04": {"drugs": 2}}
    said = list(problems(completeness("kent", tallies(months), FIVE[-1])))
    assert said == ["kent: 1 month missing: 2022-03", "kent: drugs failed in 2022-04 (near zero among normal months)"]


def test_a_whole_source_has_nothing_to_say() -> None:
    assert list(problems(completeness("kent", tallies({month: {} for month in FIVE}), FIVE[-1]))) == []


def test_runs_of_months_are_written_as_runs_across_new_year() -> None:
    assert spans(["2020-06", "2020-08", "2020-09"]) == "2020-06, 2020-08 to 2020-09"
    assert spans(months_between("2019-11", "2020-02")) == "2019-11 to 2020-02"
    assert months_between("2019-12", "2020-01") == ["2019-12", "2020-01"]
    assert spans([]) == ""
