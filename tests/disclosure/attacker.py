"""The attacker: a linear programme over all that was read, which bounds each count that is withheld."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, inf
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader import Count, Fact

HAIR = 1e-6


@dataclass(frozen=True)
class Bounds:
    """The whole numbers that a withheld count can be, as far as the attacker can tell."""

    low: int
    high: int

    @property
    def known(self) -> bool:
        return self.low == self.high


def false_facts(facts: Iterable[Fact], truth: Mapping[Count, float]) -> list[Fact]:
    """Facts that the truth does not bear out, of those all of whose counts are in it: what was read wrongly."""
    found = []
    for fact in facts:
        if all(count in truth for count in fact.weights):
            value = sum(weight * truth[count] for count, weight in fact.weights.items())
            if not fact.low - 1e-3 <= value <= fact.high + 1e-3:
                found.append(fact)
    return found


class Attacker:
    """Knows facts, and that no count is below nought."""

    def __init__(self, facts: Sequence[Fact], most: float = 1e5) -> None:
        self.most = most
        self.index = {count: n for n, count in enumerate(sorted({c for fact in facts for c in fact.weights}))}
        seen = {(tuple(sorted(f.weights.items())), f.low, f.high): f for f in facts}
        equal = [fact for fact in seen.values() if fact.high - fact.low < HAIR]
        loose = [fact for fact in seen.values() if fact.high - fact.low >= HAIR]
        below = [fact for fact in loose if fact.high < inf]
        above = [fact for fact in loose if fact.low > -inf]
        upper = [*(self._row(f) for f in below), *({n: -w for n, w in self._row(f).items()} for f in above)]
        self.system = {
            "A_eq": self._matrix([self._row(fact) for fact in equal]),
            "b_eq": np.array([fact.low for fact in equal], dtype=float),
            "A_ub": self._matrix(upper),
            "b_ub": np.array([*(f.high for f in below), *(-f.low for f in above)], dtype=float),
        }

    def _row(self, fact: Fact) -> dict[int, float]:
        return {self.index[count]: weight for count, weight in fact.weights.items()}

    def _matrix(self, found: Sequence[Mapping[int, float]]) -> csr_array:
        values = [weight for row in found for weight in row.values()]
        columns = [column for row in found for column in row]
        lines = [number for number, row in enumerate(found) for _ in row]
        return csr_array((values, (lines, columns)), shape=(len(found), len(self.index)))

    def bounds(self, target: Mapping[Count, float]) -> Bounds:
        """The least and the most that a sum of counts can be; of one that nothing was read of, anything."""
        if any(count not in self.index for count in target):
            return Bounds(0, int(self.most))
        return Bounds(ceil(self._end(target, 1) - 1e-4), floor(-self._end(target, -1) + 1e-4))

    def _end(self, target: Mapping[Count, float], sign: int) -> float:
        aim = np.zeros(len(self.index))
        for count, weight in target.items():
            aim[self.index[count]] = sign * weight
        found = linprog(aim, **self.system, bounds=(0, self.most), method="highs")
        assert found.status == 0, f"what was read cannot all be true: {found.message}"
        return float(found.fun)
