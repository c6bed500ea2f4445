"""When a declared period ends, how many years an average stands for, and whether a target is for a month."""

from __future__ import annotations

import re
from typing import Final

import pandas as pd

from analysis.measures import MONTH_NAMES

MONTHS: Final = {name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)}


def period_end(text: str) -> pd.Period | None:
    """Last month of a period in words (``2011/12``, ``each month to March 2012``, ``2012``), None if it cannot tell."""
    if found := re.search(r"(\d{4})/(\d{2})\b", text):
        return pd.Period(f"{int(found[1]) + 1}-03", freq="M")
    if found := re.search(r"([A-Za-z]+) (\d{4})$", text):
        month = MONTHS.get(found[1].lower())
        return pd.Period(f"{found[2]}-{month:02d}", freq="M") if month else None
    return pd.Period(f"{text}-12", freq="M") if re.fullmatch(r"\d{4}", text) else None


def years_averaged(text: str) -> int:
    """How many years a baseline is the mean of: 5 for ``2004 to 2008 average``, else 1."""
    found = re.search(r"(\d{4}) to (\d{4}) average", text)
    return int(found[2]) - int(found[1]) + 1 if found else 1


def each_month(text: str) -> bool:
    """Whether a target is set for each month by itself (``each month to March 2012``) and not for a year's total."""
    return text.strip().lower().startswith(("each month", "every month"))
