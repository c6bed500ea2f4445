"""Whether a series carries a trend at all: decided from the series alone, before any model is fitted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.measures import Usable, least
from analysis.params.recording import RecordingBreak
from analysis.trends.result import UNIT

PERIODS: Final = {"M": "trend-months", "Q-MAR": "trend-quarters", "Y-MAR": "trend-years"}
MEAN: Final = {"M": "monthly-mean", "Q-MAR": "quarterly-mean", "Y-MAR": "yearly-mean"}
UNITS: Final = {"M": ("month", "months"), "Q-MAR": ("quarter", "quarters"), "Y-MAR": ("financial year",) * 2}


def too_little(counted: pd.Series, usable: Usable, pulse: str, since: str, *, summed: bool) -> CannotSay | None:
    """The refusal of a series that carries no trend, or None.

    ``pulse`` names what absorbs periods, ``since`` the break after which the series starts (each may be empty);
    ``summed`` says that months were summed to quarters.
    """
    freq = usable.periods.freqstr
    one, many = UNITS[freq][0], f"{UNITS[freq][0]}s"
    why = f"with fewer than {least('monthly-mean'):g} a month only quarters can be used, and " if summed else ""
    number = numbers.plural(usable.usable, one, many)
    be = "is" if usable.usable == 1 else "are"
    if usable.usable < least(PERIODS[freq]) or usable.stretch < least("trend-stretch"):
        if usable.observed >= least(PERIODS[freq]) and usable.absorbed:
            lie = "lies" if usable.usable == 1 else "lie"
            return CannotSay(f"{why}only {number} {lie} outside the {UNIT[freq]}s of {pulse}", "covid")
        after = f" since {since}" if since else ""
        return CannotSay(f"{why}{number} with figures{after} {be} too few", "too-short")
    if counted.mean() < least(MEAN[freq]):
        return CannotSay(f"fewer than {least(MEAN[freq]):g} a {one} are too few", "small-counts")
    return None


def pulse_names(breaks: Sequence[RecordingBreak]) -> str:
    """The passing breaks by name, each once: ``Covid restrictions``."""
    return numbers.listed(list(dict.fromkeys(each.name for each in breaks if each.kind == "pulse")))
