"""The sheet of a map: the ground to the left, the key and the numbered places to the right, a scale bar below."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, log10
from typing import TYPE_CHECKING, Final

from matplotlib.figure import Figure
from matplotlib.patches import Circle

from analysis.exhibits.lanes import fitted_line, width_mm
from analysis.exhibits.map_numbers import apart
from analysis.exhibits.style import INCH, INK, QUIET, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from analysis.exhibits.map_ground import Laid

PANEL_MM: Final = 59.0
GUTTER_MM: Final = 4.0
EDGE_MM: Final = 3.0
"""Room around the ground, for its outline and for numbers at its edge."""
FOOT_MM: Final = 8.0
"""The strip below, for the scale bar."""
MAP_MM: Final = WIDTH_MM - PANEL_MM - GUTTER_MM
TALLEST_MM: Final = 83.0
LOWEST_MM: Final = 91.0
"""Of the ground, and of the whole sheet: two maps with their headings and notes fill one page, and no more."""
RADIUS_MM: Final = 2.2
ROW_MM: Final = 4.3
GROUND: Final = "pan-map"
REST: Final = "pan-rest"
KEEP: Final = "pan-keep"
"""Names of what a page moves, of what stands still, and of what keeps its size when the ground grows."""


@dataclass(frozen=True)
class Numbered:
    """A place with a number on the map: the number, its name and what is printed beside it."""

    area: str
    number: str
    name: str
    words: str


def fit(edge: float = EDGE_MM) -> tuple[float, float]:
    """The room for the ground inside its ``edge``, width and height in millimetres."""
    return MAP_MM - 2 * edge, TALLEST_MM - 2 * edge


def map_sheet(laid: Laid, least: float, edge: float = EDGE_MM) -> tuple[Figure, Axes, Axes]:
    """A figure with axes of the ground and of the panel, both in millimetres.

    ``least`` is the panel's height, ``edge`` the room around the ground.
    """
    high = max(LOWEST_MM, least, laid.size[1] + 2 * edge + FOOT_MM)
    figure = Figure(figsize=(WIDTH_MM / INCH, high / INCH))
    ground = _axes(figure, 0, FOOT_MM, MAP_MM, high - FOOT_MM, high, GROUND)
    panel = _axes(figure, 0, 0, WIDTH_MM, high, high, REST)
    across, up = ((outer - inner) / 2 for outer, inner in zip((MAP_MM, high - FOOT_MM), laid.size, strict=True))
    ground.set_xlim(-across, MAP_MM - across)
    ground.set_ylim(-up, high - FOOT_MM - up)
    return figure, ground, panel


def _axes(figure: Figure, left: float, bottom: float, width: float, height: float, high: float, name: str) -> Axes:
    axes = figure.add_axes((left / WIDTH_MM, bottom / high, width / WIDTH_MM, height / high))
    axes.set_axis_off()
    axes.set_gid(name)
    axes.set_xlim(0, width)
    axes.set_ylim(0, height)
    return axes


def moving(svg: str, name: str) -> str:
    """Put the ground of a map's ``svg`` into a window of its own, which a page can look through at a smaller part.

    A number and its disc become one group, so that they keep their size about one middle.
    """
    size = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert size
    width, height = float(size[1]) * MAP_MM / WIDTH_MM, float(size[2]) - FOOT_MM / INCH * 72
    box = f"0 0 {width:.2f} {height:.2f}"
    window = f'<svg class="ground" x="0" y="0" width="{width:.2f}" height="{height:.2f}" viewBox="{box}">\n'
    ground, rest = (f'<g id="{name}-{each}">' for each in (GROUND, REST))
    places = re.compile(rf'<g id="{name}-pan-disc-(\d+)">.*?<g id="{name}-pan-number-\1">.*?</g>', re.DOTALL)
    svg = places.sub(rf'<g id="{name}-{KEEP}-place-\1">\n\g<0>\n</g>', svg)
    return svg.replace(ground, window + ground, 1).replace(rest, "</svg>\n" + rest, 1)


def scale_bar(panel: Axes, laid: Laid) -> None:
    """A bar of a round number of kilometres, about a quarter of the map's width; a page hides it from a grown map."""
    kilometres = nice(MAP_MM / 4 / laid.scale / 1000)
    length = 1000 * kilometres * laid.scale
    left, bottom = 1.0, 2.2
    (bar,) = panel.plot(
        [left, left, left + length, left + length], [bottom + 1.2, bottom, bottom, bottom + 1.2],
        color=QUIET, linewidth=1.0, solid_joinstyle="miter",
    )  # fmt: skip
    words = f"{kilometres:g} km" if kilometres >= 1 else f"{1000 * kilometres:g} m"
    said = panel.text(left + length + 1.5, bottom, words, color=QUIET, fontsize=SMALL, va="bottom")
    bar.set_gid("pan-scale-bar")
    said.set_gid("pan-scale-words")


