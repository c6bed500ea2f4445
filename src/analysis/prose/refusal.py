"""A refusal in words: what cannot be said, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.blocks import Note, text
from analysis.cannot_say import CannotSay
from analysis.errors import ExhibitError

if TYPE_CHECKING:
    from analysis.disclosure import Value


def cannot_say_note(answer: CannotSay | Value, question: str) -> Note:
    """The note in place of an answer; writers lead it with "We cannot say": ``Whether burglary has a trend: ...``.

    ``question`` goes on from "We cannot say", with a small letter and no full stop. Raises ``ExhibitError`` for a value
    that is there.
    """
    if isinstance(answer, CannotSay):
        reason = answer.reason
    elif answer.known:
        raise ExhibitError(f"there is an answer to: {question}\n  print it, there is nothing to refuse")
    else:
        reason = answer.note
    return Note(tone="cannot-say", spans=text(f"{question[:1].upper()}{question[1:]}: {reason}."))
