"""The register of recording breaks: dated changes in how crime is recorded, which no like-for-like claim may cross."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from analysis.params.figure import Country, Declared, Id, Month, Words


class RecordingBreak(Declared):
    """One dated change. A step lasts; a pulse is over after ``end``."""

    id: Id
    name: Words
    start: Month
    end: Month
    kind: Literal["step", "pulse"]
    countries: tuple[Country, ...] = Field(min_length=1)
    forces: tuple[Id, ...] = ()
    """Forces it is limited to; empty for all of the countries."""
    categories: tuple[Id, ...] = ()
    """Categories it touches; empty for all."""
    effect: Words
    source: Words


class RecordingRegister(Declared):
    """``params/recording_breaks.yml``."""

    format: Literal[1]
    breaks: tuple[RecordingBreak, ...] = ()
