"""``csp check``, ``csp list`` and ``csp explain``: look without running anything. Made to fit 80 columns."""

from __future__ import annotations

import re
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from analysis.cli.house import catalogue, house, out
from analysis.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from pathlib import Path

    from analysis.params import Listed

MONTH_NAME = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]+ (?=\d{4}\b)")
WIDEST = 100
"""Columns beyond which running text is hard to read, however wide the terminal is."""


def check() -> None:
    """Check all that is declared, and say what to bear in mind; raises ``ParameterError`` with every problem."""
    from analysis.params import remarks

    found = catalogue()
    out.print(f"{len(found.partnerships)} partnerships with {len(found.editions)} editions: nothing wrong")
    for remark in remarks(found):
        out.print(f"  {remark}", markup=False)


def listing() -> None:
    """Print the partnerships with their editions, then the data there is."""
    from analysis.params import listing as listed
    from analysis.store import coverage

    _print(editions(listed(catalogue())))
    out.print()
    place = house()
    _print([holdings(coverage(store=place.store, open_data=place.open_data).to_dict("records"))])
    for further in (partner_extracts(place.store, place.open_data), boundaries(place.store, place.open_data)):
        if further:
            out.print()
            _print([further])


def editions(rows: Iterable[Listed]) -> Iterable[Text | Table]:
    """A heading for each partnership, then a line for each of its editions."""
    for partnership, its in groupby(rows, key=lambda row: row.partnership):
        own = list(its)
        yield Text(partnership, style="bold").append(f"  {own[0].name}", style="not bold dim")
        table = Table.grid(padding=(0, 2, 0, 0))
        for width in (9, 20, 18, 17, 6):
            table.add_column(min_width=width)
        for row in own:
            table.add_row(
                f"  {row.edition}", short_months(row.period), row.basis,
                row.data if row.data != "none" else "", "latest" if row.latest and len(own) > 1 else "",
            )  # fmt: skip
        yield table
        for row in own:
            if row.evaluated:
                yield Text(f"  {row.edition}  evaluates {', '.join(row.evaluated)}", style="dim")


def holdings(rows: Iterable[Mapping[Hashable, Any]]) -> Table:
    """A line for each source, vintage and force: the period, how many of its months are there, and where from."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("data", "force", "period", "held", "areas", "from"):
        table.add_column(heading, justify="right" if heading in ("held", "areas") else "left")
    for row in rows:
        present, missing = row["months_present"], row["months_missing"]
        table.add_row(
            f"{row['source']} {row['vintage']}", row["force"],
            f"{_month(row['first_month'])} to {_month(row['last_month'])}",
            f"{present}/{present + missing}", str(row["areas"]), row["held"],
        )  # fmt: skip
    return table


def partner_extracts(store: Path, open_data: Path) -> Table | None:
    """A line for each extract of a partner agency that is held; nothing where none is."""
    from analysis.store import held_partners
    from analysis.store.partner_store import read_partner

    held = [
        (name, vintage, at) for name, each in held_partners(store, open_data).items() for vintage, at in each.items()
    ]
    if not held:
        return None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("partner extract", "access", "times", "period", "from"):
        table.add_column(heading)
    for name, vintage, at in held:
        partner = read_partner(at)
        months = sorted(partner.completeness.loc[partner.completeness["status"] == "present", "month"].astype(str))
        table.add_row(
            f"{name} {vintage}", partner.access, "yes" if len(partner.timing) else "no",
            f"{_month(months[0])} to {_month(months[-1])}" if months else "none",
            "store" if at.is_relative_to(store) else "open",
        )  # fmt: skip
    return table


def boundaries(store: Path, open_data: Path) -> Table | None:
    """A line for each set of outlines that is held: its name, how many areas it has; nothing where none is."""
    from analysis.store import boundary_sets
    from analysis.store.manifest import read_manifest

    held = [folder for folder, _ in boundary_sets(store, open_data)]
    if not held:
        return None
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("boundaries", "areas", "from"):
        table.add_column(heading, justify="right" if heading == "areas" else "left")
    for folder in held:
        areas = (read_manifest(folder) or {})["areas"]
        own = folder.is_relative_to(store)
        table.add_row(folder.name.removeprefix("" if own else "boundaries-"), str(areas), "store" if own else "open")
    return table


def _month(month: str) -> str:
    """``2022-11`` as ``Nov 2022``; years as they are."""
    from analysis.params.month import month_words

    return short_months(month_words(month)) if re.fullmatch(r"\d{4}-\d{2}", month) else month


def short_months(words: str) -> str:
    """``December 2021 to November 2022`` as ``Dec 2021 to Nov 2022``."""
    return MONTH_NAME.sub(lambda found: f"{found[1]} ", words)


def explain(name: str) -> None:
    """Print in words what ``partnership/edition`` declares; the latest edition where none is named."""
    from analysis.params import METHODOLOGY
    from analysis.params import explain as explained
    from analysis.run.plan import chosen

    partnership, _, edition = name.partition("/")
    if not partnership:
        raise RunError.at(f'"{name}"', "names no partnership", "Write it as north-west-leicestershire/2022.")
    if partnership == METHODOLOGY:
        raise RunError.at(
            f'"{name}"', "is the document on how all figures are made, of no partnership: nothing is declared for it",
            "Build it with: make reports PARTNERSHIP=methodology",
        )  # fmt: skip
    found = catalogue()
    for pair in chosen(found, partnership, edition):
        out.print(folded(explained(found, *pair)) if out.is_terminal else explained(found, *pair), markup=False)


def folded(words: str) -> str:
    """Fold each line to the terminal, its further lines set in under its first."""
    width = min(out.width, WIDEST)
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent=" " * (len(line) - len(line.lstrip(" -"))), break_long_words=False)
        for line in words.split("\n")
    )


def _print(parts: Iterable[Text | Table]) -> None:
    for part in parts:
        out.print(part)
