"""The figures that the frozen notebook reads: simulated, drawn once from a fixed seed.

    python benchmarks/reports/freeze.py

Forty areas, eight kinds of offence, sixty months. Nothing in the benchmark calls this: the files are in git.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

FROZEN: Final = Path(__file__).resolve().parent / "frozen"
AREAS: Final = tuple(f"area-{number:02}" for number in range(1, 41))
KINDS: Final = {
    "violence": 140,
    "antisocial behaviour": 160,
    "burglary": 35,
    "criminal damage": 45,
    "shoplifting": 40,
    "vehicle crime": 38,
    "drugs": 18,
    "public order": 42,
}
"""Offences a month that an area of 100,000 has."""
MONTHS: Final = pd.period_range("2017-12", periods=60, freq="M")


def population(random: np.random.Generator) -> pd.DataFrame:
    """People in each area."""
    return pd.DataFrame({"area": AREAS, "population": random.integers(60_000, 320_000, len(AREAS))})


def counts(people: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    """One row an area and month, one column a kind: negative binomial around level, season and trend."""
    season = 1 + 0.12 * np.sin(2 * np.pi * (MONTHS.month.to_numpy() - 3) / 12)
    time = np.arange(len(MONTHS)) / 12
    frames = []
    for area, number in people.itertuples(index=False):
        drawn = {}
        for kind, level in KINDS.items():
            trend = np.exp(random.normal(0, 0.04) * time)
            expected = level * number / 100_000 * random.lognormal(0, 0.25) * season * trend
            drawn[kind] = random.negative_binomial(40, 40 / (40 + expected))
        frames.append(pd.DataFrame({"area": area, "month": MONTHS.astype(str), **drawn}))
    return pd.concat(frames, ignore_index=True)


def frames() -> dict[str, pd.DataFrame]:
    """Each file by name."""
    random = np.random.default_rng(2022)
    people = population(random)
    return {"population.csv": people, "figures.csv": counts(people, random)}


def main() -> None:
    for name, frame in frames().items():
        (FROZEN / name).write_text(frame.to_csv(index=False), encoding="utf-8")


if __name__ == "__main__":
    main()
