"""The key of a map: classes with how many areas are in each, or circles with what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from matplotlib.patches import Circle, Rectangle

from analysis import numbers
from analysis.exhibits.map_sheet import GUTTER_MM, MAP_MM, ROW_MM
from analysis.exhibits.style import CONTEXT, QUIET, SMALL, TEXT, WIDTH_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from analysis.exhibits.map_classes import Band

LEFT: Final = MAP_MM + GUTTER_MM
HEAD_MM: Final = 6.0
CLASS_MM: Final = 6.4
UNKNOWN: Final[dict[str, dict[str, Any]]] = {
    "withheld": {"facecolor": "white", "edgecolor": CONTEXT, "hatch": "....", "linewidth": 0},
    "no data": {"facecolor": "white", "edgecolor": CONTEXT, "hatch": "/////", "linewidth": 0},
}
"""How areas without a published count are drawn: dotted or hatched, never in the shade of any count."""
WORDS: Final = {"withheld": "Withheld [c], not zero", "no data": "No data [x], not zero"}


def class_key(panel: Axes, top: float, title: str, classes: Sequence[Band], unknown: dict[str, int]) -> float:
    """The classes from ``top`` downwards, the highest first; returns where they end."""
    y = _head(panel, top, title)
    for band in reversed(classes):
        _swatch(panel, y, {"facecolor": band.shade, "edgecolor": CONTEXT, "linewidth": 0.5})
        _row(panel, y, band.words, band.areas)
        panel.text(LEFT + 9, y - 3.3, band.means, fontsize=SMALL, color=QUIET, va="center")
        y -= CLASS_MM
    return _unknown_rows(panel, y, unknown)


def circle_key(
    panel: Axes, top: float, title: str, largest: float, millimetres: float, unknown: dict[str, int]
) -> float:
    """Three circles from ``top`` downwards; ``largest`` is the count whose circle has a radius of ``millimetres``."""
    y = _head(panel, top, title) + 2
    for count in circle_steps(largest):
        radius = millimetres * (count / largest) ** 0.5
        y -= radius
        panel.add_patch(Circle((LEFT + millimetres, y), radius, facecolor="#2073BC", edgecolor="white", linewidth=0.5))
        panel.text(LEFT + 2 * millimetres + 3, y, numbers.count(count), fontsize=SMALL, va="center")
        y -= radius + 1.2
    return _unknown_rows(panel, y - 3, unknown)


def circle_steps(largest: float) -> list[int]:
    """Up to three round counts to show circles of, the largest first."""
    steps = [_rounded(largest / part) for part in (1, 4, 16)]
    return [step for step in dict.fromkeys(steps) if step]


def _rounded(count: float) -> int:
    """``count`` down to one figure and noughts: 446 is 400."""
    power = int("1" + "0" * (len(str(int(count))) - 1))
    return int(count) // power * power


def key_height(rows: int, unknown: int, listed: int) -> float:
    """How high a panel is that has ``rows`` of classes and ``listed`` places."""
    return HEAD_MM + rows * CLASS_MM + unknown * 5 + 9 + listed * ROW_MM


def _head(panel: Axes, top: float, title: str) -> float:
    panel.text(LEFT, top, title, fontweight="bold", fontsize=TEXT, va="top")
    return top - HEAD_MM - 1


def _unknown_rows(panel: Axes, y: float, unknown: dict[str, int]) -> float:
    for what, areas in unknown.items():
        _swatch(panel, y, UNKNOWN[what])
        panel.add_patch(Rectangle((LEFT, y - 1.6), 6.5, 3.2, facecolor="none", edgecolor=CONTEXT, linewidth=0.5))
        _row(panel, y, WORDS[what], areas)
        y -= 5
    return y


def _swatch(panel: Axes, y: float, look: dict[str, Any]) -> None:
    panel.add_patch(Rectangle((LEFT, y - 1.6), 6.5, 3.2, **look))


def _row(panel: Axes, y: float, words: str, areas: int) -> None:
    panel.text(LEFT + 9, y, words, fontsize=SMALL, va="center")
    said = f"{numbers.count(areas)} area{'' if areas == 1 else 's'}"
    panel.text(WIDTH_MM - 0.5, y, said, fontsize=SMALL, color=QUIET, ha="right", va="center")
