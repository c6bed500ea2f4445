"""Where a series is heading: one sound trend model a series, or the reason why none can be said.

Pure. A trend is said only where two models agree, where it does not hang on the Covid months, and never across a change
in how crime is recorded. Diagnostics are shown, and switch nothing.
"""

from analysis.trends.break_search import FoundBreak, Kind, break_column, search_break
from analysis.trends.count_model import CountModel, count_model
from analysis.trends.diagnostics import Diagnostics, Overdispersion, cameron_trivedi
from analysis.trends.estimate import Direction, Estimate
from analysis.trends.local_level import LocalLevel, local_level
from analysis.trends.log_linear_fit import LogLinear, fit_log_linear, log_likelihood
from analysis.trends.quarters import to_quarters
from analysis.trends.result import Trend, Undeclared
from analysis.trends.serial import LjungBox, autocorrelation, ljung_box, ljung_box_q
from analysis.trends.trend import trend
from analysis.trends.wandering import Drift, Wandering, wandering, wandering_drift

__all__ = [
    "CountModel",
    "Diagnostics",
    "Direction",
    "Drift",
    "Estimate",
    "FoundBreak",
    "Kind",
    "LjungBox",
    "LocalLevel",
    "LogLinear",
    "Overdispersion",
    "Trend",
    "Undeclared",
    "Wandering",
    "autocorrelation",
    "break_column",
    "cameron_trivedi",
    "count_model",
    "fit_log_linear",
    "ljung_box",
    "ljung_box_q",
    "local_level",
    "log_likelihood",
    "search_break",
    "to_quarters",
    "trend",
    "wandering",
    "wandering_drift",
]
