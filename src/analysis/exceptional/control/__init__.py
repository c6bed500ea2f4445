"""Control charts (Shewhart 1931): is a process steady, and which points does its own swing not explain?

Each chart takes plain values and says centre and limits point by point; ``control_chart`` draws a monthly series with
its season taken out first, since a chart that does not cries wolf every summer.
"""

from analysis.exceptional.control.attributes import c_chart, laney, p_chart, u_chart
from analysis.exceptional.control.chart import Chart
from analysis.exceptional.control.deseasonal import seasonal_index
from analysis.exceptional.control.runs import Runs, runs, shifts
from analysis.exceptional.control.series import SeriesChart, control_chart
from analysis.exceptional.control.xmr import xmr

__all__ = [
    "Chart",
    "Runs",
    "SeriesChart",
    "c_chart",
    "control_chart",
    "laney",
    "p_chart",
    "runs",
    "seasonal_index",
    "shifts",
    "u_chart",
    "xmr",
]
