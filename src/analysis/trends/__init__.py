"""Where a series is heading: one sound trend model a series, or the reason why none can be said.

Pure. A trend is said only where two models agree, where it does not hang on the Covid months, and never across a change
in how crime is recorded. Diagnostics are shown, and switch nothing.
"""

from analysis.trends.count_model import CountModel, count_model
from analysis.trends.diagnostics import Diagnostics, Overdispersion, cameron_trivedi, ljung_box
from analysis.trends.estimate import Direction, Estimate
from analysis.trends.local_level import LocalLevel, local_level
from analysis.trends.quarters import to_quarters
from analysis.trends.result import Trend
from analysis.trends.trend import trend

__all__ = [
    "CountModel",
    "Diagnostics",
    "Direction",
    "Estimate",
    "LocalLevel",
    "Overdispersion",
    "Trend",
    "cameron_trivedi",
    "count_model",
    "ljung_box",
    "local_level",
    "to_quarters",
    "trend",
]
