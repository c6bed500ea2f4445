"""What a published cell is: a value, or one of the ways of not having one, none of which is zero."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class State(StrEnum):
    """The state of one cell. The first four statuses are those of the counts frame."""

    VALUE = "value"
    MISSING = "missing"
    FAILED = "failed"
    SUPPRESSED = "suppressed"
    WITHHELD = "withheld"
    CANNOT_SAY = "cannot say"
    NOT_APPLICABLE = "not applicable"
    NOT_MEASURED = "not measured"
    NOT_YET_KNOWN = "not yet known"
    NOT_PUBLISHED = "not published"
    NOT_SUPPLIED = "not supplied"


LOW: Final = "[low]"
PART_YEAR: Final = "[p]"
NOT_AVAILABLE: Final = "[x]"
CONFIDENTIAL: Final = "[c]"
NOT_APPLICABLE: Final = "[z]"

SYMBOLS: Final = {
    State.MISSING: NOT_AVAILABLE,
    State.FAILED: NOT_AVAILABLE,
    State.SUPPRESSED: CONFIDENTIAL,
    State.WITHHELD: CONFIDENTIAL,
    State.NOT_APPLICABLE: NOT_APPLICABLE,
}
"""The Government Analysis Function's symbol of a state; a state without one is written in its own words."""

WORDS: Final = {
    State.MISSING: "not in the data held",
    State.FAILED: "the data feed failed",
    State.SUPPRESSED: "withheld so that nobody can be identified",
    State.WITHHELD: "worked out from a figure that is withheld",
    State.NOT_APPLICABLE: "not applicable",
    State.CANNOT_SAY: "the data cannot carry an answer",
}
"""Why a cell of this state has no value; the states that are not here say it themselves."""

LEGEND: Final = {
    LOW: "low reliability: a count under {low}, or worked out from one",
    NOT_AVAILABLE: "not available: not in the data held, or the feed failed; not zero",
    CONFIDENTIAL: "withheld to protect people from being identified; not zero",
    NOT_APPLICABLE: "not applicable",
    PART_YEAR: "covers part of the period only",
}
"""What each symbol means, for the foot of a table; ``{low}`` is the rule's threshold."""


def shown(state: State) -> str:
    """What stands in a cell that has no value: a symbol, or the state's own words."""
    return SYMBOLS.get(state, str(state))
