"""The Cambridge Crime Harm Index by street-level category: a likely range, and the least and largest that may be."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

from analysis.errors import SourceError

HERE: Final = Path(__file__).parent
VERSION: Final = "Cambridge Crime Harm Index, update of 2026"
SOURCE: Final = (
    "Source of the weights: Cambridge Centre for Evidence-Based Policing, Cambridge Crime Harm Index, update of 2026 "
    "(Sherman, Neyroud and Neyroud 2016, Policing 10(3)), as tabulated in isthisben/cbl-realcrime, commit 064593d; "
    "second-hand, not checked against the Centre's own workbook."
)
Basis = Literal["mix by force", "median and mean of offences"]


@dataclass(frozen=True)
class HarmWeight:
    """Days of imprisonment for one record of a category.

    ``low`` to ``high`` is the likely range of the mean over its records, by ``basis``; ``least`` and ``most`` are the
    values of its lightest and heaviest offence, which bound any mix.
    """

    category: str
    low: float
    high: float
    least: float
    most: float
    basis: Basis


@cache
def harm_weights() -> tuple[HarmWeight, ...]:
    """The weights that ship, by category."""
    return read_weights(HERE)


def read_weights(folder: Path) -> tuple[HarmWeight, ...]:
    """Read the three tables of ``folder``; raises ``SourceError`` where a figure or a subgroup is not right."""
    subgroups = _table(folder / "cchi_2026_by_subgroup.csv", ("min", "median", "mean", "max"))
    mixes = _table(folder / "cchi_2026_mix_by_force.csv", ("low", "high"))
    of = {row["offence_subgroup"]: row["category"] for row in _rows(folder / "street_categories.csv")}
    if unknown := sorted(set(subgroups) ^ set(of)):
        raise SourceError.at(folder, f"has the subgroup {unknown[0]} in one of its tables and not in the other")
    categories = sorted(set(of.values()))
    if stray := sorted(set(mixes) - set(categories)):
        raise SourceError.at(folder, f"has a mix by force for {stray[0]}, which holds no subgroup")
    held = {category: [subgroups[name] for name in of if of[name] == category] for category in categories}
    return tuple(_weight(category, held[category], mixes.get(category), folder) for category in categories)


def _weight(category: str, held: Sequence[dict[str, float]], mix: dict[str, float] | None, folder: Path) -> HarmWeight:
    least, most = min(each["min"] for each in held), max(each["max"] for each in held)
    middles = [each[name] for each in held for name in ("median", "mean")]
    low, high = (mix["low"], mix["high"]) if mix else (min(middles), max(middles))
    if not 0 < least <= low <= high <= most:
        raise SourceError.at(folder, f"has weights of {category} that are out of order: {least}, {low}, {high}, {most}")
    return HarmWeight(category, low, high, least, most, "mix by force" if mix else "median and mean of offences")


def _table(path: Path, columns: Sequence[str]) -> dict[str, dict[str, float]]:
    """Figures by the first column's name."""
    found = {}
    for number, row in enumerate(_rows(path), 2):
        try:
            found[next(iter(row.values()))] = {column: float(row[column]) for column in columns}
        except (KeyError, ValueError) as error:
            raise SourceError.at(f"{path}:{number}", f"needs a number in each of {', '.join(columns)}") from error
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
