"""What may be expected of the months ahead, how sure that is, and how such statements have fared before.

Pure. A horizon is published only where the series' own past has shown what such a forecast is worth.
"""

from analysis.outlook.accuracy import Accuracy, AtHorizon, too_wide
from analysis.outlook.models import NAIVE
from analysis.outlook.outlook import Outlook, outlook
from analysis.outlook.paths import simulate
from analysis.outlook.score import brier, coverage, interval_score, mase, naive_scale
from analysis.outlook.year_total import YEARS, YearTotal

__all__ = [
    "NAIVE",
    "YEARS",
    "Accuracy",
    "AtHorizon",
    "Outlook",
    "YearTotal",
    "brier",
    "coverage",
    "interval_score",
    "mase",
    "naive_scale",
    "outlook",
    "simulate",
    "too_wide",
]
