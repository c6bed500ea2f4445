"""Recorded crime in Scotland by council area: annual figures, totals mixed among their parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLUMNS: Final = ("area_name", "area_type", "ref_period", "crime_or_offence", "measure_type", "value")
ALL_CRIMES: Final = "all-crimes"
ALL_OFFENCES: Final = "all-offences"
CRIME_GROUPS: Final = "12345"
OFFENCE_GROUPS: Final = "678"
CORONAVIRUS: Final = "crimes-coronavirus-restrictions"
"""Stands in no group and is part of all crimes from 2019/20."""


def read_scotland(path: Path, register: pl.DataFrame) -> pl.DataFrame:
    """Read the Scottish Government's annual counts by council area.

    Returns ``area, month, category, count, status`` with the financial year as text (``2021/22``), sorted. A category
    that starts later has no rows before its first year: it was not counted, which is neither zero nor missing. From
    then on a council without a figure is ``missing``. Raises ``SourceError`` with the row for what is not as published.
    """
    rows = _read(path)
    councils = register.filter(pl.col("kind") == "council-area").select(area="code", area_name="name")
    placed = rows.join(councils, on="area_name", how="left", maintain_order="left")
    _refuse(path, placed, pl.col("area").is_null(), "area_name", "which is no council area of the register")
    counted = placed.select(
        "area",
        month=pl.col("ref_period").str.head(5) + pl.col("ref_period").str.tail(2),
        category="crime_or_offence",
        count=pl.col("value").cast(pl.Int64),
    )
    if counted.select(pl.struct("area", "month", "category").is_duplicated().any()).item():
        raise SourceError.at(path, "gives a council's figure for one category and year twice")
    return _whole(counted)


def parts_of(total: str, categories: Iterable[str]) -> tuple[str, ...]:
    """Return the categories that add up to ``total``, empty if it is none.

    ``all-crimes`` is groups 1 to 5 and coronavirus offences; ``all-offences`` groups 6 to 8; ``all-group-3-...``
    everything of group 3. Crimes and offences are two things and are never added.
    """
    every = sorted(set(categories))
    groups = {ALL_CRIMES: CRIME_GROUPS, ALL_OFFENCES: OFFENCE_GROUPS}.get(total)
    if groups is not None:
        parts = [each for each in every if (of := _group(each)) and each.startswith("all-") and of in groups]
        return (*parts, *([CORONAVIRUS] if total == ALL_CRIMES and CORONAVIRUS in every else []))
    if total.startswith("all-") and (group := _group(total)):
        return tuple(each for each in every if _group(each) == group and not each.startswith("all-"))
    return ()


def totals(categories: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Map every total among ``categories`` to its parts, so that no one adds both."""
    every = sorted(set(categories))
    return {each: parts for each in every if (parts := parts_of(each, every))}


def _group(category: str) -> str:
    found = re.match(r"(?:all|crimes|offences)-group-(\d)-", category)
    return found[1] if found else ""


def _read(path: Path) -> pl.DataFrame:
    try:
        rows = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise SourceError.at(path, f"cannot be read as CSV ({error})") from error
    if missing := [name for name in COLUMNS if name not in rows.columns]:
        raise SourceError.at(path, f'has no column "{missing[0]}"', f"it has {', '.join(rows.columns[:12])}")
    _refuse(path, rows, pl.col("area_type") != "Local Authority", "area_type", "not Local Authority")
    _refuse(path, rows, pl.col("measure_type") != "count", "measure_type", "not count")
    _refuse(
        path, rows, ~_is_financial_year(pl.col("ref_period")), "ref_period", "which is no financial year (2021/2022)"
    )
    _refuse(
        path,
        rows,
        ~pl.col("crime_or_offence").str.contains(r"^[a-z0-9]+(-[a-z0-9]+)*$"),
        "crime_or_offence",
        "not a slug",
    )
    _refuse(path, rows, ~pl.col("value").str.contains(r"^\d+$"), "value", "not a whole number")
    return rows


def _is_financial_year(text: pl.Expr) -> pl.Expr:
    start, end = (
        text.str.extract(r"^(\d{4})/\d{4}$", 1).cast(pl.Int64),
        text.str.extract(r"^\d{4}/(\d{4})$", 1).cast(pl.Int64),
    )
    return (start + 1 == end).fill_null(False)


def _refuse(path: Path, rows: pl.DataFrame, wrong: pl.Expr, column: str, what: str) -> None:
    at = rows.select(wrong.fill_null(True).arg_true()).to_series()
    if len(at):
        value = rows[column][int(at[0])]
        raise SourceError.at(f"{path}, row {int(at[0]) + 2}", f'{column} is "{value or ""}", {what}')


def _whole(counted: pl.DataFrame) -> pl.DataFrame:
    """Add a row of status missing wherever a council lacks a figure that its category's run of years should have."""
    years = counted.select(pl.col("month").unique().sort())
    starts = counted.group_by("category").agg(first=pl.col("month").min())
    every = starts.join(years, how="cross").filter(pl.col("month") >= pl.col("first")).drop("first")
    cells = (
        counted.select("area")
        .unique()
        .join(every, how="cross")
        .join(counted, on=["area", "month", "category"], how="left")
    )
    status = pl.when(pl.col("count").is_null()).then(pl.lit("missing")).otherwise(pl.lit("present"))
    return (
        cells.with_columns(status=status)
        .select("area", "month", "category", "count", "status")
        .sort("area", "category", "month")
    )
