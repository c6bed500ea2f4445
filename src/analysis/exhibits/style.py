"""How charts look: Government Analysis Function palette, one typeface, no chart junk, text as large as notes."""

from __future__ import annotations

from typing import Any, Final

from matplotlib import font_manager

from analysis.fonts import FACES, FAMILY

BLUE: Final = "#12436D"
TURQUOISE: Final = "#28A197"
PINK: Final = "#801650"
ORANGE: Final = "#F46A25"
DARK_GREY: Final = "#3D3D3D"
PURPLE: Final = "#A285D1"
PALETTE: Final = (BLUE, TURQUOISE, PINK, ORANGE, DARK_GREY, PURPLE)
"""The Government Analysis Function's categorical palette, in its order; at most four in one chart."""

INK: Final = "#1F2933"
QUIET: Final = "#52606D"
"""Text that is not the message; 4.5:1 on white and more."""
CONTEXT: Final = "#8795A5"
"""Lines that are context; 3:1 on white."""
GRID: Final = "#E3E7EB"
SHADE: Final = "#ECEFF2"
HATCH: Final = "#C3CBD3"

WIDTH_MM: Final = 170.0
"""The width of a page's text."""
TEXT: Final = 8.5
SMALL: Final = 8.0
INCH: Final = 25.4

RC: Final[Any] = {
    "font.family": [FAMILY, "DejaVu Sans"],
    "font.size": TEXT,
    "svg.fonttype": "none",
    "svg.hashsalt": "csp",
    "axes.edgecolor": CONTEXT,
    "axes.linewidth": 0.6,
    "axes.labelcolor": QUIET,
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "hatch.linewidth": 0.5,
    "lines.solid_capstyle": "round",
    "lines.solid_joinstyle": "round",
    "axes.unicode_minus": True,
    "path.simplify": False,
}
"""Matplotlib settings of every chart."""


def register_fonts() -> None:
    """Make the project's typeface known to matplotlib; once is enough."""
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for face in FACES:
        if str(face) not in known:
            font_manager.fontManager.addfont(str(face))


register_fonts()
