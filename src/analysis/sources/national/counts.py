"""How many rows each small area, month and category has: drawn force by force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from analysis.sources.national.traps import RENAMED, Traps, crime
from analysis.sources.simulated.truth import CRIMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.sources.national.places import Force
    from analysis.sources.national.size import Size

Floats = NDArray[np.float64]

UNEVEN: Final = {"shoplifting": 1.1, "theft-from-the-person": 1.0, "robbery": 0.7, "bicycle-theft": 0.6}
"""How unlike small areas are in a category (standard deviation of logs), where it is more than usual."""
MEMORY, SWAY = 0.6, 0.05
"""A district's month leans on the one before (autoregression), with this standard deviation of its logs."""
FESTIVAL: Final = {"theft-from-the-person": 35.0, "other-theft": 55.0, "drugs": 15.0}


def levels(force: Force, size: Size) -> Floats:
    """Relative rows a month of each small area (rows) and category (columns), before season and chance."""
    rng = np.random.default_rng([size.seed, 3, force.at])
    people = populations(force, size)
    here = rng.normal(0, 0.55, force.small)
    here[np.cumsum([0, *(district.small for district in force.districts)])[:-1]] += 1.3
    own = np.array([UNEVEN.get(name, 0.3) for name in CRIMES])
    by_crime = rng.normal(0, 1, (force.small, len(CRIMES))) * own - own**2 / 2
    of_force = rng.normal(0, 0.2, len(CRIMES))
    of_force[crime("anti-social-behaviour")] *= 3
    rate = np.array([each.rate for each in CRIMES.values()])
    found: Floats = people[:, None] / 1000 * rate * np.exp(here[:, None] + by_crime + of_force)
    return found


def populations(force: Force, size: Size) -> NDArray[np.int64]:
    """How many people live in each small area: about 1,700."""
    rng = np.random.default_rng([size.seed, 4, force.at])
    return np.clip(rng.lognormal(np.log(1650), 0.18, force.small), 900, 4000).astype(np.int64)


def calendar(months: Sequence[str]) -> Floats:
    """What season, length of month and yearly growth do, months by categories: about one."""
    crimes = list(CRIMES.values())
    number = np.array([int(month[5:]) for month in months])
    first = np.array([f"{month}-01" for month in months], dtype="datetime64[D]")
    following = (first.astype("datetime64[M]") + 1).astype("datetime64[D]")
    days = (following - first).astype(int)
    years = (np.arange(len(months)) - len(months) / 2) / 12
    season = np.outer(np.cos(2 * np.pi * (number - 7) / 12), [each.swing for each in crimes])
    shape: Floats = np.exp(season + np.outer(years, np.log1p([each.growth for each in crimes])))
    shape *= days[:, None] / 30.4375
    return shape


def expected(force: Force, traps: Traps, size: Size) -> float:
    """Relative rows of all files of the force."""
    shape = calendar(size.every_month)[traps.present(size.months)]
    return float((levels(force, size).sum(axis=0) * shape.sum(axis=0)).sum())


def draw(force: Force, traps: Traps, size: Size, scale: float) -> NDArray[np.int64]:
    """Draw the rows of each small area, month and category; ``scale`` turns relative rows into rows.

    A district's month is negative binomial (a gamma factor common to its small areas) around a level that wanders.
    """
    rng = np.random.default_rng([size.seed, 5, force.at])
    which = np.repeat(np.arange(len(force.districts)), [district.small for district in force.districts])
    theta = np.array([each.theta for each in CRIMES.values()])
    shocks = rng.gamma(theta, 1 / theta, (len(force.districts), size.months, len(theta)))
    shocks *= np.exp(_wandering(rng, len(force.districts), size.months))[:, :, None]
    mean = scale * levels(force, size)[:, None, :] * calendar(size.every_month)[None, :, :] * shocks[which]
    _plant(mean, traps)
    rows: NDArray[np.int64] = rng.poisson(mean)
    return rows


def _wandering(rng: np.random.Generator, districts: int, months: int) -> Floats:
    steps = rng.normal(0, SWAY * np.sqrt(1 - MEMORY**2), (districts, months))
    steps[:, 0] = rng.normal(0, SWAY, districts)
    for month in range(1, months):
        steps[:, month] += MEMORY * steps[:, month - 1]
    return steps


def _plant(mean: Floats, traps: Traps) -> None:
    """Change the expected rows where the force's traps say so."""
    if traps.renamed is not None:
        old, new = (crime(name) for name in RENAMED)
        mean[:, traps.renamed :, new] += mean[:, traps.renamed :, old]
        mean[:, traps.renamed :, old] = 0
    if traps.failed is not None:
        mean[:, traps.failed[0], crime(traps.failed[1])] *= 0.01
    if traps.festival is not None:
        for name, adds in FESTIVAL.items():
            mean[0, traps.festival, crime(name)] += adds
