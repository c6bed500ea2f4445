"""What is found of places beyond their ranking, each worked out once: recorded crime in the small areas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.assessment.events import LONGEST
from analysis.assessment.naming import kind_of
from analysis.assessment.published import HIDDEN
from analysis.cannot_say import CannotSay, said
from analysis.measures import Window, pulse_periods
from analysis.places import (
    NEAREST,
    bordering,
    by_place,
    concentration,
    event_effect,
    forward,
    gi_star,
    local_moran,
    moran,
    projected,
    repeats,
    standings,
)
from analysis.sources.weights import harm_weights

if TYPE_CHECKING:
    from analysis.assessment.results import Results
    from analysis.params.event import Event
    from analysis.places import (
        Concentration,
        EventEffect,
        Floats,
        Forward,
        HotSpots,
        LocalMoran,
        Moran,
        Neighbours,
        Repeats,
        Standing,
    )

BASE_YEAR: Final = 2017
"""The latest year for which every small area of 2011 has an estimate of its residents."""


@dataclass(frozen=True)
class Pattern:
    """How places stand among their neighbours; ``areas`` are their codes, in the order of every list."""

    areas: tuple[str, ...]
    whole: Moran
    hot_spots: HotSpots
    local: LocalMoran
    by_border: bool


@dataclass(frozen=True)
class PlaceResults:
    """Asked of an edition with small areas alone."""

    results: Results

    @cached_property
    def categories(self) -> list[str]:
        """The categories of recorded crime."""
        every = self.results.slices.counts["category"].unique()
        return [slug for slug in sorted(every) if kind_of(slug) == "crime"]

    @cached_property
    def wide(self) -> pd.DataFrame:
        """Recorded crime, periods down and places across."""
        return by_place(self.results.slices.counts, self.categories)

    @cached_property
    def refusal(self) -> CannotSay | None:
        """Why nothing may be said of all places together: too few have a location, or a count of one is withheld."""
        top = self.results.top_places["crime"]
        if isinstance(top, CannotSay):
            return top
        decision = self.results.decision_on_places
        cells = [
            {"area": area, "kind": "crime", "window": side} for area in self.wide for side in ("latest", "previous")
        ]
        return HIDDEN if decision is not None and any(decision.withholds(each) for each in cells) else None

    @cached_property
    def people(self) -> dict[str, float]:
        """Residents of each small area."""
        frame = self.results.slices.population
        found = frame[frame["year"] == BASE_YEAR].set_index("area")["population"]
        return {str(area): float(count) for area, count in found.items()}

    @cached_property
    def latest(self) -> pd.Series:
        """Recorded crime of each place over the months of the period that are known everywhere."""
        return self.wide.reindex(self.results.context.window.periods).dropna().sum().astype(float)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The top ten by count, by rate and by harm; no ranking by harm outside England and Wales, or of withheld."""
        counts = self.results.slices.counts
        known = self.wide.reindex(self.results.context.window.periods).dropna().index
        rows = counts[counts["category"].isin(self.categories) & counts["month"].isin(known)]
        table = rows.pivot_table(index="area", columns="category", values="count", aggfunc="sum").astype("float64")
        covered = self.results.context.country in ("england", "wales") and self.results.decision is None
        return standings(table, self.people, harm_weights() if covered else ())

    @cached_property
    def concentrated(self) -> Concentration | CannotSay:
        """How concentrated the period's crime is among small areas."""
        return self.refusal if self.refusal is not None else concentration(self.latest.to_numpy())

    @cached_property
    def repeated(self) -> Repeats | CannotSay:
        """How much crime stands at the same map points; restricted rows are counted at none."""
        if self.results.decision is not None:
            return HIDDEN
        return (
            self.refusal
            if self.refusal is not None
            else repeats(self.results.slices.points, self.categories, self.results.context.window)
        )

    @cached_property
    def chosen_before(self) -> Forward | CannotSay:
        """What the ten busiest places of the year before were worth in this one."""
        return (
            self.refusal
            if self.refusal is not None
            else forward(self.wide, self.results.context.window, size=self.results.hectares or None)
        )

    @cached_property
    def neighbours(self) -> Neighbours | None:
        """Neighbours by shared border, where the edition holds boundaries."""
        borders = self.results.neighbours
        return bordering(borders, list(self.latest.index)) if borders else None

    @cached_property
    def _positions(self) -> list[Floats]:
        """Where each place is, degrees east and north; asked for only where no borders are held."""
        areas = self.results.slices.areas.set_index("code").reindex(list(self.latest.index))
        return [areas[name].to_numpy(dtype=np.float64) for name in ("longitude", "latitude")]

    @cached_property
    def pattern(self) -> Pattern | CannotSay:
        """Whether busy places stand beside busy places, and where."""
        if self.refusal is not None:
            return self.refusal
        near, k = self.neighbours, NEAREST
        at = self._positions if near is None else 2 * [np.zeros(len(self.latest))]
        if any(np.isnan(each).any() for each in at):
            return CannotSay("no position is published for some of them", "no-position")
        given = (self.latest.to_numpy(), *projected(*at))
        whole, hot = moran(*given, neighbours=near, k=k), gi_star(*given, neighbours=near, k=k)
        local = local_moran(*given, neighbours=near, k=k)
        if isinstance(whole, CannotSay) or isinstance(hot, CannotSay) or isinstance(local, CannotSay):
            return next(each for each in (whole, hot, local) if isinstance(each, CannotSay))
        return Pattern(tuple(map(str, self.latest.index)), whole, hot, local, near is not None)

    @cached_property
    def events(self) -> tuple[tuple[Event, EventEffect | CannotSay], ...]:
        """The declared events of a few months that name a small area, each with what its months held there."""
        within = self.results.context.window
        named = [each for each in self.results.context.edition.events if each.area in self.wide.columns]
        spans = [(each, Window(pd.Period(each.start, "M"), pd.Period(each.end, "M"))) for each in named]
        return tuple(
            (each, self._event(each.area, span))
            for each, span in spans
            if within.start <= span.end and span.start <= within.end and len(span.periods) <= LONGEST
        )

    def _event(self, area: str, span: Window) -> EventEffect | CannotSay:
        if self.refusal is not None:
            return self.refusal
        covid = pulse_periods(self.results.breaks_of("burglary"), pd.PeriodIndex(self.wide.index))
        found = event_effect(
            self.results.slices.counts, self.categories, area, span, self.results.context.window, covid=covid
        )
        return found if self.results.decision is None or isinstance(found, CannotSay) else self._told(found)

    def _told(self, found: EventEffect) -> EventEffect | CannotSay:
        """What may be told of an event in restricted figures: no category, and no sum that a small count comes of.

        Told are the event's count and what is usual, beside the two years of the place that the ranking publishes; so
        all differences between those must be free to publish.
        """
        year, before = (
            int(self.wide.reindex(window.periods)[found.area].dropna().sum())
            for window in (found.window, found.window.back(1))
        )
        event, usual = found.here.count, round(found.reference * found.here.usual / len(found.months))
        sums = (event, usual, year - event, year + before - event - usual)
        if any(self.results.context.rule.protects(each) for each in sums):
            return HIDDEN
        return replace(found, categories=(), everywhere=())

    @cached_property
    def event_related(self) -> frozenset[str]:
        """The small areas whose year is one of an event."""
        return frozenset(event.area for event, found in self.events if said(found) and found.event_related)
