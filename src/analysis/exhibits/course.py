"""What was counted, period by period, beside what was to be expected without the initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field
from analysis.exhibits.gaps import gap_words, with_gaps
from analysis.exhibits.marks import Mark, mark_words
from analysis.exhibits.series import line_of
from analysis.exhibits.series_chart import Band, Line, series_chart

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown


def course(
    frame: Published, caption: Caption, *, unit: str, marks: Sequence[Mark] = (), start: pd.Period | None = None
) -> Shown | CannotSay:
    """Draw ``month`` and ``count`` of ``frame`` and, where it has them, ``expected`` with ``low`` and ``high``.

    Months, quarters or financial years. ``unit`` is what is counted; ``marks`` are the start, the months of putting it
    in place, changes in recording; periods from ``start`` on are counted apart in the text
    alternative. A period without a count is a gap. A frame in which no period is known is refused as ``CannotSay``.
    """
    line = line_of(required(frame))
    if not any(value is not None for value in line.values):
        return CannotSay("no period has a count that may be shown", "no-data")
    drawn = with_gaps([mark for mark in marks if _within(mark, line)], line)
    band = _band(frame, line)
    figure = series_chart(line, drawn, unit, band, compared=False, name="Counted" if band else "")
    fields = [Field("month", "Period", numbers.month), Field("count", "Counted", numbers.count)]
    if band:
        fields += [
            Field("expected", "Expected", numbers.decimal), Field("low", "95% interval", numbers.decimal, to="high"),
        ]  # fmt: skip
    words = [f"Line chart: {caption.subtitle.rstrip('.')}.", _ends(line), _expected(frame, start), gap_words(drawn)]
    alt = " ".join(part for part in [*words, mark_words(drawn)] if part)
    return exhibit(frame, caption, fields, figure=figure, alt=alt, print_table=False)


def _within(mark: Mark, line: Line) -> bool:
    return bool(mark.end >= line.periods[0] and mark.start <= line.periods[-1])


def _band(frame: Published, line: Line) -> Band | None:
    """What was expected, with its limits where there are any."""
    if "expected" not in frame.columns:
        return None
    rows = {row["month"].value: row for row in frame}
    parts = [
        [rows[when].number(name) if when in rows else None for when in line.periods]
        for name in ("expected", "low", "high")
    ]
    if not any(value is not None for value in parts[0]):
        return None
    limits = any(value is not None for value in parts[1])
    return Band(parts[0], parts[1], parts[2], "Expected", "with 95% interval" if limits else "without the initiative")


def _ends(line: Line) -> str:
    known = [(value, when) for value, when in zip(line.values, line.periods, strict=True) if value is not None]
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    said = [f"{numbers.count(value)} in {numbers.month(when)}" for value, when in (known[0], known[-1], high, low)]
    return f"It starts at {said[0]} and ends at {said[1]}; the highest is {said[2]}, the lowest {said[3]}."


def _expected(frame: Published, start: pd.Period | None) -> str:
    """How many periods lie below what was expected; those before ``start`` and those from it on apart."""
    if "expected" not in frame.columns:
        return ""
    pairs = [
        (start is None or row["month"].value >= start, count, expected)
        for row in frame
        if (count := row.number("count")) is not None and (expected := row.number("expected")) is not None
    ]
    sides = [[count < expected for after, count, expected in pairs if after is side] for side in (False, True)]
    told = [_below(side) for side in sides if side]
    if len(told) < 2:
        return f"Of {told[0]}." if told else ""
    return f"Before the start, of {told[0]}. From the start on, of {told[1]}."


def _below(side: list[bool]) -> str:
    lie = f"{numbers.in_words(sum(side))} {'lies' if sum(side) == 1 else 'lie'}" if any(side) else "none lies"
    return f"{numbers.plural(len(side), 'period')} with an expected count, {lie} below it"
