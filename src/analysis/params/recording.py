"""The register of recording breaks: dated changes in how crime is recorded, which no like-for-like claim may cross."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from pydantic import Field

from analysis.params.figure import Country, Declared, Id, Month, Words
from analysis.params.month import month_plus


class RecordingBreak(Declared):
    """One dated change. A step lasts; a pulse is over after ``end``."""

    id: Id
    """Its id."""
    name: Words
    """What it is called on a chart."""
    start: Month
    """Its first month."""
    end: Month
    """Its last month; for a step, when it was complete."""
    kind: Literal["step", "pulse"]
    """Whether it lasts (step) or passes (pulse)."""
    countries: tuple[Country, ...] = Field(min_length=1)
    """Countries it is limited to."""
    forces: tuple[Id, ...] = ()
    """Forces it is limited to; empty for all of the countries."""
    categories: tuple[Id, ...] = ()
    """Categories it touches; empty for all."""
    effect: Words
    """What it did to the counts."""
    source: Words
    """Where that is published."""

    @property
    def clean(self) -> str:
        """First month that it no longer disturbs: of a step on one day its own month, of all others the one after."""
        return self.end if self.kind == "step" and self.start == self.end else month_plus(self.end, 1)

    def touches(self, country: str, forces: Collection[str] = (), categories: Collection[str] = ()) -> bool:
        """Whether it bears on what is counted of ``categories`` there; none named is all of them."""
        return (
            country in self.countries
            and (not self.forces or not forces or not set(self.forces).isdisjoint(forces))
            and (not self.categories or not categories or not set(self.categories).isdisjoint(categories))
        )


class RecordingRegister(Declared):
    """``params/recording_breaks.yml``."""

    format: Literal[1]
    """The format of this file: always 1."""
    breaks: tuple[RecordingBreak, ...] = ()
    """The changes, one entry each."""
