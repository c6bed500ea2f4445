"""Months out of the ordinary: what was to be expected, what would have been surprising, and control charts.

Pure. A month is called exceptional only against a prediction made without it.
"""

from analysis.exceptional.control import SeriesChart, control_chart
from analysis.exceptional.ears import Ears, ears
from analysis.exceptional.expected import Exceptional, exceptional_month
from analysis.exceptional.months import Findings, exceptional_months, findings, together
from analysis.exceptional.predictive import Predictive

__all__ = [
    "Ears",
    "Exceptional",
    "Findings",
    "Predictive",
    "SeriesChart",
    "control_chart",
    "ears",
    "exceptional_month",
    "exceptional_months",
    "findings",
    "together",
]
