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

    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown


def course(frame: Published, caption: Caption, *, unit: str, marks: Sequence[Mark] = ()) -> Shown | CannotSay:
    """Draw ``month`` and ``count`` of ``frame`` and, where it has them, ``expected`` with ``low`` and ``high``.

    Months, quarters or financial years. ``unit`` is what is counted; ``marks`` are the start, the months of putting it
    in place, changes in recording. A period without a count is a gap. A frame in which no period is known is refused
    as ``CannotSay``.
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
    words = [f"Line chart: {caption.subtitle.rstrip('.')}.", _ends(line), _expected(frame), gap_words(drawn)]
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


def _expected(frame: Published) -> str:
    if "expected" not in frame.columns:
        return ""
    both = [(row.number("count"), row.number("expected")) for row in frame]
    pairs = [(count, expected) for count, expected in both if count is not None and expected is not None]
    below = sum(count < expected for count, expected in pairs)
    if not pairs:
        return ""
    lie = f"{numbers.in_words(below)} {'lies' if below == 1 else 'lie'}" if below else "none lies"
    return f"Of {numbers.plural(len(pairs), 'period')} with an expected count, {lie} below it."
