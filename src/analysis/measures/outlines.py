"""What the outlines of areas say of them: which lie beside which, and how large they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

TOUCHING: Final = 1e-5
"""Degrees, about a metre: published outlines of neighbours are rounded apart and do not always meet in a point."""
HECTARE: Final = 1e4


def shapes(boundaries: pd.DataFrame) -> NDArray[np.object_]:
    """The outlines of a boundaries frame (``area``, ``geometry``) as shapely geometries, longitude and latitude."""
    import shapely

    found: NDArray[np.object_] = shapely.from_wkb(np.array(boundaries["geometry"].to_list(), dtype=object))
    return found


def neighbours(boundaries: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Each area with those that it shares a border or a corner with (queen contiguity), in order of code.

    Outlines count as touching within ``TOUCHING``. An island has none.
    """
    import shapely

    found = shapes(boundaries)
    codes = boundaries["area"].astype(str).to_list()
    pairs = shapely.STRtree(found).query(found, predicate="dwithin", distance=TOUCHING)
    beside: dict[str, list[str]] = {code: [] for code in codes}
    for one, other in pairs.T.tolist():
        if one != other:
            beside[codes[one]].append(codes[other])
    return {code: tuple(sorted(each)) for code, each in beside.items()}


def hectares(boundaries: pd.DataFrame) -> dict[str, float]:
    """The land and inland water inside each outline in hectares, on the ellipsoid: no projection bends it."""
    from pyproj import Geod

    ellipsoid = Geod(ellps="WGS84")
    areas = boundaries["area"].astype(str)
    each = zip(areas, shapes(boundaries), strict=True)
    return {code: abs(ellipsoid.geometry_area_perimeter(shape)[0]) / HECTARE for code, shape in each}
