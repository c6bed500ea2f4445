"""The edition's area beside its peers: what ``analysis.peers`` is given, line by line, and what it may be told."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.peer_group import in_one_force
from analysis.assessment.published import HIDDEN
from analysis.assessment.residents import residents
from analysis.cannot_say import CannotSay, said
from analysis.measures import TYPICAL_PHI, discoveries, pulse_periods, series_dispersion, since_step, step_between
from analysis.measures import series as series_of
from analysis.measures.profile import window_total
from analysis.measures.series import periods_of
from analysis.peers import change_against_peers, compare, known_area

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from analysis.assessment.results import Results
    from analysis.measures import Window
    from analysis.params.recording import RecordingBreak
    from analysis.peers import Area, ChangeAgainstPeers, PeerComparison

NONE_DECLARED: Final = CannotSay("no other areas are declared to set it beside", "few-peers")


@dataclass(frozen=True)
class PeerResults:
    """An edition's comparisons with its peers, each worked out once, when first asked for."""

    results: Results

    @cached_property
    def rates(self) -> dict[str, PeerComparison | CannotSay]:
        """Every line's rate over the period beside those of the peers."""
        return {line: self._rates(line) for line in self.results.lines}

    @cached_property
    def changes(self) -> dict[str, ChangeAgainstPeers | CannotSay]:
        """Every line's change on the year against that of the peers."""
        return {line: self._change(line) for line in self.results.lines}

    @cached_property
    def standing_out(self) -> frozenset[str]:
        """Lines whose change differs from the peers' when all lines are allowed for (Benjamini and Hochberg)."""
        answered = {line: found for line, found in self.changes.items() if said(found)}
        kept = discoveries([found.p for found in answered.values()])
        clear = [line for line, stays in zip(answered, kept, strict=True) if stays]
        return frozenset(line for line in clear if answered[line].verdict != "no clear difference")

    @property
    def others_words(self) -> str:
        """``the eight neighbouring areas``: how many could be used, and what they are."""
        many = max(len(found.peers) for found in self.rates.values() if said(found))
        return f"the {numbers.in_words(many)} {self.results.context.partnership.peer_group}"

    def cancels(self, refusal: CannotSay) -> bool:
        """Whether what refuses an area's own change is shared by the others, and so leaves a comparison with them."""
        return refusal.rule == "located-share" and in_one_force(self.results.context.partnership)

    def _rates(self, line: str) -> PeerComparison | CannotSay:
        window = self.results.context.window
        if (refusal := self._refused(line, [window])) is not None:
            return refusal
        own, *others = self._areas(line, window, swings=True)
        return compare(own, others)

    def _change(self, line: str) -> ChangeAgainstPeers | CannotSay:
        after = self.results.context.window
        before = after.back(1)
        if (refusal := self._refused(line, [before, after])) is not None:
            return refusal
        step = step_between(self.results.breaks_of(line), before.start, after.end)
        if step is not None:
            return CannotSay(f"recording changed in between ({step.name})", "recording-break")
        own, *others = zip(self._areas(line, before), self._areas(line, after), strict=True)
        earlier, later = own
        if isinstance(earlier, CannotSay) or isinstance(later, CannotSay):
            return next(each for each in own if isinstance(each, CannotSay))
        alone = self.results.year_on_year(line)
        if isinstance(alone, CannotSay) and not self.cancels(alone):
            return alone
        return change_against_peers(earlier, later, [(a, b) for a, b in others if said(a) and said(b)])

    def _refused(self, line: str, windows: list[Window]) -> CannotSay | None:
        if not self.results.context.partnership.peers:
            return NONE_DECLARED
        return HIDDEN if any(self._hidden(line, window) for window in windows) else None

    def _hidden(self, line: str, window: Window) -> bool:
        """Whether any count of the comparison may not be told: a rate and a population give the count."""
        results = self.results
        if results.decision is None:
            return False
        side = "latest" if window == results.context.window else "previous"
        if results.decision.withholds({"category": line, "window": side}):
            return True
        counts = [window_total(self._series(line, peer), window) for peer in results.context.partnership.peers]
        return any(count is not None and results.context.rule.protects(count) for count in counts)

    def _areas(self, line: str, window: Window, *, swings: bool = False) -> list[Area | CannotSay]:
        """The edition's own area, then each peer, over one window; with ``swings`` also how much their months swing."""
        context, results = self.results.context, self.results
        named = [(context.partnership.name, results.series(line), results.population)]
        named += [
            (context.name_of(p), self._series(line, p), residents(context, [p])) for p in context.partnership.peers
        ]
        breaks = results.breaks_of(line)
        pulses = pulse_periods(breaks, periods_of(named[0][1])) if swings else ()
        return [
            known_area(
                name, window_total(counted, window), people,
                dispersion=_swing(counted[: window.end], breaks, pulses) if swings else 1.0, during=window.named,
            )
            for name, counted, people in named
        ]  # fmt: skip

    def _series(self, line: str, peer: str) -> pd.Series:
        if (line, peer) not in self._known:
            self._known[line, peer] = series_of(self._of_peer[peer], self.results.lines[line], [peer])
        return self._known[line, peer]

    @cached_property
    def _known(self) -> dict[tuple[str, str], pd.Series]:
        return {}

    @cached_property
    def _of_peer(self) -> dict[str, pd.DataFrame]:
        """The districts' counts frame, peer by peer."""
        districts = self.results.slices.districts
        return {peer: districts[districts["area"] == peer] for peer in self.results.context.partnership.peers}


def _swing(counted: pd.Series, breaks: tuple[RecordingBreak, ...], pulses: Collection[pd.Period]) -> float:
    """How much an area's own counts swing since recording last changed, at least as much as chance."""
    found = series_dispersion(since_step(counted, breaks)[0], pulses)
    if isinstance(found, CannotSay):
        return TYPICAL_PHI
    return max(1.0, found.phi * (1 + found.serial) / (1 - found.serial))
