"""What was known as at the end of a month: nothing that was declared for later, or may have come to be known later.

Declared figures and actions carry no day on which they came to be known. So whatever may be later is not yet known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.params.figure import Unknown
from analysis.params.month import last_day
from analysis.params.origin import Period
from analysis.targets import period_end

if TYPE_CHECKING:
    from analysis.assessment.declaration import Declaration
    from analysis.params import Indicator
    from analysis.params.edition import Edition
    from analysis.params.performance import Performance

YEAR: Final = re.compile(r"\b(\d{4})(?:/(\d{2}))?\b")
NOT_ASKED: Final = (
    "area_context", "claims", "surveys", "consultations", "initiatives", "timetable", "equality", "slips",
    "not_published", "member_priorities",
)  # fmt: skip
"""What a performance report does not show, and could tell of later months."""


def title(asked: Performance) -> str:
    """``Performance report, quarter to September 2022``."""
    return f"Performance report, {span_words(asked)}"


def span_words(asked: Performance) -> str:
    """``quarter to September 2022``, ``September 2022``, ``six months to September 2022``."""
    month = numbers.month(pd.Period(asked.month, "M"))
    if asked.months == 1:
        return month
    return f"{'quarter' if asked.months == 3 else f'{numbers.in_words(asked.months)} months'} to {month}"


def as_at(declaration: Declaration, asked: Performance) -> Declaration:
    """The declaration as it stood at the end of ``asked.month``: the edition's period is the months looked at.

    What was approved later is the edition; of this report nothing is declared, so it is not called final.
    """
    edition, month = declaration.edition, pd.Period(asked.month, "M")
    own: dict[str, Any] = {
        "title": title(asked),
        "period": Period(start=asked.start, end=asked.month),
        "produced": last_day(asked.month),
        "approved": None,
        "status": "draft" if edition.status == "draft" else "not published",
        "revision": "",
        "next_update": "",
        "leaflet": None,
        "performance": tuple(each for each in edition.performance if each.month < asked.month),
        "indicators": tuple(indicator_as_at(each, month) for each in edition.indicators),
        "events": tuple(each for each in edition.events if pd.Period(each.start, "M") <= month),
        **dict.fromkeys(NOT_ASKED, ()),
    }
    earlier = tuple(each for each in declaration.earlier if each.period_end <= asked.month)
    return declaration.model_copy(update={"edition": _edition(edition, own), "until": asked.month, "earlier": earlier})


def _edition(edition: Edition, own: dict[str, Any]) -> Edition:
    return edition.model_copy(update=own)


def indicator_as_at(indicator: Indicator, month: pd.Period) -> Indicator:
    """An indicator without a figure for a period that may end after ``month``, nor a remark on one."""
    own: dict[str, Any] = {}
    if _later(indicator.part_year or indicator.target_period, month):
        own |= {"actual": Unknown.NOT_YET_KNOWN, "sample_size": Unknown.NOT_YET_KNOWN, "part_year": ""}
    if _later(indicator.target_period, month):
        own |= {"note": "", "flag": ""}
    if _later(indicator.baseline_period, month):
        own |= {"baseline": Unknown.NOT_YET_KNOWN, "baseline_sample_size": Unknown.NOT_YET_KNOWN}
    return indicator.model_copy(update=own)


def _later(period: str, month: pd.Period) -> bool:
    """Whether a period in words may end after ``month``: one that names no month may go to the end of its year."""
    end = period_end(period)
    if end is None:
        years = [int(found[1]) + bool(found[2]) for found in YEAR.finditer(period)]
        end = pd.Period(f"{max(years)}-12", "M") if years else None
    return end is None or end > month
