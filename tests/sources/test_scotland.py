"""Annual figures by council area, with totals mixed among their parts."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from analysis.errors import SourceError
from analysis.sources.districts import read_register
from analysis.sources.scotland import COLUMNS, parts_of, read_scotland, totals

LINE = "West Lothian,Local Authority,2020/2021,all-crimes,count,9551"
FIFE = LINE.replace("West Lothian", "Fife")


@pytest.fixture(scope="module")
def register(root: Path) -> pl.DataFrame:
    return read_register(root / "params" / "areas.csv")


def written(folder: Path, *lines: str, header: str = ",".join(COLUMNS)) -> Path:
    path = folder / "recorded.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return path


def test_a_row_becomes_a_councils_financial_year(tmp_path: Path, register: pl.DataFrame) -> None:
    frame = read_scotland(written(tmp_path, LINE), register)
    assert frame.rows() == [("S12000040", "2020/21", "all-crimes", 9551, "present")]


def test_the_turn_of_the_century_is_a_year_like_any_other(tmp_path: Path, register: pl.DataFrame) -> None:
    frame = read_scotland(written(tmp_path, LINE.replace("2020/2021", "1999/2000")), register)
    assert frame["month"].to_list() == ["1999/00"]


def test_a_category_has_no_rows_before_it_was_counted(tmp_path: Path, register: pl.DataFrame) -> None:
    speeding = LINE.replace("all-crimes", "offences-group-8-speeding")
    frame = read_scotland(written(tmp_path, LINE, LINE.replace("2020/2021", "2019/2020"), speeding), register)
    assert frame.filter(pl.col("category") == "offences-group-8-speeding")["month"].to_list() == ["2020/21"]
    assert set(frame["status"]) == {"present"}


def test_a_council_without_a_figure_once_counting_began_is_missing(tmp_path: Path, register: pl.DataFrame) -> None:
    earlier = LINE.replace("2020/2021", "2019/2020")
    frame = read_scotland(written(tmp_path, LINE, FIFE, earlier), register)
    gone = frame.filter(pl.col("status") == "missing")
    assert gone.rows() == [("S12000047", "2019/20", "all-crimes", None, "missing")]


WRONG = {
    "a place": (LINE.replace("West Lothian", "Narnia"), 'area_name is "Narnia", which is no council area'),
    "a kind of area": (LINE.replace("Local Authority", "Division"), 'area_type is "Division", not Local Authority'),
    "a calendar year": (LINE.replace("2020/2021", "2020"), 'ref_period is "2020", which is no financial year'),
    "two years": (LINE.replace("2020/2021", "2020/2022"), 'ref_period is "2020/2022", which is no financial year'),
    "a rate": (LINE.replace("count", "rate"), 'measure_type is "rate", not count'),
    "a name for a slug": (LINE.replace("all-crimes", "All crimes"), 'crime_or_offence is "All crimes", not a slug'),
    "below zero": (LINE.replace("9551", "-6"), 'value is "-6", not a whole number'),
    "no value": (LINE.replace("9551", ""), 'value is "", not a whole number'),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_value_is_refused_with_its_row(tmp_path: Path, register: pl.DataFrame, kind: str) -> None:
    line, message = WRONG[kind]
    with pytest.raises(SourceError) as refused:
        read_scotland(written(tmp_path, FIFE, line), register)
    assert str(refused.value).startswith(f"{tmp_path / 'recorded.csv'}, row 3: {message}")


def test_the_same_figure_twice_is_refused(tmp_path: Path, register: pl.DataFrame) -> None:
    with pytest.raises(SourceError, match="gives a council's figure for one category and year twice"):
        read_scotland(written(tmp_path, LINE, LINE.replace("9551", "9552")), register)


def test_a_file_with_other_columns_is_refused(tmp_path: Path, register: pl.DataFrame) -> None:
    with pytest.raises(SourceError, match='has no column "area_name"'):
        read_scotland(
            written(tmp_path, LINE, header="council,area_type,ref_period,crime_or_offence,measure_type,value"), register
        )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, register: pl.DataFrame) -> None:
    with pytest.raises(SourceError, match="cannot be read as CSV"):
        read_scotland(tmp_path / "none.csv", register)


def test_totals_are_told_from_their_parts(root: Path) -> None:
    counts = pl.read_parquet(root / "data/open/scotland-2021-22/counts.parquet")
    of = totals(counts["category"].unique())
    assert len(of) == 10
    assert of["all-offences"] == tuple(
        sorted(name for name in of if name[:11] in {"all-group-6", "all-group-7", "all-group-8"})
    )
    assert of["all-crimes"][-1] == "crimes-coronavirus-restrictions"
    assert len(of["all-group-3-crimes-of-dishonesty"]) == 8


def test_a_part_has_no_parts() -> None:
    assert parts_of("crimes-group-3-fraud", ["crimes-group-3-fraud", "all-group-3-crimes-of-dishonesty"]) == ()


def test_parts_add_up_to_their_total_wherever_all_are_given(root: Path) -> None:
    counts = pl.read_parquet(root / "data/open/scotland-2021-22/counts.parquet")
    wide = counts.pivot("category", index=["area", "month"], values="count")
    wrong = [
        (row["area"], row["month"], total)
        for total, parts in totals(counts["category"].unique()).items()
        for row in wide.filter(pl.col(total).is_not_null()).iter_rows(named=True)
        if row[total] != sum(row[part] or 0 for part in parts)
    ]
    # The one council whose part was withheld: its parts say 6 more than its total.
    assert wrong == [("S12000005", "1999/00", "all-group-3-crimes-of-dishonesty")]
