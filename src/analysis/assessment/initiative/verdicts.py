"""How many effects say what, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.evaluation.effect import Effect

WORDS: Final = {
    "fewer": "fewer than expected",
    "more": "more than expected",
    "no clear difference": "no clear difference",
    "described only": "a description only",
}


def verdicts(effects: Sequence[Effect | CannotSay]) -> str:
    """``four find fewer than expected, two find no clear difference and three cannot say``."""
    found = [each.verdict for each in effects if said(each)]
    return told(found, len(effects) - len(found))


def told(found: Sequence[str], refused: int) -> str:
    """The same of verdicts, with how many ``refused``; empty where there are none at all."""
    parts = [
        f"{numbers.in_words(n)} {'finds' if n == 1 else 'find'} {words}"
        for verdict, words in WORDS.items()
        if (n := list(found).count(verdict))
    ]
    return numbers.listed([*parts, *([f"{numbers.in_words(refused)} cannot say"] if refused else [])])
