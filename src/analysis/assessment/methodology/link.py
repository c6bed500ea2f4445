"""Where the other documents find this one: beside them in ``reports/``, under the version that made them."""

from __future__ import annotations

from typing import Final

from analysis import __version__
from analysis.blocks import Link, Spans, text
from analysis.params import METHODOLOGY

METHODOLOGY_LINK: Final = f"../../../{METHODOLOGY}/{__version__}/public/{METHODOLOGY}.html"
"""From any document's folder (``reports/<partnership>/<edition>/<audience>/``) to the web page of the methods."""


def methodology_sentence() -> Spans:
    """A sentence that leads there, for the section on methods of any document."""
    title = f"How the figures are made, version {__version__}"
    return text(
        "Each method in full, when it refuses, the published results it reproduces and what is known of how often it "
        "is wrong: ",
        Link(text=title, href=METHODOLOGY_LINK),
        ", which stands beside this document where both were built together.",
    )
