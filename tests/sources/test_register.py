"""The register of areas that ships."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from analysis.sources.districts import read_register

KINDS = {
    "Non-metropolitan District": "district",
    "Unitary Authority": "unitary",
    "Metropolitan District": "metropolitan-district",
    "London Borough": "london-borough",
    "Council Area": "council-area",
    "Local Government District": "local-government-district",
    "County": "county",
    "Metropolitan County": "metropolitan-county",
}
COUNTRIES = {"E": "england", "W": "wales", "S": "scotland", "N": "northern-ireland"}


@pytest.fixture(scope="module")
def register(root: Path) -> pl.DataFrame:
    """The areas that exist; the register also has the fictional ones of the illustration."""
    return read_register(root / "params" / "areas.csv").filter(pl.col("country") != "fictional")


def test_every_code_stands_once(register: pl.DataFrame) -> None:
    assert register["code"].n_unique() == register.height


def test_every_area_but_a_force_has_a_code_of_its_country(register: pl.DataFrame) -> None:
    for row in register.filter(pl.col("kind") != "force").iter_rows(named=True):
        assert re.fullmatch(r"[EWSN]\d{8}", row["code"]), row
        assert row["country"] == COUNTRIES[row["code"][0]]


def test_every_force_named_is_a_row_and_polices_somewhere(register: pl.DataFrame) -> None:
    forces = set(register.filter(pl.col("kind") == "force")["code"])
    assert set(register.filter(pl.col("kind") != "force")["force"]) == forces


def test_every_county_named_is_a_row(register: pl.DataFrame) -> None:
    counties = set(register.filter(pl.col("kind").is_in(["county", "metropolitan-county"]))["code"])
    assert set(register["county"]) - {""} == counties


def test_warwickshire_is_its_five_districts(register: pl.DataFrame) -> None:
    names = register.filter(pl.col("county") == "E10000031").sort("code")["name"].to_list()
    assert names == ["North Warwickshire", "Nuneaton and Bedworth", "Rugby", "Stratford-on-Avon", "Warwick"]


def test_scotland_has_thirty_two_councils_under_one_force(register: pl.DataFrame) -> None:
    councils = register.filter(pl.col("kind") == "council-area")
    assert councils.height == 32
    assert set(councils["force"]) == {"scotland"}


@pytest.mark.data
def test_the_register_is_every_authority_of_the_published_workbook(register: pl.DataFrame, shared: Path) -> None:
    book = CalamineWorkbook.from_path(str(shared / "data/population/ukpopestimatesmid2020on2021geography.xls"))
    rows = book.get_sheet_by_name("MYE4").to_python()[8:]
    published = {
        (str(code).strip(), str(name).strip().removesuffix(" (Met County)"), KINDS[str(kind)])
        for code, name, kind, *_ in rows
        if kind in KINDS
    }
    shipped = register.filter(pl.col("kind") != "force").select("code", "name", "kind").rows()
    assert set(shipped) == published
    assert len(shipped) == len(published)
