"""Inline text into Typst expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from analysis.blocks import Footnote, Link, Maths, Ref, Span, Text
from analysis.render.typst_maths import equation
from analysis.render.typst_text import joined, literal, string

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.render.number import Numbering

STYLES: Final = {"plain": "{}", "strong": "strong({})", "emphasis": "emph({})", "code": "code({})"}


def span(part: Span, numbering: Numbering) -> str:
    """The Typst expression of one span; ``ExhibitError`` if it refers to what is not there."""
    match part:
        case Text():
            return STYLES[part.style].format(string(part.text))
        case Link():
            return _link(part)
        case Ref():
            return see(part.slug, numbering)
        case Maths():
            return equation(part)
        case Footnote():
            return f"footnote({joined([span(inner, numbering) for inner in part.text])})"
        case _:
            assert_never(part)


def _link(link: Link) -> str:
    words = string(link.text or link.href)
    return f"link({literal(link.href)}, {words})" if link.href else words


def spans(parts: Iterable[Span], numbering: Numbering) -> str:
    """One Typst expression of several spans."""
    return joined([span(part, numbering) for part in parts])


def see(target: str, numbering: Numbering) -> str:
    """A link that says ``Figure 3``."""
    return f"see({string(anchor(numbering.anchor_of(target)))}, {string(numbering.label_of(target))})"


def anchor(name: str) -> str:
    """The Typst label of a section or an exhibit."""
    return f"to-{name}"
