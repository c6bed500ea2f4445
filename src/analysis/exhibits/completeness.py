"""What data there is: one strip of months per force or source, by status, and the share without a location."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, State, required
from analysis.exhibits.completeness_chart import Strip, completeness_chart
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field

if TYPE_CHECKING:
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown

STATUSES: Final = {"present": "Held", "failed": "Feed failed", "missing": "Not held"}


def completeness(frame: Published, caption: Caption, *, threshold: float | None = None) -> Shown | CannotSay:
    """Draw ``frame``, a row per ``force`` and ``month``, with ``supply`` (``present``, ``failed``, ``missing``).

    ``unlocated`` is the percentage of records without a location, drawn as a line under each strip where the frame has
    it, with ``threshold`` marked. A month without a row counts as not supplied. An empty frame is refused.
    """
    if not len(required(frame)):
        return CannotSay("no data was read", "no-data")
    strips = _strips(frame)
    fields = [Field("force", "Force"), Field("month", "Month", numbers.month), Field("supply", "Supply")]
    if "records" in frame.columns:
        fields.append(Field("records", "Records", numbers.count))
    if "unlocated" in frame.columns:
        fields.append(Field("unlocated", "Without a location", numbers.percent))
    figure = completeness_chart(strips, threshold)
    return exhibit(frame, caption, fields, figure=figure, alt=_alt(strips, caption.subtitle), print_table=False)


def _strips(frame: Published) -> list[Strip]:
    months = sorted(value.value for value in frame.column("month"))
    periods = pd.period_range(months[0], months[-1], freq=months[0].freq)
    found = {(row.words("force"), row["month"].value): row for row in frame}
    has_share = "unlocated" in frame.columns
    strips = []
    for force in dict.fromkeys(row.words("force") for row in frame):
        rows = [found.get((force, period)) for period in periods]
        supply = [
            "missing" if row is None or row["supply"].state is not State.VALUE else row.words("supply") for row in rows
        ]
        shares = [row.number("unlocated") if row is not None and has_share else None for row in rows]
        strips.append(Strip(force, periods, supply, shares))
    return strips


def _alt(strips: list[Strip], subtitle: str) -> str:
    return " ".join([f"Strip chart: {subtitle.rstrip('.')}.", *(_strip_words(strip) for strip in strips)])


def _strip_words(strip: Strip) -> str:
    total, here = len(strip.periods), strip.supply.count("present")
    words = f"{strip.force}: {here} of {total} months held"
    if failed := strip.supply.count("failed"):
        words += f", {failed} with a failed feed"
    known = [(share, period) for share, period in zip(strip.shares, strip.periods, strict=True) if share is not None]
    if not known:
        return f"{words}."
    share, period = max(known, key=lambda pair: pair[0])
    return f"{words}; the share without a location peaks at {numbers.percent(share)} in {numbers.month(period)}."
