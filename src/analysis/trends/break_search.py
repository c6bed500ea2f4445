"""A break that no register names: one shift of the level or of the slope, looked for in every place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from analysis.measures import least

Floats = npt.NDArray[np.float64]
Kind = Literal["mean", "slope"]
TRIM: Final = 0.15
"""Share of the values that must lie on each side of a break (Bai and Perron 2003)."""
BETTER_BY: Final = 6.0
"""A break is named when its BIC is lower than that of none by more than this ("strong": Kass and Raftery 1995).

Every place is tried, so that a difference above nought alone would name one in a fifth of series that have none."""


@dataclass(frozen=True)
class FoundBreak:
    """The best single break of a series, whether or not it is ``detected``.

    ``at`` is the place of the first value after it; ``size`` its coefficient on the values' own scale (a shift of the
    level, or of the slope a year); ``rss`` and ``bic`` are those without a break and with it.
    """

    at: int
    kind: Kind
    size: float
    rss: tuple[float, float]
    bic: tuple[float, float]

    @property
    def detected(self) -> bool:
        """Whether the break describes the series better than none, its place being counted as a parameter."""
        return self.bic[1] < self.bic[0] - BETTER_BY

    @property
    def column(self) -> tuple[int, Kind]:
        """What ``break_column`` needs besides the times."""
        return self.at, self.kind


def search_break(
    values: Floats, times: Floats, columns: Floats, *, kinds: tuple[Kind, ...] = ("mean", "slope")
) -> FoundBreak | None:
    """Look for one break in ``values`` at ``times`` (years) around a constant and ``columns`` (n by k), by BIC.

    Ordinary least squares with every place tried that leaves ``TRIM`` of the values, and the least that the rules ask
    for, on each side. None where there is no such place, or nothing is left to explain. Values that hang together, or a
    level that wanders, have breaks found in them more often: a break is a question to those who record.
    """
    side = int(max(least("break-side"), np.ceil(TRIM * len(values))))
    base = np.column_stack([np.ones(len(values)), columns])
    places = [(at, kind) for kind in kinds for at in range(side, len(values) - side + 1)]
    if not places or len(values) < base.shape[1] + 3:
        return None
    rest = np.linalg.qr(base)[0]
    left = values - rest @ (rest.T @ values)
    tried = np.column_stack([break_column(times, at, kind) for at, kind in places])
    tried = tried - rest @ (rest.T @ tried)
    spread = (tried**2).sum(axis=0)
    rss = float(left @ left)
    gain = np.divide((tried.T @ left) ** 2, spread, out=np.zeros_like(spread), where=spread > 1e-9)
    best = int(np.argmax(gain))
    broken = rss - float(gain[best])
    if broken <= 1e-12 * max(1.0, float(values @ values)):
        return None
    bic = _bic(len(values), rss, base.shape[1] + 1), _bic(len(values), broken, base.shape[1] + 3)
    return FoundBreak(*places[best], float(tried[:, best] @ left / spread[best]), (rss, broken), bic)


def break_column(times: Floats, at: int, kind: Kind) -> Floats:
    """The column of a break: one from value ``at`` on, or time since the value before it."""
    return (np.arange(len(times)) >= at).astype(np.float64) if kind == "mean" else np.maximum(times - times[at - 1], 0)


def _bic(values: int, rss: float, parameters: int) -> float:
    return float(values * (np.log(2 * np.pi * rss / values) + 1) + parameters * np.log(values))
