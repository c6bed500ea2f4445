"""Ways of telling what would have been: one file a design, one result type."""

from __future__ import annotations

from typing import Final

from analysis.errors import did_you_mean
from analysis.evaluation.design import Design

DESIGNS: Final[tuple[Design, ...]] = ()
"""Every design, those without a comparator first."""


def design_named(name: str) -> Design:
    """The design of this name; raises ``ValueError`` that names the nearest."""
    by_name = {each.name: each for each in DESIGNS}
    if name not in by_name:
        raise ValueError(f'"{name}" is not a design{did_you_mean(name, by_name)}')
    return by_name[name]


__all__ = ["DESIGNS", "design_named"]
