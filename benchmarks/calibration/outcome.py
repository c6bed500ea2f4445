"""What one method said of one series, and the sums of it over many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Outcome:
    """``verdict`` is -1 (fell), 0 (no clear change), 1 (rose) or None (refused); limits are in percent, where given.

    ``truth`` is what the limits should hold, where it is another for each series.
    """

    verdict: int | None
    low: float | None = None
    high: float | None = None
    truth: float | None = None


@dataclass
class Tally:
    """Sums over the series of one method, cell, effect and stage; add to it with ``count`` and ``merge``."""

    series: int = 0
    refused: int = 0
    rose: int = 0
    fell: int = 0
    intervals: int = 0
    covered: int = 0
    seconds: float = 0.0
    widths: list[float] = field(default_factory=list)

    def count(self, outcome: Outcome, truth: float) -> None:
        """Add one series whose true change was ``truth`` percent."""
        self.series += 1
        self.refused += outcome.verdict is None
        self.rose += int(outcome.verdict == 1)
        self.fell += outcome.verdict == -1
        if outcome.low is not None and outcome.high is not None:
            self.intervals += 1
            self.covered += int(outcome.low <= (truth if outcome.truth is None else outcome.truth) <= outcome.high)
            self.widths.append(round(min(outcome.high, 1e6) - outcome.low, 2))

    def merge(self, parts: Iterable[dict[str, Any]]) -> Tally:
        """Add tallies kept as dictionaries."""
        for part in parts:
            for name, value in part.items():
                setattr(self, name, getattr(self, name) + value)
        return self

    @property
    def verdicts(self) -> int:
        """Series on which something was said."""
        return self.series - self.refused

    @property
    def said_changed(self) -> int:
        """Series said to have risen or fallen."""
        return self.rose + self.fell
