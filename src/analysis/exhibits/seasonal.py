"""The season: the same months of successive years side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.seasonal_chart import Year, seasonal_chart
from analysis.exhibits.series import line_of

if TYPE_CHECKING:
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

YEARS = 2
"""Fewer years than this show no season."""


def seasonal(frame: Published, caption: Caption, *, unit: str) -> Shown | CannotSay:
    """Draw ``month`` and ``count`` of ``frame`` as one line for each twelve months, the latest strong.

    Refused as ``CannotSay`` where fewer than two of the twelve-month stretches have any month, or the data are not
    monthly: that is no season. A missing month is a gap in its line.
    """
    line = line_of(required(frame))
    if line.periods.freqstr != "M":
        return CannotSay("yearly or quarterly figures have no months", "no-months")
    starts = range(len(line.values) - 12, -1, -12)
    years: list[Year] = [(line.periods[start + 11], line.values[start : start + 12]) for start in starts]
    years = [year for year in years if any(count is not None for count in year[1])]
    if len(years) < YEARS:
        return CannotSay("a season needs the same months of at least two years", "no-season")
    fields = [Field("month", "Month", numbers.month), Field("count", unit, numbers.count)]
    alt = _alt(years, caption.subtitle)
    return exhibit(frame, caption, fields, figure=seasonal_chart(years, unit), alt=alt, print_table=False)


def _alt(years: list[Year], subtitle: str) -> str:
    parts = [f"Line chart, one line a year: {subtitle.rstrip('.')}."]
    for end, counts in years:
        known = [(count, end - 11 + place) for place, count in enumerate(counts) if count is not None]
        high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
        parts.append(
            f"In the {numbers.year_ending(end)} the highest month is {numbers.month(high[1])} "
            f"with {numbers.count(high[0])}, the lowest {numbers.month(low[1])} with {numbers.count(low[0])}."
        )
    return " ".join(parts)
