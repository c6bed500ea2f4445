"""The control chart of one category, with its season taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from analysis import numbers
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.published import HIDDEN
from analysis.assessment.wording import how_many
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import publish
from analysis.exceptional import control_chart
from analysis.exhibits.control_chart import control_chart as draw_control_chart
from analysis.measures import touched
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.exceptional import SeriesChart
    from analysis.params.recording import RecordingBreak

NAMED: Final = 2
"""With more months outside the limits than this, a headline names none."""


def control_chart_block(context: Context, results: Results, line: str) -> Block:
    """The control chart of one line, or the note that says why there is none."""
    words = category_words(line)
    question = f"what a control chart of {words} would show"
    if results.any_withheld(line):
        return cannot_say_note(HIDDEN, question)
    found = control_chart(results.series(line), breaks=results.breaks_of(line))
    if isinstance(found, CannotSay):
        return cannot_say_note(found, question)
    season = "season and length of months" if found.season != "none" else "length of months"
    caption = context.caption(
        f"control-chart-of-{line}",
        f"{category_title(line)}: {_outside(found, results.breaks_of(line))}",
        f"{category_title(line)}, number recorded by month with {season} taken out, {found.kind} chart, "
        f"{context.partnership.name}",
    )  # fmt: skip
    drawn = draw_control_chart(
        published_chart(results, line, found), caption, unit=f"{category_title(line)} a month, {season} taken out",
        breaks=results.breaks_of(line),
    )  # fmt: skip
    return drawn if said(drawn) else cannot_say_note(drawn, question)


def _outside(found: SeriesChart, breaks: Sequence[RecordingBreak]) -> str:
    """``two months outside the chart's limits (...) and five under Covid restrictions``: the latter set no limits."""
    used = [when for when, mine in zip(found.months, found.usable & found.chart.outside, strict=True) if mine]
    apart = [when for when in found.outside if when not in used]
    names = list(dict.fromkeys(each.name for each in touched(breaks, pd.PeriodIndex(apart, freq="M"))))
    under = f"under {numbers.listed(names)}" if names else "of those set apart"
    if apart and not used:
        return f"{numbers.plural(len(apart), 'month')} outside the chart's limits, {'all ' * (len(apart) > 1)}{under}"
    named = f" ({numbers.listed([numbers.month(when) for when in used])})" if 0 < len(used) <= NAMED else ""
    first = f"{numbers.plural(len(used), 'month')} outside the chart's limits{named}"
    return f"{first} and {how_many(len(apart))} {under}" if apart else first


def published_chart(results: Results, line: str, found: SeriesChart) -> Published:
    """The control chart of a line, a row a month: ``count``, ``value``, ``centre``, ``low``, ``high``, ``signal``."""
    series, chart = results.series(line), found.chart
    states = [
        "present" if known else "failed" if (line, when) in results.failed else "missing"
        for when, known in zip(found.months, series.notna(), strict=True)
    ]
    rows = [
        {
            "category": category_title(line), "line": line, "month": when, "count": count,
            "status": states[i],
            "value": chart.values[i] if chart.values[i] == chart.values[i] else None, "centre": chart.centre,
            "low": chart.low[i], "high": chart.high[i], "index": found.index[i],
            "used": "yes" if found.usable[i] else "no",
            "signal": "outside" if chart.outside[i] else "shift" if found.shifted[i] else "",
        }
        for i, (when, count) in enumerate(series.items())
    ]  # fmt: skip
    worked_out = ("value", "centre", "low", "high", "index", "signal")
    return publish(
        rows, results.context.rule, key=["category", "month"], coordinates={"category": "line", "month": "month"},
        counts=["count"], derived=dict.fromkeys(worked_out, ("count",)), plain=["line", "used"],
        decision=results.decision,
    )  # fmt: skip
