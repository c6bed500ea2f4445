"""Before and after in the treated place alone: matched months, exact interval, widened by the series' own swing."""

from __future__ import annotations

from typing import Final

from analysis.cannot_say import CannotSay
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect, Point
from analysis.evaluation.matched import Matched, matched
from analysis.evaluation.mover import error_of
from analysis.evaluation.setting import Place, Setting
from analysis.evaluation.side import side

NAME: Final = "before-after"
NO_COMPARATOR: Final = "Nothing shows what would have happened anyway: no other place is in this comparison."


def before_after(setting: Setting) -> Effect | CannotSay:
    """The count after the start over that of as many periods of the same season before it.

    The ratio has exact conditional limits (Przyborowski and Wilenski 1940), both counts divided by the variance over
    mean of the series' own swing (effective counts). Refused as ``matched`` and ``series_dispersion`` do, and where
    none were counted at all.
    """
    periods = matched(setting, [setting.treated])
    if isinstance(periods, CannotSay):
        return periods
    if not setting.treated.total(periods.before.union(periods.after)):
        return CannotSay("none were counted before or after", "all-zero")
    found = side(setting, setting.treated, periods)
    if isinstance(found, CannotSay):
        return found
    low, high = found.limits()
    return Effect.of_ratio(
        NAME, found.after, found.ratio, low, high,
        expected=found.expected, p=found.p, error=error_of(low, high), course=course(setting.treated, periods),
        figures={
            "before": found.before, "periods_before": len(periods.before), "after": found.after,
            "periods_after": len(periods.after), "phi": found.dispersion.phi, "widening": found.widening,
        },
        remarks=(NO_COMPARATOR, *periods.remarks),
    )  # fmt: skip


def course(place: Place, periods: Matched, times: float = 1.0) -> tuple[Point, ...]:
    """Each matched period after: what was counted, and ``times`` the level of the periods it is set against."""
    counts = place.counts(periods.after)
    return tuple(
        Point(when, float(count), float(times * expected))
        for when, count, expected in zip(periods.after, counts, periods.expected(place), strict=True)
    )


DESIGN: Final = Design(
    NAME, "Before and after", 2, "the same time of the years before, in the same place", before_after
)
