"""The illustration's figures: what was built in is there, and nothing else is."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest
import shapely

from analysis.counts import counts_frame, period, total
from analysis.sources import NAMES, is_in_district
from analysis.sources.completeness import COMPLETENESS
from analysis.sources.simulated import (
    DISTRICT,
    DISTRICTS,
    SEED,
    TOWNS,
    Simulated,
    calendar,
    expected,
    in_town,
    months,
    planted,
    simulate,
    small_areas,
    truth,
    write_illustration,
)
from analysis.sources.simulated.extract import report
from analysis.sources.simulated.outlines import tessellation

CRIMES = list(truth.CRIMES)
YEARS = {2021: ("2020-12", "2021-11"), 2022: ("2021-12", "2022-11")}


@pytest.fixture(scope="module")
def drawn() -> Simulated:
    return simulate(SEED)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simulated")
    write_illustration(folder)
    return folder


def count(drawn: Simulated, names: pd.Series, categories: list[str], year: int) -> int:
    """Located records of ``categories`` in the small areas marked by ``names``, over one of ``YEARS``."""
    first, last = (period(month) for month in YEARS[year])
    frame = drawn.counts
    here = frame["area"].isin(drawn.areas.loc[names, "area"]) & frame["category"].isin(categories)
    return int(frame.loc[here & frame["month"].between(first, last), "count"].sum())


def month_index(month: str) -> int:
    return [str(m) for m in months()].index(month)


# --- places -----------------------------------------------------------------------------------------------------------
def test_no_fictional_area_bears_the_name_or_the_code_of_a_real_one(root: Path) -> None:
    with (root / "params" / "areas.csv").open(encoding="utf-8", newline="") as file:
        register = list(csv.DictReader(file))
    real = [row for row in register if row["country"] != "fictional"]
    fictional = {row["code"]: row["name"] for row in register if row["kind"] == "district" and row not in real}
    assert fictional == {code: name for code, (name, _, _) in DISTRICTS.items()}
    assert not set(fictional.values()) & {row["name"] for row in real}
    assert all(code.startswith("X07") for code in fictional)


def test_small_areas_are_named_as_published_ones_are_and_add_up_to_their_districts() -> None:
    areas = small_areas(SEED)
    assert areas["area"].is_unique and areas["name"].is_unique
    for code, (name, sizes, people) in DISTRICTS.items():
        own = areas[areas["district"] == code]
        assert len(own) == sum(sizes)
        assert own["population"].sum() == people
        assert all(is_in_district(each, name) for each in own["name"])
    assert areas["population"].between(1_200, 3_500).all()


def test_every_small_area_of_brackenford_lies_in_one_town() -> None:
    areas = small_areas(SEED)
    towns = sum(in_town(areas, town).astype(int) for town in TOWNS)
    assert (towns == (areas["district"] == DISTRICT).astype(int)).all()


# --- what was built in ------------------------------------------------------------------------------------------------
def test_the_categories_are_those_of_the_published_files() -> None:
    assert set(truth.CRIMES) == set(NAMES)
    assert {c for effect in truth.EFFECTS for c in effect.categories} <= set(NAMES)
    assert {surge.category for surge in truth.FESTIVAL} <= set(NAMES)


def test_lockdown_raises_anti_social_behaviour_and_lowers_the_rest_as_declared() -> None:
    shape = calendar()
    april, year_before = month_index("2020-04"), month_index("2019-04")
    for at, crime in enumerate(truth.CRIMES.values()):
        change = shape[april, at] / shape[year_before, at]
        assert change == pytest.approx(crime.covid * (1 + crime.growth))


def test_july_is_higher_than_january_exactly_where_the_season_peaks_in_summer() -> None:
    shape = calendar()
    july, january = month_index("2019-07"), month_index("2019-01")
    for at, crime in enumerate(truth.CRIMES.values()):
        ratio = shape[july, at] / shape[january, at]
        assert ratio == pytest.approx(np.exp(2 * crime.swing) * (1 + crime.growth) ** 0.5)


def test_the_initiative_takes_away_three_tenths_of_damage_in_its_town_and_touches_nothing_else() -> None:
    areas = small_areas(SEED)
    factor = planted(truth.INITIATIVE, areas)
    here, damage, start = (
        in_town(areas, "Tannersley").to_numpy(),
        CRIMES.index("criminal-damage-and-arson"),
        month_index("2021-12"),
    )
    assert factor[here][:, start:, damage] == pytest.approx(0.7)
    factor[np.ix_(here, range(start, len(months())), [damage])] = 1
    assert (factor == 1).all()


def test_the_emerging_hotspot_grows_month_by_month_and_stays() -> None:
    areas = small_areas(SEED)
    at = int(np.flatnonzero(areas["name"] == "Brackenford 003D")[0])
    grown = planted(truth.EMERGING, areas)[at, :, CRIMES.index("vehicle-crime")]
    before, full = month_index("2021-11"), month_index("2022-06")
    assert (grown[: before + 1] == 1).all()
    assert (np.diff(grown[before : full + 1]) > 0).all()
    assert grown[full:] == pytest.approx(truth.EMERGING.ratio)


def test_the_mean_of_a_district_with_no_planted_effect_is_its_rate_times_its_people() -> None:
    areas = small_areas(SEED)
    mean = expected(areas, SEED)
    for code, level in truth.LEVELS.items():
        own = (areas["district"] == code).to_numpy()
        people = areas.loc[own, "population"].to_numpy()
        flat = mean[own] / calendar()[None, :, :]
        rates = flat.sum(axis=0)[0] / people.sum() * 1000 / level
        assert rates == pytest.approx([c.rate for c in truth.CRIMES.values()], rel=0.1)


# --- what was drawn ---------------------------------------------------------------------------------------------------
def test_the_same_seed_draws_the_same_and_another_seed_draws_otherwise(drawn: Simulated) -> None:
    again, other = simulate(SEED), simulate(SEED + 1)
    pd.testing.assert_frame_equal(drawn.counts, again.counts)
    pd.testing.assert_frame_equal(drawn.unlocated, again.unlocated)
    assert not drawn.counts["count"].equals(other.counts["count"])


def test_every_area_has_every_month_and_category_and_the_frame_keeps_the_contract(drawn: Simulated) -> None:
    assert len(drawn.counts) == len(drawn.areas) * len(months()) * 14
    pd.testing.assert_frame_equal(drawn.counts, counts_frame(drawn.counts))
    assert set(drawn.unlocated["area"]) == {"illustrationshire:unlocated"}


def test_the_missing_month_is_never_a_zero(drawn: Simulated) -> None:
    for frame in (drawn.counts, drawn.unlocated):
        month = frame[frame["month"] == period(truth.MISSING)]
        assert set(month["status"]) == {"missing"}
        assert month["count"].isna().all()


def test_the_failed_feed_is_one_category_of_one_month(drawn: Simulated) -> None:
    failed = drawn.counts[drawn.counts["status"] == "failed"]
    assert {(str(month), category) for month, category in zip(failed["month"], failed["category"], strict=True)} == {
        truth.FAILED
    }
    assert len(failed) == len(drawn.areas)


def test_the_year_assessed_and_the_year_before_it_are_whole(drawn: Simulated) -> None:
    two_years = drawn.counts[drawn.counts["month"] >= period("2020-12")]
    assert set(two_years["status"]) == {"present"}


def test_counts_scatter_about_their_means_as_a_negative_binomial_does(drawn: Simulated) -> None:
    """Pearson's statistic over 6 districts, 47 months and 14 categories is one within four standard errors."""
    areas = drawn.areas
    kept = 1 - np.where(
        np.array([str(m) for m in months()]) == truth.BADLY_LOCATED[0], truth.BADLY_LOCATED[1], truth.UNLOCATED
    )
    mean = (
        pd.DataFrame((expected(areas, SEED) * kept[None, :, None]).reshape(len(areas), -1))
        .groupby(areas["district"])
        .sum()
    )
    named = drawn.counts.merge(areas[["area", "district"]], on="area").drop(columns="area")
    cells = total(named, ["district", "month", "category"]).dropna()
    at = cells["month"].astype(str).map(month_index) * 14 + cells["category"].map(CRIMES.index)
    mu = np.array([mean.loc[d, i] for d, i in zip(cells["district"], at, strict=True)])
    theta = cells["category"].map({name: c.theta for name, c in truth.CRIMES.items()}).to_numpy(dtype=float)
    pearson = (cells["count"].to_numpy(dtype=float) - mu) ** 2 / (mu + mu**2 / theta)
    assert pearson.mean() == pytest.approx(1, abs=4 * np.sqrt(2 / len(pearson)) * 1.2)


