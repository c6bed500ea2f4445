"""Reading one street file strictly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from analysis.errors import SourceError
from analysis.sources.archive import StreetFile, street_files
from analysis.sources.street import COLUMNS, PARSED, read_street

Csv = Callable[..., bytes]
FileOf = Callable[[bytes], StreetFile]


def read(file_of: FileOf, data: bytes) -> pl.DataFrame:
    file = file_of(data)
    return read_street(file, file.read())


def test_line_ends_of_either_kind_read_the_same(csv: Csv, file_of: FileOf) -> None:
    crlf, lf = csv({}, {"Context": "x"}), csv({}, {"Context": "x"}, end="\n")
    assert crlf != lf
    assert read(file_of, crlf).equals(read(file_of, lf))


def test_welsh_names_are_read_as_written(csv: Csv, file_of: FileOf) -> None:
    data = csv({"LSOA name": "Ynys Môn 001A", "Location": "On or near Tŷ Croes", "LSOA code": "W01000001"})
    row = read(file_of, data).row(0, named=True)
    assert (row["LSOA name"], row["Location"]) == ("Ynys Môn 001A", "On or near Tŷ Croes")


def test_a_byte_order_mark_is_no_part_of_the_first_column(csv: Csv, file_of: FileOf) -> None:
    data = b"\xef\xbb\xbf" + csv({"Crime ID": "abc"})
    assert read(file_of, data)["Crime ID"].to_list() == ["abc"]


def test_a_file_with_a_header_alone_has_no_rows(csv: Csv, file_of: FileOf) -> None:
    rows = read(file_of, csv())
    assert (rows.height, rows.columns) == (0, [*COLUMNS, *PARSED])


def test_a_row_without_a_location_is_no_error(csv: Csv, file_of: FileOf, nowhere: dict[str, str]) -> None:
    data = csv(nowhere)
    assert read(file_of, data)["LSOA code"].to_list() == [None]


WRONG_VALUES = {
    "another month": ({"Month": "2022-10"}, 'Month is "2022-10", but the file is named for 2022-11'),
    "no month": ({"Month": ""}, "Month is nothing, but the file is named for 2022-11"),
    "an unknown type": ({"Crime type": "Piracy"}, 'Crime type is "Piracy", which is none of the fourteen'),
    "no type": ({"Crime type": ""}, "Crime type is nothing, which is none of the fourteen"),
    "a district's code": (
        {"LSOA code": "E07000134"},
        'LSOA code is "E07000134", which is not the code of a small area',
    ),
    "a code without a name": ({"LSOA name": ""}, "LSOA name is nothing, although the area has a code"),
    "a word for a number": ({"Longitude": "west"}, 'Longitude is "west", which is not a number of degrees'),
    "a grid reference": ({"Latitude": "442500"}, 'Latitude is "442500", which is not a number of degrees'),
    "no number": ({"Latitude": "NaN"}, 'Latitude is "NaN", which is not a number of degrees'),
}


@pytest.mark.parametrize("wrong", WRONG_VALUES)
def test_a_wrong_value_is_refused_with_its_row(csv: Csv, file_of: FileOf, wrong: str) -> None:
    row, message = WRONG_VALUES[wrong]
    data = csv({}, {}, row, {})
    with pytest.raises(SourceError) as refused:
        read(file_of, data)
    assert str(refused.value).startswith(f"2022-11-leicestershire-street.csv, row 4: {message}")


def test_the_first_of_several_wrong_rows_is_named(csv: Csv, file_of: FileOf) -> None:
    data = csv({}, {"Crime type": "Piracy"}, {"Crime type": "Treason"})
    with pytest.raises(SourceError, match="row 3: Crime type"):
        read(file_of, data)


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named_with_the_nearest(csv: Csv, file_of: FileOf, column: str) -> None:
    data = csv({}).replace(column.encode(), f"{column}s".encode(), 1)
    with pytest.raises(SourceError, match=f'has no column "{column}"; did you mean "{column}s"'):
        read(file_of, data)


NO_CSV = {
    "empty": (b"", "is empty"),
    "a web page": (b"\r\n<!DOCTYPE html><html><body>502</body></html>", "is a web page, not a CSV"),
    "an archive": (b"PK\x03\x04\xff\xfe" * 40, "is no street file"),
    "another alphabet": (",".join(COLUMNS).encode() + b"\n\xff\xfe,,,,,,,,,,,\n", "cannot be read as CSV"),
    "another table": (b"a,b\n1,2\n", 'is no street file: it has no column "Crime ID"'),
}


@pytest.mark.parametrize("kind", NO_CSV)
def test_bytes_that_are_no_street_file_are_refused_with_its_name(file_of: FileOf, kind: str) -> None:
    data, message = NO_CSV[kind]
    with pytest.raises(SourceError, match=f"^2022-11-leicestershire-street.csv: {message}"):
        read(file_of, data)


@pytest.mark.parametrize("cut", [3, 20, 60, 150])
def test_a_download_that_broke_off_is_refused(csv: Csv, file_of: FileOf, cut: int) -> None:
    data = csv({}, {}, {})[:-cut]
    with pytest.raises(SourceError, match=r"row 4: is cut short|row 3: is cut short"):
        read(file_of, data)


def test_a_last_line_without_a_line_end_is_whole(csv: Csv, file_of: FileOf) -> None:
    data = csv({}, {})[:-2]
    assert read(file_of, data).height == 2


def test_a_row_with_too_many_fields_is_refused(csv: Csv, file_of: FileOf) -> None:
    data = csv({}, {"Context": "a,b,c"}, {})
    with pytest.raises(SourceError, match="cannot be read as CSV"):
        read(file_of, data)


@pytest.mark.parametrize("kind", NO_CSV)
def test_a_file_on_disk_is_refused_as_its_bytes_are(tmp_path: Path, kind: str) -> None:
    data, message = NO_CSV[kind]
    path = tmp_path / "2022-11-kent-street.csv"
    path.write_bytes(data)
    (file,) = street_files(path)
    with pytest.raises(SourceError, match=f"2022-11-kent-street.csv: {message}"):
        read_street(file, file.read())


def test_a_folder_with_a_name_like_a_pattern_is_read(tmp_path: Path, csv: Csv) -> None:
    path = tmp_path / "[2022]*" / "2022-11-kent-street.csv"
    path.parent.mkdir()
    path.write_bytes(csv({}, {}))
    (file,) = street_files(tmp_path)
    assert read_street(file, file.read()).height == 2
