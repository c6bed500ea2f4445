"""The results of one edition, each worked out once, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import pandas as pd

from analysis.assessment.naming import category_title, kind_of, profile_lines
from analysis.cannot_say import CannotSay, said
from analysis.counts import total
from analysis.disclosure import DERIVED, Decision, Published, cell, change_columns, decide, publish
from analysis.measures import (
    ALL_CRIME,
    Profile,
    before_covid,
    breaks_for,
    discoveries,
    located_shares,
    profile,
    unless_location,
    window_total,
    year_on_year,
)
from analysis.measures import series as series_of
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR
from analysis.trends import Trend, trend

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.disclosure import Cell
    from analysis.measures import Comparison
    from analysis.params.recording import RecordingBreak


HIDDEN = CannotSay("some of its periods are withheld to protect people", "disclosure")


@dataclass(frozen=True)
class Results:
    """What the data of an edition say. Asking for any of it in an edition without data is a programming error."""

    context: Context

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Counts frame of the partnership as one area: its own districts or council summed, up to the period's end."""
        slices = self.context.slices
        assert slices is not None, "an edition of published figures alone has no counts"
        own = slices.districts[slices.districts["area"].isin(list(self.context.partnership.areas))]
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
        return self.population_of(self.context.partnership.areas)

    def population_of(self, areas: Sequence[str]) -> float | None:
        """Residents of ``areas`` together in the edition's population year; none where one has no figure."""
        slices, year = self.context.slices, self.context.edition.population_year
        if slices is None or year is None:
            return None
        frame = slices.population
        found = frame[frame["area"].isin(list(areas)) & (frame["year"] == year)]
        return float(found["population"].sum()) if set(found["area"]) == set(areas) else None

    @cached_property
    def profile(self) -> Profile:
        """Every line of the profile."""
        return profile(
            self.counts,
            self.lines,
            window=self.context.window,
            population=self.population,
            breaks=self.context.declaration.breaks,
            country=self.context.country,
        )

    def breaks_of(self, line: str) -> tuple[RecordingBreak, ...]:
        """The recording breaks that bear on a line."""
        slugs = self.lines.get(line, (line,))
        return breaks_for(self.context.declaration.breaks, country=self.context.country, categories=slugs)

    def series(self, line: str) -> pd.Series:
        """The whole series of a line or of one category, gaps left as gaps."""
        return series_of(self.counts, self.lines.get(line, (line,)))

    def peer_rates(self, line: str) -> list[float]:
        """Rates per 1,000 of the declared peers over the period, for those whose every month and population is known."""
        slices, window = self.context.slices, self.context.window
        assert slices is not None, "an edition of published figures alone has no peers' counts"
        found = []
        for peer in self.context.partnership.peers:
            counted = window_total(series_of(slices.districts, self.lines[line], [peer]), window)
            people = self.population_of([peer])
            if counted is not None and people:
                found.append(1000 * counted / people)
        return found

    def without_location(self, kind: str) -> float | None:
        """Share of the forces' records of the period that have no location: crime, or what is counted apart."""
        slices = self.context.slices
        if slices is None:
            return None
        report = slices.completeness
        report = report[report["month"].isin(self.context.window.periods)]
        report = report[[(kind_of(str(slug)) == "apart") == (kind == "apart") for slug in report["category"]]]
        kept = int((report["rows"] - report["duplicates_removed"]).sum())
        return int(report["without_location"].sum()) / kept if kept else None

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

    def located(self, line: str) -> pd.DataFrame:
        """Records kept and records with a place, by period, of the forces' own figures for a line."""
        slices = self.context.slices
        assert slices is not None, "an edition of published figures alone has no completeness"
        return located_shares(slices.completeness, list(self.lines.get(line, (line,))))

    @cached_property
    def standing_out(self) -> frozenset[str]:
        """Lines whose change on the year stays clear when all of the profile's comparisons are allowed for."""
        answered = {line: found for line, found in self.on_the_year.items() if said(found)}
        marked = discoveries([found.change.p for found in answered.values()])
        clear = {line for line, found in answered.items() if found.change.verdict != "no clear change"}
        return frozenset(line for line, kept in zip(answered, marked, strict=True) if kept and line in clear)

    def trend(self, line: str) -> Trend | CannotSay:
        """The trend of a line up to the end of the period; withheld where any of its periods is."""
        if line not in self._trends:
            self._trends[line] = HIDDEN if self.any_withheld(line) else self._trend(line)
        return self._trends[line]

    @cached_property
    def _trends(self) -> dict[str, Trend | CannotSay]:
        return {}

    def _trend(self, line: str) -> Trend | CannotSay:
        breaks, people = self.breaks_of(line), self.people_by_year
        found = trend(self.series(line), breaks=breaks, population=people)
        if isinstance(found, CannotSay):
            return found
        shares = self.located(line).reindex(self.series(line).index)
        share = (shares["placed"] / shares["kept"]).clip(lower=0.01)
        allowed = trend((self.series(line) / share).round().astype("Int64"), breaks=breaks, population=people)
        if said(allowed) and allowed.direction == found.direction:
            return found
        return CannotSay(
            "it hangs on the share of records with a location, which moves from month to month", "located-share"
        )

    @cached_property
    def people_by_year(self) -> dict[int, float]:
        """People of the partnership's area by mid-year, for the years that every one of its districts has."""
        slices, areas = self.context.slices, self.context.partnership.areas
        if slices is None:
            return {}
        own = slices.population[slices.population["area"].isin(list(areas))]
        by_year = own.groupby("year")["population"].agg(["sum", "size"])
        return {int(str(y)): float(people) for y, people in by_year.loc[by_year["size"] == len(areas), "sum"].items()}

    def any_withheld(self, line: str) -> bool:
        """Whether any month of a line is withheld."""
        if self.decision is None:
            return False
        return any(self.decision.withholds({"category": line, "month": when}) for when in self.series(line).index)

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
        return _by_line(decide(self._cube(self.counts), SERIES, self.context.rule, public=self._public()))

    def _public(self) -> list[Cell]:
        """Counts that the edition's own targets publish: those of a category in the period and the one before."""
        categories = {each.category for each in self.context.edition.indicators if each.category}
        return [cell({"category": c, "window": w}) for c in sorted(categories) for w in ("latest", "previous")]

    @cached_property
    def decision_on_places(self) -> Decision | None:
        """What is withheld of counts by small area.

        Decided apart from ``decision``: the two tables share only their totals, and margins that agree in their totals
        tell nothing of each other's cells (any row sums and column sums with one total can stand together).
        """
        slices = self.context.slices
        if slices is None or self.context.rule.control == "markers":
            return None
        cube = self._cube(slices.counts[slices.counts["month"] <= self.context.window.end])
        return decide(total(cube, ["area", "kind", "window"]), PLACES, self.context.rule)

    def _cube(self, counts: pd.DataFrame) -> pd.DataFrame:
        """A counts frame with the coarser dimensions that are published beside its own."""
        cube, window = counts.copy(), self.context.window
        cube["window"] = _labels(cube["month"], latest=window.periods, previous=window.back(1).periods)
        covid = next((c for c in self.since_before_covid.values() if said(c)), None)
        pairs = covid.matched if covid else ()
        cube["covid"] = _labels(cube["month"], latest=[a for a, _ in pairs], previous=[b for _, b in pairs])
        cube["kind"] = ["crime" if kind_of(slug) == "crime" else "apart" for slug in cube["category"]]
        return cube

    def publish_lines(
        self, frame: pd.DataFrame, *, derived: Mapping[str, Sequence[str]], plain: Sequence[str]
    ) -> Published:
        """Publish a frame with a row per line: ``category`` as printed, ``line`` its slug, ``previous`` and ``latest``."""
        return publish(
            frame, self.context.rule, key=["category"], coordinates={"category": "line"},
            counts={name: {"window": name} for name in ("previous", "latest")},
            derived=derived, plain=plain, decision=self.decision,
        )  # fmt: skip

    def publish_months(self, frame: pd.DataFrame) -> Published:
        """Publish a long frame of ``category`` as printed, ``line``, ``month``, ``count`` and ``status``."""
        return publish(
            frame, self.context.rule, key=["category", "month"], coordinates={"category": "line", "month": "month"},
            counts=["count"], plain=["line"], decision=self.decision,
        )  # fmt: skip

    def publish_changes(
        self, found: Mapping[str, Comparison | CannotSay], over: Literal["window", "covid"]
    ) -> Published:
        """Publish comparisons by line; ``over`` is the dimension in which they compare."""
        rows = [
            {
                "category": category_title(line),
                "line": line,
                "kind": kind_of(line),
                **change_columns(self._decided(c, over)),
            }
            for line, c in found.items()
        ]
        return publish(
            pd.DataFrame(rows), self.context.rule, key=["category"], coordinates={"category": "line"},
            counts={"before": {over: "previous"}, "after": {over: "latest"}},
            derived=DERIVED, plain=["line", "kind"], decision=self.decision,
        )  # fmt: skip

    def _decided(self, found: Comparison | CannotSay, over: str) -> Comparison | CannotSay:
        """Refuse, under full control, a comparison of other months than those that disclosure was decided on."""
        if isinstance(found, CannotSay) or self.decision is None or over == "covid" or found.complete:
            return found
        return CannotSay("the months that could be compared are not those that disclosure was decided on", "disclosure")


def _labels(months: pd.Series, *, latest: Collection[pd.Period], previous: Collection[pd.Period]) -> list[str]:
    known = {**dict.fromkeys(previous, "previous"), **dict.fromkeys(latest, "latest")}
    return [known.get(month, "other") for month in months]


def _by_line(decision: Decision) -> Decision:
    """Name the cells of all crime by their line, as published rows do."""

    def renamed(cells: Collection[Cell]) -> frozenset[Cell]:
        return frozenset(
            cell({"category": ALL_CRIME if value["kind"] == "crime" else ANTI_SOCIAL_BEHAVIOUR, **_without_kind(value)})
            if "kind" in (value := dict(each)) else each
            for each in cells
        )  # fmt: skip

    return replace(
        decision,
        primary=renamed(decision.primary),
        secondary=renamed(decision.secondary),
        cells=renamed(decision.cells),
    )


def _without_kind(value: Mapping[str, str]) -> dict[str, str]:
    return {dimension: coordinate for dimension, coordinate in value.items() if dimension != "kind"}


SERIES = tuple((what, over) for what in ("category", "kind") for over in ("window", "month", "covid"))
PLACES = (("area", "kind", "window"), ("kind", "window"))
