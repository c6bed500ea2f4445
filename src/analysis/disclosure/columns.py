"""Results as the columns of a frame to be published, under the same names everywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.counts import period_text
from analysis.disclosure.published import Published, Value, seal
from analysis.disclosure.state import WORDS, State
from analysis.measures import Change

if TYPE_CHECKING:
    from analysis.measures import Comparison

CHANGE: Final = ("change", "change_low", "change_high", "verdict", "difference", "months", "breaks")
"""The columns worked out from ``before`` and ``after``."""
DERIVED: Final = dict.fromkeys(CHANGE, ("before", "after"))
"""What ``publish`` is told of them."""


def change_columns(answer: Change | Comparison | CannotSay) -> dict[str, Any]:
    """``before``, ``after`` and ``CHANGE`` of a change, of a comparison, or of a refusal.

    ``change`` and its limits are per cent, ``difference`` a count; ``months`` says which months alone could be compared
    and ``breaks`` which recording breaks they touch (both empty otherwise). Where only the percentage is refused, the
    counts and the verdict stay.
    """
    if isinstance(answer, CannotSay):
        return dict.fromkeys(("before", "after", *CHANGE), answer)
    change = answer if isinstance(answer, Change) else answer.change
    limits = change.percent_limits
    low, high = limits if said(limits) else (limits, limits)
    figures = (change.percent, low, high, change.verdict, change.difference, *_beside(answer))
    return {"before": change.before, "after": change.after, **dict(zip(CHANGE, figures, strict=True))}


def _beside(answer: Change | Comparison) -> tuple[str, str]:
    return ("", "") if isinstance(answer, Change) else (answer.months_text, numbers.listed(answer.breaks))


def widen(frame: Published, months: Published, on: str) -> Published:
    """Add to each row of ``frame`` the counts of ``months`` (``on``, ``month``, ``count``), a column a period.

    A period without a row is missing, not zero; a single month is not marked for reliability. Both frames are
    published already, so nothing is decided here.
    """
    periods = sorted({row["month"].value for row in months})
    found = {(row[on].value, row["month"].value): replace(row["count"], low=False) for row in months}
    missing = Value(state=State.MISSING, note=WORDS[State.MISSING])
    rows = [
        {**row, **{period_text(period): found.get((row[on].value, period), missing) for period in periods}}
        for row in frame
    ]
    return seal(frame.key, [*frame.columns, *map(period_text, periods)], rows, frame.rule)
