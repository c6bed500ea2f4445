"""Small designs and made-up places for the tests of checks: what each holds is known, so that each check can be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.setting import Place, Setting
from analysis.measures import change

MONTHS = pd.period_range("2012-01", periods=60, freq="M")
START = MONTHS[48]


def place(name, counts, months=MONTHS):
    return Place(name, pd.Series(np.asarray(counts), index=months, dtype="Int64"))


def drawn(name, mean, seed, factor=1.0):
    """Independent counts around ``mean`` times ``factor`` (a number, or one a month)."""
    rng = np.random.default_rng(seed)
    return place(name, rng.poisson(mean * np.broadcast_to(factor, len(MONTHS))))


def after(factor, start=48, end=60):
    """One before month ``start``, ``factor`` from it on to ``end``."""
    when = np.arange(len(MONTHS))
    return np.where((when >= start) & (when < end), factor, 1.0)


def setting(treated, comparators=(), **more):
    end = more.pop("end", MONTHS[-1])
    return Setting("recorded vandalism", treated, more.pop("start", START), end, tuple(comparators), **more)


def others(number, seed=100, factor=1.0, mean=60):
    return tuple(drawn(f"area {each}", mean, seed + each, factor) for each in range(number))


def matched_totals(asked, *, relative, dispersion=1.0):
    """Counts after against the latest same months before (in years: as many as there are), exactly."""
    when, before = asked.treated.known(asked.after), asked.treated.known(asked.before)
    if not len(when) or not len(before):
        return CannotSay("no period", "no-periods")
    if relative and not asked.comparators:
        return CannotSay("no comparator", "no-comparators")
    seasons = {each.ordinal % asked.a_year for each in when}
    before = [each for each in before if each.ordinal % asked.a_year in seasons][-len(when) :]
    if len(before) < len(when):
        return CannotSay("too few periods before", "few-matched-months")
    before = pd.PeriodIndex(before, freq=when.freq)
    beside = [
        float(sum(each.total(side) for each in asked.comparators)) if relative else len(side) for side in (before, when)
    ]
    widened = dispersion * (1 + (asked.treated.total(when) / beside[1] if relative else 0))
    found = change(
        asked.treated.total(before), asked.treated.total(when), exposure_before=beside[0], exposure_after=beside[1],
        dispersion=widened,
    )  # fmt: skip
    level = found.before / len(before)
    course = tuple(
        Point(each, float(asked.treated.series[each]), level) for each in asked.treated.known(asked.before).append(when)
    )
    return Effect.of_ratio(
        "totals", found.after, found.ratio, found.low, found.high, p=found.p, course=course,
        expected=found.after - found.difference,
    )  # fmt: skip


def design(*, relative=False, dispersion=1.0):
    return Design(
        "totals", "Totals", 3 if relative else 2, "the level before",
        lambda asked: matched_totals(asked, relative=relative, dispersion=dispersion),
    )  # fmt: skip


ALONE, BESIDE = design(), design(relative=True)


def ran(check, asked, by=ALONE):
    """What ``check`` makes of the effect that ``by`` finds in ``asked``."""
    return check(asked, by, by(asked))


def years(name, counts, first="2005"):
    when = pd.period_range(first, periods=len(counts), freq="Y-MAR")
    return place(name, counts, when)


def in_years(treated, start, end, comparators=(), **more):
    first, last = (pd.Period(each, freq="Y-MAR") for each in (start, end))
    return Setting("recorded vandalism", treated, first, last, tuple(comparators), **more)


__all__ = ["ALONE", "BESIDE", "MONTHS", "START", "after", "design", "drawn", "in_years", "others", "place", "ran",
           "replace", "setting", "years"]  # fmt: skip
