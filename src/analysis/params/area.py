"""The register of areas: every local authority and police force that a partnership may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.params.figure import Country, Declared, Id, Words


class Area(Declared):
    """One row of ``params/areas.csv``."""

    code: Words
    """Its code in official statistics (``E07000134``); for a force, its name as files have it (``leicestershire``)."""
    name: Words
    """Its name."""
    kind: Id
    """``district``, ``unitary``, ``council-area``, ``county``, ``force`` and the like."""
    country: Country
    """The country it lies in."""
    force: Id | None = None
    """The police force whose files hold its records."""
    county: str = ""
    """Code of the county it lies in, where there is one."""


@dataclass(frozen=True)
class Areas:
    """The register, by code."""

    by_code: Mapping[str, Area]

    def __contains__(self, code: object) -> bool:
        """Whether ``code`` is registered."""
        return code in self.by_code

    def __getitem__(self, code: str) -> Area:
        """Return the area with ``code``; raises ``KeyError``."""
        return self.by_code[code]

    def __iter__(self) -> Iterator[Area]:
        """Go through the areas in the order of their codes."""
        return iter(self.by_code.values())

    def __len__(self) -> int:
        """Count the areas."""
        return len(self.by_code)

    def name(self, code: str) -> str:
        """Return the name of the area with ``code``; raises ``KeyError``."""
        return self.by_code[code].name

    @property
    def forces(self) -> frozenset[str]:
        """The forces that the register knows."""
        return frozenset(area.force for area in self if area.force)

    @property
    def authorities(self) -> tuple[Area, ...]:
        """All areas that are not forces."""
        return tuple(area for area in self if area.kind != "force")
