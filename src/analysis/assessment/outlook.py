"""The months ahead: one table over all lines, and the part of a category, each with what such an outlook is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.context import information
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.outlook_rows import found_outlook, outlook_row, published_months_ahead, published_outlooks
from analysis.blocks import Paragraph
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note, outlook_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.outlook import Outlook

TABLE: Final = "outlook-all"
CHART_FROM: Final = 3
"""Fewest months ahead that are worth a chart."""
NOTES: Final = (
    "An outlook carries the past forward and knows of nothing new. It is shown only as far ahead as the series' own "
    "past could try it at twelve dates or more.",
    "Error: how far the outlook was from what came, on average, over how far months a year apart usually differ (known "
    "as MASE); 1 is as far out as last year's month usually is, less is nearer. The model shown is the one with the "
    "least error, so its error flatters it a little. A gain of less than a tenth on last year's is none to speak of.",
    "Models. State space: a level that moves with the latest months, and a season. ETS: the same by averages in which "
    "later months weigh more, with or without a drift that fades. Theta: such an average with half the past's drift. "
    "Mean of three: those three together. Gamma-Poisson: a moving level for small counts. Seasonal naive: the same "
    "month of last year.",
    "The trials overlap and share months, so the shares inside the intervals are themselves rough.",
    "What is carried forward are records with a location; if their share moves, so do the counts.",
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


def outlook_blocks(context: Context, results: Results) -> list[Block]:
    """One table over the lines of the profile that have an outlook, and a note for each reason why others have none."""
    found = {line: found_outlook(results, line) for line in results.lines}
    answered = {line: each for line, each in found.items() if said(each)}
    if not answered:
        return _refusals(found)
    frame = published_outlooks(results, [outlook_row(line, each) for line, each in answered.items()])
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
    frame = published_outlooks(results, [outlook_row(line, found)])
    slug = f"outlook-of-{line}"
    see = slug if found.horizon >= CHART_FROM else TABLE
    blocks: list[Block] = [Paragraph(spans=outlook_sentence(frame.rows[0], see=see))]
    return [*blocks, _chart(context, results, line, found, slug)] if found.horizon >= CHART_FROM else blocks


def _chart(context: Context, results: Results, line: str, found: Outlook, slug: str) -> Block:
    words, title = category_words(line), category_title(line)
    first, last = (_may_come(found, at) for at in (0, -1))
    caption = context.caption(
        slug,
        f"{numbers.sentence_case(words)}: {first} and {last} may come",
        f"{title}, recorded and expected by month, {context.partnership.name}; model: {found.model}",
        notes=(NOTES[0],),
    )
    drawn = exhibits.outlook(
        published_months_ahead(results, line, found), caption, unit=f"{title}, a month", breaks=results.breaks_of(line)
    )
    return drawn if said(drawn) else information(drawn.reason)


def _may_come(found: Outlook, at: int) -> str:
    """``about 52 in December 2022 (95% interval: 40 to 66)``, of the month ahead at ``at``."""
    limits = numbers.interval(found.low95[at], found.high95[at], numbers.count)
    return f"about {numbers.count(found.median[at])} in {numbers.month(found.months[at])} (95% interval: {limits})"
