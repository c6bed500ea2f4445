"""What declared files are judged against: registers, and what the caller knows of the store and the notebooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from analysis.params.area import Areas
from analysis.params.partner_source import PartnerSource
from analysis.params.recording import RecordingBreak


@dataclass(frozen=True)
class Known:
    """Names that a declared file may use; ``None`` means that nobody said, and the rule then waits."""

    partnerships: Collection[str]
    areas: Areas | None = None
    """``None`` when the register itself could not be read."""
    vintages: Mapping[str, Collection[str]] | None = None
    """Source to the vintages that the store holds."""
    first_months: Mapping[tuple[str, str], str] | None = None
    """Source and vintage to the first month that the store holds of it."""
    categories: Mapping[str, Collection[str]] | None = None
    """Source to the slugs of its categories."""
    offences: Collection[str] | None = None
    """Offences in the table of unit costs."""
    small_areas: Collection[str] | None = None
    """Codes of small areas; a mapping gives the district that each lies in."""
    notebooks: Collection[str] | None = None
    """Names of the notebooks."""
    sources: Mapping[str, PartnerSource] = field(default_factory=dict)
    """The mappings of partner extracts that could be read, by id."""
    partners: Mapping[str, Collection[str]] | None = None
    """Partner extract to the vintages that are held."""
    breaks: tuple[RecordingBreak, ...] = ()
    """The register of recording breaks; empty when it could not be read."""

    def district(self, code: str) -> str:
        """The district that the small area ``code`` lies in, or an empty string where nobody said."""
        return self.small_areas.get(code, "") if isinstance(self.small_areas, Mapping) else ""
