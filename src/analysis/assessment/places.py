"""Places: the ten small areas with most recorded crime, and the ten with most anti-social behaviour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import caution, information, not_measured
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import change_columns, publish
from analysis.exhibits import Field, ranked
from analysis.measures import is_asb
from analysis.places import top_places
from analysis.prose import cannot_say_note
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.places import Place, TopPlaces

SMALL_AREA = "small areas of about 1,500 residents (lower layer super output areas of 2011)"
BASE_YEAR = 2017


def places(context: Context, results: Results) -> list[Block]:
    """The two rankings; a note where the data have no places."""
    if context.slices is None or context.annual:
        why = "one a year for the whole council area" if context.annual else "published without places"
        return [not_measured(f"The figures are {why}, so no place can be named.")]
    blocks: list[Block] = []
    for kind, words in (("crime", "recorded crime"), ("apart", "anti-social behaviour")):
        blocks += _ranking(context, results, kind, words)
    return blocks


def top(context: Context, results: Results, kind: str) -> TopPlaces | CannotSay:
    """The top ten of all crime, or of anti-social behaviour."""
    slices = context.slices
    assert slices is not None, "an edition of published figures alone has no places"
    given = sorted(slices.counts["category"].unique())
    categories = [slug for slug in given if is_asb(slug) == (kind == "apart")]
    people = slices.population[slices.population["year"] == BASE_YEAR].set_index("area")["population"]
    return top_places(
        slices.counts, categories, window=context.window, without_location=results.without_location(kind),
        population={str(k): float(v) for k, v in people.items()}, breaks=results.breaks_of(ANTI_SOCIAL_BEHAVIOUR if kind == "apart" else "burglary"),
    )  # fmt: skip


def _row(place: Place, names: dict[str, str], kind: str) -> dict[str, Any]:
    change = {k: v for k, v in change_columns(place.change).items() if k not in ("before", "after")}
    persistent = "not known" if place.persistent is None else "yes" if place.persistent else "no"
    return {
        "place": names.get(place.area, place.area),
        "area": place.area,
        "kind": kind,
        "rank": place.rank,
        "before": pd.NA if place.previous is None else place.previous,
        "after": place.latest,
        **change,
        "share": 100 * place.share,
        "rate": place.rate if isinstance(place.rate, CannotSay) else place.rate.value,
        "persistent": persistent,
    }


def _ranking(context: Context, results: Results, kind: str, words: str) -> list[Block]:
    slug = "top-places-crime" if kind == "crime" else "top-places-anti-social-behaviour"
    heading = Heading(level=2, text=f"Where: {words}", id=slug.replace("top-", "where-"))
    found = top(context, results, kind)
    if not said(found):
        return [heading, cannot_say_note(found, f"where {words} is concentrated")]
    slices = context.slices
    assert slices is not None
    names = {str(code): str(name) for code, name in slices.areas.set_index("code")["name"].items()}
    frame = pd.DataFrame([_row(place, names, kind) for place in found.places])
    figures = ["before", "after"]
    derived = dict.fromkeys(
        ("change", "change_low", "change_high", "verdict", "difference", "months", "breaks"), figures
    )
    published = publish(
        frame, context.rule, key=["area"], coordinates={"area": "area", "kind": "kind"},
        counts={"before": {"window": "previous"}, "after": {"window": "latest"}},
        derived={**derived, "share": ["after"], "rate": ["after"]}, plain=["place", "kind", "rank", "persistent"],
        decision=results.decision_on_places,
    )  # fmt: skip
    caption = context.caption(
        slug, f"{numbers.sentence_case(numbers.in_words(len(found.places)))} of {found.of} small areas hold {numbers.percent(100 * found.share, 0)} of {words} that has a location",
        f"{numbers.sentence_case(words)}, {SMALL_AREA}, {context.partnership.name}, {found.window.text}",
        notes=[f"{numbers.sentence_case(c)}." for c in found.cautions],
    )  # fmt: skip
    more = [Field("share", "Share of area", numbers.percent)]
    if any(place.previous is not None for place in found.places):
        more += [
            Field("change", "Change", exhibits.signed_percent, reliability=True),
            Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
            Field("persistent", "In last year's ten"),
        ]
    before = found.window.back(1).text if any(p.previous is not None for p in found.places) else ""
    drawn = ranked(
        published,
        caption,
        unit=numbers.sentence_case(words),
        after=found.window.text,
        before=before or "the year before",
        label="Small area",
        more=more,
    )
    return [
        heading,
        Paragraph(spans=_sentence(context, found, names, words, slug)),
        drawn if said(drawn) else cannot_say_note(drawn, "where"),
        *_cautions(found, slug),
    ]


def _sentence(context: Context, found: TopPlaces, names: dict[str, str], words: str, slug: str) -> Any:
    first = found.places[0]
    lasting = [p for p in found.places if p.persistent]
    last = (
        f" {numbers.sentence_case(numbers.in_words(len(lasting)))} of the {numbers.in_words(len(found.places))} were among the top ten of the year before too."
        if any(p.persistent is not None for p in found.places)
        else " The year before is not known, so nothing is said of which places last."
    )
    return text(
        f"{names.get(first.area, first.area)} had the most {words} in {found.window.named}: {numbers.count(first.latest)} "
        f"records, {numbers.percent(100 * first.share)} of those with a location (", ref(slug), ").", last,
    )  # fmt: skip


def _cautions(found: TopPlaces, slug: str) -> list[Block]:
    blocks: list[Block] = []
    if found.tied_out:
        blocks.append(
            information(
                f"{numbers.sentence_case(numbers.plural(found.tied_out, 'further area has', 'further areas have'))} as many as the last one shown."
            )
        )
    if slug == "top-places-crime":
        blocks.append(
            caution(
                "A place comes high because much is recorded there: a town centre, a hospital, an event. That is no measure of "
                "the risk to those who live there.",
                title="Reading a ranking",
            )
        )
    return blocks
