"""Which places stand next to which: those that share a border where boundaries are held, else the nearest few."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Neighbours = tuple[tuple[int, ...], ...]
"""For each place, the positions of its neighbours in the order of the places; never its own."""

NEAREST: Final = 8
"""Neighbours of a place without boundaries: about as many as a small area borders on. Fixed, never chosen by result."""
EARTH: Final = 6_371_008.8
"""Mean radius in metres."""


def nearest(easting: Floats, northing: Floats, k: int = NEAREST) -> Neighbours:
    """The ``k`` nearest other places of each; those at one distance by their order. Raises ``ValueError`` for k < 1."""
    if not 1 <= k < len(easting):
        raise ValueError(f"{k} neighbours cannot be had of {len(easting)} places")
    apart = np.hypot(easting[:, None] - easting[None, :], northing[:, None] - northing[None, :])
    np.fill_diagonal(apart, np.inf)
    order = np.argsort(apart, axis=1, kind="stable")[:, :k]
    return tuple(tuple(int(each) for each in row) for row in order)


def projected(longitude: Floats, latitude: Floats) -> tuple[Floats, Floats]:
    """Metres east and north of the south-west corner, on a plane through the middle of the places.

    Within a county the distances are right to about one in a thousand, which is enough to order neighbours by.
    """
    middle = np.radians((latitude.min() + latitude.max()) / 2)
    easting = EARTH * np.radians(longitude - longitude.min()) * np.cos(middle)
    return easting, EARTH * np.radians(latitude - latitude.min())


def bordering(borders: Mapping[str, Collection[str]], areas: Sequence[str]) -> Neighbours:
    """Neighbours by shared border, ``borders`` naming those of each area; what is none of ``areas`` is left out."""
    at = {area: position for position, area in enumerate(areas)}
    return tuple(
        tuple(sorted(at[other] for other in set(borders.get(area, ())) if other in at and other != area))
        for area in areas
    )
