"""Harm weights that ship with the package: days of imprisonment by category, as ranges, never as one value.

The tables stand beside this file, so that they are part of what a report is pinned to; ``data/weights/README.md`` tells
where they come from and what is second-hand in them.
"""

from analysis.sources.weights.cambridge import SOURCE, VERSION, HarmWeight, harm_weights, read_weights

__all__ = ["SOURCE", "VERSION", "HarmWeight", "harm_weights", "read_weights"]
