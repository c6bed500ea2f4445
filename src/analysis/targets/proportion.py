"""A percentage with the people behind it."""

from __future__ import annotations

from dataclasses import dataclass

from scipy import stats

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL
from analysis.params.figure import Unknown


@dataclass(frozen=True)
class Proportion:
    """A percentage of ``sample_size`` people with Wilson limits, all in percent."""

    percent: float
    low: float
    high: float
    sample_size: float
    level: float


def proportion(
    percent: float | Unknown, sample_size: float | Unknown, *, level: float = LEVEL
) -> Proportion | CannotSay:
    """Wilson's (1927) score interval of a percentage; a refusal where how many were asked is unknown.

    It allows for chance in who was asked, never for how they were reached: of a convenience sample it says too much.
    """
    if isinstance(percent, Unknown):
        return CannotSay(f"the percentage is {percent}", f"figure-{percent.replace(' ', '-')}")
    if isinstance(sample_size, Unknown) or sample_size <= 0:
        return CannotSay("how many people were asked is not published, so there is no interval", "no-sample-size")
    z, share = float(stats.norm.ppf((1 + level) / 2)), percent / 100
    weight = 1 + z**2 / sample_size
    middle = (share + z**2 / (2 * sample_size)) / weight
    half = z * (share * (1 - share) / sample_size + z**2 / (4 * sample_size**2)) ** 0.5 / weight
    return Proportion(percent, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half), sample_size, level)
