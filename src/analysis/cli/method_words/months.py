"""Single months, control charts and the months ahead, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import numbers
from analysis.measures import touched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.exceptional import Exceptional, SeriesChart
    from analysis.outlook import Outlook
    from analysis.params.recording import RecordingBreak

REASONS = "These are reasons to look, not findings."


def exceptional(found: Exceptional, _: Mapping[str, Any]) -> str:
    """``June 2022 was exceptionally high: 62, where 12 were to be expected (99% limits: 4 to 24).``."""
    verdict = "within the ordinary" if found.verdict == "ordinary" else f"exceptionally {found.verdict}"
    limits = numbers.interval(found.low, found.high, numbers.count)
    expected = f"{numbers.count(found.observed)}, where {numbers.plain(round(found.expected, 1))} were to be expected"
    lead = f"{numbers.month(found.month)} was {verdict}: {expected} (99% limits: {limits})."
    return lead + (f" It lies within {numbers.listed(found.explained)}." if found.explained else "")


def chart(found: SeriesChart, given: Mapping[str, Any]) -> str:
    """Which months lie outside the limits, and whether the level shifted."""
    outside = [numbers.month(each) for each in found.outside]
    lead = f"Outside the limits: {numbers.listed(outside)}." if outside else "No month lies outside the limits."
    runs = int(found.shifted.sum())
    shifted = f"{numbers.count(runs)} months lie in runs of seven or more on one side of the centre." if runs else ""
    usable = f"{found.kind} chart of {numbers.count(int(found.usable.sum()))} usable months."
    apart = _apart(found, given.get("breaks", ())) if outside else ""
    return " ".join(each for each in (lead, apart, REASONS if outside or runs else "", shifted, usable) if each)


def _apart(found: SeriesChart, breaks: Sequence[RecordingBreak]) -> str:
    """Which of the months outside lie in a pulse, such as Covid restrictions, by its name."""
    within = {
        each.name: [numbers.month(when) for when in found.outside if touched((each,), pd.PeriodIndex([when]))]
        for each in breaks
    }
    return " ".join(
        f"{numbers.listed(months)} {'lies' if len(months) == 1 else 'lie'} within {name}."
        for name, months in within.items()
        if months
    )


def ahead(found: Outlook, _: Mapping[str, Any]) -> str:
    """The months ahead: the first and the last, with their intervals, and what such statements were worth."""
    ends = [0] if found.horizon == 1 else [0, found.horizon - 1]
    said = [
        f"{numbers.month(found.months[each])}: {numbers.count(found.median[each])} (80% interval: "
        f"{numbers.interval(found.low80[each], found.high80[each], numbers.count)}; 95%: "
        f"{numbers.interval(found.low95[each], found.high95[each], numbers.count)})."
        for each in ends
    ]
    worth = found.accuracy
    held = numbers.percent(100 * worth.coverage80, 0)
    error, naive = (numbers.decimal(each, 2) for each in (worth.mase, worth.naive_mase))
    said.append(
        f"By {found.model}, tried from {numbers.count(worth.origins)} past months: scaled error {error}, "
        f"against {naive} of seasonal naive; its 80% intervals held {held} of what came."
    )
    return " ".join(said)
