"""Suppression, decided once per edition and audience over the counts cube and every margin that will be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.disclosure.attack import attack
from analysis.disclosure.cells import Cell, cell, lattice
from analysis.errors import ExhibitError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analysis.disclosure.cells import Lattice
    from analysis.disclosure.rule import Rule


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


def decide(cube: pd.DataFrame, margins: Sequence[Sequence[str]], rule: Rule) -> Decision:
    """Decide what is withheld of the ``margins`` of ``cube``, a counts frame with any further dimensions as columns.

    Every count from 1 to 4 is withheld, totals too. Then, while an outsider could narrow one of them down further than
    the rule itself does, the smallest published count that gives it away is withheld as well, until none can. Both
    kinds carry the same symbol. Raises ``ExhibitError`` for a dimension that the cube does not have.
    """
    cells = lattice(cube, margins)
    primary = frozenset(name for name, count in cells.counts.items() if rule.protects(count))
    secondary = _secondary(cells, primary, rule)
    kinds = frozenset(tuple(sorted(margin)) for margin in margins)
    return Decision(rule, kinds, primary, secondary, frozenset(cells.groups))


def _secondary(cells: Lattice, primary: frozenset[Cell], rule: Rule) -> frozenset[Cell]:
    """Withhold more until each primary cell is safe; a safe one stays so, since withholding more only widens ranges."""
    hidden = set(primary)
    for target in sorted(primary, key=lambda name: (cells.counts[name], name)):
        while (known := attack(cells, hidden, target, rule.smallest)).width < rule.width - 1e-6:
            hidden.add(min(known.through, key=lambda name: (cells.counts[name], name)))
    return frozenset(hidden - primary)
