"""What of a source is there: force by month by category, and what was set aside on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from analysis.sources.categories import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COMPLETENESS: Final = (
    "force",
    "month",
    "category",
    "rows",
    "without_location",
    "duplicates_removed",
    "outside",
    "status",
)
NEAR_ZERO: Final = 0.1
"""A month at or below this share of the usual month is a feed that failed, not a fall."""
NORMAL: Final = 15
"""The usual month below which a low one may be chance: at a mean of 15, one or none comes once in 200,000 months."""


def months_between(first: str, last: str) -> list[str]:
    """List every month from ``first`` to ``last``, both included, as ``2022-11``."""
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{at // 12}-{at % 12 + 1:02d}" for at in range(start, end + 1)]


def completeness(force: str, tallies: Mapping[str, pl.DataFrame], last: str) -> pl.DataFrame:
    """Judge every month of ``force``; as ``judge``, from one tally a month, ``tallies`` mapping the month to it."""
    return judge(force, pl.concat([part.with_columns(month=pl.lit(month)) for month, part in tallies.items()]), last)


def judge(force: str, tallied: pl.DataFrame, last: str) -> pl.DataFrame:
    """Judge every month of ``force`` from its first file to ``last``, which the archive's own last month gives.

    ``tallied`` is that of ``analysis.sources.tally``. Returns columns ``COMPLETENESS``: ``status`` is ``missing`` where
    a month has no file, ``failed`` where a category, or the whole file, is near zero among normal months, else
    ``present``. Counts are null where a month is missing.
    """
    seen = sorted(set(tallied["month"]))
    span = pl.DataFrame({"month": months_between(seen[0], max(last, seen[-1]))})
    every = span.join(pl.DataFrame({"category": sorted(NAMES)}), how="cross")
    whole = tallied.group_by("month").agg(pl.col("rows").sum()).with_columns(file_failed=_near_zero(pl.col("rows")))
    judged = tallied.join(whole.select("month", "file_failed"), on="month").with_columns(
        failed=_near_zero(pl.col("rows"), over="category") | pl.col("file_failed")
    )
    joined = every.join(judged, on=["month", "category"], how="left").sort("month", "category")
    status = pl.when(pl.col("rows").is_null()).then(pl.lit("missing")).when("failed").then(pl.lit("failed"))
    return joined.with_columns(force=pl.lit(force), status=status.otherwise(pl.lit("present"))).select(COMPLETENESS)


def _near_zero(rows: pl.Expr, over: str | None = None) -> pl.Expr:
    usual = rows.median() if over is None else rows.median().over(over)
    return (usual >= NORMAL) & (rows <= NEAR_ZERO * usual)


def share_without_location(frame: pl.DataFrame) -> pl.DataFrame:
    """Return ``force, month, kept, without_location, share`` by force and month; null where the month is missing."""
    kept = pl.col("rows") - pl.col("duplicates_removed")
    sums = frame.group_by("force", "month").agg(
        kept=pl.when(pl.col("status").ne("missing").any()).then(kept.sum()),
        without_location=pl.when(pl.col("status").ne("missing").any()).then(pl.col("without_location").sum()),
    )
    share = pl.when(pl.col("kept") > 0).then(pl.col("without_location") / pl.col("kept"))
    return sums.with_columns(share=share).sort("force", "month")


def problems(frame: pl.DataFrame) -> Iterable[str]:
    """Say in a line each what a reader must know: months missing, feeds that failed."""
    for force, part in sorted(frame.group_by("force"), key=lambda item: str(item[0])):
        name = str(force[0])
        if gone := sorted(set(part.filter(pl.col("status") == "missing")["month"])):
            yield f"{name}: {len(gone)} month{'s' if len(gone) > 1 else ''} missing: {spans(gone)}"
        for month, category in (
            part.filter(pl.col("status") == "failed").select("month", "category").sort(pl.all()).rows()
        ):
            yield f"{name}: {category} failed in {month} (near zero among normal months)"


def spans(months: list[str]) -> str:
    """Write sorted months as runs: ``2020-06, 2020-08 to 2020-09``."""
    runs: list[list[str]] = []
    for month in months:
        if runs and months_between(runs[-1][-1], month)[1:] == [month]:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
