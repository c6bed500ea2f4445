"""A figure as a small, fixed SVG whose text stays text, and as a PNG for JupyterLab."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import matplotlib as mpl

from analysis.exhibits.style import INCH, RC

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHORT = re.compile(r"(-?\d+\.\d{2})\d+")
"""Coordinates to a hundredth of a point: finer than any printer, a third smaller."""
PROLOGUE = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<!--.*?-->", re.DOTALL)
ID = re.compile(r'(id="|href="#|url\(#)')


def svg_text(figure: Figure, name: str) -> str:
    """Draw ``figure`` as an SVG element; its ids start with ``name``, so that many can share one page."""
    out = io.StringIO()
    with mpl.rc_context(RC):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        figure.set_layout_engine("none")
    text = SHORT.sub(r"\1", PROLOGUE.sub("", out.getvalue()))
    text = ID.sub(rf"\g<1>{name}-", text)
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def png_bytes(figure: Figure, dpi: int = 110) -> bytes:
    """Draw ``figure`` as a PNG, the same bytes each time."""
    out = io.BytesIO()
    with mpl.rc_context(RC):
        # The least compression: a sixth less time, and a twelfth more bytes that only JupyterLab reads.
        figure.savefig(out, format="png", dpi=dpi, metadata={"Software": None}, pil_kwargs={"compress_level": 1})
    return out.getvalue()


def size_mm(figure: Figure) -> tuple[float, float]:
    """Width and height of ``figure`` in millimetres."""
    width, height = figure.get_size_inches()
    return round(float(width) * INCH, 1), round(float(height) * INCH, 1)
