"""Documents: an executed notebook is read into one ``Document``, and every writer takes that and nothing else."""

from __future__ import annotations

from analysis.render.html import write_html
from analysis.render.markdown import write_markdown
from analysis.render.number import Numbering, number
from analysis.render.portfolio import Entry, write_portfolio
from analysis.render.read import read_document

__all__ = ["Entry", "Numbering", "number", "read_document", "write_html", "write_markdown", "write_portfolio"]
