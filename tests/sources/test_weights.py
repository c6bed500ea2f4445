from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.errors import SourceError
from analysis.sources import NAMES
from analysis.sources.categories import is_crime
from analysis.sources.weights import harm_weights, read_weights

SHIPPED = Path(read_weights.__code__.co_filename).parent
SUBGROUPS = "cchi_2026_by_subgroup.csv"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    for table in SHIPPED.glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")


def test_every_category_of_crime_has_a_weight_and_disorder_has_none() -> None:
    assert {each.category for each in harm_weights()} == {slug for slug in NAMES if is_crime(slug)}


def test_a_category_that_mixes_offences_has_a_range_and_one_that_does_not_has_none() -> None:
    by = {each.category: each for each in harm_weights()}
    violence = by["violence-and-sexual-offences"]
    assert (violence.low, violence.high, violence.least, violence.most) == (159, 235, 1, 5475)
    assert violence.basis == "mix by force"
    weapons = by["possession-of-weapons"]
    assert (weapons.low, weapons.high, weapons.basis) == (273.75, 541.2, "median and mean of offences")
    assert (by["robbery"].low, by["robbery"].high) == (365, 365)
    assert (by["shoplifting"].least, by["shoplifting"].most) == (1, 1)


def test_a_figure_that_is_none_names_its_file_and_line(tables: Path) -> None:
    change(tables / SUBGROUPS, "Arson,4,5,185,185.0,365", "Arson,4,5,many,185.0,365")
    with pytest.raises(SourceError, match=rf"{SUBGROUPS}:\d+.*needs a number"):
        read_weights(tables)


def test_a_subgroup_without_a_category_is_refused(tables: Path) -> None:
    change(tables / "street_categories.csv", "Arson,criminal-damage-and-arson\n", "")
    with pytest.raises(SourceError, match="has the subgroup Arson in one of its tables"):
        read_weights(tables)


def test_a_mix_of_a_category_that_is_not_there_is_refused(tables: Path) -> None:
    change(tables / "cchi_2026_mix_by_force.csv", "burglary,", "treason,")
    with pytest.raises(SourceError, match="treason, which holds no subgroup"):
        read_weights(tables)


def test_weights_out_of_order_are_refused(tables: Path) -> None:
    change(tables / "cchi_2026_mix_by_force.csv", "burglary,191,253", "burglary,253,191")
    with pytest.raises(SourceError, match="burglary that are out of order"):
        read_weights(tables)


@pytest.mark.data
def test_the_shipped_weights_are_those_that_were_given(shared: Path) -> None:
    given = shared / "data" / "weights" / SUBGROUPS
    assert (SHIPPED / SUBGROUPS).read_text(encoding="utf-8") == given.read_text(encoding="utf-8")
