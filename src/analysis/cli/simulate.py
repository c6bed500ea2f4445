"""``csp simulate``: a whole repository of made-up figures, to try the reports at the size of a nation."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from analysis import numbers
from analysis.cli.house import house, mistakes_shown, out
from analysis.errors import RunError

if TYPE_CHECKING:
    from analysis.run.house import House

simulate = typer.Typer(no_args_is_help=True)

COPIED: Final = ("params/recording_breaks.yml", "params/crosswalk.csv", "docs/methods.md", "requirements.lock")
"""Files of the repository that reports need beside their data."""


@simulate.callback()
def _group() -> None:
    """A whole repository of made-up figures."""


@simulate.command("national")
def national(
    folder: Annotated[Path, typer.Argument(help="A folder that is not there yet, or is empty.")],
    rows: Annotated[int, typer.Option(help="About so many rows in all files.")] = 18_000_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 22,
    forces: Annotated[int, typer.Option(help="Police forces.")] = 43,
    partnerships: Annotated[int, typer.Option(help="Partnerships, one a district.")] = 310,
    months: Annotated[int, typer.Option(help="Months; the latest twelve are the edition.")] = 36,
) -> None:
    """A SIMULATED nation: forces, partnerships and an archive in the layout of data.police.uk, to ingest and report."""
    from analysis.sources.districts import read_register
    from analysis.sources.national import LAST, Size, write_nation
    from analysis.store.whole import being_built, put

    with mistakes_shown():
        place = house()
        size = Size(rows, seed, forces, partnerships, months)
        target = folder.resolve()
        _refuse_full(target)
        _refuse_little_room(target, size.bytes_needed)
        real = frozenset(read_register(place.areas)["name"])
        with being_built(target) as building:
            written = write_nation(building, size, real, _tell)
            _copy_house(place, building)
            put(building, target)
        out.print(f"{folder}: {numbers.count(written)} SIMULATED rows of {months} months to {LAST}", style="bold")
        out.print(f"To use it: export CSP_ROOT={target}, then csp ingest police-uk {target / 'archive'}", markup=False)


def _refuse_full(target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise RunError.at(target, "is not an empty folder", "Name one that is not there yet: nothing is overwritten.")


def _refuse_little_room(target: Path, needed: int) -> None:
    """Refuse before anything is written; ``needed`` is in bytes."""
    there = next(folder for folder in target.parents if folder.is_dir())
    free = shutil.disk_usage(there).free
    if free < needed:
        said = f"has room for {free / 1e9:.1f} GB, and about {needed / 1e9:.1f} GB are needed"
        raise RunError.at(there, said, "Name a folder on a larger disk, or fewer --rows.")


def _copy_house(place: House, root: Path) -> None:
    """Copy the notebooks, the page of methods with its evidence, and the lock: a report is made from them too."""
    for name in COPIED:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place.root / name, root / name)
    (root / "notebooks").mkdir()
    for notebook in sorted(place.notebooks.glob("*.ipynb")):
        shutil.copyfile(notebook, root / "notebooks" / notebook.name)
    shutil.copytree(place.docs / "evidence", root / "docs" / "evidence")


def _tell(force: str, rows: int) -> None:
    out.print(f"{force}: {numbers.count(rows)} rows")
