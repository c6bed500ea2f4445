"""How large a simulated nation is to be, and what it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analysis.errors import RunError
from analysis.sources.completeness import months_between

LAST: Final = "2025-11"
"""The last month simulated, which is the vintage too."""
EDITION: Final = 12
"""Months of an edition: the latest year."""
ROWS_A_MONTH: Final = 15.2
"""Rows of a small area in a month, as in the published files of Leicestershire and Lancashire."""
FEWEST_SMALL_AREAS: Final = 4
MOST: Final = {"forces": 99, "partnerships": 999, "months": 240}
MOST_SMALL_AREAS: Final = 99_999
"""As many as there are codes that no real area has."""


@dataclass(frozen=True)
class Size:
    """``rows`` are about how many lines all files have together; the rest is exact."""

    rows: int = 18_000_000
    seed: int = 22
    forces: int = 43
    partnerships: int = 310
    months: int = 36

    def __post_init__(self) -> None:
        """Refuse what cannot be simulated, with a ``RunError`` that says what can."""
        for name, most in MOST.items():
            if not 1 <= getattr(self, name) <= most:
                raise _wrong(name, getattr(self, name), f"Between 1 and {most} can be simulated.")
        if self.seed < 0:
            raise _wrong("seed", self.seed, "A seed is zero or more.")
        if self.partnerships < self.forces:
            raise _wrong("partnerships", self.partnerships, f"Each of the {self.forces} forces has one at least.")
        if self.months <= EDITION:
            raise _wrong("months", self.months, f"An edition is of {EDITION} months and is set against one before.")
        fewest = self.partnerships * self.months * FEWEST_SMALL_AREAS
        most = int(MOST_SMALL_AREAS * self.months * ROWS_A_MONTH)
        if not fewest <= self.rows <= most:
            raise _wrong("rows", self.rows, f"Between {fewest} and {most} rows fit these partnerships and months.")

    @property
    def small_areas(self) -> int:
        """How many small areas these rows would be published of."""
        return max(round(self.rows / self.months / ROWS_A_MONTH), FEWEST_SMALL_AREAS * self.partnerships)

    @property
    def every_month(self) -> tuple[str, ...]:
        """The months, oldest first, as ``2025-11``."""
        end = int(LAST[:4]) * 12 + int(LAST[5:]) - 1
        first = end - self.months + 1
        return tuple(months_between(f"{first // 12}-{first % 12 + 1:02d}", LAST))

    @property
    def bytes_needed(self) -> int:
        """About how much room the files take."""
        return self.rows * 265 + self.partnerships * 16_384 + (64 << 20)


def _wrong(name: str, value: int, do: str) -> RunError:
    return RunError.at(f"--{name} {value}", "cannot be simulated", do)
