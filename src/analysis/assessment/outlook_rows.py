"""Outlooks as rows of frames that may be published; a line with a withheld month has none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.naming import category_title
from analysis.assessment.published import HIDDEN, published_months
from analysis.cannot_say import CannotSay
from analysis.disclosure import State, publish
from analysis.outlook import YEARS, outlook, too_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.results import Results
    from analysis.disclosure import Published, Row
    from analysis.outlook import Outlook
    from analysis.params.recording import RecordingBreak

LIMITS: Final = ("low95", "low80", "expected", "high80", "high95")
YEAR_PARTS: Final = ("months", "so_far", "low95", "low80", "expected", "high80", "high95")


def found_outlook(results: Results, line: str) -> Outlook | CannotSay:
    """The outlook of a line; withheld where any of its months is."""
    if results.any_withheld(line):
        return HIDDEN
    series = results.series(line)
    if series.empty:
        return CannotSay("there are no figures", "no-periods")
    counts = tuple(None if pd.isna(each) else int(each) for each in series)
    return _kept(counts, series.index[0], results.breaks_of(line))


@lru_cache(maxsize=128)
def _kept(counts: tuple[int | None, ...], first: pd.Period, breaks: tuple[RecordingBreak, ...]) -> Outlook | CannotSay:
    """Worked out once a series, since the table and the category's part both ask for it."""
    index = pd.period_range(first, periods=len(counts), freq=first.freq)
    return outlook(pd.Series(counts, index=index, dtype="Int64"), breaks=breaks)


def outlook_row(line: str, found: Outlook) -> dict[str, Any]:
    """One line as a row: the next month, accuracy, and the years in progress."""
    scores = found.accuracy
    return {
        "category": category_title(line),
        "line": line,
        "model": found.model,
        "horizon": found.horizon,
        "first_month": found.months[0],
        **{name: each[0] for name, each in zip(LIMITS, _limits(found), strict=True)},
        "mase": scores.mase,
        "naive_mase": scores.naive_mase,
        "coverage80": 100 * scores.coverage80,
        "coverage95": 100 * scores.coverage95,
        "origins": scores.origins,
        "too_wide": "yes" if too_wide(scores.coverage80, scores.origins) else "no",
        **_years(found),
    }


def _limits(found: Outlook) -> tuple[tuple[int, ...], ...]:
    return found.low95, found.low80, found.median, found.high80, found.high95


def _years(found: Outlook) -> dict[str, Any]:
    """Columns of both years in progress; not applicable where a year is not, or not so far ahead."""
    years = {each.kind: each for each in found.years}
    out: dict[str, Any] = {}
    for kind in YEARS:
        each = years.get(kind)
        name = kind.replace(" ", "_")
        values: tuple[Any, ...] = (None,) * len(YEAR_PARTS)
        if each is not None:
            span = numbers.span(each.first, each.last)
            values = (span, each.so_far, each.low95, each.low80, each.median, each.high80, each.high95)
        for part, value in zip(YEAR_PARTS, values, strict=True):
            out[f"{name}_{part}"] = value
            out[f"{name}_{part}_status"] = "present" if value is not None else "not applicable"
    return out


def published_outlooks(results: Results, rows: list[dict[str, Any]]) -> Published:
    """Publish outlooks: a line with withheld months has none, so that nothing here tells of a withheld count."""
    plain = [name for name in rows[0] if name != "category" and not name.endswith("_status")]
    return publish(rows, results.context.rule, key=["category"], plain=plain)


def published_months_ahead(results: Results, line: str, found: Outlook) -> Published:
    """What was recorded, as published, and what may come, month by month.

    A month ahead has no count that disclosure could have decided on, so counts are taken from the published frame.
    """
    past = [
        {"month": row["month"].value, "count": row["count"].value, "status": _status(row), **_beside(None)}
        for row in published_months(results, [line])
    ]
    ahead = [
        {"month": when, "count": None, "status": str(State.NOT_APPLICABLE), **_beside(values)}
        for when, *values in zip(found.months, *_limits(found), strict=True)
    ]
    return publish([*past, *ahead], results.context.rule, key=["month"], plain=["count", *LIMITS])


def _status(row: Row) -> str:
    return "present" if row["count"].known else str(row["count"].state)


def _beside(values: Sequence[int] | None) -> dict[str, Any]:
    """The limits of a month ahead; not applicable to a month of the past."""
    given: Sequence[int | None] = values if values is not None else [None] * len(LIMITS)
    status = "not applicable" if values is None else "present"
    limits = dict(zip(LIMITS, given, strict=True))
    return {**limits, **{f"{name}_status": status for name in LIMITS}}
