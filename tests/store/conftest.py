"""Small archives to ingest: two districts of Leicestershire over five months, a gap in the middle."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from analysis.sources.street import COLUMNS
from analysis.store import ingest_police_uk, ingest_population, ingest_scotland

ASB = {"Crime type": "Anti-social behaviour", "Crime ID": ""}
THEFT = {"Crime type": "Other theft", "Crime ID": "abc"}
NWL = {"LSOA code": "E01025913", "LSOA name": "North West Leicestershire 001C"}
NWL_TWO = {"LSOA code": "E01025914", "LSOA name": "North West Leicestershire 002A"}
LEICESTER = {"LSOA code": "E01013649", "LSOA name": "Leicester 001A"}
RUGBY = {"LSOA code": "E01031165", "LSOA name": "Rugby 001A"}
NOWHERE = {"LSOA code": "", "LSOA name": "", "Longitude": "", "Latitude": "", "Location": "No Location"}
FORCE = {"Reported by": "Leicestershire Police", "Falls within": "Leicestershire Police"}
POINT = {"Longitude": "-1.37", "Latitude": "52.74", "Location": "On or near Park Lane"}

Rows = list[dict[str, str]]
Archive = Callable[..., Path]
MONTHS = ("2022-06", "2022-07", "2022-09", "2022-10")
USUAL: Rows = [
    {**ASB, **NWL},
    {**ASB, **NWL},
    {**THEFT, **NWL},
    {**THEFT, **NWL},
    {**THEFT, **LEICESTER, "Crime ID": "abd"},
    {**ASB, **RUGBY},
    {**ASB, **NOWHERE},
]


def street(month: str, rows: Rows) -> str:
    every = dict.fromkeys(COLUMNS, "") | FORCE | POINT | {"Month": month}
    return "\r\n".join([",".join(COLUMNS), *(",".join({**every, **row}.values()) for row in rows), ""])


def archive_at(path: Path, files: Mapping[tuple[str, str], Rows]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for (force, month), rows in files.items():
            archive.writestr(f"{month}/{month}-{force}-street.csv", street(month, rows))
    return path


@pytest.fixture
def usual() -> Rows:
    """Seven rows: two incidents and a theft given twice in one small area; one each in Leicester, Rugby, nowhere."""
    return list(USUAL)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Write an archive; the usual rows in every month but the missing one, unless told otherwise."""

    def write(name: str = "archive.zip", **months: Rows) -> Path:
        given = {month.removeprefix("m").replace("_", "-"): rows for month, rows in months.items()}
        extra = {("leicestershire", "2022-07"): [*USUAL, {**ASB, **NWL_TWO}]}
        files = {("leicestershire", month): USUAL for month in MONTHS} | extra
        return archive_at(tmp_path / name, files | {("leicestershire", month): rows for month, rows in given.items()})

    return write


@pytest.fixture
def register(root: Path) -> Path:
    return root / "params" / "areas.csv"


@pytest.fixture
def store(tmp_path: Path, archive: Archive, register: Path, root: Path) -> Path:
    """A store that holds the small archive, two councils' crimes and a few small areas' populations."""
    ingest_police_uk(archive(), store=tmp_path / "store", register=register)
    recorded = tmp_path / "recorded.csv"
    councils = ("West Lothian", "Fife")
    lines = [
        f"{name},Local Authority,{year},all-crimes,count,{len(name)}"
        for name in councils
        for year in ("2019/2020", "2020/2021")
    ]
    recorded.write_text("\n".join(["area_name,area_type,ref_period,crime_or_offence,measure_type,value", *lines]))
    ingest_scotland(recorded, store=tmp_path / "store", register=register)
    people = tmp_path / "people.json"
    people.write_text('{"E01025913": {"population": 1500}, "E01025914": {"population": 1600}}')
    ingest_population(people, store=tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def open_data(root: Path) -> Path:
    return root / "data" / "open"
