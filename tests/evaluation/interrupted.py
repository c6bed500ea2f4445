"""Months whose truth is known, for designs that look at a series before and after a start."""

import numpy as np
import pandas as pd

from analysis.evaluation.setting import Place, Setting
from analysis.params.recording import RecordingBreak

LAST = pd.Period("2019-12", "M")


def place(counts, name="the town", last=LAST):
    """One place whose series ends with ``last``; None is a month without a count."""
    when = pd.period_range(end=last, periods=len(counts), freq="M")
    return Place(name, pd.Series([None if each is None else int(each) for each in counts], index=when, dtype="Int64"))


def drawn(rng, mean=40.0, effect=0.0, months=48, after=12, trend=0.0, ar=0.0, dispersion=1.0):
    """Poisson counts around a season of 15 %, a trend a year, a wandering level, and a step ``after`` from the end."""
    at = np.arange(months)
    spread, level = np.log1p((dispersion - 1) / mean), np.zeros(months)
    shocks = rng.standard_normal(months) * spread**0.5
    level[0] = shocks[0]
    for t in range(1, months):
        level[t] = ar * level[t - 1] + (1 - ar**2) ** 0.5 * shocks[t]
    step = np.where(at >= months - after, 1 + effect, 1.0)
    season = 1 + 0.15 * np.cos(2 * np.pi * at / 12)
    return rng.poisson(mean * step * season * (1 + trend) ** (at / 12) * np.exp(level - spread / 2))


def smooth(mean=100.0, effect=0.0, months=48, after=12, trend=0.0):
    """What ``drawn`` draws from, rounded: counts without any noise."""
    at = np.arange(months)
    step = np.where(at >= months - after, 1 + effect, 1.0)
    return np.round(mean * step * (1 + 0.15 * np.cos(2 * np.pi * at / 12)) * (1 + trend) ** (at / 12))


def setting(counts, *others, after=12, **more):
    """A setting whose last ``after`` months are after the start."""
    return Setting(
        outcome="vandalism", treated=place(counts), start=LAST - (after - 1), end=LAST,
        comparators=tuple(place(each, f"town {number}") for number, each in enumerate(others)), **more,
    )  # fmt: skip


def broken(kind, start, end=None, name="a new way of counting"):
    """A change in recording."""
    return RecordingBreak(
        id="break", name=name, start=start, end=end or start, kind=kind, countries=("england",),
        effect="counts moved", source="a circular",
    )  # fmt: skip
