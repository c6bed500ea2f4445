"""How concentrated crime is, whether busy places stand together, and what last year's top ten was worth this year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.place_points import point_blocks
from analysis.assessment.wording import opening
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.place_results import Pattern
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.places import Against, Concentration, Forward

CONCENTRATION: Final = "concentration"
FORWARD: Final = "places-chosen-beforehand"
CHANCE: Final = (
    "By chance alone: as many records thrown blindly at the same places 2,000 times, each place as likely as any "
    "other; the range holds 95 in 100 draws. Few records look concentrated by chance alone."
)
GINI: Final = (
    "The generalised Gini index is 0 where records are spread as evenly as their number allows and nears 1 where one "
    "place has all."
)
INDEX: Final = (
    "The accuracy index is the share of records in the ten places over their share of {whole} (1 is no better than "
    "places picked blindly). Efficiency is the share of records in the ten over the most that any ten places had. "
    "Recapture is that share over their share in the year they were chosen by."
)


def pattern_blocks(context: Context, results: Results) -> list[Block]:
    """Concentration, neighbours, and places chosen beforehand; one note where none of it can be said."""
    found = results.places
    if found.refusal is not None:
        return [cannot_say_note(found.refusal, "how concentrated crime is among places")]
    return [
        Heading(level=2, text="How concentrated it is", id="where-concentrated"),
        *_concentration(context, results),
        *point_blocks(context, results),
        Paragraph(spans=text(_neighbours(results, found.pattern))),
        *_forward(context, results),
    ]


def _concentration(context: Context, results: Results) -> list[Block]:
    found = results.places.concentrated
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "how concentrated crime is among places")]
    frame = publish(
        [*_rows(found), *_of_points(results)], results.context.rule, key=["measure"],
        plain=["as_it_is", "by_chance", "seen", "chance", "chance_low", "chance_high"],
    )  # fmt: skip
    fields = [
        Field("measure", "Measure"), Field("as_it_is", "As recorded", _as_written),
        Field("by_chance", "By chance alone", _as_written),
    ]  # fmt: skip
    busiest = f"The {numbers.in_words(found.tens)} busiest small areas of {found.places}"
    caption = context.caption(
        CONCENTRATION, f"{busiest} have {_percent(found.top_10.seen)} of recorded crime",
        f"Concentration of recorded crime among small areas, {context.partnership.name}, {context.window.text}",
        notes=[CHANCE, GINI],
    )  # fmt: skip
    return [
        Paragraph(spans=text(_concentrated(found), " (", ref(CONCENTRATION), ").")),
        exhibit(frame, caption, fields),
    ]


def _concentrated(found: Concentration) -> str:
    tenth = f"The busiest tenth of small areas ({found.tens} of {found.places})"
    lead = f"{tenth} has {_percent(found.top_10.seen)} of recorded crime"
    if not found.gini.beyond_chance:
        return f"{lead}, no more concentrated than chance alone would have it"
    return f"{lead}; chance alone would give {_percent(found.top_10.chance)}"


def _rows(found: Concentration) -> list[dict[str, Any]]:
    measures = (
        (f"Share in the busiest 5% ({found.fives} of {found.places})", found.top_5, True),
        (f"Share in the busiest 10% ({found.tens} of {found.places})", found.top_10, True),
        ("Generalised Gini index", found.gini, False),
    )
    return [_row(name, figure, share=share) for name, figure, share in measures]


def _of_points(results: Results) -> list[dict[str, Any]]:
    """The same of published map points, where they are held."""
    repeated = results.places.repeated
    found = repeated.concentration if said(repeated) else repeated
    if not said(found):
        return []
    return [
        _row(
            f"Share in the busiest 5% of map points ({found.fives} of {numbers.count(found.places)})",
            found.top_5,
            share=True,
        ),
        _row("Generalised Gini index of map points", found.gini, share=False),
    ]


def _row(name: str, figure: Against, *, share: bool) -> dict[str, Any]:
    def write(value: float) -> str:
        return _percent(value) if share else numbers.decimal(value, 2)

    scale = 100 if share else 1
    return {
        "measure": name,
        "as_it_is": write(figure.seen),
        "by_chance": f"{write(figure.chance)} ({write(figure.low)} to {write(figure.high)})",
        "seen": scale * figure.seen,
        "chance": scale * figure.chance,
        "chance_low": scale * figure.low,
        "chance_high": scale * figure.high,
    }


def _neighbours(results: Results, found: Pattern | CannotSay) -> str:
    """Whether busy places stand together: Moran's I, hot spots and places unlike their neighbours, in sentences."""
    if isinstance(found, CannotSay):
        return f"Whether busy places stand beside each other cannot be said: {found.reason}."
    return f"{_alike(found)} {_named(results, found)} {_how(found)}"


