"""Where the numbers of a map stand: on their places, moved apart where places lie close together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ROUNDS: Final = 400
PULL: Final = 0.02
"""How strongly a number is drawn back to its place at each round."""


def apart(
    places: Sequence[tuple[float, float]], radius: float, room: tuple[float, float], gap: float = 0.4
) -> list[tuple[float, float]]:
    """Centres of circles of ``radius`` for ``places``, none over another, inside ``room`` (width, height); the same
    each time.
    """
    at = own = np.array(places, dtype=float).reshape(-1, 2)
    low, high = np.full(2, radius), np.maximum(np.array(room) - radius, radius)
    for _ in range(ROUNDS):
        at = np.clip(at + PULL * (own - at), low, high)
        at = np.clip(at + _pushed(at, 2 * radius + gap), low, high)
    return [(float(x), float(y)) for x, y in at]


def _pushed(at: NDArray[np.float64], least: float) -> NDArray[np.float64]:
    """How far each must go for every two to be ``least`` apart, each doing half."""
    # Places in one spot have no direction to part in: a turn of their own gives each one.
    turns = 2.4 * np.arange(len(at))
    turned = at + 1e-3 * np.column_stack([np.cos(turns), np.sin(turns)])
    between = turned[:, None, :] - turned[None, :, :]
    distance = np.sqrt((between**2).sum(axis=2)) + np.eye(len(at)) * least
    short = np.maximum(0.0, least - distance) / 2
    moved: NDArray[np.float64] = (between / distance[:, :, None] * short[:, :, None]).sum(axis=1)
    return moved
