"""What the performance reports of an edition publish of the same counts: a reader lays them beside the assessment.

They come first and are decided by themselves, each knowing those before it. What they publish is then known, and the
assessment allows for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis.assessment.as_at import as_at
from analysis.assessment.context import Context
from analysis.assessment.counted_targets import counted_of, target_window
from analysis.assessment.published_before import Told
from analysis.cannot_say import said
from analysis.measures import Comparison, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.assessment.results import Results
    from analysis.cannot_say import CannotSay


def told_by_performance(results: Results) -> list[Told]:
    """Counts of lines that the performance reports of months up to the period's end publish."""
    context, found = results.context, []
    for asked in () if context.annual else context.edition.performance:
        if asked.month <= context.edition.period.end:
            told = as_at(context.declaration, asked)
            own = type(results)(Context(told, results.slices.until(asked.month), context.before))
            found += [*_of_targets(own), *_of_months(own)]
    return found


def _of_targets(own: Results) -> Iterator[Told]:
    for indicator in own.context.edition.indicators:
        period = target_window(indicator, own.context)
        counted = counted_of(indicator, own.context, own) if indicator.category else None
        if period and counted and isinstance(counted.actual, float):
            held = Window(period.start, min(period.end, own.context.window.end))
            yield Told(indicator.category, frozenset(held.periods), round(counted.actual))
            yield from _of_a_change(indicator.category, counted.on_the_year)


def _of_a_change(line: str, found: Comparison | CannotSay | None) -> Iterator[Told]:
    if found is not None and said(found):
        yield Told(line, frozenset(earlier for _, earlier in found.matched), found.change.before)
        yield Told(line, frozenset(later for later, _ in found.matched), found.change.after)


def _of_months(own: Results) -> Iterator[Told]:
    """The months looked at, of every line that is looked at: one out of the ordinary is shown with its count."""
    window = own.context.window
    for line in (each for each in own.lines if not own.any_withheld(each)):
        counts = own.series(line).dropna()
        for when, count in zip(pd.PeriodIndex(counts.index), counts, strict=True):
            if when in window.periods:
                yield Told(line, frozenset({when}), int(count))
