"""What an initiative's figures allow: before and after with exact intervals, or what should have been published.

Pure. Without a comparator this is level 2 of the Maryland scale: a change can be associated with an initiative, never
put down to it.
"""

from analysis.evaluation.baseline import baseline_needed
from analysis.evaluation.before_after import WORDING, Effect, LevelOnly, PercentageOnly, before_after
from analysis.evaluation.level import LevelLimits, level_limits, people_needed

__all__ = [
    "WORDING",
    "Effect",
    "LevelLimits",
    "LevelOnly",
    "PercentageOnly",
    "baseline_needed",
    "before_after",
    "level_limits",
    "people_needed",
]
