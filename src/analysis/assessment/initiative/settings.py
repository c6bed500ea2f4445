"""From what an evaluation declares and its slices of data to the settings that the designs take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from analysis.evaluation.setting import Place, Setting
from analysis.measures import MONTHS_OF, Window, breaks_for, located_shares
from analysis.measures import series as series_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.params.evaluation import Evaluation, Measure
    from analysis.params.evaluation import Place as Declared
    from analysis.params.recording import RecordingBreak
    from analysis.store import Slices


@dataclass(frozen=True)
class Settings:
    """Builds the ``Setting`` of one evaluation: places are sums of areas, months become periods of the data.

    ``breaks`` is the whole register, ``country`` says which of it applies.
    """

    evaluation: Evaluation
    slices: Slices
    breaks: Sequence[RecordingBreak]
    country: str

    @cached_property
    def primary(self) -> Setting:
        """The setting of the first outcome, which carries the others and what the initiative could not touch."""
        first, *others = self.evaluation.outcomes
        return replace(
            self.of(first),
            others=tuple(self.of(each) for each in others),
            falsification=tuple(self.of(each) for each in self.evaluation.falsification),
        )

    def of(self, measure: Measure) -> Setting:
        """The setting of one thing counted, by itself."""
        declared = self.evaluation
        return Setting(
            outcome=measure.name,
            treated=self._place(declared.treated, measure),
            start=self.period(declared.start),
            end=self.period(declared.end),
            comparators=tuple(self._place(each, measure) for each in declared.comparators),
            first=self.period(declared.first) if declared.first else None,
            implementation=self.implementation,
            chosen_on=self.chosen_on,
            buffer=self._place(declared.buffer, measure) if declared.buffer else None,
            buffer_control=self._place(declared.buffer_control, measure) if declared.buffer_control else None,
            breaks=breaks_for(self.breaks, country=self.country, categories=measure.categories),
            located=self._located(measure),
        )

    def period(self, month: str) -> pd.Period:
        """The period of the data in which a declared month lies: itself, its quarter or its financial year."""
        return pd.Period(month, "M").asfreq(self.freq)

    @cached_property
    def freq(self) -> str:
        """``M``, ``Q-MAR`` or ``Y-MAR``."""
        return str(pd.PeriodIndex(self.counts["month"]).freqstr)

    @property
    def implementation(self) -> Window | None:
        """The periods of putting it in place, from the start on."""
        end = self.evaluation.implementation_end
        return Window(self.period(self.evaluation.start), self.period(end)) if end else None

    @property
    def chosen_on(self) -> Window | None:
        """The periods by whose figures the place was chosen; the year before the start unless declared."""
        chosen, start = self.evaluation.chosen, self.period(self.evaluation.start)
        if chosen.by_figures != "yes":
            return None
        a_year = 12 // MONTHS_OF[start.freqstr]
        first = self.period(chosen.start) if chosen.start else start - a_year
        return Window(first, self.period(chosen.end) if chosen.end else start - 1)

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Counts of every area that the slices hold, small areas and districts or councils alike."""
        both = pd.concat([self.slices.counts, self.slices.districts], ignore_index=True)
        return both.drop_duplicates(["area", "month", "category"], ignore_index=True)

    def _place(self, declared: Declared, measure: Measure) -> Place:
        counted = series_of(self.counts, measure.categories, declared.areas)
        return Place(declared.name, counted, self._people(declared.areas), len(declared.areas))

    def _people(self, areas: Sequence[str]) -> float | None:
        """Residents of ``areas`` in the year nearest to the start; none where one of them has no figure."""
        held = self.slices.population
        rows = held[held["area"].isin(list(areas))]
        whole = rows.groupby("year")["population"].agg(["sum", "size"])
        whole = whole[whole["size"] == len(areas)]
        if whole.empty:
            return None
        start = int(self.evaluation.start[:4])
        nearest = min((int(str(year)) for year in whole.index), key=lambda year: (abs(year - start), year))
        return float(whole["sum"][nearest])

    def _located(self, measure: Measure) -> pd.DataFrame | None:
        """Records kept and placed by period; none for figures of whole councils, which need no place."""
        if self.freq != "M":
            return None
        found = located_shares(self.slices.completeness, list(measure.categories))
        return found if len(found) else None
