"""A category that was renamed, that vanished or appeared, and a month near zero among normal ones.

None of these is a fall or a rise in crime: a feed that failed, or another way of counting, looks like one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from analysis.measures.series import periods_of, series

Kind = Literal["vanished", "appeared", "near zero"]
FALSE_ALARM: Final = 0.01
"""About the chance that anything is flagged in a frame where all is well."""
NEAR_ZERO: Final = 0.1
"""A month counts as near zero only up to this share of the median of the others."""
NORMAL: Final = 6
"""Fewest other periods that say what is normal."""
ALIKE: Final = 2.0
"""A category that appears as another vanishes may be the same one when neither has more than this times the other."""


@dataclass(frozen=True)
class Interruption:
    """One finding about a category of a frame.

    ``period`` is the last period seen where it vanished, the first where it appeared, and the month itself where that
    is near zero. ``count`` is what that month has (None where vanished or appeared), ``usual`` the median of the
    periods seen, ``chance`` how likely as low a count or as long a row of noughts is if nothing happened (0 where no
    rows are supplied at all). ``other`` is the category that it may have been renamed from or to, or empty.
    """

    category: str
    kind: Kind
    period: pd.Period
    count: int | None
    usual: float
    chance: float
    other: str = ""


def interruptions(counts: pd.DataFrame) -> tuple[Interruption, ...]:
    """Find what vanished, appeared or is near zero in a counts frame, its areas summed; by category and period.

    A category is there while it has rows, and its noughts at either end are normal unless they are too many for chance:
    negative binomial with the mean and the spread of its other periods, allowing for all categories and periods looked
    at together. A few noughts of a small count are therefore never flagged. A missing period is not a nought.
    """
    if counts.empty:
        return ()
    categories = sorted(set(counts["category"]))
    every = {each: series(counts, each) for each in categories}
    covered = pd.DataFrame(every).notna().any(axis=1)
    looked_at = sum(int(each.notna().sum()) for each in every.values())
    found = [one for name, each in every.items() for one in _of(name, each[covered], FALSE_ALARM / max(looked_at, 1))]
    return tuple(_paired(one, found, every) for one in found)


def _of(name: str, counted: pd.Series, rare: float) -> Iterator[Interruption]:
    known = counted.dropna()
    seen = known[known > 0]
    if seen.empty:
        return
    first, last = (_end(name, known, seen, at, rare) for at in (0, -1))
    if first is not None or known.index[0] > counted.index[0]:
        yield first or Interruption(name, "appeared", known.index[0], None, float(seen.median()), 0.0)
    inner = known[seen.index[0] if first else None : seen.index[-1] if last else None]
    yield from _near_zero(name, inner, rare)
    if last is not None or known.index[-1] < counted.index[-1]:
        yield last or Interruption(name, "vanished", known.index[-1], None, float(seen.median()), 0.0)


def _end(name: str, known: pd.Series, seen: pd.Series, at: Literal[0, -1], rare: float) -> Interruption | None:
    """The row of noughts before the first count, or after the last, where it is too long for chance."""
    edge = seen.index[at]
    noughts = int((known.index < edge).sum() if at == 0 else (known.index > edge).sum())
    inside = known[seen.index[0] : seen.index[-1]]
    if not noughts or len(inside) < NORMAL:
        return None
    chance = _at_most(0, inside.to_numpy(dtype=np.float64)) ** noughts
    kind: Kind = "appeared" if at == 0 else "vanished"
    return Interruption(name, kind, edge, None, float(inside.median()), chance) if chance < rare else None


def _near_zero(name: str, inner: pd.Series, rare: float) -> Iterator[Interruption]:
    values = inner.to_numpy(dtype=np.float64)
    for place, when in enumerate(periods_of(inner)):
        others = np.delete(values, place)
        if len(others) < NORMAL or values[place] > NEAR_ZERO * np.median(others):
            continue
        chance = _at_most(values[place], others)
        if chance < rare:
            yield Interruption(name, "near zero", when, int(values[place]), float(np.median(others)), chance)


def _at_most(count: float, others: npt.NDArray[np.float64]) -> float:
    """Chance of ``count`` or fewer where ``others`` are normal; a trend or a season among them makes it larger."""
    mean = float(others.mean())
    phi = max(1.0, float(others.var(ddof=1)) / mean) if mean else 1.0
    if phi < 1.001:
        return float(stats.poisson.cdf(count, mean))
    return float(stats.nbinom.cdf(count, mean / (phi - 1), 1 / phi))


def _paired(one: Interruption, found: list[Interruption], every: dict[str, pd.Series]) -> Interruption:
    """The same with the category that it may have been renamed from or to."""
    if one.kind == "near zero":
        return one
    for other in found:
        vanished, appeared = (one, other) if one.kind == "vanished" else (other, one)
        if (vanished.kind, appeared.kind) != ("vanished", "appeared") or vanished.category == appeared.category:
            continue
        known = every[appeared.category].index
        follows = int(((known > vanished.period) & (known < appeared.period)).sum()) == 0
        alike = max(one.usual, other.usual) <= ALIKE * min(one.usual, other.usual)
        if follows and appeared.period > vanished.period and alike:
            return replace(one, other=other.category)
    return one
