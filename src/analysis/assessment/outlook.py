"""The months ahead: one table over all lines, and the part of a category, each with what such an outlook is worth."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import exhibits, numbers
from analysis.assessment.context import information
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.published import HIDDEN, published_months
from analysis.blocks import Paragraph
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import State, publish
from analysis.exhibits import Field, exhibit
from analysis.outlook import YEARS, outlook
from analysis.prose import cannot_say_note, outlook_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row
    from analysis.outlook import Outlook
    from analysis.params.recording import RecordingBreak

TABLE: Final = "outlook-all"
CHART_FROM: Final = 3
"""Fewest months ahead that are worth a chart."""
LIMITS: Final = ("low95", "low80", "expected", "high80", "high95")
YEAR_PARTS: Final = ("months", "so_far", "low95", "low80", "expected", "high80", "high95")
NOTES: Final = (
    "An outlook carries the past forward and knows of nothing new. It is shown only as far ahead as the series' own "
    "past could try it at twelve dates or more.",
    "Error: mean distance from what came, over the usual difference between months a year apart (MASE). The model "
    "shown is the one with the least error, so its error flatters it a little.",
    "The trials overlap and share months, so the shares inside the intervals are themselves rough.",
)
FIELDS: Final = (
    Field("category", "Type"),
    Field("model", "Model"),
    Field("horizon", "Months ahead", numbers.count),
    Field("expected", "Expected", numbers.count, group="Next month"),
    Field("low80", "80% interval", numbers.count, to="high80", group="Next month"),
    Field("low95", "95% interval", numbers.count, to="high95", group="Next month"),
    Field("mase", "This model", lambda value: numbers.decimal(value, 2), group="Error"),
    Field("naive_mase", "Last year's", lambda value: numbers.decimal(value, 2), group="Error"),
    Field("coverage80", "80%", lambda value: numbers.percent(value, 0), group="Held what came"),
    Field("coverage95", "95%", lambda value: numbers.percent(value, 0), group="Held what came"),
    Field("origins", "Trials", numbers.count),
)


def found_outlook(results: Results, line: str) -> Outlook | CannotSay:
    """The outlook of a line; withheld where any of its months is."""
    if results.any_withheld(line):
        return HIDDEN
    series = results.series(line)
    if series.empty:
        return CannotSay("there are no figures", "no-periods")
    counts = tuple(None if pd.isna(each) else int(each) for each in series)
    return _kept(counts, series.index[0], results.breaks_of(line))


@lru_cache(maxsize=128)
def _kept(counts: tuple[int | None, ...], first: pd.Period, breaks: tuple[RecordingBreak, ...]) -> Outlook | CannotSay:
    """Worked out once a series, since the table and the category's part both ask for it."""
    index = pd.period_range(first, periods=len(counts), freq=first.freq)
    return outlook(pd.Series(counts, index=index, dtype="Int64"), breaks=breaks)


def outlook_blocks(context: Context, results: Results) -> list[Block]:
    """One table over the lines of the profile that have an outlook, and a note for each reason why others have none."""
    found = {line: found_outlook(results, line) for line in results.lines}
    answered = {line: each for line, each in found.items() if said(each)}
    if not answered:
        return _refusals(found)
    frame = _published(results, [_row(line, each) for line, each in answered.items()])
    first = numbers.month(next(iter(answered.values())).months[0])
    caption = context.caption(
        TABLE,
        f"{numbers.sentence_case(numbers.in_words(len(answered)))} of {numbers.plural(len(found), 'type')} can be "
        f"carried forward to {first}",
        f"Outlook by type, months after {numbers.month(results.context.window.end)}, {context.partnership.name}",
        notes=NOTES,
    )
    return [exhibit(frame, caption, FIELDS), *_refusals(found)]


def _refusals(found: Mapping[str, Outlook | CannotSay]) -> list[Block]:
    """A note for each reason; where all lines have the same, they need not be named."""
    reasons: dict[str, list[str]] = {}
    for line, each in found.items():
        if isinstance(each, CannotSay):
            reasons.setdefault(each.reason, []).append(category_words(line))
    return [
        cannot_say_note(
            CannotSay(reason),
            "what the months ahead may bring"
            + (f" for {numbers.listed(lines)}" if len(lines) < len(found) else ", for any type"),
        )
        for reason, lines in reasons.items()
    ]


