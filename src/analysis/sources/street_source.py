"""Whose street-level files they are: a force's own, or those of a fictional force, which are never taken for real."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.sources.record import POLICE_UK, SIMULATED_STREET

if TYPE_CHECKING:
    from analysis.sources.record import SourceRecord

POLICE: Final = "police-uk"
SIMULATED: Final = "simulated"
STREET: Final = (POLICE, SIMULATED)
"""Sources of monthly figures by small area."""
FICTIONAL: Final = "simulated-"
"""What the name of a fictional force starts with, in its files and in the register; no real force's does."""


def street_source(force: str) -> str:
    """The source that the files of ``force`` belong to: ``simulated`` for a fictional force, else ``police-uk``."""
    return SIMULATED if force.startswith(FICTIONAL) else POLICE


def street_record_of(force: str) -> SourceRecord:
    """What to say of the files of ``force``, before vintage, command and hash."""
    return SIMULATED_STREET if force.startswith(FICTIONAL) else POLICE_UK
