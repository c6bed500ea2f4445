"""Suppression, decided once per edition and audience over the counts cube and every margin that will be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.disclosure.attack import NOTHING, attack, largest, values
from analysis.disclosure.cells import Cell, cell, lattice
from analysis.errors import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from analysis.disclosure.cells import Lattice
    from analysis.disclosure.rule import Rule

KNOWN: Final = 1e-4
"""A range narrower than this is a known count."""


@dataclass(frozen=True)
class Decision:
    """Which cells are withheld: ``primary`` for their own small count, ``secondary`` to protect those."""

    rule: Rule
    margins: frozenset[tuple[str, ...]]
    primary: frozenset[Cell]
    secondary: frozenset[Cell]
    cells: frozenset[Cell]
    """Every cell that was decided upon, withheld or not."""

    def withholds(self, coordinates: Mapping[str, object]) -> bool:
        """Whether the cell at ``coordinates`` is withheld; ``ExhibitError`` if it was never decided upon."""
        name = cell(coordinates)
        if tuple(dimension for dimension, _ in name) not in self.margins:
            asked = ", ".join(dimension for dimension, _ in name) or "the grand total"
            raise ExhibitError(
                f"no disclosure decision covers counts by {asked}\n  name that margin when deciding, before any exhibit"
            )
        if name not in self.cells:
            raise ExhibitError(
                f"no disclosure decision covers {dict(name)}\n  coordinates are slugs and codes, not labels"
            )
        return name in self.primary or name in self.secondary


def decide(
    cube: pd.DataFrame, margins: Sequence[Sequence[str]], rule: Rule, *, public: Collection[Cell] = ()
) -> Decision:
    """Decide what is withheld of the ``margins`` of ``cube``, a counts frame with any further dimensions as columns.

    Every count from 1 to 4 is withheld, totals too. Then, while an outsider could narrow one of them down further than
    the rule itself does, the smallest published count that gives it away is withheld as well, until none can. Both
    kinds carry the same symbol. ``public`` are cells whose counts are published elsewhere (targets and their
    baselines): an outsider knows them, so they are never what is withheld to protect others. Raises ``ExhibitError``
    for a dimension that the cube does not have.
    """
    cells = lattice(cube, margins)
    primary = frozenset(name for name, count in cells.counts.items() if rule.protects(count) and name not in public)
    secondary = _useful(cells, primary, _secondary(cells, primary, rule, frozenset(public)), rule)
    kinds = frozenset(tuple(sorted(margin)) for margin in margins)
    return Decision(rule, kinds, primary, secondary, frozenset(cells.groups))


def _secondary(cells: Lattice, primary: frozenset[Cell], rule: Rule, public: frozenset[Cell]) -> frozenset[Cell]:
    """Withhold more until each primary cell is safe; a safe one stays so, since withholding more only widens ranges."""
    hidden = set(primary)
    reach = {name: (float(cells.counts[name]),) * 2 for name in primary}
    while exposed := _exposed(cells, hidden, reach, rule):
        target = min(exposed, key=lambda name: (cells.counts[name], name))
        while (found := attack(cells, hidden, target, rule.smallest)).width < rule.width - NOTHING:
            through = [name for name in found.through if name not in public]
            if not through:
                break
            hidden.add(min(through, key=lambda name: (cells.counts[name], name)))
        reach[target] = (found.low, found.high)
    return frozenset(hidden - primary)


def _useful(cells: Lattice, primary: frozenset[Cell], secondary: frozenset[Cell], rule: Rule) -> frozenset[Cell]:
    """Those of ``secondary`` that leave anything unknown: one that follows from what is published protects nobody.

    The way to the last table passes by cells that later ones give away; publishing them tells an outsider nothing new.
    """
    hidden = primary | secondary
    return frozenset(name for name in secondary if attack(cells, hidden, name, rule.smallest).width > KNOWN)


def _exposed(cells: Lattice, hidden: set[Cell], reach: dict[Cell, tuple[float, float]], rule: Rule) -> list[Cell]:
    """The cells that no table found so far shows to be safe.

    One table that fits all that is published, unlike the truth in many cells at once, shows many of them safe at once:
    ``reach`` keeps the least and the most that each has been in any. Only the rest need an attack of their own.
    """
    left = _unsafe(reach, rule)
    while left:
        before = len(left)
        for sign in (1, -1):
            found = largest(cells, hidden, left, rule.smallest, sign=sign)
            for name, value in zip(left, values(cells, left, found.atoms), strict=True):
                low, high = reach[name]
                reach[name] = (min(low, value), max(high, value))
        left = _unsafe(reach, rule)
        if len(left) == before:
            break
    return left


def _unsafe(reach: dict[Cell, tuple[float, float]], rule: Rule) -> list[Cell]:
    return sorted(name for name, (low, high) in reach.items() if high - low < rule.width - NOTHING)
