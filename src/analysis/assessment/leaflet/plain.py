"""The leaflet's words held to a reading age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.blocks import Bullets, Note, Paragraph
from analysis.errors import RunError
from analysis.prose.reading_age import Reading, hardest, reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.blocks import Block, Spans

OLDEST: Final = 12.0
"""The reading age that a leaflet may have at most, in years. Many adults read as a child of nine to eleven does."""
SHOWN: Final = 3


def held_to_age(blocks: Sequence[Block], whose: str) -> Reading:
    """Measure the running words of ``blocks``; raises ``RunError`` with the hardest where they are above ``OLDEST``."""
    words = passages(blocks)
    found = reading(words)
    if found.age > OLDEST:
        hard = "\n  ".join(hardest(words)[:SHOWN])
        what = f"has a reading age of {found.age:.1f} years, and may have {OLDEST:.0f} at most"
        raise RunError.at(
            f"{whose}, leaflet", what, f"Use shorter sentences and everyday words; hardest are:\n  {hard}"
        )
    return found


def passages(blocks: Sequence[Block]) -> list[str]:
    """The running words of ``blocks``: paragraphs, items and notes. Labels, charts and source lines are none."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Paragraph() | Note():
                found.append(_words(block.spans))
            case Bullets():
                found += map(_words, block.items)
            case _:
                pass
    return found


def _words(spans: Spans) -> str:
    return "".join(getattr(span, "text", "") for span in spans if span.kind != "footnote")
