"""The sentences of a target whose period is not over, and of one that is a percentage of a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.blocks import text
from analysis.disclosure import State
from analysis.prose.interval import LEVEL_WORDS, limits
from analysis.prose.target import target_words

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.disclosure import Row


def open_target_sentence(row: Row) -> Spans:
    """``Robbery: 429 so far in 2022/23, four months to come. The chance of meeting the target, at most 640, is ...``.

    ``row`` has the columns of ``disclosure.target_columns`` and a known ``chance_now``.
    """
    sentences = [_so_far(row), _on_the_year(row), _chance_now(row), _total(row), _no_change(row), *_limits(row)]
    return text(" ".join(sentence for sentence in sentences if sentence))


def _so_far(row: Row) -> str:
    left = numbers.plural(int(row.number("months_left") or 0), "month")
    of = f" in {row.words('target_period')}" if row.words("target_period") else ""
    return f"{row.words('indicator')}: {numbers.count(row.number('so_far') or 0)} so far{of}, {left} to come."


def _on_the_year(row: Row) -> str:
    """The same months a year earlier, where all of them can be compared; why not, where they cannot."""
    if "year_verdict" not in row:
        return ""
    verdict, low, high = row["year_verdict"], _number(row, "year_change_low"), _number(row, "year_change_high")
    if verdict.state is State.CANNOT_SAY:
        return f"Whether that is more or less than a year earlier cannot be said: {verdict.note}."
    if not verdict.known or row.words("year_months"):
        return ""
    span = f" ({LEVEL_WORDS}: {limits(low, high)})" if low is not None and high is not None else ""
    moved = {"rose": "a rise", "fell": "a fall"}.get(str(verdict.value), "no clear change")
    return f"In the same months a year earlier it was {numbers.count(row.number('year_before') or 0)}: {moved}{span}."


def _chance_now(row: Row) -> str:
    status, goal = row.words("status"), target_words(row)
    if status in ("met", "missed"):
        return f"That is enough to say that the target, {goal}, is {status}, unless the counts are revised."
    return f"The chance of meeting the target, {goal}, is {numbers.chance(row.number('chance_now') or 0)}: {status}."


def _total(row: Row) -> str:
    low, high = _number(row, "likely_low"), _number(row, "likely_high")
    if low is None or high is None or row.words("status") in ("met", "missed") or row.words("proven") == "no":
        return ""
    return f"The whole is likely (80%) to be {numbers.interval(low, high, numbers.count)}."


def _no_change(row: Row) -> str:
    chance = _number(row, "chance")
    words = "Before the period began, with no change from the baseline, it was"
    return f"{words} {numbers.chance(chance)}." if chance is not None else ""


def _limits(row: Row) -> list[str]:
    missing = int(row.number("missing_months") or 0)
    gap = numbers.plural(missing, "month so far is", "months so far are")
    return [
        f"{numbers.sentence_case(gap)} not in the data, and allowed for as unknown, not as zero." if missing else "",
        "The chance is reckoned from two totals, without figures by month, so no season is allowed for."
        if row.words("basis") == "totals"
        else "The chance is unproven here: too few months lie outside any break to have shown what it is worth."
        if row.words("proven") == "no"
        else "",
    ]


def survey_sentence(row: Row) -> Spans:
    """``Feel safe after dark: 71% of 1,104 (95% interval: 68.3% to 73.6%). The target, at least 70%, lies within ...``.

    ``row`` has the columns of ``disclosure.target_columns`` and a known ``actual_low``.
    """
    low, high = row.number("actual_low") or 0.0, row.number("actual_high") or 0.0
    people = numbers.count(row.number("sample_size") or 0)
    of = f"{numbers.plain(row.number('actual') or 0)}{numbers.PERCENT} of {people}"
    lead = f"{row.words('indicator')}: {of} ({LEVEL_WORDS}: {numbers.interval(low, high, numbers.percent)})."
    return text(" ".join(part for part in (lead, _inside(row, low, high), _moved(row)) if part))


def _inside(row: Row, low: float, high: float) -> str:
    """Whether chance in who was asked could have put the figure on the other side of its target."""
    judged, own = row.words("status") in ("met", "missed"), row["target"].known
    level = row.number("target") if own else row.number("baseline")
    if not judged or level is None or not low <= level <= high:
        return ""
    named = f"The target, {target_words(row)}," if own else f"The baseline, {numbers.plain(level)}{numbers.PERCENT},"
    return f"{named} lies within that range, so chance alone may have decided whether it was {row.words('status')}."


def _moved(row: Row) -> str:
    low, high = _number(row, "points_low"), _number(row, "points_high")
    if low is None or high is None:
        return ""
    verdict = "a rise" if low > 0 else "a fall" if high < 0 else "no clear change"
    points = f"{numbers.decimal(row.number('change') or 0, signed=True)} points"
    span = f"{numbers.decimal(low, signed=True)} to {numbers.decimal(high, signed=True)}"
    return f"Against the baseline it is {verdict}: {points} ({LEVEL_WORDS}: {span})."


def _number(row: Row, column: str) -> float | None:
    """A number that applies to some tables only."""
    return row.number(column) if column in row else None
