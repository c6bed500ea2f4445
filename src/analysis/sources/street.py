"""Reading one street file, strictly: what is not as published stops the reading and says where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import SourceError, did_you_mean
from analysis.sources.categories import SLUGS

if TYPE_CHECKING:
    from analysis.sources.archive import StreetFile
    from analysis.sources.content import Content

COLUMNS: Final = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
    "Crime type", "Last outcome category", "Context",
)  # fmt: skip

PARSED: Final = ("category", "longitude", "latitude")
"""Columns added: the slug of the crime type and the coordinates in degrees."""


def read_street(file: StreetFile, content: Content) -> pl.DataFrame:
    """Read the content of ``file``: every row and column as published, as text, and ``PARSED`` beside them.

    Line ends may be CRLF or LF, names are UTF-8. Raises ``SourceError`` with the file, and the row (the header is row
    1), for bytes that are no CSV, a missing column, another month than the file's name says, an unknown crime type, an
    area code that is none, or a coordinate that is no number.
    """
    _refuse_web_page(file, content)
    try:
        rows = pl.scan_csv(content.scan, infer_schema=False, glob=False).collect()
    except pl.exceptions.NoDataError as error:
        raise SourceError.at(file.where, "is empty", "download it again") from error
    except pl.exceptions.PolarsError as error:
        raise SourceError.at(
            file.where, f"cannot be read as CSV ({_first_line(error)})", "download it again"
        ) from error
    _refuse_other_columns(file, rows)
    _refuse_cut_short(file, content, rows)
    parsed = _parsed(rows)
    _refuse_wrong_values(file, parsed)
    return parsed


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _refuse_web_page(file: StreetFile, content: Content) -> None:
    if content.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise SourceError.at(file.where, "is a web page, not a CSV: the download failed", "download it again")


def _refuse_other_columns(file: StreetFile, rows: pl.DataFrame) -> None:
    missing = [name for name in COLUMNS if name not in rows.columns]
    if len(missing) == len(COLUMNS):
        raise SourceError.at(file.where, f'is no street file: it has no column "{missing[0]}" nor any other of one')
    if missing:
        near = did_you_mean(missing[0], rows.columns)
        raise SourceError.at(file.where, f'has no column "{missing[0]}"{near}', f"it has {', '.join(rows.columns)}")


def _refuse_cut_short(file: StreetFile, content: Content, rows: pl.DataFrame) -> None:
    """A download that broke off ends in a line with too few fields, which a CSV reader fills with nothing."""
    last = content.tail.rstrip(b"\r\n").rpartition(b"\n")[2]
    if last.count(b",") < len(COLUMNS) - 1:
        where = f"{file.where}, row {rows.height + 1}"
        raise SourceError.at(where, "is cut short: the file ends in the middle of it", "download the file again")


def _parsed(rows: pl.DataFrame) -> pl.DataFrame:
    """Add ``PARSED``, null where the text cannot be read as what it should be."""
    names, slugs = pl.Enum(list(SLUGS)), pl.Enum(list(SLUGS.values()))
    return rows.with_columns(
        category=pl.col("Crime type").cast(names, strict=False).to_physical().cat.to(slugs),
        longitude=pl.col("Longitude").cast(pl.Float64, strict=False),
        latitude=pl.col("Latitude").cast(pl.Float64, strict=False),
    )


def _refuse_wrong_values(file: StreetFile, rows: pl.DataFrame) -> None:
    """Raise for the first row of the first check that fails, naming row, column and value."""
    checks = [*_what_and_when(file), *_where()]
    failed = rows.select(wrong.fill_null(True).any().alias(str(at)) for at, (_, wrong, _) in enumerate(checks)).row(0)
    for (column, wrong, what), found in zip(checks, failed, strict=True):
        if found:
            at = int(rows.select(wrong.fill_null(True).arg_true().first()).item())
            value = rows[column][at]
            given = "nothing" if value is None else f'"{value}"'
            where = f"{file.where}, row {at + 2}"
            raise SourceError.at(where, f"{column} is {given}, {what}", "download the file again")


def _what_and_when(file: StreetFile) -> list[tuple[str, pl.Expr, str]]:
    """Checks of month and crime type, as (column, where it is wrong, what to say)."""
    return [
        ("Month", pl.col("Month") != file.month, f"but the file is named for {file.month}"),
        ("Crime type", pl.col("category").is_null(), "which is none of the fourteen published since May 2013"),
    ]


def _where() -> list[tuple[str, pl.Expr, str]]:
    """Checks of area and coordinates: each may be blank, but an area's code has its name."""
    code, name = pl.col("LSOA code"), pl.col("LSOA name")
    return [
        ("LSOA code", ~(code.is_null() | code.str.contains(r"^[EW]01\d{6}$")), "which is not the code of a small area"),
        ("LSOA name", code.is_not_null() & name.is_null(), "although the area has a code"),
        *((each, ~_is_degrees(each), "which is not a number of degrees") for each in ("Longitude", "Latitude")),
    ]


def _is_degrees(column: str) -> pl.Expr:
    return pl.col(column).is_null() | pl.col(column.lower()).is_between(-180, 180).fill_null(False)
