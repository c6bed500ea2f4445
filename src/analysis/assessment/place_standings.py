"""Which small areas are in the top ten by count, by rate and by harm, and whether they last: one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.place_rows import published_standings
from analysis.assessment.wording import how_many
from analysis.exhibits import Field, exhibit
from analysis.sources.weights import SOURCE

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.places import TopPlaces

STANDINGS: Final = "places-by-rank"
TEN: Final = 10
RATES: Final = (
    "Rates are for each 1,000 residents of mid-2017, the latest year with an estimate for all small areas. They "
    "mislead in town centres and other places people come to."
)
HARM: Final = (
    "Harm is the days of imprisonment that the records stand for by the Cambridge Crime Harm Index, ranked by the "
    "middle of its likely range."
)


RANKS: Final = {"by_count": "count", "by_rate": "rate", "by_harm": "harm"}
NOTES: Final = {"by_rate": RATES, "by_harm": HARM}


def standings_table(context: Context, results: Results, found: TopPlaces) -> Block:
    """Which place is among the top ten by count, by rate and by harm, and whether it lasts."""
    frame = published_standings(results, found)
    fields = [Field("place", "Small area"), Field("after", "Records", numbers.count, reliability=True)]
    if found.changes.looked_at:
        fields += [
            Field("change", "Change", exhibits.signed_percent),
            Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
        ]
    ranked = [(key, words) for key, words in RANKS.items() if any(row[key].known for row in frame)]
    fields += [Field(key, words, numbers.count, group="Rank by") for key, words in ranked]
    fields += [Field("lasting", "In the ten by count")] if found.years else []
    notes = [NOTES[key] for key, _ in ranked if key in NOTES]
    caption = context.caption(
        STANDINGS, _in_all_three(frame),
        f"Recorded crime by small area, and rank among {found.of} by {numbers.listed([words for _, words in ranked])}, "
        f"{context.partnership.name}, {found.window.text}",
        source=f"{context.data_source} {SOURCE}", notes=[*notes, _years(found)],
    )  # fmt: skip
    return exhibit(frame, caption, fields)


def _in_all_three(frame: Published) -> str:
    ranks = [[row.number(name) for name in ("by_count", "by_rate", "by_harm")] for row in frame]
    if any(each is None for row in ranks for each in row):
        return "The small areas with most crime, and whether they last"
    top = sum(all(each is not None and each <= TEN for each in row) for row in ranks)
    few = numbers.in_words(top) if top else "none"
    of = numbers.plural(len(ranks), "small area")
    return f"{numbers.sentence_case(few)} of {of} are in the top ten by count, by rate and by harm alike"


def _years(found: TopPlaces) -> str:
    """How lastingness was judged, and whether any place's change is clear when all are looked at."""
    if not found.years:
        return "No earlier year is known whole, so nothing is said of which places last."
    looked, rose, fell = found.changes.looked_at, len(found.changes.rose), len(found.changes.fell)
    return (
        f"Judged over {numbers.plural(len(found.years) + 1, 'complete year')} to {numbers.month(found.window.end)}; "
        "emerging is high this year alone, with a clear rise; new is that without one. Looking at all "
        f"{looked} small areas at once, {how_many(rose)} clearly rose and {how_many(fell)} clearly fell."
    )
