"""The sentences of an outlook: what may be expected, where the year may end, and what such statements were worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import ref, strong, text

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.disclosure import Row

NARROW: Final = {"coverage80": 70.0, "coverage95": 88.0}
"""Below these shares the intervals have been too narrow to be taken at their word, in per cent."""
LEAST_GAIN: Final = 10.0
"""A gain on seasonal naive under this, in per cent, is no more than trials that overlap can tell from none."""


def outlook_sentence(row: Row, *, see: str) -> Spans:
    """``Outlook. If what drives it stays as it was, December 2022 may bring about 52 (80% interval: 44 to 61; ...)``.

    ``row`` has the columns of ``assessment.outlook``; ``see`` is the slug of the exhibit to refer to.
    """
    first = numbers.month(row["first_month"].value)
    middle = numbers.count(row.number("expected") or 0)
    inner, outer = _range(row, "low80", "high80"), _range(row, "low95", "high95")
    lead = f" If things go on as they have, {first} may bring about {middle} (80% interval: {inner}; 95%: {outer}; "
    return text(strong("Outlook."), lead, ref(see), ").", *(f" {said}" for said in _more(row)))


def _more(row: Row) -> list[str]:
    return [*_years(row), accuracy_sentence(row), *_unfit(row)]


def _years(row: Row) -> list[str]:
    """Where each year in progress may end."""
    found = []
    for name in ("financial_year", "calendar_year"):
        if row[f"{name}_expected"].known:
            so_far, whole = (numbers.count(row.number(f"{name}_{part}") or 0) for part in ("so_far", "expected"))
            limits = _range(row, f"{name}_low95", f"{name}_high95")
            found.append(
                f"The {name.replace('_', ' ')} {row.words(f'{name}_months')} had {so_far} so far and may end at about "
                f"{whole} (95% interval: {limits})."
            )
    return found


def accuracy_sentence(row: Row) -> str:
    """``Tried at 17 past dates, its error was 15% smaller than that of repeating the same month a year before; ...``.

    A gain under ``LEAST_GAIN`` is called "about as good as", since the trials overlap.
    """
    times = f"Tried at {numbers.count(row.number('origins') or 0)} past dates, "
    held = (
        f"its 80% intervals held {numbers.percent(row.number('coverage80') or 0, 0)} of what came, its 95% intervals "
        f"{numbers.percent(row.number('coverage95') or 0, 0)}."
    )
    if row.words("model") == "seasonal naive":
        return (
            f"{times}no model came nearer than repeating the same month a year before, so that is what is shown; {held}"
        )
    mase, naive = row.number("mase") or 0.0, row.number("naive_mase") or 1.0
    gain = 100 * (1 - mase / naive)
    if gain < LEAST_GAIN:
        return f"{times}which overlap, it was about as good as repeating the same month a year before; {held}"
    smaller = f"{numbers.percent(gain, 0)} smaller"
    return f"{times}its error was {smaller} than that of repeating the same month a year before; {held}"


def _unfit(row: Row) -> list[str]:
    """What to make of intervals that held less than they should, or clearly more."""
    if any((row.number(name) or 0) < least for name, least in NARROW.items()):
        return ["Take the intervals as too narrow: they held less than they should."]
    if row.words("too_wide") == "yes":
        return ["The intervals are wider than they need be: they held clearly more than they should."]
    return []


def _range(row: Row, low: str, high: str) -> str:
    return numbers.interval(row.number(low) or 0, row.number(high) or 0, numbers.count)
