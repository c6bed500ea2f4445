"""Reading one street file, strictly: what is not as published stops the reading and says where."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import SourceError, did_you_mean
from analysis.sources.categories import SLUGS

if TYPE_CHECKING:
    from analysis.sources.archive import StreetFile

COLUMNS: Final = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
    "Crime type", "Last outcome category", "Context",
)  # fmt: skip


def read_street(file: StreetFile, data: bytes) -> pl.DataFrame:
    """Read the bytes of ``file`` as text columns under their published names, every row as published.

    Line ends may be CRLF or LF, names are UTF-8. Raises ``SourceError`` with the file, and the row (the header is row
    1), for bytes that are no CSV, a missing column, another month than the file's name says, an unknown crime type, an
    area code that is none, or a coordinate that is no number.
    """
    _refuse_web_page(file, data)
    try:
        rows = pl.read_csv(BytesIO(data), infer_schema=False)
    except pl.exceptions.NoDataError as error:
        raise SourceError.at(file.where, "is empty", "download it again") from error
    except pl.exceptions.PolarsError as error:
        raise SourceError.at(
            file.where, f"cannot be read as CSV ({_first_line(error)})", "download it again"
        ) from error
    _refuse_other_columns(file, rows)
    _refuse_other_months(file, rows)
    _refuse_unknown_types(file, rows)
    _refuse_bad_places(file, rows)
    return rows


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _refuse_web_page(file: StreetFile, data: bytes) -> None:
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise SourceError.at(file.where, "is a web page, not a CSV: the download failed", "download it again")


def _refuse_other_columns(file: StreetFile, rows: pl.DataFrame) -> None:
    if missing := [name for name in COLUMNS if name not in rows.columns]:
        near = did_you_mean(missing[0], rows.columns)
        raise SourceError.at(
            file.where, f'has no column "{missing[0]}"{near}', f"it has {', '.join(rows.columns[:12])}"
        )


def _refuse(file: StreetFile, rows: pl.DataFrame, wrong: pl.Expr, column: str, what: str) -> None:
    """Raise for the first row where ``wrong`` holds, naming its row, column and value."""
    at = rows.select(wrong.fill_null(True).arg_true()).to_series()
    if len(at):
        value = rows[column][int(at[0])]
        given = "nothing" if value is None else f'"{value}"'
        raise SourceError.at(
            f"{file.where}, row {int(at[0]) + 2}", f"{column} is {given}, {what}", "download the file again"
        )


def _refuse_other_months(file: StreetFile, rows: pl.DataFrame) -> None:
    _refuse(file, rows, pl.col("Month") != file.month, "Month", f"but the file is named for {file.month}")


def _refuse_unknown_types(file: StreetFile, rows: pl.DataFrame) -> None:
    known = pl.col("Crime type").is_in(list(SLUGS))
    _refuse(file, rows, ~known, "Crime type", "which is none of the fourteen published since May 2013")


def _refuse_bad_places(file: StreetFile, rows: pl.DataFrame) -> None:
    code = pl.col("LSOA code")
    shape = code.str.contains(r"^[EW]01\d{6}$") | code.is_null()
    _refuse(file, rows, ~shape, "LSOA code", "which is not the code of a small area (E01025902)")
    _refuse(file, rows, code.is_not_null() & pl.col("LSOA name").is_null(), "LSOA name", "although the area has a code")
    for column in ("Longitude", "Latitude"):
        number = pl.col(column).is_null() | pl.col(column).cast(pl.Float64, strict=False).is_finite()
        _refuse(file, rows, ~number.fill_null(False), column, "which is not a number of degrees")
