"""Names of districts on a map: inside each, where they stand on no number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.exhibits.lanes import width_mm
from analysis.exhibits.map_sheet import KEEP, RADIUS_MM
from analysis.exhibits.style import INK, SMALL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from shapely import Geometry

    from analysis.exhibits.map_ground import Laid

HALF_MM: Final = 1.9
"""Half the height of a name."""
STEPS: Final = 25
Box = tuple[float, float, float, float]


def name_districts(axes: Axes, laid: Laid, names: Mapping[str, str], taken: Sequence[tuple[float, float]]) -> None:
    """Write ``names`` (by code) on their districts; ``taken`` are the centres of the numbers."""
    boxes: list[Box] = [(x - RADIUS_MM, y - RADIUS_MM, x + RADIUS_MM, y + RADIUS_MM) for x, y in taken]
    for n, (district, shape) in enumerate(laid.districts.items()):
        if district in names:
            box = best(shape, width_mm(names[district]) / 2 + 0.8, boxes)
            boxes.append(box)
            _write(axes, ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), names[district], n)


def best(shape: Geometry, half: float, boxes: Sequence[Box]) -> Box:
    """Where a name of ``half`` its width stands best: least over ``boxes``, inside ``shape``, near its middle."""
    import shapely

    west, south, east, north = shapely.bounds(shape)
    middle = shapely.get_coordinates(shapely.centroid(shape))[0]
    xs, ys = (np.linspace(low, high, STEPS) for low, high in ((west, east), (south, north)))
    spots = np.array([(x, y) for y in ys for x in xs])
    labels = shapely.box(spots[:, 0] - half, spots[:, 1] - HALF_MM, spots[:, 0] + half, spots[:, 1] + HALF_MM)
    outside = shapely.area(shapely.difference(labels, shape)) / shapely.area(labels)
    over = sum(shapely.area(shapely.intersection(labels, shapely.box(*box))) for box in boxes)
    far = np.hypot(*(spots - middle).T) / (np.hypot(east - west, north - south) or 1.0)
    x, y = spots[int(np.argmin(np.round(4.0 * np.asarray(over) + 2.0 * outside + far, 6)))]
    return (float(x) - half, float(y) - HALF_MM, float(x) + half, float(y) + HALF_MM)


def _write(axes: Axes, at: tuple[float, float], name: str, n: int) -> None:
    said = axes.text(
        *at, name, fontsize=SMALL, color=INK, ha="center", va="center", zorder=7, fontstyle="italic", clip_on=False,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 1.0},
    )  # fmt: skip
    said.set_gid(f"{KEEP}-name-{n}")