def outlook_of(context: Context, results: Results, line: str) -> list[Block]:
    """A category's part: the sentence and, from ``CHART_FROM`` months ahead on, the fan; a note where unproven.

    Nothing where no line at all has an outlook, since ``outlook_blocks`` then says why once for all.
    """
    found, words = found_outlook(results, line), category_words(line)
    if isinstance(found, CannotSay):
        if not any(said(found_outlook(results, each)) for each in results.lines):
            return []
        return [cannot_say_note(found, f"what the months ahead may bring for {words}")]
    frame = _published(results, [_row(line, found)])
    slug = f"outlook-of-{line}"
    see = slug if found.horizon >= CHART_FROM else TABLE
    blocks: list[Block] = [Paragraph(spans=outlook_sentence(frame.rows[0], see=see))]
    return [*blocks, _chart(context, results, line, found, slug)] if found.horizon >= CHART_FROM else blocks


def _chart(context: Context, results: Results, line: str, found: Outlook, slug: str) -> Block:
    words, title = category_words(line), category_title(line)
    widest = numbers.interval(found.low95[0], found.high95[0], numbers.count)
    caption = context.caption(
        slug,
        f"{numbers.sentence_case(words)}: about {numbers.count(found.median[0])} may come in "
        f"{numbers.month(found.months[0])} (95% interval: {widest})",
        f"{title}, recorded and expected by month, {context.partnership.name}; model: {found.model}",
        notes=(NOTES[0],),
    )
    drawn = exhibits.outlook(
        _published_months(results, line, found), caption, unit=f"{title}, a month", breaks=results.breaks_of(line)
    )
    return drawn if said(drawn) else information(drawn.reason)


def _row(line: str, found: Outlook) -> dict[str, Any]:
    """One line as a row: the next month, accuracy, and the years in progress."""
    scores = found.accuracy
    return {
        "category": category_title(line),
        "line": line,
        "model": found.model,
        "horizon": found.horizon,
        "first_month": found.months[0],
        **{name: each[0] for name, each in zip(LIMITS, _limits(found), strict=True)},
        "mase": scores.mase,
        "naive_mase": scores.naive_mase,
        "coverage80": 100 * scores.coverage80,
        "coverage95": 100 * scores.coverage95,
        "origins": scores.origins,
        **_years(found),
    }


def _limits(found: Outlook) -> tuple[tuple[int, ...], ...]:
    return found.low95, found.low80, found.median, found.high80, found.high95


def _years(found: Outlook) -> dict[str, Any]:
    """Columns of both years in progress; not applicable where a year is not, or not so far ahead."""
    years = {each.kind: each for each in found.years}
    out: dict[str, Any] = {}
    for kind in YEARS:
        each = years.get(kind)
        name = kind.replace(" ", "_")
        values: tuple[Any, ...] = (None,) * len(YEAR_PARTS)
        if each is not None:
            span = numbers.span(each.first, each.last)
            values = (span, each.so_far, each.low95, each.low80, each.median, each.high80, each.high95)
        for part, value in zip(YEAR_PARTS, values, strict=True):
            out[f"{name}_{part}"] = value
            out[f"{name}_{part}_status"] = "present" if value is not None else "not applicable"
    return out


def _published(results: Results, rows: list[dict[str, Any]]) -> Published:
    """Publish outlooks: a line with withheld months has none, so that nothing here tells of a withheld count."""
    plain = [name for name in rows[0] if name != "category" and not name.endswith("_status")]
    return publish(rows, results.context.rule, key=["category"], plain=plain)


def _published_months(results: Results, line: str, found: Outlook) -> Published:
    """What was recorded, as published, and what may come, month by month.

    A month ahead has no count that disclosure could have decided on, so counts are taken from the published frame.
    """
    past = [
        {"month": row["month"].value, "count": row["count"].value, "status": _status(row), **_beside(None)}
        for row in published_months(results, [line])
    ]
    ahead = [
        {"month": when, "count": None, "status": str(State.NOT_APPLICABLE), **_beside(values)}
        for when, *values in zip(found.months, *_limits(found), strict=True)
    ]
    return publish([*past, *ahead], results.context.rule, key=["month"], plain=["count", *LIMITS])


def _status(row: Row) -> str:
    return "present" if row["count"].known else str(row["count"].state)


def _beside(values: Sequence[int] | None) -> dict[str, Any]:
    """The limits of a month ahead; not applicable to a month of the past."""
    given: Sequence[int | None] = values if values is not None else [None] * len(LIMITS)
    status = "not applicable" if values is None else "present"
    limits = dict(zip(LIMITS, given, strict=True))
    return {**limits, **{f"{name}_status": status for name in LIMITS}}
