"""What lasts from edition to edition: who the partnership is and where."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from analysis.params.figure import Country, Declared, Id, Words

METHODOLOGY: Final = "methodology"
"""The id that no partnership may take: under it stands the document on how all figures are made."""


class Partnership(Declared):
    """``params/<id>/partnership.yml``."""

    format: Literal[1]
    """The format of this file: always 1."""
    id: Id
    """Its id, which is the name of its folder."""
    name: Words
    """``North West Leicestershire``: the area's name, as titles use it."""
    body: Words
    """The partnership's own name today (``Safer North West Leicestershire Partnership``)."""
    country: Country
    """The country it lies in; fictional for an illustration."""
    illustrative: bool = False
    """A fictional partnership: every page and file of its documents carries ILLUSTRATIVE."""
    areas: tuple[str, ...] = Field(min_length=1)
    """Codes of the local authorities covered, from ``params/areas.csv``."""
    peers: tuple[str, ...] = ()
    """Codes of the areas it is set beside."""
    peer_group: Words = "neighbouring areas"
    """What the peers are: neighbouring areas, unless a most-similar group is declared."""
    forces: tuple[Id, ...] = ()
    """Police forces whose files hold its records."""
    members: tuple[Words, ...] = ()
    """Member agencies today; those of a published document stand in its edition."""
    partnerships: tuple[Id, ...] = ()
    """For a county: the partnerships that it is made of."""
    notebook: Words = "strategic_assessment.ipynb"
    """Its own notebook in ``notebooks/``, if it has one."""
