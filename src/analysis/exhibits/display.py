"""What a notebook cell shows: its blocks for the writers, HTML and a PNG for JupyterLab."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import PrivateAttr

from analysis.blocks import MIME, Block, Exhibit, Output
from analysis.exhibits.jupyter import html_of
from analysis.exhibits.svg import png_bytes

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Shown(Exhibit):
    """An ``Exhibit`` that shows itself in a cell: it remembers its figure, of which JupyterLab needs a PNG."""

    _figure: Any = PrivateAttr(default=None)
    _picture: bytes = PrivateAttr(default=b"")

    def remember(self, figure: Figure | None) -> Shown:
        """Keep the figure that the chart was drawn from; returns itself."""
        self._figure, self._picture = figure, b""
        return self

    def png(self) -> bytes:
        """The chart as PNG, drawn once; empty for a table."""
        if self._figure is not None and not self._picture:
            self._picture = png_bytes(self._figure)
        return self._picture

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return display(self)._repr_mimebundle_(include, exclude)


@dataclass(frozen=True)
class Display:
    """The blocks of one cell, in order, as Jupyter takes them."""

    blocks: tuple[Block, ...]

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:  # noqa: ARG002
        pictures = [picture for block in self.blocks if (picture := _png(block))]
        bundle: dict[str, Any] = {
            "text/html": html_of(self.blocks, _png),
            MIME: json.loads(Output(blocks=self.blocks).model_dump_json()),
        }
        if len(pictures) == 1:
            bundle["image/png"] = base64.b64encode(pictures[0]).decode("ascii")
        return bundle


def display(*blocks: Block) -> Display:
    """Show ``blocks`` as a cell's result; make it the last line of the cell."""
    return Display(tuple(blocks))


def _png(block: Block) -> bytes:
    return block.png() if isinstance(block, Shown) else b""
