"""A year decided by one month: what the change is without that month, and which declared event fell in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.blocks import Note, text
from analysis.cannot_say import CannotSay, said
from analysis.measures import compare
from analysis.prose import LEVEL_WORDS, limits

if TYPE_CHECKING:
    import pandas as pd

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.measures import Comparison

SHARE = 0.2
"""Share of a year's total in one month from which on the year is set beside itself without that month; an even year
has a twelfth."""
LEAST = 10
"""Records in that month, below which it is left to chance."""


def lone_month(context: Context, results: Results, line: str) -> list[Block]:
    """A caution where one month holds so much of the year that it may decide the comparison; else nothing."""
    year, found = results.year_on_year(line), deciding_month(results, line)
    if found is None or not said(year):
        return []
    month, count = found
    without = compare(
        results.series(line), year.before, year.after, {a: b for a, b in year.matched if a != month},
        breaks=results.breaks_of(line),
    )  # fmt: skip
    total = numbers.count(year.change.after)
    lead = f"{numbers.month(month)} alone has {numbers.count(count)} of the {total}. {_event(context, month)}"
    return [Note(tone="caution", title="One month decides", spans=text(lead, _without(without, month)))]


def deciding_month(results: Results, line: str) -> tuple[pd.Period, int] | None:
    """The month that holds so much of the year that it may decide the comparison, with its count; None where none does."""
    year = results.year_on_year(line)
    if results.context.annual or not said(year) or results.any_withheld(line):
        return None
    return _largest(results.series(line), year)


def _largest(series: pd.Series, year: Comparison) -> tuple[pd.Period, int] | None:
    """The month of the later period with most, if it holds enough of it."""
    counts = {after: int(series.loc[after]) for after, _ in year.matched}  # type: ignore[call-overload]
    month = max(counts, key=lambda when: (counts[when], when.ordinal))
    enough = counts[month] >= max(LEAST, SHARE * year.change.after)
    return (month, counts[month]) if enough else None


def _event(context: Context, month: pd.Period) -> str:
    text_of = f"{month.year}-{month.month:02d}"
    names = [e.name for e in context.edition.events if e.start <= text_of <= e.end]
    return f"In the events calendar of that month: {numbers.listed(names)}. " if names else ""


def _without(found: Comparison | CannotSay, month: pd.Period) -> str:
    name = numbers.month(month).split()[0]
    if isinstance(found, CannotSay):
        return f"Without {name} in either year nothing can be compared: {found.reason}."
    change, span = found.change, found.change.percent_limits
    counts = f"{numbers.count(change.after)} against {numbers.count(change.before)}"
    if isinstance(span, CannotSay):
        return f"Without {name} in either year: {counts}, too few for a percentage."
    verdict = "there is no clear change" if change.verdict == "no clear change" else f"it {change.verdict} too"
    return f"Without {name} in either year {verdict}: {counts} ({LEVEL_WORDS}: {limits(*span)})."
