"""How the document shows a table: nothing in it is counted from people, so all of it may be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis.blocks import Note, Paragraph, text
from analysis.disclosure import OPEN, Published, publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

CASES_SOURCE: Final = (
    "Source: the publications named in this table's data, or programs run on public data; our figures by this version."
)
STUDY_SOURCE: Final = "Source: simulation by this version, seeded; benchmarks/calibration in the project."
FORECASTS_SOURCE: Final = "Source: benchmarks/forecasts in the project, run by this version; seeded."
PAGE_SOURCE: Final = "Source: docs/methods.md in the project."
METHODS_SOURCE: Final = "Source: docs/methods.md in the project, which a test holds to the program."


def published(rows: Sequence[Mapping[Any, Any]], *key: str) -> Published:
    """Publish ``rows``, one for each ``key``."""
    return publish(pd.DataFrame(rows), OPEN, key=key)


def said(row: Mapping[Any, Any], names: Iterable[Any]) -> dict[str, Any]:
    """The columns ``names`` of ``row``; a number that is not there is not applicable, rather than missing."""
    kept = {str(name): row[name] for name in names}
    gone = {
        f"{name}_status": "not applicable"
        for name, value in kept.items()
        if isinstance(value, float) and value != value
    }
    return kept | gone


def not_measured(what: str, title: str = "Not measured") -> Note:
    """The note in place of evidence that is not there."""
    return Note(tone="caution", title=title, spans=text(what))


def paragraph(words: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(spans=text(words))
