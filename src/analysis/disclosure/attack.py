"""The attack that suppression must withstand: what an outsider can work out about a count that is withheld.

The outsider knows every published cell, how cells add up, that counts are not negative, and that a withheld count is
at least the rule's smallest, since zeros are published. Linear programming gives the tightest range that follows
(Fischetti and Salazar, "Models and algorithms for optimizing cell suppression", 2001, call it the attacker's problem).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from analysis.disclosure.cells import Cell, Lattice

NOTHING: Final = 1e-7
"""Below this a weight or a distance is rounding."""


@dataclass(frozen=True)
class Range:
    """What follows for a withheld count: at least ``low``, at most ``high``.

    ``through`` are the published cells, not zero, that give away the upper end.
    """

    low: float
    high: float
    through: tuple[Cell, ...]

    @property
    def width(self) -> float:
        """How much is left unknown."""
        return self.high - self.low


@dataclass(frozen=True)
class Extreme:
    """The table that makes a sum of cells largest among all that fit; ``atoms`` are its counts."""

    value: float
    atoms: np.ndarray[Any, np.dtype[np.float64]]
    through: tuple[Cell, ...]


def attack(cells: Lattice, hidden: Collection[Cell], target: Cell, smallest: int = 1) -> Range:
    """Work out the range of ``target``, one of the ``hidden`` cells, from all the others."""
    high = largest(cells, hidden, [target], smallest)
    low = largest(cells, hidden, [target], smallest, sign=-1)
    return Range(-low.value, high.value, high.through)


def largest(
    cells: Lattice, hidden: Collection[Cell], targets: Sequence[Cell], smallest: int = 1, *, sign: int = 1
) -> Extreme:
    """Find the table that fits everything outside ``hidden`` and makes the sum of ``targets`` largest.

    With ``sign`` -1 it makes the sum smallest; ``value`` then has the opposite sign. No atom is taken to exceed the sum
    of all counts and ten, so that there always is an end.
    """
    known, withheld = [name for name in sorted(cells.counts) if name not in hidden], sorted(hidden)
    aim = -sign * _rows(cells, targets).sum(axis=0)
    system: dict[str, Any] = {"A_ub": -_rows(cells, withheld), "b_ub": np.full(len(withheld), -float(smallest))}
    if known:
        counts = np.array([cells.counts[name] for name in known], dtype=float)
        system |= {"A_eq": _rows(cells, known), "b_eq": counts}
    found: Any = linprog(aim, **system, bounds=(0, sum(cells.counts.values()) + 10), method="highs")
    weights: Sequence[float] = found.eqlin.marginals if known else ()
    through = (n for n, weight in zip(known, weights, strict=True) if abs(weight) > NOTHING and cells.counts[n])
    return Extreme(-float(found.fun), found.x, tuple(through))


def values(cells: Lattice, targets: Sequence[Cell], atoms: np.ndarray[Any, np.dtype[np.float64]]) -> list[float]:
    """The counts of ``targets`` in the table with these ``atoms``."""
    return [float(value) for value in _rows(cells, targets) @ atoms]


def _rows(cells: Lattice, names: Sequence[Cell]) -> csr_array:
    columns = [group for name in names for group in cells.groups[name]]
    rows = [row for row, name in enumerate(names) for _ in cells.groups[name]]
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(names), cells.size))
