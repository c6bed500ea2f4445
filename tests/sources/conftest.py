"""Small street files to read, made as data.police.uk makes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.sources.archive import StreetFile
from analysis.sources.content import of_bytes
from analysis.sources.street import COLUMNS

ROW = {
    "Crime ID": "",
    "Month": "2022-11",
    "Reported by": "Leicestershire Police",
    "Falls within": "Leicestershire Police",
    "Longitude": "-1.37",
    "Latitude": "52.74",
    "Location": "On or near Park Lane",
    "LSOA code": "E01025913",
    "LSOA name": "North West Leicestershire 001C",
    "Crime type": "Anti-social behaviour",
    "Last outcome category": "",
    "Context": "",
}
NOWHERE = {"Longitude": "", "Latitude": "", "Location": "No Location", "LSOA code": "", "LSOA name": ""}

Csv = Callable[..., bytes]


def street_csv(*rows: dict[str, str], end: str = "\r\n", month: str = "2022-11") -> bytes:
    """Street rows, each the standard incident but for what is given."""
    lines = [",".join(COLUMNS), *(",".join({**ROW, "Month": month, **row}.values()) for row in rows)]
    return (end.join(lines) + end).encode()


@pytest.fixture
def csv() -> Csv:
    return street_csv


@pytest.fixture
def nowhere() -> dict[str, str]:
    return dict(NOWHERE)


@pytest.fixture
def file_of() -> Callable[[bytes], StreetFile]:
    """A street file of Leicestershire, November 2022, with the given bytes."""
    return lambda data: StreetFile(
        "leicestershire", "2022-11", "2022-11-leicestershire-street.csv", lambda: of_bytes(data)
    )
