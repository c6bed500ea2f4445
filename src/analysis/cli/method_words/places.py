"""Patterns among places in words: hot spots, likeness of neighbours, concentration, places chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis import numbers
from analysis.cli.method_words.checks import p_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.places import Accuracy, Against, Concentration, HotSpots, LocalMoran, Moran

STANDS_OUT = "at a false discovery rate of 5%"


def hot_spots(found: HotSpots, _: Mapping[str, Any]) -> str:
    """Which places are hot and which cold, by their places in the file."""
    said = [f"{_which(found.found, kind)} {kind}" for kind in ("hot", "cold")]
    return f"Of {len(found.z)} places with their neighbours, {said[0]} and {said[1]}, {STANDS_OUT}."


def moran(found: Moran, _: Mapping[str, Any]) -> str:
    """Whether like stands beside like."""
    figures = f"I {numbers.decimal(found.value, 2)}, {p_words(found.p)}"
    if found.p >= 0.05:
        return f"There is no clear sign that neighbours are alike, or unlike ({figures})."
    alike = "more alike" if found.value > found.expected else "less alike"
    return f"Neighbours are {alike} than chance would have them ({figures})."


def local_moran(found: LocalMoran, _: Mapping[str, Any]) -> str:
    """Which places stand out among their neighbours, and how."""
    kinds = [kind for kind in dict.fromkeys(found.found) if kind != "none"]
    if not kinds:
        return f"None of {len(found.value)} places stands out among its neighbours, {STANDS_OUT}."
    said = [f"{kind}: {_which(found.found, kind)}" for kind in sorted(kinds)]
    return f"Of {len(found.value)} places these stand out among their neighbours, {STANDS_OUT}. {'. '.join(said)}."


def concentration(found: Concentration, _: Mapping[str, Any]) -> str:
    """The share of the busiest tenth, and the index, beside what chance alone would give."""
    busiest = numbers.plural(found.tens, "place")
    lead = f"The busiest {busiest} of {found.places} have {_percent(found.top_10.seen)} of {found.records:,} records"
    index = f"The generalised Gini index is {numbers.decimal(found.gini.seen, 2)}"
    return f"{lead}; chance alone would give {_range(found.top_10)}. {index}{_beyond(found.gini)}."


def _range(figure: Against) -> str:
    return f"{_percent(figure.low)} to {_percent(figure.high)}"


def _beyond(figure: Against) -> str:
    chance = f"{numbers.decimal(figure.low, 2)} to {numbers.decimal(figure.high, 2)} by chance"
    return f", against {chance}" if figure.beyond_chance else f", no more than chance gives ({chance})"


def accuracy(found: Accuracy, given: Mapping[str, Any]) -> str:
    """What the first tenth of places by prediction was worth."""
    tenth = max(1, round(len(found.pai) / 10))
    at = tenth - 1
    land = f"{_percent(found.area[at])} of the land" if given.get("size") is not None else f"of {len(found.pai)}"
    first = numbers.plural(tenth, "place")
    lead = f"The first {first} by prediction ({land}) held {_percent(found.hits[at])} of what came"
    best = f"{_percent(found.pei[at])} of the best that as many places could have had"
    return f"{lead}: an accuracy index of {numbers.decimal(found.pai[at], 2)}, {best}."


def _percent(share: float) -> str:
    return numbers.percent(100 * share)


def _which(found: Sequence[str], kind: str) -> str:
    """``numbers 3 and 7 are``, ``none is``: by place in the file."""
    at = [str(place) for place, each in enumerate(found, start=1) if each == kind]
    if not at:
        return "none is"
    return f"number {at[0]} is" if len(at) == 1 else f"numbers {numbers.listed(at)} are"