def _alike(found: Pattern) -> str:
    figures = f"Moran's I {numbers.decimal(found.whole.value, 2)}, which chance alone gives {_times(found.whole.p)}"
    if found.whole.p >= 0.05:
        return f"Busy places do not clearly stand beside other busy places ({figures})."
    beside = "busy" if found.whole.value > found.whole.expected else "quiet"
    return f"Busy places stand beside {beside} ones more often than chance would have it ({figures})."


def _times(p: float) -> str:
    """``13 times in 100``, ``less than once in 100``."""
    hundred = round(100 * p)
    return "less than once in 100" if hundred < 1 else "once in 100" if hundred == 1 else f"{hundred} times in 100"


def _named(results: Results, found: Pattern) -> str:
    names = results.slices.areas.set_index("code")["name"]
    hot = [area for area, heat in zip(found.areas, found.hot_spots.found, strict=True) if heat == "hot"]
    lone = [area for area, how in zip(found.areas, found.local.found, strict=True) if how == "high among low"]
    if not hot and not lone:
        return "No small area stands out as a hot spot together with its neighbours, or as busy among quiet ones."
    said = []
    if hot:
        score = dict(zip(found.areas, found.hot_spots.z, strict=True))
        first = [str(names.get(area, area)) for area in sorted(hot, key=lambda area: (-score[area], area))]
        stand = opening(len(hot), "small area stands", "small areas stand")
        said.append(f"{stand} out as hot together with their neighbours{_first(first)}.")
    if lone:
        said.append(f"Busy among quiet neighbours: {numbers.listed([str(names.get(area, area)) for area in lone])}.")
    return " ".join(said)


def _first(names: list[str]) -> str:
    return f": {numbers.listed(names)}" if len(names) <= 5 else f", first among them {numbers.listed(names[:3])}"


def _how(found: Pattern) -> str:
    near = "those that share a border" if found.by_border else "the eight nearest by their published map points"
    return (
        f"This is by Getis-Ord Gi* and local Moran's I of log counts, neighbours being {near}; of any named, about one "
        "in 20 would be chance."
    )


def _forward(context: Context, results: Results) -> list[Block]:
    found = results.places.chosen_before
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "what choosing last year's busiest places would have been worth")]
    rows = [
        {
            "months_after": each.months, "records": each.records, "hits": 100 * each.hits, "pai": each.pai,
            "pei": 100 * each.pei, "recapture": each.recapture,
        }
        for each in found.judged
    ]  # fmt: skip
    frame = publish(
        rows, results.context.rule, key=["months_after"],
        plain=["records", "hits", "pai", "pei", "recapture"],
    )  # fmt: skip
    fields = [
        Field("months_after", "Months after", numbers.count, left=True), Field("records", "Records", numbers.count),
        Field("hits", "In the ten places", numbers.percent), Field("pai", "Accuracy index", _two),
        Field("pei", "Efficiency", numbers.percent), Field("recapture", "Recapture", _two),
    ]  # fmt: skip
    caption = context.caption(
        FORWARD, _worth(found),
        f"Places chosen by recorded crime in {found.chosen.named}, judged by the months after, "
        f"{context.partnership.name}", notes=[INDEX.format(whole="the land" if results.hectares else "all places")],
    )  # fmt: skip
    said = Paragraph(spans=text(_chosen(found, by_land=bool(results.hectares)), " (", ref(FORWARD), ")."))
    return [said, exhibit(frame, caption, fields)]


def _worth(found: Forward) -> str:
    last = found.judged[-1]
    return f"The ten busiest places of one year held {_percent(last.hits)} of crime in the next"


def _chosen(found: Forward, *, by_land: bool) -> str:
    last = found.judged[-1]
    ten = f"The {numbers.in_words(found.n)} small areas with most crime in {found.chosen.named}"
    then, after = _percent(found.before), f"{_percent(last.hits)} over the {last.months} months after"
    share = f"{_percent(found.area)} of {'the land' if by_land else f'all {found.of}'}"
    return f"{ten}, {share}, held {then} of it then and {after}"


def _percent(share: float) -> str:
    return numbers.percent(100 * share)


def _two(value: Any) -> str:
    return numbers.decimal(value, 2)


def _as_written(words: str) -> str:
    """Words that stand in a column of numbers."""
    return words
