"""When a rate of mistakes counts as kept: decided by its Monte Carlo interval, never by the point."""

from __future__ import annotations

from typing import Final, Literal

from scipy import stats

Judged = Literal["met", "missed", "borderline", "not measured"]
FALSE_POSITIVES: Final = 0.07
COVERAGE: Final = 0.93
WORST_FIRST: Final = ("missed", "borderline", "met", "not measured")


def wilson(successes: int, of: int, level: float = 0.95) -> tuple[float, float]:
    """Wilson's (1927) limits of a proportion; 0 to 1 where nothing was tried."""
    if of == 0:
        return 0.0, 1.0
    z = float(stats.norm.ppf((1 + level) / 2))
    share, spread = successes / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * (share * (1 - share) / of + spread / (4 * of)) ** 0.5
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (0.0 if successes == 0 else low), (1.0 if successes == of else high)


def at_most(limit: float, successes: int, of: int) -> Judged:
    """Whether a rate is at most ``limit``: ``borderline`` where its interval lies on both sides."""
    low, high = wilson(successes, of)
    return "not measured" if of == 0 else "met" if high <= limit else "missed" if low > limit else "borderline"


def at_least(limit: float, successes: int, of: int) -> Judged:
    """Whether a rate is at least ``limit``."""
    low, high = wilson(successes, of)
    return "not measured" if of == 0 else "met" if low >= limit else "missed" if high < limit else "borderline"


def worst(*judged: Judged) -> Judged:
    """The least favourable of several."""
    return min(judged, key=WORST_FIRST.index)
