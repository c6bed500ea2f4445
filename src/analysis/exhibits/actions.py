"""Actions of a delivery or equality plan: what, for which outcome, by whom, by when, how far."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.disclosure import Published, required
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field

if TYPE_CHECKING:
    from analysis.exhibits.caption import Caption
    from analysis.exhibits.display import Shown


def when(value: object) -> str:
    """A date in words, or the text that was published in its place (``monthly``)."""
    return numbers.date(value) if isinstance(value, dt.date) else str(value)


FIELDS: Final = (
    Field("ref", "No."),
    Field("action", "Action"),
    Field("outcome", "Intended outcome"),
    Field("owner", "Lead"),
    Field("barriers", "Barriers"),
    Field("due", "Due", when, left=True),
    Field("measure", "Measured by"),
    Field("status", "Status"),
    Field("flag", "Note"),
)
"""The columns a plan may have, in this order; those that a frame has none of, or only blanks in, are left out."""


def actions(frame: Published, caption: Caption) -> Shown:
    """Print the plan in ``frame``, a row per action, with those of ``FIELDS`` that it fills.

    Raises ``ExhibitError`` for a plan without actions: say that none were supplied in a note instead.
    """
    fields = [field for field in FIELDS if field.key in required(frame).columns and _filled(frame, field.key)]
    return exhibit(frame, caption, fields)


def _filled(frame: Published, column: str) -> bool:
    return not len(frame) or any(not value.known or str(value.value).strip() for value in frame.column(column))
