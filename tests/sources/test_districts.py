"""District names nest: only the whole name is a district."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from analysis.errors import SourceError
from analysis.sources.districts import MERGED, district_of, home_districts, is_in_district, read_register


@pytest.fixture(scope="module")
def register(root: Path) -> pl.DataFrame:
    return read_register(root / "params" / "areas.csv")


@pytest.mark.parametrize(
    ("lsoa", "district", "inside"),
    [
        ("Leicester 001A", "Leicester", True),
        ("North West Leicestershire 001A", "Leicester", False),
        ("North West Leicestershire 001A", "Leicestershire", False),
        ("North Warwickshire 001A", "Warwick", False),
        ("Warwick 012C", "Warwick", True),
        ("Warwick 012", "Warwick", False),
        ("St. Helens 001A", "St. Helens", True),
        ("StX Helens 001A", "St. Helens", False),
    ],
)
def test_a_district_is_the_whole_name_before_the_number(lsoa: str, district: str, inside: bool) -> None:
    assert is_in_district(lsoa, district) is inside
    found = pl.DataFrame({"name": [lsoa]}).select(district_of(pl.col("name"))).item()
    assert (found == district) is inside


@pytest.mark.parametrize("name", ["Leicester", "Leicester 1A", "Leicester 001a", "001A", "Leicester 001A "])
def test_what_is_no_small_area_name_has_no_district(name: str) -> None:
    assert pl.DataFrame({"name": [name]}).select(district_of(pl.col("name"))).item() is None


def test_leicestershire_police_has_its_nine_districts(register: pl.DataFrame) -> None:
    home = home_districts(register, "leicestershire")
    assert set(home["code"]) == {*(f"E070001{n}" for n in range(29, 36)), "E06000016", "E06000017"}
    assert set(home["district_name"]) == set(home["name"])


def test_lancashire_has_fourteen_districts_and_warwickshire_five(register: pl.DataFrame) -> None:
    assert [home_districts(register, force).height for force in ("lancashire", "warwickshire")] == [14, 5]


def test_merged_districts_are_home_under_their_former_names(register: pl.DataFrame) -> None:
    home = home_districts(register, "northamptonshire")
    assert dict(home.select("district_name", "code").rows())["Kettering"] == "E06000061"


@pytest.mark.parametrize(
    ("force", "name"),
    [("avon-and-somerset", "Bristol"), ("west-mercia", "Herefordshire"), ("humberside", "Kingston upon Hull")],
)
def test_styles_such_as_city_of_are_left_off_as_small_areas_leave_them(
    register: pl.DataFrame, force: str, name: str
) -> None:
    assert name in home_districts(register, force)["district_name"]


def test_a_force_without_a_district_has_none(register: pl.DataFrame) -> None:
    assert home_districts(register, "btp").is_empty()


def test_every_merged_district_is_in_the_register(register: pl.DataFrame) -> None:
    assert set(MERGED) <= set(register["name"])


def test_a_file_that_is_not_the_register_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "areas.csv"
    path.write_text("code,name\nE1,Here\n")
    with pytest.raises(SourceError, match="the register has"):
        read_register(path)
    with pytest.raises(SourceError, match="cannot be read as the register of areas"):
        read_register(tmp_path / "none.csv")
