"""What declared files are judged against: registers, and what the caller knows of the store and the notebooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from analysis.params.area import Areas


@dataclass(frozen=True)
class Known:
    """Names that a declared file may use; ``None`` means that nobody said, and the rule then waits."""

    partnerships: Collection[str]
    areas: Areas | None = None
    """``None`` when the register itself could not be read."""
    vintages: Mapping[str, Collection[str]] | None = None
    """Source to the vintages that the store holds."""
    categories: Mapping[str, Collection[str]] | None = None
    """Source to the slugs of its categories."""
    small_areas: Collection[str] | None = None
    """Codes of small areas."""
    notebooks: Collection[str] | None = None
    """Names of the notebooks."""
