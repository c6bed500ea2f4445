"""``csp ingest`` and ``csp extract``: data in, open figures out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from analysis import numbers
from analysis.cli.house import house, mistakes_shown, out

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analysis.store import Ingested

ingest = typer.Typer(no_args_is_help=True)

Given = Annotated[Path, typer.Argument(help="An archive, a folder or a file, as downloaded.")]
Vintage = Annotated[str, typer.Option(help="What its publisher had published by then; read off the data unless given.")]
Replace = Annotated[bool, typer.Option("--replace", help="Put these figures in the place of others of this vintage.")]


@ingest.command("police-uk")
def police_uk(path: Given, vintage: Vintage = "", replace: Replace = False) -> None:
    """Street-level crime as data.police.uk gives it: an archive, an unpacked folder, or loose CSV files."""
    from analysis.store import ingest_police_uk

    with mistakes_shown():
        place = house()
        found = ingest_police_uk(
            path, store=place.store, register=place.areas, vintage=vintage or None, replace=replace
        )
        _tell(found)


@ingest.command("scotland")
def scotland(path: Given, vintage: Vintage = "", replace: Replace = False) -> None:
    """Recorded crime by council area and financial year, as the Scottish Government gives it."""
    from analysis.store import ingest_scotland

    with mistakes_shown():
        place = house()
        found = ingest_scotland(path, store=place.store, register=place.areas, vintage=vintage or None, replace=replace)
        _tell([found])


@ingest.command("population")
def population(path: Given, replace: Replace = False) -> None:
    """Mid-year population estimates: the ONS workbook of local authorities, or its small areas as JSON."""
    from analysis.store import ingest_population

    with mistakes_shown():
        _tell([ingest_population(path, store=house().store, replace=replace)])


def extract() -> None:
    """Compute the open extracts from what was ingested."""
    from analysis.store import extract as compute

    place = house()
    for folder in compute(place.store, place.open_data):
        out.print(f"{folder.relative_to(place.root)}: written")


def _tell(found: Sequence[Ingested]) -> None:
    """Say what was stored, what a person must read, and how complete it is month by month."""
    for one in found:
        counted = f"{numbers.count(one.kept)} of {numbers.count(one.rows)} rows kept"
        out.print(f"{one.source} {one.vintage} {one.force}: {one.outcome}; {one.files} files, {counted}", style="bold")
        for remark in one.remarks:
            out.print(f"  {remark}", markup=False)
        if not one.completeness.empty:
            out.print(_completeness(one.completeness))


def _completeness(report: pd.DataFrame) -> Table:
    """One line a month: rows, without location, repeats removed, outside, and what is wrong."""
    table = Table(box=None, pad_edge=False)
    for heading in ("month", "rows", "no location", "repeats removed", "outside", "remarks"):
        table.add_column(heading, justify="left" if heading in ("month", "remarks") else "right")
    for month, rows in report.groupby("month", sort=True):
        total, nowhere = int(rows["rows"].sum()), int(rows["without_location"].sum())
        odd = rows.loc[rows["status"] != "present"]
        whole = len(odd) == len(rows)
        remark = (
            str(odd["status"].iloc[0]) if whole else ", ".join(f"{r.category}: {r.status}" for r in odd.itertuples())
        )
        share = f"{100 * nowhere / total:.1f}%" if total else ""
        table.add_row(
            str(month), "" if whole else numbers.count(total), share,
            str(int(rows["duplicates_removed"].sum())), str(int(rows["outside"].sum())), remark,
        )  # fmt: skip
    return table
