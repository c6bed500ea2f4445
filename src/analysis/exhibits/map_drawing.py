"""Draw the two kinds of map: areas filled by class, or circles by count where there are no outlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import matplotlib as mpl
import numpy as np
from matplotlib.patches import Circle, PathPatch, Rectangle
from matplotlib.path import Path

from analysis.exhibits.map_districts import name_districts
from analysis.exhibits.map_key import CLASS_MM, UNKNOWN, circle_key, class_key, key_height
from analysis.exhibits.map_sheet import (
    KEEP,
    fit,
    list_places,
    map_sheet,
    number_places,
    scale_bar,
)
from analysis.exhibits.style import QUIET, RC, SHADE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from shapely import Geometry

    from analysis.exhibits.map_classes import Band
    from analysis.exhibits.map_ground import Ground, Laid
    from analysis.exhibits.map_sheet import Numbered

LARGEST_MM: Final = 5.5
"""Radius of the largest circle."""
SMALLEST_MM: Final = 0.45
BORDER: Final = 0.45
MANY: Final = 150
"""Areas from which on borders between them are half as wide, or towns would be white."""


@mpl.rc_context(RC)
def class_map(
    ground: Ground, counts: Mapping[str, float], unknown: Mapping[str, str], classes: Sequence[Band], *,
    title: str, listed: str, places: Sequence[Numbered], names: Mapping[str, str],
) -> Figure:  # fmt: skip
    """Draw areas filled by class; ``unknown`` says of areas without a count whether it is withheld or no data.

    ``title`` heads the key, ``listed`` the numbered ``places``; ``names`` are districts to be named, if any.
    """
    laid = ground.laid(*fit())
    told, border = _told(unknown), BORDER if len(ground.outlines) < MANY else BORDER / 2
    figure, axes, panel = map_sheet(laid, key_height(len(classes), len(told), len(places)))
    for band in classes:
        inside = [laid.outlines[area] for area, count in counts.items() if band.holds(count)]
        _fill(axes, inside, facecolor=band.shade, edgecolor="white", linewidth=border)
    for what in told:
        gone = [laid.outlines[area] for area, why in unknown.items() if why == what]
        _fill(axes, gone, **UNKNOWN[what])
        _fill(axes, gone, facecolor="none", edgecolor="white", linewidth=border)
    _fill(axes, list(laid.districts.values()), facecolor="none", edgecolor=QUIET, linewidth=0.7)
    end = class_key(panel, panel.get_ylim()[1] - 1, title, classes, told)
    taken = _finish(axes, panel, laid, end, listed, places)
    name_districts(axes, laid, names, taken)
    return figure


@mpl.rc_context(RC)
def circle_map(
    ground: Ground, counts: Mapping[str, float], unknown: Mapping[str, str], *, title: str, listed: str,
    places: Sequence[Numbered],
) -> Figure:  # fmt: skip
    """Draw a circle for each area, its extent by count; arguments as in ``class_map``."""
    widest = LARGEST_MM if len(counts) < MANY else LARGEST_MM * 0.7
    laid = ground.laid(*fit(widest))
    told = _told(unknown)
    figure, axes, panel = map_sheet(laid, key_height(3, len(told), len(places)) + CLASS_MM, widest)
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    back = Rectangle((left, bottom), right - left, top - bottom, facecolor=SHADE, edgecolor="none", zorder=0)
    axes.add_patch(back)
    largest = max(counts.values())
    for n, (area, count) in enumerate(sorted(counts.items(), key=lambda item: (-item[1], item[0]))):
        _circle(axes, laid.spots[area], widest * (count / largest) ** 0.5, n)
    for n, (area, why) in enumerate(unknown.items()):
        x, y = laid.spots[area]
        mark = Rectangle((x - 1.2, y - 1.2), 2.4, 2.4, **{**UNKNOWN[why], "linewidth": 0.7})
        mark.set_gid(f"{KEEP}-unknown-{n}")
        axes.add_patch(mark)
    end = circle_key(panel, panel.get_ylim()[1] - 1, title, largest, widest, told)
    _finish(axes, panel, laid, end, listed, places)
    return figure


def _told(unknown: Mapping[str, str]) -> dict[str, int]:
    """How many areas have no count, by why."""
    reasons = list(unknown.values())
    return {what: reasons.count(what) for what in UNKNOWN if what in reasons}


def _fill(axes: Axes, shapes: Sequence[Geometry], **look: object) -> None:
    """Draw ``shapes`` as one path: a map of hundreds of areas is a few elements."""
    if not shapes:
        return
    path = Path.make_compound_path(*map(_path, shapes))
    axes.add_patch(PathPatch(path, joinstyle="round", clip_on=False, **look))


def _path(shape: Geometry) -> Path:
    import shapely

    rings = shapely.get_rings(shapely.get_parts(shape))
    parts = [Path(np.asarray(shapely.get_coordinates(ring)), closed=True) for ring in rings]
    return Path.make_compound_path(*parts)


def _circle(axes: Axes, at: tuple[float, float], radius: float, n: int) -> None:
    look = {"facecolor": "#2073BC", "edgecolor": "white", "linewidth": 0.5}
    if radius < SMALLEST_MM:
        radius, look = SMALLEST_MM, {"facecolor": "white", "edgecolor": QUIET, "linewidth": 0.6}
    spot = Circle(at, radius, clip_on=False, zorder=3, **look)
    spot.set_gid(f"{KEEP}-spot-{n}")
    axes.add_patch(spot)


def _finish(
    axes: Axes, panel: Axes, laid: Laid, end: float, listed: str, places: Sequence[Numbered]
) -> list[tuple[float, float]]:
    """The numbers, their list below the key's ``end``, and the scale bar; returns where the numbers are."""
    list_places(panel, end - 1, listed, places)
    scale_bar(panel, laid)
    return number_places(axes, laid, places)
