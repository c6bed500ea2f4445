"""Frames and grounds to draw maps of: a chequerboard of squares that lies in the sea."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from analysis.disclosure import OPEN, RESTRICTED, Published, decide, publish
from analysis.exhibits import Caption, Ground

if TYPE_CHECKING:
    from collections.abc import Mapping

SIDE = 0.02
COUNTS = {f"X{n:02d}": count for n, count in enumerate((90, 40, 22, 21, 20, 20, 19, 12, 8, 7, 6, 5, 5, 4, 0, 0))}
CAPTION = Caption(
    "map-crime", "One of 16 areas stands out", "Recorded crime by small area, year ending June 2022", "Source: made up."
)


def chequerboard(codes: Mapping[str, int], *, outlines: bool = True) -> Ground:
    """Squares of a kilometre or two in rows of four, in two districts."""
    corners = {code: (-30 + SIDE * (n % 4), 50 + SIDE * (n // 4)) for n, code in enumerate(codes)}
    squares = {code: shapely.box(x, y, x + SIDE, y + SIDE) for code, (x, y) in corners.items()}
    middles = {code: (x + SIDE / 2, y + SIDE / 2) for code, (x, y) in corners.items()}
    districts = {code: "west" if x < -30 + 2 * SIDE else "east" for code, (x, _) in corners.items()}
    return Ground(squares if outlines else {}, middles, districts)


def rows(counts: Mapping[str, int | None]) -> list[dict[str, Any]]:
    """A row an area, the highest first, ranks as ties have them."""
    known = sorted((count for count in counts.values() if count is not None), reverse=True)
    order = sorted(counts, key=lambda code: (-(counts[code] if counts[code] is not None else -1), code))
    ranks = {code: pd.NA if counts[code] is None else known.index(counts[code]) + 1 for code in order}
    held = {code: pd.NA if counts[code] is None else counts[code] for code in order}
    return [{"area": code, "place": f"Place {code}", "rank": ranks[code], "count": held[code]} for code in order]


def open_frame(counts: Mapping[str, int | None] = COUNTS) -> Published:
    """The counts as open data: marked, nothing withheld."""
    return publish(
        pd.DataFrame(rows(counts)).astype({"count": "Int64", "rank": "Int64"}),
        OPEN,
        key=["area"],
        counts=["count"],
        plain=["place", "rank"],
    )


def restricted_frame(counts: Mapping[str, int]) -> Published:
    """The counts under full control: small ones withheld, and what would give them away."""
    cube = pd.DataFrame({"area": list(counts), "count": list(counts.values()), "status": "present"})
    decision = decide(cube, [["area"], []], RESTRICTED)
    frame, derived = pd.DataFrame(rows(counts)), {"rank": ["count"]}
    return publish(
        frame, RESTRICTED, key=["area"], counts=["count"], derived=derived, plain=["place"], decision=decision
    )
