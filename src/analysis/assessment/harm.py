"""Harm: share of records beside share of harm by the Cambridge index, and harm on the year, each as a range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.context import caution, information, not_measured
from analysis.assessment.naming import category_title, category_words, kind_of
from analysis.assessment.published import HIDDEN
from analysis.blocks import Heading, Paragraph, ref, strong, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.exhibits import Field, exhibit
from analysis.measures import ALL_CRIME, TYPICAL_PHI
from analysis.measures.harm import harm_change, harm_shares
from analysis.prose import LEVEL_WORDS, cannot_say_note, limits
from analysis.sources.weights import SOURCE, VERSION, harm_weights

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.measures.harm import HarmChange, HarmShare

HARM: Final = "share-of-harm"
WHAT: Final = (
    f"The {VERSION}, counts the days of imprisonment at which sentencing starts for an offence. It is an index of "
    "sentences: it says nothing of what victims felt or lost, and nothing of anti-social behaviour, which has no "
    "sentence. It covers England and Wales only."
)
MIXED: Final = (
    "Street-level data do not tell offences apart within a category: violence and sexual offences hold both a common "
    "assault and a homicide. So each category has a range of days, from the mix of offences over police forces where "
    "that is known, else from two averages of its offences: the days of the middle one, and all their days shared "
    "equally."
)
ANY: Final = (
    'Bounds, not expectations, stand under "Whatever the mix": the least and the most that the share could be if all '
    "records of a category were its lightest, or its gravest, offence and those of the others the opposite. They are "
    "wide because a category may hold very different offences."
)


def harm_blocks(context: Context, results: Results) -> list[Block]:
    """Share of records beside share of harm, most harmful first, and harm on the year; a note where there is none."""
    if context.slices is None:
        return [not_measured("The document publishes no counts by category, so no share of harm can be worked out.")]
    if context.annual or context.country not in ("england", "wales"):
        return [
            cannot_say_note(
                CannotSay("the Cambridge Crime Harm Index covers England and Wales only", "no-harm-weight"),
                "how harm is shared among categories",
            )
        ]
    found = _shares(results)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "how harm is shared among categories")]
    heading = Heading(level=2, text="Share of harm", id="harm")
    return [heading, _sentence(context, found), _table(context, results, found), information(WHAT), *_year(results)]


def counts_of(results: Results, which: str) -> dict[str, int] | CannotSay:
    """Records of each category of crime over the period (``latest``) or the one before (``previous``).

    Refused whole where one is unknown, since harm is a sum, and where one is withheld: shares of a known total would
    tell it.
    """
    lines = [line for line in results.profile.lines if kind_of(line.category) == "crime"]
    withheld = results.decision
    if withheld is not None and any(withheld.withholds({"category": each.category, "window": which}) for each in lines):
        return HIDDEN
    counts: dict[str, int | None] = {each.category: getattr(each, which) for each in lines}
    if unknown := [category for category, count in counts.items() if count is None]:
        return CannotSay(f"the period is not complete for {category_words(unknown[0])}", "incomplete-year")
    return {category: count for category, count in counts.items() if count is not None}


def _shares(results: Results) -> tuple[HarmShare, ...] | CannotSay:
    counts = counts_of(results, "latest")
    return harm_shares(counts, harm_weights()) if said(counts) else counts


def _sentence(context: Context, found: tuple[HarmShare, ...]) -> Paragraph:
    first = found[0]
    lead = (
        f"{category_title(first.category)} were {_percent(first.share)} of crimes recorded in {context.window.named}, "
        f"and between {_percent(first.low)} and {_percent(first.high)} of harm as the index counts it ("
    )
    more = [category_words(each.category) for each in found if each.low > each.share]
    less = [category_words(each.category) for each in found if each.high < each.share]
    heavy = f" Over the whole likely range {numbers.listed(more)} weigh more in harm than in number" if more else ""
    light = f"{', and ' if more else ' Over the whole likely range '}{numbers.listed(less)} weigh less" if less else ""
    return Paragraph(spans=text(lead, ref(HARM), ").", f"{heavy}{light}." if more or less else ""))


def _table(context: Context, results: Results, found: tuple[HarmShare, ...]) -> Block:
    first = found[0]
    caption = context.caption(
        HARM,
        f"{category_title(first.category)}: {_percent(first.share)} of records, {_percent(first.low)} to "
        f"{_percent(first.high)} of harm",
        f"Share of recorded crimes and of harm by type, {context.partnership.name}, {context.window.text}",
        source=f"{context.data_source} {SOURCE}", notes=[MIXED, ANY],
    )  # fmt: skip
    fields = [
        Field("category", "Type"),
        Field("count", "Records", numbers.count, reliability=True),
        Field("share", "Share of records", numbers.percent),
        Field("days", "Days of imprisonment a record", _as_written),
        Field("of_harm", "Share of harm", _as_written),
        Field("any_mix", "Whatever the mix", _as_written),
    ]
    return exhibit(_published(results, found), caption, fields)


def _published(results: Results, found: tuple[HarmShare, ...]) -> Published:
    weights = {each.category: each for each in harm_weights()}
    shares = ("share", "low", "high", "least", "most")
    rows: list[dict[str, Any]] = [
        {
            "category": category_title(each.category), "line": each.category, "count": each.count,
            **{name: 100 * getattr(each, name) for name in shares},
            "of_harm": _range(each.low, each.high), "any_mix": _range(each.least, each.most),
            "days": _days(weights[each.category].low, weights[each.category].high),
            "days_low": weights[each.category].low, "days_high": weights[each.category].high,
            "basis": weights[each.category].basis,
        }
        for each in found
    ]  # fmt: skip
    return publish(
        rows, results.context.rule, key=["category"], coordinates={"category": "line"},
        counts={"count": {"window": "latest"}}, derived=dict.fromkeys((*shares, "of_harm", "any_mix"), ("count",)),
        plain=["line", "days", "days_low", "days_high", "basis"], decision=results.decision,
    )  # fmt: skip


def _year(results: Results) -> list[Block]:
    """Harm of the period against the one before."""
    found = year_of_harm(results)
    if isinstance(found, CannotSay):
        return [cannot_say_note(found, "whether harm changed on the year")]
    if said(year := results.on_the_year[ALL_CRIME]) and year.breaks:
        taken = f" The comparison takes in {numbers.listed(year.breaks)}."
    else:
        taken = ""
    return [Paragraph(spans=text(strong("Harm on the year."), f" {_same(found)}{taken}")), caution(_moved(found))]


def year_of_harm(results: Results) -> HarmChange | CannotSay:
    """Harm of the period over that of the one before, where all recorded crime can be compared over every month."""
    year = results.on_the_year[ALL_CRIME]
    if isinstance(year, CannotSay):
        return year
    if not year.complete:
        return CannotSay(f"not every month has figures in both periods ({year.months_text})", "incomplete-year")
    before, after = counts_of(results, "previous"), counts_of(results, "latest")
    if isinstance(before, CannotSay) or isinstance(after, CannotSay):
        return next(each for each in (before, after) if isinstance(each, CannotSay))
    swing = {
        line: found.dispersion.widening() if said(found) else TYPICAL_PHI for line, found in results.on_the_year.items()
    }
    return harm_change(before, after, harm_weights(), dispersion=swing)


def _same(found: HarmChange) -> str:
    verdict = found.same_mix_verdict
    lead = f"harm {verdict}" if verdict != "no clear change" else "there is no clear change in harm"
    point = f"{_signed(found.low)} to {_signed(found.high)} by the range of weights"
    span = _span(found.wide_low, found.wide_high)
    return (
        f"If the mix of offences within each category stayed as it was, {lead}: {point}; with chance allowed for "
        f"({LEVEL_WORDS}), {span}."
    )


def _moved(found: HarmChange) -> str:
    span = _span(found.moved_low, found.moved_high)
    unless = {
        "no clear change": "so street-level counts alone do not tell whether harm changed",
        "rose": "so harm rose whatever the mix",
        "fell": "so harm fell whatever the mix",
    }[found.verdict]
    return (
        f"The mix may have moved, and nothing in these data would show it. If it moved from one end of its likely "
        f"range to the other, the change lies anywhere: {span}, {unless}."
    )


def _percent(share: float) -> str:
    return numbers.percent(100 * share, 0)


def _signed(ratio: float) -> str:
    return numbers.percent(100 * (ratio - 1), 0, signed=True)


def _span(low: float, high: float) -> str:
    return limits(100 * (low - 1), 100 * (high - 1), 0)


def _days(low: float, high: float) -> str:
    """A range of days, or the one value that it is; whole days from ten upwards."""
    return _once(_rounded(low), _rounded(high))


def _rounded(days: float) -> str:
    return numbers.count(days) if days >= 10 else numbers.plain(round(days, 1))


def _range(low: float, high: float) -> str:
    """A range of shares, or one figure where both ends print alike; what would print as nought is ``under 0.1%``."""
    return _once(*(_small(100 * share) for share in (low, high)))


def _small(percent: float) -> str:
    least, most = 0.1, 99.9
    if 0 < percent < least:
        return f"under {numbers.percent(least)}"
    return f"over {numbers.percent(most)}" if most < percent < 100 else numbers.percent(percent)


def _once(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def _as_written(words: str) -> str:
    """Words that stand in a column of numbers."""
    return words
