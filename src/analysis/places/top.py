"""The places with most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import MONTHS_OF, Comparison, Rate, Window, latest_year, rate
from analysis.params.recording import RecordingBreak
from analysis.places.by_place import by_place
from analysis.places.changes import PlaceChanges, place_changes
from analysis.places.lasting import Lasting, at_the_top, complete_years, in_order, lasting

LOCATED_AT_LEAST: Final = 0.85
"""Below this share of records with a location no place is named (Ratcliffe 2004)."""
NONE_TO_SPEAK_OF: Final = 0.0005
"""Below this share of records without a location there is nothing to caution about."""
MONTHLY_AT_LEAST: Final = 5
"""Below this mean a month over the whole area, a category has no top places: chance would choose them."""


@dataclass(frozen=True)
class Place:
    """One place. ``rank`` counts ties alike (1, 2, 2, 4); ``previous`` is None where a month of it is unknown.

    ``share`` is its part of the whole area's located total. ``rate`` is per 1,000 residents (see the cautions).
    ``history``: whether it was among the top places in each earlier year that is known whole, latest first; ``lasting``
    is what that makes it.
    """

    area: str
    rank: int
    latest: int
    previous: int | None
    change: Comparison | CannotSay
    share: float
    rate: Rate | CannotSay
    history: tuple[bool, ...]
    lasting: Lasting


@dataclass(frozen=True)
class TopPlaces:
    """The places with most in ``window``, over its ``months`` that are known everywhere.

    ``years`` are the earlier ones known whole, latest first; ``changes`` is that of every place, not only of these.
    ``total`` is the whole area's located count and ``share`` the part of it in these ``places`` of ``of`` areas.
    ``tied_out`` is how many further places have as many as the last one shown. ``without_location`` is the share of
    records that no place could be given, None where unknown.
    """

    window: Window
    months: tuple[pd.Period, ...]
    places: tuple[Place, ...]
    of: int
    total: int
    share: float
    tied_out: int
    without_location: float | None
    cautions: tuple[str, ...]
    years: tuple[Window, ...]
    changes: PlaceChanges


def top_places(
    counts: pd.DataFrame,
    categories: str | Sequence[str],
    *,
    n: int = 10,
    window: Window | None = None,
    population: Mapping[str, float] | None = None,
    without_location: float | None = None,
    breaks: Sequence[RecordingBreak] = (),
    located: pd.DataFrame | None = None,
    years: int | None = None,
) -> TopPlaces | CannotSay:
    """Name the ``n`` small areas of a counts frame with most of ``categories`` (summed) in ``window``.

    ``counts`` holds small areas only, all of the area in question. ``window`` is the latest twelve months unless
    given. ``population`` gives residents by area, ``without_location`` the share of records that have none; ``years``
    is how many earlier years to look back at most, all that are held unless given. Refuses below
    ``LOCATED_AT_LEAST``, below ``MONTHLY_AT_LEAST``, and where no month is known everywhere.
    """
    window = window or latest_year(counts["month"].max())
    wide = by_place(counts, categories)
    latest, months = _sums(wide, window.periods)
    refusal = _refusal(latest, months, window, without_location)
    if refusal is not None:
        return refusal
    top = [area for area in in_order(latest)[:n] if latest[area] > 0]
    shown = latest[top]
    earlier = complete_years(wide, window)[:years]
    changes = place_changes(wide, window, breaks, located)
    return TopPlaces(
        window=window,
        months=tuple(months),
        places=_places(wide, top, latest, months, window, _histories(wide, earlier, n), population or {}, changes),
        of=len(latest),
        total=int(latest.sum()),
        share=float(shown.sum() / latest.sum()),
        tied_out=int((latest == shown.iloc[-1]).sum() - (shown == shown.iloc[-1]).sum()),
        without_location=without_location,
        cautions=_cautions(population, without_location),
        years=earlier,
        changes=changes,
    )


def _refusal(
    latest: pd.Series, months: Sequence[pd.Period], window: Window, without_location: float | None
) -> CannotSay | None:
    if without_location is not None and 1 - without_location < LOCATED_AT_LEAST:
        return CannotSay(f"only {1 - without_location:.0%} of records have a location", "unlocated")
    if not months:
        return CannotSay(f"no month of {window.named} is known for every place", "no-periods")
    if latest.sum() / (len(months) * MONTHS_OF[window.end.freqstr]) < MONTHLY_AT_LEAST:
        return CannotSay(f"there are fewer than {MONTHLY_AT_LEAST} a month in the whole area", "small-counts")
    return None


def _histories(wide: pd.DataFrame, years: Sequence[Window], n: int) -> list[set[str]]:
    return [at_the_top(wide.loc[year.periods].sum().astype(int), n) for year in years]


def _places(
    wide: pd.DataFrame,
    top: Sequence[str],
    latest: pd.Series,
    months: Sequence[pd.Period],
    window: Window,
    histories: Sequence[set[str]],
    population: Mapping[str, float],
    changes: PlaceChanges,
) -> tuple[Place, ...]:
    a_year = 12 // MONTHS_OF[window.end.freqstr]
    previous, known = _sums(wide, pd.PeriodIndex([month - a_year for month in months]))
    whole = len(known) == len(months)
    return tuple(
        Place(
            area=area,
            rank=int((latest > latest[area]).sum()) + 1,
            latest=int(latest[area]),
            previous=int(previous[area]) if whole else None,
            change=changes.by_place[area],
            share=float(latest[area] / latest.sum()),
            rate=rate(int(latest[area]), population.get(area)),
            history=(history := tuple(area in year for year in histories)),
            lasting=lasting(history, clearly_rose=area in changes.rose),
        )
        for area in top
    )


def _sums(wide: pd.DataFrame, periods: pd.PeriodIndex) -> tuple[pd.Series, list[pd.Period]]:
    """Sum each place over those of ``periods`` that are known everywhere, and say which."""
    part = wide.reindex(periods).dropna()
    return part.sum().astype(int), list(part.index)


def _cautions(population: Mapping[str, float] | None, without_location: float | None) -> tuple[str, ...]:
    missing = (
        ()
        if without_location is None or without_location < NONE_TO_SPEAK_OF
        else (f"{without_location:.1%} of records have no location",)
    )
    residents = ("rates are by residents and mislead in town centres and other places people come to",)
    return ("places are those of the nearest published map point", *missing, *(residents if population else ()))
