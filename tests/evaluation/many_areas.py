"""Many areas whose truth is known, for designs that set one beside the others."""

import numpy as np
import pandas as pd

from analysis.evaluation.setting import Place, Setting

FIRST = {"M": "2015-01", "Q-MAR": "2015Q1", "Y-MAR": "2005"}


def sizes(rng, others, mean, spread=0.7):
    """Mean counts a period: the treated area's is ``mean``, the others' are log-normal around it."""
    found = mean * np.exp(spread * rng.standard_normal(others + 1))
    found[0] = mean
    return found


def drawn(rng, others=25, mean=40.0, before=36, after=12, effect=0.0, ar=0.0, dispersion=1.0, spread=0.7, drift=0.0):
    """Poisson counts, areas by months: one season and one course for all, levels that wander, ``effect`` on the first.

    ``drift`` is the standard deviation of areas' own trends a year.
    """
    periods = np.arange(before + after)
    size = sizes(rng, others, mean, spread)[:, None]
    variance = np.log1p((dispersion - 1) / size)
    level = rng.standard_normal((others + 1, len(periods))) * np.sqrt(variance)
    for t in periods[1:]:
        level[:, t] = ar * level[:, t - 1] + np.sqrt(1 - ar**2) * level[:, t]
    season = 1 + 0.15 * np.cos(2 * np.pi * periods / 12)
    course = np.exp(-0.1 * periods / 12 + drift * rng.standard_normal((others + 1, 1)) * periods / 12)
    expected = size * season * course * np.exp(level - variance / 2)
    expected[0, before:] *= 1 + effect
    return rng.poisson(expected)


def setting(counts, before=36, freq="M", people=None, missing=(), **more):
    """A setting of ``counts`` (areas by periods, the treated first), the start after ``before`` periods.

    ``missing`` are pairs of area and period without a count.
    """
    when = pd.period_range(FIRST[freq], periods=np.shape(counts)[1], freq=freq)
    places = []
    for number, row in enumerate(np.asarray(counts)):
        series = pd.Series(row.astype(int), index=when, dtype="Int64")
        series.iloc[[period for area, period in missing if area == number]] = pd.NA
        places.append(Place(f"area {number}", series, None if people is None else float(people[number])))
    return Setting("vandalism", places[0], when[before], when[-1], tuple(places[1:]), **more)


def share_called(design, effect, draws=60, seed=1, **more):
    """Of simulated areas: the share called fewer or more, and the share of intervals that hold the truth."""
    called, held, said = 0, 0, 0
    for draw in range(draws):
        found = design(setting(drawn(np.random.default_rng([seed, draw]), effect=effect, **more)))
        if hasattr(found, "rule"):
            continue
        said += 1
        called += found.verdict in ("fewer", "more")
        held += found.low <= 1 + effect <= found.high
    return called / said, held / said
