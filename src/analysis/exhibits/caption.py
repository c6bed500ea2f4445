"""What an exhibit says around its picture: name, headline, statistical title, source."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Caption:
    """The words of one exhibit.

    ``slug`` names it, its CSV and its anchor; ``headline`` says what to learn; ``subtitle`` is the statistical title
    (what, where, when, unit); ``source`` names source, vintage and licence; ``mark`` (``ILLUSTRATIVE``) goes into
    every file.
    """

    slug: str
    headline: str
    subtitle: str
    source: str
    notes: tuple[str, ...] = ()
    mark: str = ""

    def noting(self, *notes: str) -> Caption:
        """The same caption with more notes."""
        return replace(self, notes=(*self.notes, *(note for note in notes if note)))
