"""``csp ingest`` and ``csp extract``: data in, open figures out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis import numbers
from analysis.cli.completeness import completeness_table
from analysis.cli.house import house, mistakes_shown, out
from analysis.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

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
            path, store=place.store, register=place.areas, vintage=_vintage(vintage), replace=replace
        )
        _tell(found)


@ingest.command("scotland")
def scotland(path: Given, vintage: Vintage = "", replace: Replace = False) -> None:
    """Recorded crime by council area and financial year, as the Scottish Government gives it."""
    from analysis.store import ingest_scotland

    with mistakes_shown():
        place = house()
        found = ingest_scotland(
            path, store=place.store, register=place.areas, vintage=_vintage(vintage), replace=replace
        )
        _tell([found])


@ingest.command("population")
def population(path: Given, replace: Replace = False) -> None:
    """Mid-year population estimates: the ONS workbook of local authorities, or its small areas as JSON."""
    from analysis.store import ingest_population

    with mistakes_shown():
        _tell([ingest_population(path, store=house().store, replace=replace)])


@ingest.command("boundaries")
def boundaries(
    path: Annotated[Path, typer.Argument(help="A GeoJSON file of polygons with a column of codes.")],
    code: Annotated[str, typer.Option(help="The column of codes; found by itself where it can be.")] = "",
    name: Annotated[str, typer.Option(help="What to call these outlines; that of the file unless given.")] = "",
    attribution: Annotated[str, typer.Option(help="What every map of them must say, as their licence asks.")] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Put these outlines in the place of others.")] = False,
) -> None:
    """Outlines of small areas, so that reports draw maps of them."""
    from analysis.store import ingest_boundaries

    with mistakes_shown():
        place = house()
        found = ingest_boundaries(
            path, store=place.store, open_data=place.open_data, register=place.areas, code=code, name=name,
            attribution=attribution, replace=replace,
        )  # fmt: skip
        _tell([found])


@ingest.command("extract")
def partner_extract(
    path: Annotated[Path, typer.Argument(help="A CSV or a workbook, as the partner sent it.")],
    mapping: Annotated[Path, typer.Option("--mapping", help="How it is read: params/sources/NAME.yml.")],
    vintage: Vintage = "",
    replace: Replace = False,
) -> None:
    """What a partner agency sent (fire, ambulance, council, road casualties), read by its declared mapping alone."""
    from analysis.run.partner_extract import ingest_extract

    with mistakes_shown():
        _tell([ingest_extract(path, mapping, house(), vintage=_month(vintage), replace=replace)])


def extract() -> None:
    """Compute the open extracts from what was ingested."""
    from analysis.store import extract as compute

    place = house()
    for folder in compute(place.store, place.open_data):
        out.print(f"{folder.relative_to(place.root)}: written")


def _vintage(given: str) -> str | None:
    """Read a vintage: a month or a financial year, since a folder is named by it; nothing if none is given."""
    if given and not re.fullmatch(r"\d{4}-\d{2}", given):
        raise StoreError.at(f'--vintage "{given}"', "is not a vintage", "Write it as 2022-11, or as 2021-22 for years.")
    return given or None


def _month(given: str) -> str | None:
    """Read the vintage of a partner's extract: the last month that it covers; nothing if none is given."""
    if given and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", given):
        raise StoreError.at(f'--vintage "{given}"', "is not a month", "Write the last month that it covers as 2022-11.")
    return given or None


def _tell(found: Sequence[Ingested]) -> None:
    """Say what was stored, what a person must read, and how complete it is month by month."""
    for one in found:
        name = " ".join(filter(None, (one.source, one.vintage, one.force)))
        files = f"{one.files} file{'' if one.files == 1 else 's'}"
        counted = f"{numbers.count(one.kept)} of {numbers.count(one.rows)} rows kept"
        out.print(f"{name}: {one.outcome}; {files}, {counted}", style="bold")
        for remark in one.remarks:
            out.print(f"  {remark}", markup=False, soft_wrap=not out.is_terminal)
        if not one.completeness.empty:
            out.print(completeness_table(one.completeness))
