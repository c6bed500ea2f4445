"""``csp check``, ``csp list`` and ``csp explain``: look without running anything."""

from __future__ import annotations

from rich.table import Table

from analysis.cli.house import catalogue, house, out
from analysis.errors import RunError
from analysis.params import explain as explained
from analysis.params import listing as listed
from analysis.run.plan import chosen
from analysis.store import coverage


def check() -> None:
    """Check all that is declared; raises ``ParameterError`` with every problem."""
    found = catalogue()
    out.print(f"{len(found.partnerships)} partnerships with {len(found.editions)} editions: nothing wrong")


def listing() -> None:
    """Print the partnerships with their editions, then the data there is."""
    editions = Table("partnership", "edition", "period", "basis", "data", box=None, pad_edge=False)
    for row in listed(catalogue()):
        latest = f"{row.edition} (latest)" if row.latest else row.edition
        editions.add_row(row.partnership, latest, row.period, row.basis, row.data)
    out.print(editions)
    out.print()
    place = house()
    there = coverage(store=place.store, open_data=place.open_data)
    data = Table(*(str(c).replace("_", " ") for c in there.columns), box=None, pad_edge=False)
    for values in there.astype(str).itertuples(index=False):
        data.add_row(*values)
    out.print(data)


def explain(name: str) -> None:
    """Print in words what ``partnership/edition`` declares; the latest edition where none is named."""
    partnership, _, edition = name.partition("/")
    if not partnership:
        raise RunError.at(f'"{name}"', "names no partnership", "Write it as north-west-leicestershire/2022.")
    found = catalogue()
    for pair in chosen(found, partnership, edition):
        out.print(explained(found, *pair), markup=False)
