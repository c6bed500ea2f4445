"""The small areas with most crime, or most anti-social behaviour: ranked, and as rows that may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from analysis import numbers
from analysis.assessment.place_results import BASE_YEAR
from analysis.cannot_say import CannotSay
from analysis.disclosure import CHANGE, change_columns, publish
from analysis.measures import is_asb, located_shares
from analysis.places import top_places
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from analysis.assessment.results import Results
    from analysis.disclosure import Published
    from analysis.measures import Comparison
    from analysis.places import Place, Standing, TopPlaces

PlaceKind = Literal["crime", "apart"]
"""All recorded crime, or what is counted apart from it."""
NO_RANK: Final = CannotSay("a count among them is withheld", "disclosure")
NOT_RANKED: Final = CannotSay("not every place can be ranked by it", "no-population")
RANKS: Final = ("by_count", "by_rate", "by_harm")
IN_BOTH: Final = dict.fromkeys(CHANGE, ("before", "after"))
"""What is worked out from the counts of both years."""


def top(results: Results, kind: PlaceKind) -> TopPlaces | CannotSay:
    """The top ten of all crime, or of anti-social behaviour."""
    slices = results.slices
    categories = [slug for slug in sorted(slices.counts["category"].unique()) if is_asb(slug) == (kind == "apart")]
    people = slices.population[slices.population["year"] == BASE_YEAR].set_index("area")["population"]
    return top_places(
        slices.counts, categories, window=results.context.window, without_location=results.without_location(kind),
        population={str(area): float(count) for area, count in people.items()},
        breaks=results.breaks_of(ANTI_SOCIAL_BEHAVIOUR if kind == "apart" else "burglary"),
        located=located_shares(slices.completeness, categories),
        years=None if results.context.rule.control == "markers" else 1,
    )  # fmt: skip


def published_places(results: Results, found: TopPlaces, kind: PlaceKind) -> Published:
    """The ranked places, one row each, withheld counts blanked: ``place``, ``before``, ``after``, ``share``, ..."""
    names = results.slices.areas.set_index("code")["name"]
    events = results.places.event_related if kind == "crime" else frozenset()
    hidden = withheld_places(results, [place.area for place in found.places], kind)
    ordered = sorted(found.places, key=lambda place: last_if_withheld(place.area, hidden))
    frame = pd.DataFrame(
        [
            _row(place, str(names.get(place.area, place.area)), kind, found, events)
            | ({"rank": NO_RANK} if hidden else {})
            for place in ordered
        ]
    )
    return publish(
        frame, results.context.rule, key=["area"], coordinates={"area": "area", "kind": "kind"},
        counts={"before": {"window": "previous"}, "after": {"window": "latest"}},
        derived={**IN_BOTH, **dict.fromkeys(("rank", "share", "rate"), ("after",)), "lasting": ("before", "after")},
        plain=["place", "kind", "of"], decision=results.decision_on_places,
    )  # fmt: skip


def withheld_places(results: Results, areas: Collection[str], kind: PlaceKind) -> frozenset[str]:
    """Those whose count of the period is withheld: they come last, by code, and nothing is ranked among them.

    Their place among the others, or a gap in the others' ranks, would say between which counts theirs lies.
    """
    decision = results.decision_on_places
    if decision is None:
        return frozenset()
    return frozenset(a for a in areas if decision.withholds({"area": a, "kind": kind, "window": "latest"}))


def last_if_withheld(area: str, hidden: Collection[str]) -> str:
    """A key to sort by that keeps the order of places with a count, and puts the others after them by code."""
    return area if area in hidden else ""


def _row(place: Place, name: str, kind: PlaceKind, found: TopPlaces, events: Collection[str]) -> dict[str, Any]:
    change = change_columns(place.change)
    return {
        "place": name,
        "area": place.area,
        "kind": kind,
        "rank": place.rank,
        "before": pd.NA if place.previous is None else place.previous,
        "after": place.latest,
        **{column: change[column] for column in CHANGE},
        "share": 100 * place.share,
        "of": found.of,
        "rate": place.rate if isinstance(place.rate, CannotSay) else place.rate.value,
        "lasting": lasting_words(place, len(found.years), events),
    }


def lasting_words(place: Place, years: int, events: Collection[str]) -> str:
    """``all 3 years``, ``2 of 3 years``, ``emerging``, ``new``, ``event-related``, ``not known``."""
    if place.area in events and place.lasting != "persistent":
        return "event-related"
    if place.lasting == "persistent":
        return f"all {years + 1} years" if years > 1 else "both years"
    if place.lasting == "not every year":
        return f"{sum(place.history) + 1} of {years + 1} years"
    return place.lasting


def published_standings(results: Results, found: TopPlaces) -> Published:
    """The places in the top ten by count, by rate or by harm, a row each, with its three ranks and its change."""
    names, events = results.slices.areas.set_index("code")["name"], results.places.event_related
    listed = {place.area: lasting_words(place, len(found.years), events) for place in found.places}
    hidden = withheld_places(results, [each.area for each in results.places.standings], "crime")
    rows = [
        _standing(each, str(names.get(each.area, each.area)), found.changes.by_place[each.area], listed)
        | (dict.fromkeys(RANKS, NO_RANK) if hidden else {})
        for each in sorted(results.places.standings, key=lambda each: last_if_withheld(each.area, hidden))
    ]
    worked_out = dict.fromkeys(("rate", *RANKS, "days_low", "days_high"), ("after",))
    return publish(
        rows, results.context.rule, key=["area"], coordinates={"area": "area", "kind": "kind"},
        counts={"before": {"window": "previous"}, "after": {"window": "latest"}},
        derived={**IN_BOTH, **worked_out, "lasting": ("before", "after")}, plain=["place", "kind"],
        decision=results.decision_on_places,
    )  # fmt: skip


def _standing(place: Standing, name: str, change: Comparison | CannotSay, listed: Mapping[str, str]) -> dict[str, Any]:
    columns = change_columns(change)
    ranks = {"by_count": place.by_count, "by_rate": place.by_rate, "by_harm": place.by_harm}
    return {
        "place": name,
        "area": place.area,
        "kind": "crime",
        "before": columns["before"],
        "after": place.count,
        **{column: columns[column] for column in CHANGE},
        "rate": pd.NA if place.rate is None else place.rate,
        "days_low": pd.NA if place.days_low is None else place.days_low,
        "days_high": pd.NA if place.days_high is None else place.days_high,
        **{key: NOT_RANKED if rank is None else rank for key, rank in ranks.items()},
        "lasting": listed.get(place.area, "not in the ten"),
    }


def together(found: TopPlaces, frame: Published, words: str) -> str:
    """``Ten of 45 small areas hold 60% of recorded crime that has a location``; no share where a count is withheld."""
    lead = f"{numbers.sentence_case(numbers.in_words(len(found.places)))} of {found.of} small areas"
    if all(row["share"].known for row in frame):
        return f"{lead} hold {numbers.percent(100 * found.share, 0)} of {words} that has a location"
    return f"{lead} have the most of {words} that has a location"
