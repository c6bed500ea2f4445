"""The fictional places of the illustration: six districts, their towns and their small areas."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

FORCE: Final = "illustrationshire"
DISTRICT: Final = "X07000001"

DISTRICTS: Final = {
    "X07000001": ("Brackenford", (5, 5, 4, 5, 4, 5, 4, 5, 4, 4), 98_000),
    "X07000002": ("Wenmarsh", (5, 4, 5, 4, 5, 4, 5, 4), 81_000),
    "X07000003": ("Ostlebridge", (5, 5, 4, 5, 4, 5, 4, 5, 4, 5, 4, 5), 124_000),
    "X07000004": ("Tarnwick and Holm", (4, 5, 4, 5, 4, 5, 4), 69_000),
    "X07000005": ("Pellowdale", (5, 4, 5, 4, 5, 4, 5, 4, 5), 93_000),
    "X07000006": ("Sedgemarch", (4, 5, 4, 5, 4), 47_000),
}
"""Code to name, small areas in each of its numbered neighbourhoods, and population at mid-2020."""

TOWNS: Final = {
    "Brackenford town": ("001", "002", "003"),
    "Tannersley": ("004", "005"),
    "Whinbridge": ("006", "007"),
    "Coldharrow": ("008",),
    "the villages": ("009", "010"),
}
"""The towns of Brackenford and the numbered neighbourhoods that make them up."""


def small_areas(seed: int) -> pd.DataFrame:
    """Return every small area: ``area, name, district, population``, populations adding up to each district's.

    Names follow the pattern of the published files (``Brackenford 001A``); codes start at ``X01000001``.
    """
    rows = []
    for district, (name, sizes, people) in DISTRICTS.items():
        rng = np.random.default_rng([seed, int(district[1:])])
        shares = rng.uniform(0.8, 1.25, sum(sizes))
        heads = np.floor(people * shares / shares.sum()).astype(int)
        heads[0] += people - heads.sum()
        names = (f"{name} {i:03d}{letter}" for i, size in enumerate(sizes, 1) for letter in "ABCDEFGH"[:size])
        rows += [(label, district, int(count)) for label, count in zip(names, heads, strict=True)]
    frame = pd.DataFrame(rows, columns=["name", "district", "population"])
    frame.insert(0, "area", [f"X01{i:06d}" for i in range(1, len(frame) + 1)])
    return frame


def in_town(areas: pd.DataFrame, town: str) -> pd.Series:
    """Mark the small areas (rows of ``small_areas``) that lie in ``town``, a key of ``TOWNS``."""
    neighbourhood = areas["name"].str[-4:-1]
    return (areas["district"] == DISTRICT) & neighbourhood.isin(TOWNS[town])
