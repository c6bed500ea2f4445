"""Where the settings come from: places alike but for chance, of which one is treated.

Month t of each place has the expected count

    mean x season(t) x exp(u(t) - s2 / 2)

and, given that, a Poisson count. The season is that of ``calibration.generator`` and the same everywhere; u is a
Gaussian AR(1) process of the place's own, stationary from its first month, with variance s2 = log(1 + (dispersion - 1)
/ mean). From the start on the treated place's expected count is multiplied by 1 + ``effect``. Where the place is chosen
for being high, it is the one with most counted in the twelve months before the start.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from calibration.generator import LAST, SEED, season
from scipy.signal import lfilter

from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window
from initiatives.cells import AFTER, BEFORE, PLACES, Kind

Floats = npt.NDArray[np.float64]
MONTHS: Final = pd.period_range(LAST - (BEFORE + AFTER - 1), LAST, freq="M")
START: Final = MONTHS[BEFORE]
A_YEAR: Final = Window(START - 12, START - 1)


def levels(kind: Kind, rng: np.random.Generator) -> Floats:
    """The factor of each place and month by which its level wanders (places by months); its expectation is 1."""
    variance = np.log1p((kind.dispersion - 1) / kind.mean)
    steps = rng.standard_normal((PLACES, len(MONTHS))) * np.sqrt(variance)
    fresh = np.sqrt(1 - kind.ar**2)
    steps[:, 1:] *= fresh
    level: Floats = lfilter([1.0], [1.0, -kind.ar], steps, axis=1)
    return np.exp(level - variance / 2)


def setting(kind: Kind, effect: float, rng: np.random.Generator) -> Setting:
    """One setting; the true ratio is 1 + ``effect``."""
    expected = kind.mean * season(len(MONTHS)) * levels(kind, rng)
    before = rng.poisson(expected[:, :BEFORE])
    treated = int(before[:, -12:].sum(axis=1).argmax()) if kind.chosen else 0
    expected[treated, BEFORE:] *= 1 + effect
    counts = np.hstack([before, rng.poisson(expected[:, BEFORE:])])
    order = [treated, *(place for place in range(PLACES) if place != treated)]
    places = [_place(f"place {number}", counts[place]) for number, place in enumerate(order)]
    return Setting(
        outcome="incidents",
        treated=places[0],
        start=START,
        end=MONTHS[-1],
        comparators=tuple(places[1:]),
        chosen_on=A_YEAR if kind.chosen else None,
    )


def truth(kind: Kind, effect: float) -> float:
    """The true difference, in incidents over the months after."""
    return effect * kind.mean * float(season(len(MONTHS))[BEFORE:].sum())


def generator_of(kind: Kind, number: int) -> np.random.Generator:
    """The random numbers of a kind's ``number``-th setting: the same for every design and effect."""
    named = (kind.mean, round(10 * kind.dispersion), round(10 * kind.ar), int(kind.chosen))
    return np.random.default_rng((SEED, 4, *named, number))


def _place(name: str, counts: npt.NDArray[np.int64]) -> Place:
    return Place(name, pd.Series(counts, index=MONTHS, dtype="Int64", name="count"))
