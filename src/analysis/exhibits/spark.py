"""A sparkline: the shape of a series in the height of a table's row, with the latest twelve months picked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.blocks import Cell
from analysis.exhibits.style import BLUE, CONTEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH: Final = 76.0
HEIGHT: Final = 16.0
EDGE: Final = 2.0
"""Room for the line's own width and the closing dot, in points."""


def sparkline(values: Sequence[float | None], latest: int, words: str) -> Cell:
    """Draw ``values`` from zero up, the last ``latest`` of them strong; a gap in the line is a missing value.

    ``words`` says the same as text. With fewer than two known values there is no line, only the words.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return Cell(text=words)
    spots = _spots(values, max(known))
    start = max(0, len(values) - latest)
    joined = start > 0 and spots[start - 1] is not None
    parts = [_path(run, CONTEXT, 0.9) for run in runs(spots[: start + joined])]
    parts += [_path(run, BLUE, 1.5) for run in runs(spots[start:])]
    last = next(spot for spot in reversed(spots) if spot)
    dot = f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="1.7" fill="{BLUE}"/>'
    size = f'width="{WIDTH:.0f}pt" height="{HEIGHT:.0f}pt" viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}{dot}</svg>'
    return Cell(text=words, svg=svg)


Spot = tuple[float, float]


def _spots(values: Sequence[float | None], top: float) -> list[Spot | None]:
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    scale = (HEIGHT - 2 * EDGE) / (top or 1)
    return [None if v is None else (EDGE + i * step, HEIGHT - EDGE - v * scale) for i, v in enumerate(values)]


def runs(spots: Sequence[Spot | None]) -> list[list[Spot]]:
    """Cut a line where values are missing, so that no stroke joins what lies on either side of a gap."""
    pieces: list[list[Spot]] = [[]]
    for spot in spots:
        if spot is None:
            pieces.append([])
        else:
            pieces[-1].append(spot)
    return [piece for piece in pieces if piece]


def _path(run: Sequence[Spot], colour: str, width: float) -> str:
    if len(run) == 1:
        return f'<circle cx="{run[0][0]:.1f}" cy="{run[0][1]:.1f}" r="{width / 2:.1f}" fill="{colour}"/>'
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in run)
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"/>'