def test_three_records_in_a_hundred_have_no_location_and_more_in_the_bad_month(drawn: Simulated) -> None:
    located, lost = (frame.groupby("month")["count"].sum() for frame in (drawn.counts, drawn.unlocated))
    share = (lost / (located + lost)).drop(period(truth.MISSING))
    bad = period(truth.BADLY_LOCATED[0])
    assert share.drop(bad).mean() == pytest.approx(truth.UNLOCATED, abs=0.002)
    assert share[bad] == pytest.approx(truth.BADLY_LOCATED[1], abs=0.02)


# --- what may be found ------------------------------------------------------------------------------------------------
def test_the_initiatives_town_fell_within_chance_of_its_true_effect_and_its_comparator_did_not_move(
    drawn: Simulated,
) -> None:
    damage = ["criminal-damage-and-arson"]
    town, other = (in_town(drawn.areas, name) for name in ("Tannersley", "Whinbridge"))
    before, after = (count(drawn, town, damage, year) for year in (2021, 2022))
    compared = [count(drawn, other, damage, year) for year in (2021, 2022)]
    spread = np.sqrt(1 / before + 1 / after)
    assert abs(np.log(after / before / truth.INITIATIVE.ratio)) < 3 * spread
    assert np.log(after / before) + 1.96 * spread < 0
    assert abs(np.log(compared[1] / compared[0])) < 1.96 * np.sqrt(1 / compared[0] + 1 / compared[1])


