"""A year decided by one month: what the change is without that month, and which declared event fell in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.events import events_in
from analysis.cannot_say import CannotSay, said
from analysis.measures import compare
from analysis.prose import LEVEL_WORDS, limits

if TYPE_CHECKING:
    import pandas as pd

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.measures import Comparison

SHARE: Final = 0.2
"""Share of a year's total in one month from which on the year is set beside itself without that month; an even year
has a twelfth."""
LEAST: Final = 10
"""Records in that month, below which it is left to chance."""


@dataclass(frozen=True)
class LoneMonth:
    """A month that holds much of a year's total: the year's comparison, and the same without that month."""

    month: pd.Period
    count: int
    year: Comparison
    without: Comparison | CannotSay

    @property
    def decides(self) -> bool:
        """Whether the verdict on the year is another without the month, or none at all."""
        return not said(self.without) or self.without.change.verdict != self.year.change.verdict


def lone_month(context: Context, results: Results, line: str) -> list[Block]:
    """A caution where one month holds so much of the year that it may decide the comparison; else nothing."""
    found = heavy_month(results, line)
    if found is None:
        return []
    of = f"{numbers.count(found.count)} of the {numbers.count(found.year.change.after)}"
    lead = f"{numbers.month(found.month)} alone has {of}. {_event(context, found.month)}"
    return [caution(lead, _without(found), title="One month decides" if found.decides else "One month weighs most")]


def deciding_month(results: Results, line: str) -> LoneMonth | None:
    """The month without which the verdict on the year would be another; None where there is none."""
    found = heavy_month(results, line)
    return found if found is not None and found.decides else None


def heavy_month(results: Results, line: str) -> LoneMonth | None:
    """The month that holds so much of the year that it may decide the comparison; None where there is none."""
    year = results.year_on_year(line)
    if results.context.annual or not said(year) or results.any_withheld(line):
        return None
    series = results.series(line)
    counts = {after: int(series.loc[after]) for after, _ in year.matched}  # type: ignore[call-overload]
    month = max(counts, key=lambda when: (counts[when], when.ordinal))
    if counts[month] < max(LEAST, SHARE * year.change.after):
        return None
    rest = {after: before for after, before in year.matched if after != month}
    without = compare(series, year.before, year.after, rest, breaks=results.breaks_of(line))
    return LoneMonth(month, counts[month], year, without)


def _event(context: Context, month: pd.Period) -> str:
    names = [event.name for event in events_in(context, [month])]
    return f"In the events calendar of that month: {numbers.listed(names)}. " if names else ""


def _without(found: LoneMonth) -> str:
    name = numbers.month(found.month).split()[0]
    if isinstance(found.without, CannotSay):
        return f"Without {name} in either year nothing can be compared: {found.without.reason}."
    change, span = found.without.change, found.without.change.percent_limits
    counts = f"{numbers.count(change.after)} against {numbers.count(change.before)}"
    if isinstance(span, CannotSay):
        return f"Without {name} in either year: {counts}, too few for a percentage."
    clear = change.verdict != "no clear change"
    verdict = f"it {change.verdict}" if clear else "there is no clear change"
    too = "" if found.decides else " too" if clear else " either"
    return f"Without {name} in either year {verdict}{too}: {counts} ({LEVEL_WORDS}: {limits(*span)})."
