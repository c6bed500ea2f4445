"""The change of every place on the year, and which stand out when all of them are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.cannot_say import CannotSay
from analysis.measures import Comparison, Window, discoveries, unless_location, year_on_year
from analysis.params.recording import RecordingBreak


@dataclass(frozen=True)
class PlaceChanges:
    """``by_place`` compares each place with the year before; ``rose`` and ``fell`` stand out among all of them."""

    by_place: Mapping[str, Comparison | CannotSay]
    rose: frozenset[str]
    fell: frozenset[str]

    @property
    def looked_at(self) -> int:
        """How many places could be compared."""
        return sum(not isinstance(each, CannotSay) for each in self.by_place.values())


def place_changes(
    wide: pd.DataFrame, window: Window, breaks: Sequence[RecordingBreak] = (), located: pd.DataFrame | None = None
) -> PlaceChanges:
    """Compare each place (a column of ``wide``) with the year before, at a false discovery rate of 5 per cent.

    ``located`` has the forces' records with a place by period (``measures.located_shares``): a verdict that hangs on
    their share is refused.
    """
    shares = pd.DataFrame() if located is None else located
    found = {
        str(area): unless_location(year_on_year(wide[area], window=window, breaks=breaks), shares) for area in wide
    }
    said = {area: each.change for area, each in found.items() if not isinstance(each, CannotSay)}
    marked = discoveries([each.p for each in said.values()])
    clear = {area: each.verdict for (area, each), stands in zip(said.items(), marked, strict=True) if stands}
    rose, fell = (frozenset(area for area, verdict in clear.items() if verdict == way) for way in ("rose", "fell"))
    return PlaceChanges(found, rose, fell)
