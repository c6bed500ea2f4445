"""The ground of a map: where areas lie, brought flat to the size of the paper and no finer than it shows.

Drawing alone: outlines are simplified together, so that neighbours keep one border; no figure is worked out from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    Points = NDArray[np.float64]

EQUATOR: Final = 6_378_137.0
FLATNESS: Final = 0.00669437999014
"""The ellipsoid of WGS84: half its width in metres, and its eccentricity squared."""
FINE_MM: Final = 0.05
"""Where simplifying starts: bends smaller than the square of this are left out, on paper nobody sees them."""
MOST_POINTS: Final = 15_000
"""Points that a map's borders have at most; beyond it more is left out, so that its SVG stays under 300 kB."""
SNAP_MM: Final = 0.02
"""Borders of neighbours that lie this near each other are one."""


def plane(points: Points, middle: float) -> Points:
    """Longitude and latitude to metres east and north, true to shape at the latitude ``middle`` (equirectangular)."""
    bend = 1 - FLATNESS * sin(radians(middle)) ** 2
    east = EQUATOR / sqrt(bend) * cos(radians(middle))
    north = EQUATOR * (1 - FLATNESS) / bend**1.5
    metres: Points = np.radians(points) * np.array([east, north])
    return metres


@dataclass(frozen=True)
class Ground:
    """Where small areas lie: their outlines, or where there are none, their ``points`` (longitude, latitude).

    ``districts`` gives the district of each, whose outline is drawn stronger and named where there are several.
    """

    outlines: Mapping[str, Geometry] = field(default_factory=dict)
    points: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    districts: Mapping[str, str] = field(default_factory=dict)

    def laid(self, width: float, height: float) -> Laid:
        """The ground as large as it fits into ``width`` by ``height`` millimetres."""
        degrees = self._degrees()
        middle = float((degrees[:, 1].min() + degrees[:, 1].max()) / 2)
        metres = plane(degrees, middle)
        low, high = metres.min(axis=0), metres.max(axis=0)
        span = np.maximum(high - low, 1.0)
        scale = float(min(width / span[0], height / span[1]))
        return Laid(self, middle, (float(low[0]), float(low[1])), scale, tuple(span * scale))

    def _degrees(self) -> Points:
        import shapely

        if self.outlines:
            return np.asarray(shapely.get_coordinates(list(self.outlines.values())))
        return np.array(list(self.points.values()), dtype=float)


@dataclass(frozen=True)
class Laid:
    """A ground at ``scale`` millimetres a metre, from ``corner`` (metres) on, ``size`` millimetres wide and high."""

    ground: Ground
    middle: float
    corner: tuple[float, float]
    scale: float
    size: tuple[float, ...]

    def __call__(self, degrees: Points) -> Points:
        """Millimetres from the lower left corner."""
        millimetres: Points = (plane(degrees, self.middle) - np.array(self.corner)) * self.scale
        return millimetres

    @cached_property
    def outlines(self) -> dict[str, Geometry]:
        """The outlines in millimetres, simplified together."""
        import shapely

        given = shapely.transform(np.array(list(self.ground.outlines.values()), dtype=object), self)
        return dict(zip(self.ground.outlines, simplified(given), strict=True))

    @cached_property
    def spots(self) -> dict[str, tuple[float, float]]:
        """A point of each area in millimetres: inside its outline, or its own point."""
        import shapely

        if self.ground.outlines:
            inside = shapely.point_on_surface(list(self.outlines.values()))
            return dict(zip(self.outlines, map(_pair, shapely.get_coordinates(inside)), strict=True))
        points = self(np.array(list(self.ground.points.values()), dtype=float))
        return dict(zip(self.ground.points, map(_pair, points), strict=True))

    @cached_property
    def districts(self) -> dict[str, Geometry]:
        """The outline of each district in millimetres."""
        import shapely

        parts: dict[str, list[Geometry]] = {}
        for area, shape in self.outlines.items():
            parts.setdefault(self.ground.districts.get(area, ""), []).append(shape)
        return {name: shapely.union_all(each) for name, each in sorted(parts.items())}


def simplified(outlines: Sequence[Geometry] | NDArray[np.object_]) -> list[Geometry]:
    """``outlines`` in millimetres with fewer points, borders of neighbours kept as one; at most ``MOST_POINTS``."""
    import shapely

    clean = shapely.coverage_clean(outlines, snapping_distance=SNAP_MM)
    tolerance = FINE_MM
    found = shapely.coverage_simplify(clean, tolerance)
    while shapely.get_num_coordinates(found).sum() > MOST_POINTS and tolerance < 1:
        tolerance *= 1.25
        found = shapely.coverage_simplify(clean, tolerance)
    # Rings turn one way and holes the other, or a filled hole would be left white.
    return list(shapely.orient_polygons(found))


def _pair(point: Points) -> tuple[float, float]:
    return float(point[0]), float(point[1])
