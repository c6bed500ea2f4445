"""Harm weights and unit costs that ship: days of imprisonment by category, as ranges, and pounds by offence.

The tables stand beside this file, so that they are part of what a report is pinned to; ``data/weights/README.md`` tells
where they come from and what is second-hand in them.
"""

from analysis.sources.weights.cambridge import SOURCE, VERSION, HarmWeight, harm_weights, read_weights
from analysis.sources.weights.unit_costs import (
    COVERS,
    PRICE_YEAR,
    UNIT_COSTS_SOURCE,
    UnitCost,
    read_unit_costs,
    unit_costs,
)

__all__ = [
    "COVERS",
    "PRICE_YEAR",
    "SOURCE",
    "UNIT_COSTS_SOURCE",
    "VERSION",
    "HarmWeight",
    "UnitCost",
    "harm_weights",
    "read_unit_costs",
    "read_weights",
    "unit_costs",
]
