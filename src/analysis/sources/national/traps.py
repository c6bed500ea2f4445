"""What goes wrong in published files, and in which forces: each trap stands in one simulated force at least."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.sources.simulated.truth import CRIMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from analysis.sources.national.size import Size

FEEDS: Final = ("drugs", "vehicle-crime", "shoplifting")
"""Categories whose feed fails for a month, in one force each: rows all but vanish, without a word."""
RENAMED: Final = ("other-crime", "public-order")
"""In one force, records of the first are from some month on published as the second."""
RETURNING: Final = {"": 0.0002, "many": 0.02}
REPEATED: Final = {"": 0.0001, "many": 0.03}


@dataclass
class Traps:
    """What goes wrong in the files of one force; months and small areas by their number from 0.

    ``gone`` months have no file. ``unlocated`` and ``repeated`` are shares of rows by month, ``outside`` and
    ``returning`` of all rows: located in another force's district, and with a Crime ID that comes back.
    """

    unlocated: NDArray[np.float64]
    repeated: NDArray[np.float64]
    outside: float
    returning: float
    crlf: bool
    gone: set[int] = field(default_factory=set)
    failed: tuple[int, str] | None = None
    renamed: int | None = None
    festival: int | None = None

    def present(self, months: int) -> list[int]:
        """The months that have a file."""
        return [month for month in range(months) if month not in self.gone]


def set_traps(size: Size) -> tuple[Traps, ...]:
    """Set the traps of every force; the same seed sets the same."""
    rng = np.random.default_rng([size.seed, 2])
    traps = tuple(_usual(rng, size.months, at) for at in range(size.forces))
    order = [traps[at] for at in rng.permutation(size.forces).tolist()]
    turn = iter([order[at % size.forces] for at in range(8 + len(FEEDS))])
    _lose_months(rng, size.months, [next(turn) for _ in range(4)])
    kept = [sorted(each.present(size.months)) for each in order]
    some = max(size.months // 12, 1)
    next(turn).repeated[rng.choice(size.months, 2 * some, replace=False)] = REPEATED["many"]
    next(turn).returning = RETURNING["many"]
    badly = next(turn)
    badly.unlocated[rng.choice(size.months, some, replace=False)] = 0.145
    next(turn).renamed = size.months // 3
    for category in FEEDS:
        one = next(turn)
        one.failed = int(rng.choice(one.present(size.months))), category
    for one, months in zip(order[: max(size.forces // 4, 1)], kept, strict=False):
        one.festival = int(rng.choice(months[-12:]))
    return traps


def _usual(rng: np.random.Generator, months: int, at: int) -> Traps:
    level = rng.uniform(0.01, 0.06)
    return Traps(
        unlocated=np.clip(level * rng.lognormal(0, 0.25, months), 0, 0.12),
        repeated=np.full(months, REPEATED[""]),
        outside=rng.uniform(0.001, 0.008),
        returning=RETURNING[""],
        crlf=at % 4 != 3,
    )


def _lose_months(rng: np.random.Generator, months: int, unlucky: list[Traps]) -> None:
    """A gap in the middle, months here and there, an end before the end, a late beginning: one force each."""
    some = max(months // 12, 1)
    gap, here_and_there, ended, late = unlucky
    start = int(rng.integers(months // 4, months // 2))
    gap.gone |= set(range(start, start + some))
    here_and_there.gone |= set(rng.choice(np.arange(1, months - 1), some, replace=False).tolist())
    ended.gone |= set(range(months - max(months // 9, 1), months))
    late.gone |= set(range(max(months // 6, 1)))


def crime(slug: str) -> int:
    """The number of a category."""
    return list(CRIMES).index(slug)