def test_the_town_centre_leads_in_both_years_and_the_retail_park_enters_the_top_ten(drawn: Simulated) -> None:
    tops = {}
    for year in YEARS:
        here = drawn.areas[drawn.areas["district"] == DISTRICT]
        sums = {name: count(drawn, drawn.areas["name"] == name, CRIMES, year) for name in here["name"]}
        tops[year] = sorted(sums, key=lambda name: -sums[name])[:10]
    assert tops[2021][0] == tops[2022][0] == "Brackenford 001A"
    assert "Brackenford 003D" in tops[2022] and "Brackenford 003D" not in tops[2021]


def test_the_festival_month_has_more_thefts_from_the_person_than_any_other(drawn: Simulated) -> None:
    own = drawn.areas.loc[drawn.areas["district"] == DISTRICT, "area"]
    theft = drawn.counts[drawn.counts["area"].isin(own) & (drawn.counts["category"] == "theft-from-the-person")]
    monthly = theft.groupby("month")["count"].sum().sort_values()
    assert monthly.index[-1] == period("2022-06")
    assert monthly.iloc[-1] > 2 * monthly.iloc[-2]


# --- what ships -------------------------------------------------------------------------------------------------------
def test_the_files_that_ship_are_the_files_that_the_simulator_writes(root: Path, written: Path) -> None:
    shipped = root / "data" / "open" / "simulated-2022-11"
    assert sorted(f.name for f in shipped.iterdir()) == sorted(f.name for f in written.iterdir())
    for file in sorted(written.iterdir()):
        assert (shipped / file.name).read_bytes() == file.read_bytes(), f"{file.name} is not current: write it again"


def test_writing_over_an_older_extract_leaves_the_same_bytes(written: Path, tmp_path: Path) -> None:
    (tmp_path / "counts.parquet").write_bytes(b"something older")
    write_illustration(tmp_path)
    for file in sorted(written.iterdir()):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_the_shipped_counts_are_the_frames_drawn(written: Path, drawn: Simulated) -> None:
    shipped = counts_frame(pl.read_parquet(written / "counts.parquet").to_pandas())
    pd.testing.assert_frame_equal(shipped, drawn.counts)


def test_everything_said_of_the_source_says_that_it_is_simulated(written: Path) -> None:
    manifest = json.loads((written / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["simulated"] is True
    assert manifest["control"] == "restricted"
    assert manifest["record"]["title"].startswith("SIMULATED")
    assert manifest["record"]["licence"] == "None: simulated figures"
    assert "SIMULATED" in manifest["attribution"]
    assert pl.read_parquet(written / "population.parquet")["basis"].str.starts_with("SIMULATED").all()


def test_the_rule_for_published_files_finds_the_missing_month_and_the_failed_feed_by_itself(drawn: Simulated) -> None:
    found = report(drawn)
    assert tuple(found.columns) == COMPLETENESS
    assert set(found.filter(pl.col("status") == "missing")["month"]) == {truth.MISSING}
    assert found.filter(pl.col("status") == "failed").select("month", "category").rows() == [truth.FAILED]
    assert found.filter(pl.col("status") == "missing")["rows"].is_null().all()


def test_the_report_counts_every_record_once(drawn: Simulated) -> None:
    found = report(drawn)
    assert found["rows"].sum() == drawn.counts["count"].sum() + drawn.unlocated["count"].sum()
    assert found["without_location"].sum() == drawn.unlocated["count"].sum()


def test_a_fictional_place_has_no_coordinates(written: Path) -> None:
    areas = pl.read_csv(written / "areas.csv")
    assert areas["longitude"].is_null().all() and areas["latitude"].is_null().all()
    assert areas.filter(pl.col("kind") == "lsoa").height == 230


def test_the_outlines_that_ship_are_those_that_the_simulator_draws(root: Path) -> None:
    shipped = pl.read_parquet(root / "data" / "open" / "boundaries-illustration" / "boundaries.parquet")
    codes, cells = tessellation(22)
    assert shipped["area"].to_list() == codes
    apart = shapely.hausdorff_distance(shapely.from_wkb(shipped["geometry"].to_list()), np.array(cells))
    assert apart.max() < 1e-9


def test_the_simulated_outlines_cover_every_small_area_without_overlap_and_lie_in_the_sea(root: Path) -> None:
    codes, cells = tessellation(22)
    assert codes == small_areas(22)["area"].to_list()
    assert shapely.coverage_is_valid(cells)
    west, south, east, north = shapely.total_bounds(cells)
    assert -31 < west < east < -29
    assert 49 < south < north < 51
