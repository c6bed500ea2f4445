"""All categories at a glance: latest year, the year before, change, rate, and the series for a sparkline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures.breaks import breaks_for
from analysis.measures.comparison import Comparison, year_on_year
from analysis.measures.periods import Window, latest_year
from analysis.measures.rates import Rate, rate
from analysis.measures.series import periods_of, series
from analysis.params.recording import RecordingBreak
from analysis.sources.categories import ANTI_SOCIAL_BEHAVIOUR, NAMES, is_crime

ALL_CRIME: Final = "all-crime"
"""Our slug for the sum of the police.uk crime categories; anti-social behaviour is never in it."""


@dataclass(frozen=True)
class ProfileLine:
    """One category. ``latest`` and ``previous`` are year totals, None where a period of that year is unknown.

    ``series`` is the whole series as (period, count or None). ``change`` may rest on fewer months than the totals: it
    says which.
    """

    category: str
    latest: int | None
    previous: int | None
    change: Comparison | CannotSay
    rate: Rate | CannotSay
    series: tuple[tuple[pd.Period, int | None], ...]


@dataclass(frozen=True)
class Profile:
    """The lines of a profile and the stretches they compare."""

    latest: Window
    previous: Window
    lines: tuple[ProfileLine, ...]

    def line(self, category: str) -> ProfileLine:
        """The line of ``category``; raises ``KeyError`` when the profile has none."""
        return {each.category: each for each in self.lines}[category]


def street_lines(slugs: Iterable[str] = tuple(NAMES)) -> dict[str, tuple[str, ...]]:
    """Lines for police.uk categories: all crime first (the sum without anti-social behaviour), then each by slug."""
    given = sorted(slugs)
    return {ALL_CRIME: tuple(filter(is_crime, given)), **{slug: (slug,) for slug in given}}


def profile(
    counts: pd.DataFrame,
    lines: Mapping[str, Sequence[str]] | None = None,
    *,
    areas: Sequence[str] | None = None,
    window: Window | None = None,
    population: float | None = None,
    breaks: Sequence[RecordingBreak] = (),
    country: str = "england",
    force: str = "",
) -> Profile:
    """Profile ``areas`` of a counts frame: one line for each of ``lines`` (a name to the slugs that it sums).

    ``lines`` must name totals as the source does or sum disjoint slugs: a published total and its parts are two lines,
    never one sum. None means ``street_lines``. ``window`` is the period profiled, the latest year unless given, and is
    set beside the same a year earlier. ``breaks`` is the whole register; each line picks those that bear on it.
    """
    lines = street_lines() if lines is None else lines
    window = latest_year(counts["month"].max()) if window is None else window
    return Profile(
        window,
        window.back(1),
        tuple(
            _line(
                name,
                series(counts, slugs, areas)[: window.end],
                window,
                population,
                breaks_for(breaks, country=country, force=force, categories=slugs),
            )
            for name, slugs in lines.items()
        ),
    )


def _line(
    name: str, counted: pd.Series, window: Window, population: float | None, breaks: tuple[RecordingBreak, ...]
) -> ProfileLine:
    latest, previous = window_total(counted, window), window_total(counted, window.back(1))
    return ProfileLine(
        category=name,
        latest=latest,
        previous=previous,
        change=year_on_year(counted, window=window, breaks=breaks),
        rate=CannotSay("the period is not complete", "incomplete-year") if latest is None else rate(latest, population),
        series=tuple(
            (when, None if pd.isna(value) else int(value))
            for when, value in zip(periods_of(counted), counted, strict=True)
        ),
    )


def window_total(counted: pd.Series, window: Window) -> int | None:
    """Sum of a series over ``window``, None where any period of it is unknown: unknown is not zero."""
    part = counted.reindex(window.periods)
    return None if part.isna().any() else int(part.sum())


def is_asb(category: str) -> bool:
    """Whether a line counts anti-social behaviour incidents, which stand apart from recorded crime."""
    return category == ANTI_SOCIAL_BEHAVIOUR
