"""What the data count of an edition's indicators: the target's period as far as it goes, and the months behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.measures import (
    Window,
    located_shares,
    series,
    step_between,
    touched,
    unless_location,
    window_total,
    year_on_year,
)
from analysis.targets import Counted, each_month, period_end

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.measures import Comparison
    from analysis.params import Indicator
    from analysis.params.recording import RecordingBreak
    from analysis.targets import TargetResult

YEAR: Final = 12
NAMED: Final = 3
"""Up to this many missing months are named; beyond, counted."""
HIDDEN: Final = CannotSay("withheld so that nobody can be identified", "disclosure")


def counted_of(indicator: Indicator, context: Context, results: Results) -> Counted | None:
    """What the data count of an indicator; None where they do not measure it, or its period has not begun."""
    slugs = _slugs(indicator, context.edition.indicators)
    period = target_window(indicator, context)
    if not slugs or period is None or not all(results.holds(slug) for slug in slugs):
        return None
    held = _up_to(period, context.window.end)
    if any(_withheld(results, slug, held) for slug in slugs):
        return Counted(HIDDEN)
    months = _months(results, slugs)
    declared = indicator.actual if indicator.sum_of and not indicator.category else None
    actual = declared if isinstance(declared, float) else _actual(months, held)
    if context.annual:
        return Counted(actual)
    if any(results.any_withheld(slug) for slug in slugs):
        return Counted(actual, on_the_year=_printed_change(indicator, context, results, held), masked=True)
    named = {each.id: each for slug in slugs for each in results.breaks_of(slug)}
    breaks = tuple(named[name] for name in sorted(named))
    compared = held != period or baseline_window(indicator, context) == held.back(1)
    before = _on_the_year(results, slugs, months, held, breaks) if compared else None
    return Counted(actual, months, period, breaks, before)


def _printed_change(
    indicator: Indicator, context: Context, results: Results, held: Window
) -> Comparison | CannotSay | None:
    """The change that the part on the category prints anyway, where the indicator asks for the very same one.

    It tells of the withheld months no more than is printed there; of any other stretch or sum nothing may be told.
    """
    line, years = indicator.category, (baseline_window(indicator, context), held)
    if line not in results.on_the_year or years != (context.window.back(1), context.window):
        return None
    if results.decision is None:
        return None
    found, decided = results.on_the_year[line], results.decided_on("window")
    hidden = any(results.decision.withholds({"category": line, "window": side}) for side in ("previous", "latest"))
    return None if hidden or (said(found) and found.matched != decided) else found


def _on_the_year(
    results: Results, slugs: Sequence[str], months: pd.Series, held: Window, breaks: Sequence[RecordingBreak]
) -> Comparison | CannotSay:
    """The period as far as it goes against the same months a year earlier, allowing for records without a location."""
    inside = [each for slug in slugs for each in results.lines.get(slug, (slug,))]
    shares = located_shares(results.slices.completeness, inside)
    return unless_location(year_on_year(months, window=held, breaks=breaks), shares)


def target_window(indicator: Indicator, context: Context) -> Window | None:
    """The whole period of an indicator's target, in the frequency of the data; None where it has not begun."""
    end = period_end(indicator.target_period)
    if context.slices is None or end is None or each_month(indicator.target_period):
        return None
    if context.annual:
        year = end.asfreq("Y-MAR")
        return Window(year, year) if year <= context.window.end else None
    return Window(end - (YEAR - 1), end) if end - (YEAR - 1) <= context.window.end else None


def part_of_year(indicator: Indicator, context: Context) -> str:
    """The months that the data cover of a target's period, in words; empty where they cover the whole of it."""
    period = target_window(indicator, context)
    if period is None or period.end <= context.window.end:
        return ""
    return _up_to(period, context.window.end).text


def baseline_window(indicator: Indicator, context: Context) -> Window | None:
    """The twelve months of an indicator's baseline; None where its words do not name a year."""
    end = period_end(indicator.baseline_period)
    if end is None or context.annual or "average" in indicator.baseline_period:
        return None
    return Window(end - (YEAR - 1), end)


def recorded_otherwise(indicator: Indicator, context: Context, results: Results) -> bool:
    """Whether a step in how crime is recorded lies between an indicator's baseline and its target's period."""
    before, period = baseline_window(indicator, context), target_window(indicator, context)
    if before is None or period is None:
        return False
    breaks = [each for slug in _slugs(indicator, context.edition.indicators) for each in results.breaks_of(slug)]
    return step_between(breaks, before.start, period.end) is not None


def unusual_baselines(found: Sequence[TargetResult], context: Context, results: Results) -> dict[str, list[str]]:
    """Indicators that the data count, by the name of what passed during their baseline (Covid restrictions)."""
    named: dict[str, list[str]] = {}
    for indicator in [result.indicator for result in found]:
        window = baseline_window(indicator, context)
        slugs = _slugs(indicator, context.edition.indicators) if context.slices is not None else ()
        if window is None or indicator.rule in ("none", "to be agreed"):
            continue
        breaks = [each for slug in slugs for each in results.breaks_of(slug)]
        for name in dict.fromkeys(each.name for each in touched(breaks, window.periods)):
            named.setdefault(name, []).append(indicator.name)
    return named


def _up_to(period: Window, last: pd.Period) -> Window:
    return Window(period.start, min(period.end, last))


def _slugs(indicator: Indicator, declared: Sequence[Indicator]) -> tuple[str, ...]:
    """The categories that measure an indicator: its own, or those of every part of a sum over the same period."""
    if indicator.category:
        return (indicator.category,)
    by_id: Mapping[str, Indicator] = {each.id: each for each in declared}
    parts = [by_id[name] for part in indicator.sum_of.split("+") if (name := part.strip()) in by_id]
    counted = [part.category for part in parts if part.target_period == indicator.target_period]
    whole = len(counted) == len(indicator.sum_of.split("+"))
    return tuple(counted) if indicator.sum_of and whole and all(counted) else ()


def _months(results: Results, slugs: Sequence[str]) -> pd.Series:
    inside = [each for slug in slugs for each in results.lines.get(slug, (slug,))]
    return series(results.counts, inside)


def _actual(months: pd.Series, held: Window) -> float | CannotSay:
    found = window_total(months, held)
    if found is not None:
        return float(found)
    known = months.reindex(held.periods)
    missing = [numbers.month(when) for when in known.index[known.isna()]]
    named = numbers.listed(missing) if len(missing) <= NAMED else f"{len(missing)} of its {len(known)} months"
    return CannotSay(f"{named} {'is' if len(missing) == 1 else 'are'} not in the data", "missing-months")


def _withheld(results: Results, line: str, window: Window) -> bool:
    """Whether a count over ``window`` would tell of a withheld one: disclosure decides on the edition's own periods.

    Any other stretch is a sum of months, so it is withheld where one of them is.
    """
    if results.decision is None:
        return False
    if window == results.context.window:
        return results.decision.withholds({"category": line, "window": "latest"})
    known = [when for when in window.periods if when in results.series(line).index]
    return any(results.decision.withholds({"category": line, "month": when}) for when in known)
