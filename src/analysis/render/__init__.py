"""Documents: an executed notebook is read into one ``Document``, and every writer takes that ``Document`` and nothing else."""

from __future__ import annotations

from analysis.render.number import Numbering, number

__all__ = ["Numbering", "number"]
