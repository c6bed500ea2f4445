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

UNBOUNDED: Final = 3
"""The status that ``linprog`` gives where there is no limit."""


@dataclass(frozen=True)
class Range:
    """What follows for a withheld count: at least ``low``, at most ``high`` (may be infinite).

    ``through`` are the published cells, not zero, that give away the upper end.
    """

    low: float
    high: float
    through: tuple[Cell, ...]

    @property
    def width(self) -> float:
        """How much is left unknown."""
        return self.high - self.low


def attack(cells: Lattice, hidden: Collection[Cell], target: Cell, smallest: int = 1) -> Range:
    """Work out the range of ``target``, one of the ``hidden`` cells, from all the others."""
    known = [name for name in sorted(cells.counts) if name not in hidden]
    withheld = sorted(hidden)
    aim = _rows(cells, [target]).toarray()[0]
    system: dict[str, Any] = {
        "A_eq": _rows(cells, known) if known else None,
        "b_eq": np.array([cells.counts[name] for name in known], dtype=float) if known else None,
        "A_ub": -_rows(cells, withheld),
        "b_ub": np.full(len(withheld), -float(smallest)),
        "bounds": (0, None),
        "method": "highs",
    }
    low = linprog(aim, **system)
    high = linprog(-aim, **system)
    if high.status == UNBOUNDED:
        return Range(float(low.fun), float("inf"), ())
    weights = high.eqlin.marginals
    through = [name for name, weight in zip(known, weights, strict=True) if abs(weight) > 1e-9 and cells.counts[name]]
    return Range(float(low.fun), -float(high.fun), tuple(through))


def _rows(cells: Lattice, names: Sequence[Cell]) -> csr_array:
    columns = [group for name in names for group in cells.groups[name]]
    rows = [row for row, name in enumerate(names) for _ in cells.groups[name]]
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(names), cells.size))
