"""Counts turned into what may be said of them: rates, changes with exact intervals, periods, the profile of an area.

Pure: frames and parameters in, small frozen results out. What the data cannot carry comes back as ``CannotSay``.
"""

from analysis.measures.breaks import breaks_for, clean_from, pulse_periods, since_step, step_between, touched
from analysis.measures.change import SMALL_TOTAL, Change, Verdict, change
from analysis.measures.comparison import COVID, Comparison, before_covid, compare, year_on_year
from analysis.measures.discoveries import discoveries
from analysis.measures.dispersion import TYPICAL_PHI, Dispersion, series_dispersion
from analysis.measures.harm import HarmChange, HarmShare, harm_change, harm_shares
from analysis.measures.least import LEAST, Least, least, least_table
from analysis.measures.located import Located, allowing_for_location, located_shares, unless_location
from analysis.measures.long_run import LongRun, long_run
from analysis.measures.mixture import Mixture
from analysis.measures.outlines import hectares, neighbours
from analysis.measures.periods import (
    MONTH_NAMES,
    MONTHS_OF,
    Window,
    financial_year,
    latest_year,
    month_text,
    previous_year,
    same_months_before,
)
from analysis.measures.profile import ALL_CRIME, Profile, ProfileLine, is_asb, profile, street_lines, window_total
from analysis.measures.rates import Rate, count_limits, rate
from analysis.measures.ratio import LEVEL, central_p, checked_level, mid_p, mid_p_limits, ratio_limits
from analysis.measures.renamed import Interruption, interruptions
from analysis.measures.series import checked, series
from analysis.measures.usable import Season, Usable, season_form, usable

__all__ = [
    "ALL_CRIME",
    "COVID",
    "LEAST",
    "LEVEL",
    "MONTHS_OF",
    "MONTH_NAMES",
    "SMALL_TOTAL",
    "TYPICAL_PHI",
    "Change",
    "Comparison",
    "Dispersion",
    "HarmChange",
    "HarmShare",
    "Interruption",
    "Least",
    "Located",
    "LongRun",
    "Mixture",
    "Profile",
    "ProfileLine",
    "Rate",
    "Season",
    "Usable",
    "Verdict",
    "Window",
    "allowing_for_location",
    "before_covid",
    "breaks_for",
    "central_p",
    "change",
    "checked",
    "checked_level",
    "clean_from",
    "compare",
    "count_limits",
    "discoveries",
    "financial_year",
    "harm_change",
    "harm_shares",
    "hectares",
    "interruptions",
    "is_asb",
    "latest_year",
    "least",
    "least_table",
    "located_shares",
    "long_run",
    "mid_p",
    "mid_p_limits",
    "month_text",
    "neighbours",
    "previous_year",
    "profile",
    "pulse_periods",
    "rate",
    "ratio_limits",
    "same_months_before",
    "season_form",
    "series",
    "series_dispersion",
    "since_step",
    "step_between",
    "street_lines",
    "touched",
    "unless_location",
    "usable",
    "window_total",
    "year_on_year",
]
