"""Many simulated open years: the probability stated part of the way through each, and whether the target was met.

``python tests/targets/stated_years.py 400`` writes the table of docs/methods.md, 400 years a cell.
"""

import sys

import numpy as np
import pandas as pd

from analysis import targets
from analysis.measures import Window
from analysis.targets import Goal

CELLS = [(mean, phi) for mean in (5, 40, 200) for phi in (1, 2)]
BEFORE, YEAR = 48, 12


def months(rng, mean, phi, correlation=0.3, season=0.2):
    """Five years of counts: a season, and a log level with AR noise that makes variance ``phi`` times the mean."""
    length = BEFORE + YEAR
    swing = np.sqrt((phi - 1) / mean)
    noise = np.empty(length)
    last = rng.normal() * swing
    for month in range(length):
        last = correlation * last + np.sqrt(1 - correlation**2) * swing * rng.normal()
        noise[month] = last
    wave = season * np.cos(2 * np.pi * np.arange(length) / 12 + rng.uniform(0, 2 * np.pi))
    counts = rng.poisson(mean * np.exp(wave + noise - swing**2 / 2))
    return pd.Series(counts, index=pd.period_range("2018-04", periods=length, freq="M"), dtype="Int64")


def stated_year(rng, mean, phi, paths=2_000):
    """One year judged after three to nine months: the outlook, whether its target was met, and its total.

    The target is the year before's total, less or more up to 15 %.
    """
    whole = months(rng, mean, phi)
    period = Window(whole.index[BEFORE], whole.index[-1])
    target = round(whole.iloc[BEFORE - YEAR : BEFORE].sum() * rng.uniform(0.85, 1.15))
    so_far = whole.iloc[: BEFORE + int(rng.integers(3, 10))]
    found = targets.outlook(Goal("at most", target), so_far, period, paths=paths, seed=int(rng.integers(2**31)))
    total = whole.iloc[BEFORE:].sum()
    return found, bool(total <= target), float(total)


def stated_years(mean, phi, years, seed=0):
    """Many such years of one cell; the same seed, the same years."""
    rng = np.random.default_rng([seed, mean, int(10 * phi)])
    return [stated_year(rng, mean, phi) for _ in range(years)]


def row(mean, phi, years):
    """One line of the table."""
    found = stated_years(mean, phi, years)
    record = targets.track_record([each.probability for each, _, _ in found], [met for _, met, _ in found])
    inside = np.mean([each.low <= total <= each.high for each, _, total in found])
    bins = " | ".join(f"{100 * b.stated:.0f} → {100 * b.came_true:.0f} ({b.statements})" for b in record.bins)
    return f"| {mean} | {phi} | {bins} | {record.score:.3f} | {record.climatology:.3f} | {100 * inside:.0f} % |"


if __name__ == "__main__":
    for cell in CELLS:
        print(row(*cell, int(sys.argv[1])), flush=True)
