"""One street file in, rows to keep and their counts out."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import polars as pl
import pytest

from analysis.errors import SourceError
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR, NAMES, category_name, is_crime
from analysis.sources.archive import StreetFile
from analysis.sources.police_uk import ROWS, StreetMonth, read_month
from analysis.sources.tally import tally

Csv = Callable[..., bytes]
FileOf = Callable[[bytes], StreetFile]
HOME = frozenset({"North West Leicestershire", "Leicester"})
THEFT = {"Crime ID": "abc", "Crime type": "Other theft"}
RUGBY = {"LSOA code": "E01031165", "LSOA name": "Rugby 001A"}


def tallied(month: StreetMonth, home: frozenset[str] = HOME) -> dict[str, dict[str, int | None]]:
    at = pl.lit(month.month).alias("month")
    frame = tally([month.month], month.places.with_columns(at), month.repeats.to_frame().with_columns(at), home)
    return {row.pop("category"): row for row in frame.drop("month").iter_rows(named=True)}


def test_rows_are_kept_under_the_projects_names(csv: Csv, file_of: FileOf) -> None:
    month = read_month(file_of(csv(THEFT)))
    assert month.rows.columns == list(ROWS)
    assert month.rows.row(0)[:4] == ("other-theft", "E01025913", -1.37, 52.74)


def test_the_hash_is_of_the_bytes_as_published(csv: Csv, file_of: FileOf) -> None:
    assert read_month(file_of(csv({}))).sha256 == sha256(csv({})).hexdigest()


def test_rows_read_and_kept_differ_by_the_repeats(csv: Csv, file_of: FileOf) -> None:
    month = read_month(file_of(csv(THEFT, THEFT, {}, {})))
    assert (month.read, month.kept, month.alike_without_id) == (4, 3, 1)
    assert tallied(month)["other-theft"] == {"rows": 2, "without_location": 0, "duplicates_removed": 1, "outside": 0}


def test_a_repeat_without_a_location_counts_once(csv: Csv, file_of: FileOf, nowhere: dict[str, str]) -> None:
    month = read_month(file_of(csv({**THEFT, **nowhere}, {**THEFT, **nowhere})))
    assert tallied(month)["other-theft"] == {"rows": 2, "without_location": 1, "duplicates_removed": 1, "outside": 0}


def test_rows_without_a_location_are_not_outside(csv: Csv, file_of: FileOf, nowhere: dict[str, str]) -> None:
    asb = tallied(read_month(file_of(csv(nowhere, nowhere, {}))))[ANTI_SOCIAL_BEHAVIOUR]
    assert (asb["without_location"], asb["outside"]) == (2, 0)


def test_rows_in_another_forces_district_are_outside(csv: Csv, file_of: FileOf) -> None:
    asb = tallied(read_month(file_of(csv(RUGBY, {}, RUGBY))))[ANTI_SOCIAL_BEHAVIOUR]
    assert (asb["rows"], asb["outside"]) == (3, 2)


def test_a_district_whose_name_stands_inside_ours_is_outside(csv: Csv, file_of: FileOf) -> None:
    month = read_month(file_of(csv({}, {"LSOA name": "Leicester 001A", "LSOA code": "E01013649"})))
    only_leicester = tallied(month, frozenset({"Leicester"}))[ANTI_SOCIAL_BEHAVIOUR]
    assert only_leicester["outside"] == 1


def test_where_no_district_of_the_force_is_known_outside_is_unknown(csv: Csv, file_of: FileOf) -> None:
    assert tallied(read_month(file_of(csv(RUGBY))), frozenset())[ANTI_SOCIAL_BEHAVIOUR]["outside"] is None


def test_every_category_is_tallied_even_where_it_has_no_row(csv: Csv, file_of: FileOf) -> None:
    counted = tallied(read_month(file_of(csv({}))))
    assert set(counted) == set(NAMES)
    assert counted["burglary"] == {"rows": 0, "without_location": 0, "duplicates_removed": 0, "outside": 0}


def test_a_file_without_rows_is_there_and_its_counts_are_zero(csv: Csv, file_of: FileOf) -> None:
    counted = tallied(read_month(file_of(csv())))
    assert set(counted) == set(NAMES)
    assert {row["rows"] for row in counted.values()} == {0}


def test_points_are_summed_over_the_rows_that_have_one(csv: Csv, file_of: FileOf) -> None:
    rows = ({"Longitude": "-1.5"}, {"Longitude": "-1.25"}, {"Longitude": "", "Latitude": ""}, {"Longitude": ""})
    (place,) = read_month(file_of(csv(*rows))).places.iter_rows(named=True)
    assert (place["rows"], place["points"], place["longitude"], place["latitude"]) == (4, 2, -2_750_000, 105_480_000)


def test_letting_rows_go_keeps_their_counts(csv: Csv, file_of: FileOf) -> None:
    month = read_month(file_of(csv({}, THEFT)))
    light = month.without_rows()
    assert light.rows.is_empty()
    assert (light.kept, light.places.height) == (2, 2)


@pytest.mark.parametrize(("slug", "name"), NAMES.items())
def test_every_published_type_has_one_slug(csv: Csv, file_of: FileOf, slug: str, name: str) -> None:
    assert read_month(file_of(csv({"Crime type": name}))).rows["category"].to_list() == [slug]
    assert category_name(slug) == name


def test_anti_social_behaviour_is_not_crime_and_everything_else_is() -> None:
    assert [slug for slug in NAMES if not is_crime(slug)] == [ANTI_SOCIAL_BEHAVIOUR]


def test_an_unknown_slug_is_answered_with_the_nearest() -> None:
    with pytest.raises(SourceError, match='has no category "burglery"; did you mean "burglary"'):
        category_name("burglery")
