"""What the data of one edition say, each result worked out once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from analysis.assessment.beside_evaluation import shown_by_evaluations
from analysis.assessment.beside_performance import told_by_performance
from analysis.assessment.exceptional_months import exceptional_found
from analysis.assessment.located_trend import trend_of_located
from analysis.assessment.naming import kind_of, profile_lines
from analysis.assessment.place_results import PlaceResults
from analysis.assessment.place_rows import top
from analysis.assessment.published import HIDDEN
from analysis.assessment.residents import residents, residents_by_year
from analysis.assessment.targets import assessed
from analysis.assessment.withheld import decide_lines, decide_places
from analysis.cannot_say import CannotSay, said
from analysis.counts import total
from analysis.measures import (
    MONTHS_OF,
    Profile,
    before_covid,
    breaks_for,
    discoveries,
    hectares,
    located_shares,
    neighbours,
    profile,
    unless_location,
    window_total,
    year_on_year,
)
from analysis.measures import series as series_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.beside_evaluation import Shown
    from analysis.assessment.context import Context
    from analysis.assessment.exceptional_months import Found
    from analysis.assessment.place_rows import PlaceKind
    from analysis.assessment.published import Over
    from analysis.assessment.withheld import Pairs
    from analysis.disclosure import Decision
    from analysis.measures import Comparison
    from analysis.params.recording import RecordingBreak
    from analysis.places import TopPlaces
    from analysis.store import Slices
    from analysis.targets import TargetResult
    from analysis.trends import Trend


def standing_out(found: Mapping[str, Comparison | CannotSay]) -> frozenset[str]:
    """Lines whose change stays clear when all of ``found`` are allowed for (Benjamini and Hochberg)."""
    answered = {line: each for line, each in found.items() if said(each)}
    marked = discoveries([each.change.p for each in answered.values()])
    clear = {line for line, each in answered.items() if each.change.verdict != "no clear change"}
    return frozenset(line for line, kept in zip(answered, marked, strict=True) if kept and line in clear)


@dataclass(frozen=True)
class Results:
    """What the data of an edition say. Asking for any of it in an edition without data is a programming error."""

    context: Context

    @property
    def slices(self) -> Slices:
        """The edition's data."""
        slices = self.context.slices
        assert slices is not None, "an edition of published figures alone has no counts"
        return slices

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Counts frame of the partnership as one area: its own districts or council summed, up to the period's end."""
        districts = self.slices.districts
        own = districts[districts["area"].isin(list(self.context.partnership.areas))]
        own = own[own["month"] <= self.context.window.end]
        summed = total(own, ["month", "category"]).assign(area=self.context.partnership.id)
        return summed[["area", "month", "category", "count", "status"]]

    @cached_property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The profile's lines, each with the slugs it sums."""
        return profile_lines(self.counts["category"].unique(), annual=self.context.annual)

    @cached_property
    def population(self) -> float | None:
        """Residents of the partnership in the edition's population year; none where an area has no figure."""
        return residents(self.context, self.context.partnership.areas)

    @cached_property
    def profile(self) -> Profile:
        """Every line of the profile."""
        context = self.context
        return profile(
            self.counts, self.lines, window=context.window, population=self.population,
            breaks=context.declaration.breaks, country=context.country,
        )  # fmt: skip

    def holds(self, line: str) -> bool:
        """Whether the data count a line or a category at all."""
        return line in self.lines or bool((self.counts["category"] == line).any())

    def breaks_of(self, line: str) -> tuple[RecordingBreak, ...]:
        """The recording breaks that bear on a line."""
        slugs = self.lines.get(line, (line,))
        return breaks_for(self.context.declaration.breaks, country=self.context.country, categories=slugs)

    def series(self, line: str) -> pd.Series:
        """The whole series of a line or of one category, gaps left as gaps; a copy, the caller's own."""
        if line not in self._known:
            self._known[line] = series_of(self.counts, self.lines.get(line, (line,)))
        return self._known[line].copy()

    @cached_property
    def _known(self) -> dict[str, pd.Series]:
        """The series worked out so far: months are tested one by one, and each test asks for the whole line."""
        return {}

    def peer_rates(self, line: str) -> list[float]:
        """Rates per 1,000 of the declared peers over the period, of those with every month and population known.

        None of them where a peer's count is too small to publish: a rate and a population give the count.
        """
        found = []
        for peer in self.context.partnership.peers:
            counted = window_total(series_of(self.slices.districts, self.lines[line], [peer]), self.context.window)
            people = residents(self.context, [peer])
            if counted is not None and self.context.rule.protects(counted):
                return []
            if counted is not None and people:
                found.append(1000 * counted / people)
        return found

    def without_location(self, kind: str) -> float | None:
        """Share of the forces' records of the period that have no location: crime, or what is counted apart."""
        report = self.slices.completeness
        report = report[report["month"].isin(self.context.window.periods)]
        report = report[[(kind_of(str(slug)) == "apart") == (kind == "apart") for slug in report["category"]]]
        kept = int((report["rows"] - report["duplicates_removed"]).sum())
        return int(report["without_location"].sum()) / kept if kept else None

    def located(self, line: str) -> pd.DataFrame:
        """Records kept and records with a place, by period, of the forces' own figures for a line."""
        return located_shares(self.slices.completeness, list(self.lines.get(line, (line,))))

    @cached_property
    def on_the_year(self) -> dict[str, Comparison | CannotSay]:
        """Each line against the same period a year earlier."""
        return {line.category: unless_location(line.change, self.located(line.category)) for line in self.profile.lines}

    @cached_property
    def since_before_covid(self) -> dict[str, Comparison | CannotSay]:
        """Each line against the same months before Covid."""
        return {line: self._before_covid(line) for line in self.lines}

    def year_on_year(self, line: str) -> Comparison | CannotSay:
        """A line or a category against the same period a year earlier."""
        if line in self.on_the_year:
            return self.on_the_year[line]
        found = year_on_year(self.series(line), window=self.context.window, breaks=self.breaks_of(line))
        return unless_location(found, self.located(line))

    def before_covid(self, line: str) -> Comparison | CannotSay:
        """A line or a category against the same months before Covid."""
        return self.since_before_covid[line] if line in self.since_before_covid else self._before_covid(line)

    def _before_covid(self, line: str) -> Comparison | CannotSay:
        found = before_covid(self.series(line), window=self.context.window, breaks=self.breaks_of(line))
        return unless_location(found, self.located(line))

    @cached_property
    def top_places(self) -> dict[PlaceKind, TopPlaces | CannotSay]:
        """The ten small areas with most crime and the ten with most of what stands apart; street-level data only."""
        return {"crime": top(self, "crime"), "apart": top(self, "apart")}

    @cached_property
    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """Each small area with those beside it; empty where no outlines are held."""
        return {} if self.slices.boundaries.empty else neighbours(self.slices.boundaries)

    @cached_property
    def hectares(self) -> dict[str, float]:
        """The extent of each small area; empty where no outlines are held."""
        return {} if self.slices.boundaries.empty else hectares(self.slices.boundaries)

    @cached_property
    def places(self) -> PlaceResults:
        """What is found of places beyond their ranking; street-level data only."""
        return PlaceResults(self)

    @cached_property
    def exceptional(self) -> Found:
        """The months out of the ordinary, of every line."""
        return exceptional_found(self)

    @cached_property
    def assessed(self) -> tuple[TargetResult, ...]:
        """Every indicator against its target."""
        return assessed(self.context, self)

    def trend(self, line: str) -> Trend | CannotSay:
        """The trend of a line up to the end of the period; withheld where any of its periods is."""
        if line not in self._trends:
            self._trends[line] = (
                HIDDEN
                if self.any_withheld(line)
                else trend_of_located(
                    self.series(line), self.located(line), self.breaks_of(line), residents_by_year(self.context)
                )
            )
        return self._trends[line]

    @cached_property
    def _trends(self) -> dict[str, Trend | CannotSay]:
        return {}

    @cached_property
    def failed(self) -> frozenset[tuple[str, pd.Period]]:
        """Categories and periods whose feed failed, which is not the same as missing."""
        failed = self.counts[self.counts["status"] == "failed"]
        return frozenset(zip(failed["category"], failed["month"], strict=True))

    @cached_property
    def decision(self) -> Decision | None:
        """What is withheld of counts by line, month and period compared; none for open data."""
        if self.context.rule.control == "markers":
            return None
        beside, shown = told_by_performance(self), self._shown_by_evaluations
        return decide_lines(self.counts, self.context, self.decided_on("covid"), beside, shown)

    @cached_property
    def decision_on_places(self) -> Decision | None:
        """What is withheld of counts by small area; none for open data."""
        if self.context.rule.control == "markers":
            return None
        return decide_places(self.slices.counts, self.context, self._shown_by_evaluations)

    @cached_property
    def _shown_by_evaluations(self) -> list[Shown]:
        return shown_by_evaluations(self.context)

    def decided_on(self, over: Over) -> Pairs:
        """The pairs of months, later and earlier, that disclosure decides on for a comparison."""
        if over == "covid":
            return next((found.matched for found in self.since_before_covid.values() if said(found)), ())
        window = self.context.window
        back = 12 // MONTHS_OF[window.end.freqstr]
        return tuple((when, when - back) for when in window.periods)

    def any_withheld(self, line: str) -> bool:
        """Whether any month of a line is withheld."""
        if self.decision is None:
            return False
        return any(self.decision.withholds({"category": line, "month": when}) for when in self.series(line).index)
