"""Ways of telling what would have been: one file a design, one result type."""

from __future__ import annotations

from typing import Final

from analysis.errors import did_you_mean
from analysis.evaluation.design import Design
from analysis.evaluation.designs.before_after import DESIGN as BEFORE_AFTER
from analysis.evaluation.designs.comparative_series import DESIGN as COMPARATIVE_SERIES
from analysis.evaluation.designs.displacement_difference import DESIGN as DISPLACEMENT_DIFFERENCE
from analysis.evaluation.designs.empirical_bayes import DESIGN as EMPIRICAL_BAYES
from analysis.evaluation.designs.interrupted_series import DESIGN as INTERRUPTED_SERIES
from analysis.evaluation.designs.panel import DESIGN as PANEL
from analysis.evaluation.designs.structural import DESIGN as STRUCTURAL
from analysis.evaluation.designs.synthetic_control import DESIGN as SYNTHETIC_CONTROL
from analysis.evaluation.designs.synthetic_difference import DESIGN as SYNTHETIC_DIFFERENCE
from analysis.evaluation.designs.with_comparator import DESIGN as WITH_COMPARATOR

DESIGNS: Final[tuple[Design, ...]] = (
    BEFORE_AFTER,
    EMPIRICAL_BAYES,
    WITH_COMPARATOR,
    DISPLACEMENT_DIFFERENCE,
    INTERRUPTED_SERIES,
    COMPARATIVE_SERIES,
    PANEL,
    SYNTHETIC_CONTROL,
    SYNTHETIC_DIFFERENCE,
    STRUCTURAL,
)
"""Every design, those without a comparator first."""


def design_named(name: str) -> Design:
    """The design of this name; raises ``ValueError`` that names the nearest."""
    by_name = {each.name: each for each in DESIGNS}
    if name not in by_name:
        raise ValueError(f'"{name}" is not a design{did_you_mean(name, by_name)}')
    return by_name[name]


__all__ = ["DESIGNS", "design_named"]