def nice(value: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above ``value``."""
    power = 10.0 ** floor(log10(value))
    return power * next(step for step in (5, 2, 1) if step * power <= value * (1 + 1e-9))


def number_places(ground: Axes, laid: Laid, places: Sequence[Numbered]) -> list[tuple[float, float]]:
    """Write each number on its place, or beside it with a line to it; returns where they are."""
    spots = [laid.spots[place.area] for place in places]
    (left, right), (bottom, top) = ground.get_xlim(), ground.get_ylim()
    shifted = [(x - left, y - bottom) for x, y in spots]
    at = [(x + left, y + bottom) for x, y in apart(shifted, RADIUS_MM, (right - left, top - bottom))]
    for n, (place, spot, centre) in enumerate(zip(places, spots, at, strict=True), 1):
        _number(ground, place.number, spot, centre, n)
    return at


def _number(ground: Axes, number: str, spot: tuple[float, float], at: tuple[float, float], n: int) -> None:
    """Write one number; ``n`` names it, since places that tie share a number."""
    if (spot[0] - at[0]) ** 2 + (spot[1] - at[1]) ** 2 > (RADIUS_MM / 2) ** 2:
        ground.plot(*zip(spot, at, strict=True), color=INK, linewidth=0.7, zorder=8, clip_on=False)
        dot = Circle(spot, 0.5, facecolor=INK, edgecolor="white", linewidth=0.4, zorder=9, clip_on=False)
        dot.set_gid(f"{KEEP}-dot-{n}")
        ground.add_patch(dot)
    disc = Circle(at, RADIUS_MM, facecolor="white", edgecolor=INK, linewidth=0.8, zorder=10, clip_on=False)
    disc.set_gid(f"pan-disc-{n}")
    ground.add_patch(disc)
    said = ground.text(
        *at, number, ha="center", va="center_baseline", fontsize=SMALL, fontweight="bold", zorder=10, clip_on=False
    )
    said.set_gid(f"pan-number-{n}")


def list_places(panel: Axes, top: float, title: str, places: Sequence[Numbered]) -> None:
    """The numbered places, from ``top`` downwards, each with what it has."""
    left = MAP_MM + GUTTER_MM
    panel.text(left, top, title, fontweight="bold", fontsize=TEXT, va="top")
    for row, place in enumerate(places):
        y = top - 6.5 - row * ROW_MM
        panel.text(left + 2.2, y, place.number, fontweight="bold", fontsize=SMALL, ha="center", va="center")
        panel.text(left + 6, y, _fitting(place.name), fontsize=SMALL, va="center")
        panel.text(WIDTH_MM - 0.5, y, place.words, fontsize=SMALL, ha="right", va="center")


def _fitting(name: str) -> str:
    """A name in the panel's room; where it is too long, its own end (``… 001C``) and not its district is kept."""
    room = PANEL_MM - 17
    return name if width_mm(name) <= room else fitted_line(f"… {name.rpartition(' ')[2]}", room)
