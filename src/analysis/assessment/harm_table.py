"""Share of records beside share of harm as a table: each share of harm a range, and the bounds of any mix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.naming import category_title
from analysis.disclosure import publish
from analysis.exhibits import Field, exhibit
from analysis.sources.weights import SOURCE, harm_weights

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.measures.harm import HarmShare

HARM: Final = "share-of-harm"
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


def harm_table(context: Context, results: Results, found: tuple[HarmShare, ...]) -> Block:
    """The table of ``found``, most harmful first."""
    first = found[0]
    caption = context.caption(
        HARM,
        f"{category_title(first.category)}: {whole_percent(first.share)} of records, {whole_percent(first.low)} to "
        f"{whole_percent(first.high)} of harm",
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
            "of_harm": share_range(each.low, each.high), "any_mix": share_range(each.least, each.most),
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


def whole_percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent."""
    return numbers.percent(100 * share, 0)


def _days(low: float, high: float) -> str:
    """A range of days, or the one value that it is; whole days from ten upwards."""
    return _once(_rounded(low), _rounded(high))


def _rounded(days: float) -> str:
    return numbers.count(days) if days >= 10 else numbers.plain(round(days, 1))


def share_range(low: float, high: float) -> str:
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
