"""The upper end of the golden thread: national outcomes, and the local outcomes that serve them."""

from __future__ import annotations

from analysis.params.figure import Declared, Id, Words


class NationalOutcome(Declared):
    """What a government wants to see come about."""

    id: Id
    """Its id, which local outcomes refer to."""
    name: Words
    """What it is called."""


class LocalOutcome(Declared):
    """What the partnership, or an agreement that it is part of, wants to see come about."""

    id: Id
    """Its id, which priorities refer to."""
    name: Words
    """What it is called."""
    national: tuple[Id, ...] = ()
    """Ids of the national outcomes that it serves."""


class Outcomes(Declared):
    """National and local outcomes, as declared or published; what names none of them leaves the lists empty."""

    framework: str = ""
    """The agreement or framework that they come from (``Single Outcome Agreement``)."""
    national: tuple[NationalOutcome, ...] = ()
    """National outcomes."""
    local: tuple[LocalOutcome, ...] = ()
    """Local outcomes."""
