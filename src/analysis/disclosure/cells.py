"""The cells that are published: every group of every margin of a cube, and the linear relations between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.counts import period_text
from analysis.errors import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Cell = tuple[tuple[str, str], ...]
"""A cell's coordinates, sorted by dimension: ``(("category", "burglary"), ("window", "latest"))``."""


@dataclass(frozen=True)
class Lattice:
    """All published cells with their counts, and which groups of atoms (rows of the cube) each is the sum of.

    Atoms that belong to exactly the same cells are one group: nobody outside can tell them apart. A cell with an atom
    that is not present has no count to publish and is left out of ``counts``.
    """

    counts: Mapping[Cell, int]
    groups: Mapping[Cell, tuple[int, ...]]
    size: int

    def without(self, names: Collection[Cell]) -> Lattice:
        """The same but for some cells, which say nothing that others do not."""
        return Lattice(
            {name: count for name, count in self.counts.items() if name not in names},
            {name: groups for name, groups in self.groups.items() if name not in names},
            self.size,
        )


@dataclass(frozen=True)
class Known:
    """A sum of counts that is known from elsewhere, as what an earlier edition published: of which rows of the cube."""

    rows: frozenset[int]
    count: int

    def holds(self, cube: pd.DataFrame) -> bool:
        """Whether the cube has that very sum: of one that was revised nothing is known any more."""
        own = cube.iloc[sorted(self.rows)]
        return bool(len(own)) and bool((own["status"] == "present").all()) and int(own["count"].sum()) == self.count


def known_cell(number: int) -> Cell:
    """The name that the ``number``th of the known sums has among the cells."""
    return (("known", str(number)),)


def coordinate(value: object) -> str:
    """A coordinate as text: periods as files have them."""
    return period_text(value) if isinstance(value, pd.Period) else str(value)


def cell(coordinates: Mapping[str, object]) -> Cell:
    """Name a cell by its coordinates."""
    return tuple(sorted((dimension, coordinate(value)) for dimension, value in coordinates.items()))


def lattice(cube: pd.DataFrame, margins: Sequence[Sequence[str]], known: Sequence[Known] = ()) -> Lattice:
    """Lay out the cells of ``margins`` (each a list of the cube's dimensions; an empty one is the grand total).

    ``cube`` has one row per atom: any dimensions, ``count`` and ``status``. A dimension may be coarser than another
    (``district`` beside ``area``, ``window`` beside ``month``). Each of ``known`` is a cell too, by ``known_cell``.
    Raises ``ExhibitError`` for an unknown dimension.
    """
    if unknown := {dimension for margin in margins for dimension in margin} - set(cube.columns):
        raise ExhibitError(f"margins name dimensions that the cube does not have: {', '.join(sorted(unknown))}")
    names = _names(cube, margins)
    for number, each in enumerate(known):
        names.append([known_cell(number) if row in each.rows else None for row in range(len(cube))])
    signatures = list(zip(*names, strict=True)) if names else []
    numbered = {signature: number for number, signature in enumerate(dict.fromkeys(signatures))}
    counts: dict[Cell, int] = {}
    groups: dict[Cell, set[int]] = {}
    absent: set[Cell] = set()
    for signature, value, status in zip(signatures, cube["count"], cube["status"], strict=True):
        for name in (each for each in signature if each is not None):
            groups.setdefault(name, set()).add(numbered[signature])
            if status == "present":
                counts[name] = counts.get(name, 0) + int(value)
            else:
                absent.add(name)
    kept = {name: number for name, number in counts.items() if name not in absent}
    return Lattice(kept, {name: tuple(sorted(group)) for name, group in groups.items()}, len(numbered))


def _names(cube: pd.DataFrame, margins: Sequence[Sequence[str]]) -> list[list[Cell | None]]:
    texts = {dimension: cube[dimension].map(coordinate).tolist() for margin in margins for dimension in margin}
    ordered = [sorted(margin) for margin in margins]
    return [
        [tuple((dimension, texts[dimension][row]) for dimension in margin) for row in range(len(cube))]
        for margin in ordered
    ]
