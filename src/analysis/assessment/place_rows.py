"""The small areas with most crime, or most anti-social behaviour: ranked, and as rows that may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import CHANGE, change_columns, publish
from analysis.measures import is_asb, located_shares
from analysis.places import top_places
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR

if TYPE_CHECKING:
    from analysis.assessment.results import Results
    from analysis.disclosure import Published
    from analysis.places import Place, TopPlaces

PlaceKind = Literal["crime", "apart"]
"""All recorded crime, or what is counted apart from it."""
BASE_YEAR: Final = 2017
"""The latest year for which every small area of 2011 has an estimate of its residents."""


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
    )  # fmt: skip


def published_places(results: Results, found: TopPlaces, kind: PlaceKind) -> Published:
    """The ranked places, one row each, withheld counts blanked: ``place``, ``before``, ``after``, ``share``, ..."""
    names = results.slices.areas.set_index("code")["name"]
    frame = pd.DataFrame(
        [_row(place, str(names.get(place.area, place.area)), kind, found.of) for place in found.places]
    )
    both = dict.fromkeys(CHANGE, ("before", "after"))
    return publish(
        frame, results.context.rule, key=["area"], coordinates={"area": "area", "kind": "kind"},
        counts={"before": {"window": "previous"}, "after": {"window": "latest"}},
        derived={**both, "share": ("after",), "rate": ("after",)}, plain=["place", "kind", "rank", "of", "persistent"],
        decision=results.decision_on_places,
    )  # fmt: skip


def _row(place: Place, name: str, kind: PlaceKind, of: int) -> dict[str, Any]:
    change = change_columns(place.change)
    persistent = "not known" if place.persistent is None else "yes" if place.persistent else "no"
    return {
        "place": name,
        "area": place.area,
        "kind": kind,
        "rank": place.rank,
        "before": pd.NA if place.previous is None else place.previous,
        "after": place.latest,
        **{column: change[column] for column in CHANGE},
        "share": 100 * place.share,
        "of": of,
        "rate": place.rate if isinstance(place.rate, CannotSay) else place.rate.value,
        "persistent": persistent,
    }


def together(found: TopPlaces, frame: Published, words: str) -> str:
    """``Ten of 45 small areas hold 60% of recorded crime that has a location``; no share where a count is withheld."""
    lead = f"{numbers.sentence_case(numbers.in_words(len(found.places)))} of {found.of} small areas"
    if all(row["share"].known for row in frame):
        return f"{lead} hold {numbers.percent(100 * found.share, 0)} of {words} that has a location"
    return f"{lead} have the most of {words} that has a location"
