"""What one partner's extract says: change on the year by category, the hours of the week, and what is withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from analysis.assessment.partner_before import known_before, sides_before, week_told_before
from analysis.cannot_say import CannotSay, said
from analysis.counts import total
from analysis.disclosure import OPEN, RESTRICTED, Decision, Rule, cell, decide
from analysis.measures import Comparison, Window, window_total, year_on_year
from analysis.measures import series as series_of
from analysis.measures.week import by_cell, cell_width, whole_counts

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.disclosure import Cell
    from analysis.store import Partner

ALL: Final = "all-incidents"
NOWHERE: Final = "other"
UNKNOWN: Final = "unknown"
TIMED: Final = "known"
LABELS: Final = ("category", "own", "whole", "then")
MARGINS: Final = (("category", "own"), ("whole",), ("slot",), ("timed",))
"""What is published: counts by category and period, their totals, the latest period's by time of the week, and how many
of those have a time."""
LEAST_RESTRICTED: Final = 10
"""Incidents a cell of the week has on average, so that few cells of a restricted source are small."""


@dataclass(frozen=True)
class PartnerFigures:
    """The figures of one extract; each is worked out once."""

    context: Context
    name: str
    partner: Partner

    @property
    def rule(self) -> Rule:
        """The rule of the source."""
        return OPEN if self.partner.access == "open" else RESTRICTED

    @cached_property
    def window(self) -> Window:
        """The period assessed, in months."""
        period = self.context.edition.period
        return Window(pd.Period(period.start, "M"), pd.Period(period.end, "M"))

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Counts frame of the partnership as one area, up to the period's end."""
        within = self.partner.counts[self.partner.counts["month"] <= self.window.end]
        summed = total(within, ["month", "category"]).assign(area=self.context.partnership.id)
        return summed[["area", "month", "category", "count", "status"]]

    @cached_property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The categories, then all of them together where there are several."""
        slugs = sorted(set(self.counts["category"]))
        own: dict[str, tuple[str, ...]] = {slug: (slug,) for slug in slugs}
        return own | {ALL: tuple(slugs)} if slugs[1:] else own

    @cached_property
    def changes(self) -> dict[str, Comparison | CannotSay]:
        """Each line against the same period a year earlier, by the measures used for the police's figures."""
        pulses = [each for each in self.context.breaks if each.kind == "pulse" and not each.categories]
        return {line: year_on_year(self.series(line), window=self.window, breaks=pulses) for line in self.lines}

    def series(self, line: str) -> pd.Series:
        """The series of a line, gaps left as gaps."""
        return series_of(self.counts, self.lines[line])

    def sides(self, line: str) -> dict[pd.Period, str]:
        """Which months make up the counts of a line that are told: ``latest`` or ``previous``."""
        found = self.changes[line]
        if said(found):
            pairs = found.matched
            return {when: "latest" for when, _ in pairs} | {when: "previous" for _, when in pairs}
        told: dict[pd.Period, str] = {}
        for side, window in (("latest", self.window), ("previous", self.window.back(1))):
            if window_total(self.series(line), window) is not None:
                told |= dict.fromkeys(window.periods, side)
        return told

    def told(self, line: str, side: str) -> int | None:
        """The count of one side of a line; none where it is not known."""
        months = [when for when, of in self.sides(line).items() if of == side]
        return int(self.series(line).reindex(months).sum()) if months else None

    @cached_property
    def timed(self) -> bool:
        """Whether any incident of the period has a time that is known."""
        return bool(len(self._weights))

    @property
    def week_shown(self) -> bool:
        """Whether the hours of the week may be told: there are times, and how many is not withheld.

        Nor were the hours of some of the same months published before, where the source is restricted.
        """
        if self.decision is None or not self.timed:
            return self.timed
        again = week_told_before(self.context.before, self.name, self.window)
        return not again and not self.decision.withholds({"timed": TIMED})

    @cached_property
    def width(self) -> int:
        """Hours of a cell of the week: fewer incidents, wider cells."""
        least = {} if self.rule.control == "markers" else {"least": LEAST_RESTRICTED}
        return cell_width(float(self._weights["weight"].sum()), **least)

    @cached_property
    def cells(self) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        """Incidents of the period by day and hours, whole numbers that add up; see ``atoms``."""
        slots = self.atoms.groupby("slot")["count"].sum()
        return np.array([[int(slots.get(f"{day}-{at}", 0)) for at in range(0, 24, self.width)] for day in range(7)])

    @property
    def unknown(self) -> int:
        """Incidents of the period whose time is not known."""
        return int(self.atoms.loc[self.atoms["slot"] == UNKNOWN, "count"].sum())

    @property
    def known(self) -> int:
        """Incidents of the period whose time is known."""
        return int(self.cells.sum())

    @cached_property
    def _weights(self) -> pd.DataFrame:
        weights = self.partner.weights
        return weights[weights["month"].isin(self.window.periods)]

    @cached_property
    def atoms(self) -> pd.DataFrame:
        """Every count that a published one is made of: ``LABELS``, then ``slot, count, timed, status``.

        ``own`` and ``whole`` say on which side of its line and of the total a count stands, ``then`` on which side of
        what the edition before published, ``slot`` when in the week.
        Weights are rounded here, for each part by itself, so that every sum of them is a sum of whole numbers.
        """
        own = {line: self.sides(line) for line in self.lines}
        whole, then = own.get(ALL, {}), sides_before(self.context.before, self.name)
        there = self.counts[self.counts["status"] == "present"]
        labelled = there.assign(
            own=[own[slug].get(month, NOWHERE) for slug, month in zip(there["category"], there["month"], strict=True)],
            whole=[whole.get(month, NOWHERE) for month in there["month"]],
            then=[then.get(month, NOWHERE) for month in there["month"]],
        )
        rows: list[dict[str, object]] = []
        for key, part in labelled.groupby(list(LABELS), sort=True):
            labels = dict(zip(LABELS, key, strict=True))
            now = part[part["month"].isin(self.window.periods)] if self.timed else part.iloc[:0]
            before = int(part["count"].sum() - now["count"].sum())
            rows += [{**labels, "slot": NOWHERE, "count": before}] if before else []
            rows += [{**labels, "slot": slot, "count": count} for slot, count in self._slots(now).items()]
        frame = pd.DataFrame(rows, columns=[*LABELS, "slot", "count"])
        timed = [slot if slot in (NOWHERE, UNKNOWN) else TIMED for slot in frame["slot"]]
        return frame.assign(timed=timed, status="present")

    def _slots(self, part: pd.DataFrame) -> dict[str, int]:
        """The counts of ``part`` by time of the week, with those whose time is not known; zeros too."""
        if part.empty:
            return {}
        keys = pd.MultiIndex.from_frame(part[["month", "category"]])
        inside = self._weights[pd.MultiIndex.from_frame(self._weights[["month", "category"]]).isin(keys)]
        parts = by_cell(inside, self.width)
        known = round(float(parts.sum()))
        counts = whole_counts(parts, known)
        named = {f"{day}-{at * self.width}": int(counts[day, at]) for day in range(7) for at in range(counts.shape[1])}
        return {**named, UNKNOWN: int(part["count"].sum()) - known}

    @cached_property
    def decision(self) -> Decision | None:
        """What is withheld, decided once over all that is published of this source; none for an open one."""
        if self.rule.control == "markers":
            return None
        known = known_before(self.context.before, self.name, ALL, self.atoms)
        found = decide(self.atoms, MARGINS, self.rule, known=known)
        return replace(
            found,
            primary=frozenset(map(_as_row, found.primary)),
            secondary=frozenset(map(_as_row, found.secondary)),
            cells=frozenset(map(_as_row, found.cells)) | self._every_row(),
        )

    def _every_row(self) -> frozenset[Cell]:
        """The cells of every row that is published, those without a count among them."""
        return frozenset(
            cell({"category": line, "own": side}) for line in self.lines for side in ("latest", "previous")
        )


def _as_row(named: Cell) -> Cell:
    """Name the cell of a total by its line, as published rows do."""
    found = dict(named)
    return cell({"category": ALL, "own": found["whole"]}) if "whole" in found else named
