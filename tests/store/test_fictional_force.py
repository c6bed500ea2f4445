"""A fictional force's files are kept apart and never answer for a real one's."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from analysis.errors import StoreError
from analysis.sources.street import COLUMNS
from analysis.store import coverage, edition_slices, held_categories, held_small_areas, ingest_police_uk

FORCE = "simulated-quillshire"
HAX = {"LSOA code": "E01900001", "LSOA name": "Haxholme 001A"}


@pytest.fixture
def simulated(tmp_path: Path, usual: list[dict[str, str]]) -> Path:
    """A store with one month of a fictional force, whose register has one district."""
    every = dict.fromkeys(COLUMNS, "") | {"Month": "2022-10", "Longitude": "-20.1", "Latitude": "48.2"}
    lines = [",".join(COLUMNS), *(",".join({**every, **row, **HAX}.values()) for row in usual), ""]
    with zipfile.ZipFile(tmp_path / "fictional.zip", "w") as archive:
        archive.writestr(f"2022-10/2022-10-{FORCE}-street.csv", "\n".join(lines))
    (tmp_path / "areas.csv").write_text(
        f"code,name,kind,country,force,county\nE07900001,Haxholme,district,fictional,{FORCE},\n"
    )
    (one,) = ingest_police_uk(tmp_path / "fictional.zip", store=tmp_path / "s", register=tmp_path / "areas.csv")
    assert (one.source, one.force) == ("simulated", FORCE)
    return tmp_path / "s"


def test_it_stands_under_simulated_and_is_listed_as_that(simulated: Path, tmp_path: Path) -> None:
    assert [path.name for path in simulated.iterdir()] == ["simulated"]
    (row,) = coverage(simulated, tmp_path).to_dict("records")
    assert (row["source"], row["vintage"], row["force"], row["held"]) == ("simulated", "2022-10", FORCE, "store")
    assert held_small_areas(simulated, tmp_path) == {"E01900001": "E07900001"}
    assert set(held_categories({"simulated": ["2022-10"]}, store=simulated, open_data=tmp_path)) == {"simulated"}


def test_it_is_not_police_uk_even_when_asked_for_as_such(simulated: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="police-uk 2022-10 of simulated-quillshire: is in neither"):
        edition_slices("police-uk", "2022-10", ["E07900001"], [], [FORCE], store=simulated, open_data=tmp_path)


def test_its_record_claims_no_publisher_and_no_licence(simulated: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "simulated-2022-10").mkdir()
    shipped = root / "data" / "open" / "simulated-2022-11" / "population.parquet"
    (tmp_path / "simulated-2022-10" / "population.parquet").write_bytes(shipped.read_bytes())
    slices = edition_slices("simulated", "2022-10", ["E07900001"], [], [FORCE], store=simulated, open_data=tmp_path)
    (record,) = slices.sources
    assert record.title.startswith("SIMULATED")
    assert record.licence == "None: simulated figures"
    assert slices.counts["count"].sum() == 6


def test_figures_without_their_populations_are_refused_with_the_file_that_is_missing(
    simulated: Path, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match=r"simulated-2022-10/population\.parquet: is not there"):
        edition_slices("simulated", "2022-10", ["E07900001"], [], [FORCE], store=simulated, open_data=tmp_path)
