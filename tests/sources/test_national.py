"""A simulated nation: the published layout to the letter, the traps of published files, and no real name in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from analysis.errors import RunError
from analysis.sources import district_of, read_register
from analysis.sources.archive import street_files
from analysis.sources.national import LAST, Size, write_nation
from analysis.sources.national.names import district_names, force_names, slug
from analysis.sources.national.places import nation
from analysis.sources.national.traps import RENAMED, set_traps
from analysis.sources.street import COLUMNS
from analysis.sources.street_source import street_record_of, street_source

SMALL = Size(rows=20_000, seed=7, forces=4, partnerships=8, months=14)


@pytest.fixture(scope="module")
def real(root: Path) -> frozenset[str]:
    return frozenset(read_register(root / "params" / "areas.csv")["name"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, real: frozenset[str]) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    write_nation(folder, SMALL, real)
    return folder


@pytest.fixture(scope="module")
def rows(made: Path) -> pl.DataFrame:
    """Every row of every file, as published, with its ``file`` and the force that published it."""
    read = pl.scan_csv(made / "archive" / "*" / "*.csv", infer_schema=False, include_file_paths="file").collect()
    return read.with_columns(force=pl.col("file").str.extract(r"-(simulated-[a-z-]+)-street"))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    made: Path, tmp_path: Path, real: frozenset[str]
) -> None:
    write_nation(tmp_path / "again", SMALL, real)
    assert everything(tmp_path / "again") == everything(made)
    write_nation(tmp_path / "other", replace(SMALL, seed=8), real)
    assert everything(tmp_path / "other") != everything(made)


def test_the_rows_are_about_as_many_as_asked_for_and_counted(tmp_path: Path, real: frozenset[str]) -> None:
    told: dict[str, int] = {}
    written = write_nation(tmp_path / "n", SMALL, real, told.__setitem__)
    files = (tmp_path / "n" / "archive").rglob("*.csv")
    assert written == sum(told.values()) == sum(len(path.read_bytes().splitlines()) - 1 for path in files)
    assert written == pytest.approx(SMALL.rows, rel=0.1)


def test_what_is_broken_off_begins_no_other_force(tmp_path: Path, real: frozenset[str]) -> None:
    size = Size(rows=400_000, forces=20, partnerships=40, months=36)

    def break_off(_force: str, _rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_nation(tmp_path / "n", size, real, break_off)
    begun = {path.name[8:] for path in (tmp_path / "n" / "archive").rglob("*.csv")}
    assert 0 < len(begun) < size.forces


def test_files_are_named_and_headed_as_published(made: Path) -> None:
    files = street_files(made / "archive")
    assert {file.month for file in files} == set(SMALL.every_month)
    for path in (made / "archive").rglob("*.csv"):
        assert re.fullmatch(r"(\d{4}-\d{2})/\1-[a-z]+(-[a-z]+)*-street\.csv", str(path.relative_to(made / "archive")))
        assert path.read_bytes().startswith(",".join(COLUMNS).encode())


def test_line_ends_are_of_both_kinds_but_one_kind_to_a_file(made: Path) -> None:
    found = set()
    for path in (made / "archive").rglob("*.csv"):
        content = path.read_bytes()
        crlf = content.count(b"\r\n")
        assert crlf in (0, content.count(b"\n"))
        found.add(crlf > 0)
    assert found == {True, False}


def test_values_are_as_published(rows: pl.DataFrame) -> None:
    asb = pl.col("Crime type") == "Anti-social behaviour"
    assert rows.filter(asb & pl.col("Crime ID").is_not_null()).is_empty()
    assert rows.filter(~asb & ~pl.col("Crime ID").str.contains(r"^[0-9a-f]{64}$").fill_null(False)).is_empty()
    assert rows.filter(asb & pl.col("Last outcome category").is_not_null()).is_empty()
    assert rows["Context"].null_count() == rows.height
    assert rows["Crime type"].n_unique() == 14
    assert rows.filter(pl.col("LSOA code").is_not_null() & ~pl.col("LSOA code").str.contains(r"^E019\d{5}$")).is_empty()
    placed = rows.filter(pl.col("LSOA code").is_not_null())
    assert (
        placed["LSOA name"].null_count()
        == placed.select(district_of(pl.col("LSOA name"))).to_series().null_count()
        == 0
    )
    assert placed["Longitude"].cast(pl.Float64).is_between(-25, -10).all()


def test_every_row_says_that_it_is_simulated(rows: pl.DataFrame) -> None:
    for column in ("Reported by", "Falls within"):
        assert rows[column].str.ends_with("(SIMULATED)").all()


def test_points_are_snapped_so_that_many_rows_share_one(rows: pl.DataFrame) -> None:
    points = rows.filter(pl.col("Longitude").is_not_null()).group_by("Longitude", "Latitude").len()
    assert points["len"].max() > 20
    assert points.height < rows.height / 3


def test_rows_without_a_location_are_blank_in_each_place_column(rows: pl.DataFrame) -> None:
    nowhere = rows.filter(pl.col("LSOA code").is_null())
    assert 0.01 < nowhere.height / rows.height < 0.1
    assert set(nowhere["Location"]) == {"No Location"}
    assert nowhere["Longitude"].null_count() == nowhere["LSOA name"].null_count() == nowhere.height


def test_incidents_without_an_id_look_alike(rows: pl.DataFrame) -> None:
    anonymous = rows.filter(pl.col("Crime ID").is_null())
    assert anonymous.is_duplicated().sum() > 50


def test_some_rows_with_an_id_come_twice_in_one_file(rows: pl.DataFrame) -> None:
    named = rows.filter(pl.col("Crime ID").is_not_null())
    assert named.height - named.n_unique() > 5


def test_some_ids_come_back_in_another_month(rows: pl.DataFrame) -> None:
    months = rows.filter(pl.col("Crime ID").is_not_null()).group_by("Crime ID").agg(pl.col("Month").n_unique())
    assert (months["Month"] > 1).sum() >= 3


def test_each_force_has_rows_in_another_forces_district(made: Path, rows: pl.DataFrame) -> None:
    register = read_register(made / "params" / "areas.csv").filter(pl.col("kind") == "district")
    home = register.select(district="name", home="force")
    placed = rows.with_columns(district=district_of(pl.col("LSOA name"))).join(home, on="district")
    away = placed.filter(pl.col("force") != pl.col("home"))
    assert set(away["force"]) == set(rows["force"])
    assert away.height < 0.02 * rows.height


def test_some_months_of_some_forces_have_no_file(rows: pl.DataFrame) -> None:
    months = rows.group_by("force").agg(pl.col("Month").n_unique())
    assert months["Month"].min() < SMALL.months  # type: ignore[operator]


def test_every_trap_is_set_whatever_the_number_of_forces() -> None:
    for forces in (1, 3, 43):
        size = Size(rows=200_000, forces=forces, partnerships=50)
        traps = set_traps(size)
        assert sum(len(each.gone) > 0 for each in traps) >= 1
        assert any(size.months - 1 in each.gone for each in traps), "one ends early"
        assert any(0 in each.gone for each in traps), "one begins late"
        assert any(each.failed for each in traps)
        assert any(each.festival is not None for each in traps)
        assert sum(each.renamed is not None for each in traps) == 1
        assert max(each.unlocated.max() for each in traps) == pytest.approx(0.145)
        assert max(each.repeated.max() for each in traps) == 0.03
        assert max(each.returning for each in traps) == 0.02
        assert all(each.present(size.months) for each in traps)


def test_a_category_that_is_renamed_vanishes_and_its_records_go_on_as_another(rows: pl.DataFrame) -> None:
    forces = nation(SMALL, frozenset())
    (one,) = [force for force, its in zip(forces, set_traps(SMALL), strict=True) if its.renamed is not None]
    month = SMALL.every_month[SMALL.months // 3]
    late = rows.filter((pl.col("force") == one.slug) & (pl.col("Month") >= month))
    names = {name.replace("-", " ").capitalize() for name in RENAMED}
    assert set(late["Crime type"]) & names == {RENAMED[1].replace("-", " ").capitalize()}


def test_months_are_overdispersed_and_follow_the_season(tmp_path: Path, real: frozenset[str]) -> None:
    size = Size(rows=120_000, seed=3, forces=1, partnerships=2, months=36)
    write_nation(tmp_path / "n", size, real)
    read = pl.scan_csv(tmp_path / "n" / "archive" / "*" / "*.csv", infer_schema=False).collect()
    violence = read.filter(pl.col("Crime type") == "Violence and sexual offences").group_by("Month").len().sort("Month")
    counts = violence["len"].to_numpy()
    assert counts.var() > 1.5 * counts.mean()
    winter, summer = (
        np.mean([n for month, n in violence.iter_rows() if month[5:] in of]) for of in (("12", "01"), ("06", "07"))
    )
    assert summer > 1.05 * winter


def test_names_nest_are_long_and_are_not_all_ascii() -> None:
    names = district_names(np.random.default_rng(1), 310, frozenset())
    assert len({slug(name) for name in names}) == 310
    assert any(f" {one}" in other for one in names for other in names)
    assert any(len(name) > 80 for name in names)
    assert any(not name.isascii() for name in names)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name)) for name in names)


def test_no_name_is_a_real_one() -> None:
    usual = district_names(np.random.default_rng(1), 20, frozenset())
    assert not set(usual[:5]) & set(district_names(np.random.default_rng(1), 20, frozenset(usual[:5])))
    forces = force_names(np.random.default_rng(1), 99, frozenset())
    assert len(set(forces)) == 99


def test_no_code_or_name_of_a_fictional_area_is_in_the_register_or_the_open_extracts(made: Path, root: Path) -> None:
    held = pl.concat(
        pl.read_csv(path, infer_schema=False).select("code", "name") for path in root.glob("data/open/*/areas.csv")
    )
    real = pl.concat([read_register(root / "params" / "areas.csv").select("code", "name"), held])
    own = read_register(made / "params" / "areas.csv")
    small = pl.read_parquet(made / "data" / "open" / f"simulated-{LAST}" / "population.parquet")["area"]
    assert not {*own["code"], *small} & set(real["code"])
    assert not set(own["name"]) & set(real["name"])
    assert not {slug(name) for name in own["name"]} & {slug(name) for name in real["name"]}


def test_districts_differ_in_size_as_real_ones_do() -> None:
    forces = nation(Size(), frozenset())
    small = [district.small for force in forces for district in force.districts]
    assert len(forces) == 43
    assert len(small) == 310
    assert sum(small) == pytest.approx(32_900, rel=0.02)
    assert max(small) > 4 * np.median(small)
    assert min(small) < np.median(small) / 2
    assert max(len(force.districts) for force in forces) > 3 * min(len(force.districts) for force in forces)


def test_small_areas_have_a_population_that_adds_up_to_the_districts(made: Path) -> None:
    people = pl.read_parquet(made / "data" / "open" / f"simulated-{LAST}" / "population.parquet")
    assert set(people["basis"]) == {"SIMULATED population of a fictional area, mid-2024"}
    district = pl.col("area").str.starts_with("E07")
    assert people.filter(district)["population"].sum() == people.filter(~district)["population"].sum()
    assert people.filter(~district)["population"].is_between(900, 4000).all()


def test_a_force_that_is_fictional_is_known_by_its_name() -> None:
    assert (street_source("simulated-quillshire"), street_source("leicestershire")) == ("simulated", "police-uk")
    assert street_record_of("simulated-quillshire").title.startswith("SIMULATED")
    assert "public sector information" not in street_record_of("simulated-quillshire").attribution


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"rows": 100}, "--rows 100"),
        ({"rows": 10**9}, "--rows 1000000000"),
        ({"seed": -1}, "--seed -1"),
        ({"forces": 0}, "--forces 0"),
        ({"forces": 100, "partnerships": 310}, "--forces 100"),
        ({"partnerships": 10}, "--partnerships 10"),
        ({"partnerships": 1000}, "--partnerships 1000"),
        ({"months": 12}, "--months 12"),
        ({"months": 241}, "--months 241"),
    ],
)
def test_what_cannot_be_simulated_is_refused_with_what_can(given: dict[str, int], said: str) -> None:
    with pytest.raises(RunError, match=f"{said}: cannot be simulated") as refused:
        Size(**given)
    assert len(str(refused.value).splitlines()) == 2


def test_months_are_the_latest_ones() -> None:
    months = Size(rows=2_000_000, months=30).every_month
    assert (len(months), months[0], months[-1]) == (30, "2023-06", LAST)
    assert Counter(months).most_common(1)[0][1] == 1
