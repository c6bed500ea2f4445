"""Terms and what they mean, or labels and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.blocks import Definition, Definitions, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.blocks import Spans


def definitions(terms: Mapping[str, str | Spans]) -> Definitions:
    """A definition list of ``terms`` in their order; blank ones are left out."""
    return Definitions(
        items=tuple(
            Definition(term=term, spans=text(words) if isinstance(words, str) else words)
            for term, words in terms.items()
            if words
        )
    )
