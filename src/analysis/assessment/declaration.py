"""All that is declared for one report, resolved: what a job carries and ``load`` reads."""

from __future__ import annotations

from pydantic import Field

from analysis.params.crosswalk import CrosswalkRow
from analysis.params.edition import Edition
from analysis.params.figure import Declared, Words
from analysis.params.partnership import Partnership
from analysis.params.recording import RecordingBreak


class Earlier(Declared):
    """An earlier edition of the same partnership, by name and period, for the front matter."""

    edition: Words
    title: Words
    period_end: Words


class Declaration(Declared):
    """One report's declared inputs, with the names of every area they mention."""

    partnership: Partnership
    edition: Edition
    breaks: tuple[RecordingBreak, ...] = ()
    crosswalk: tuple[CrosswalkRow, ...] = ()
    area_names: dict[str, str] = Field(default_factory=dict)
    """Code to name, for every area that the partnership or its peers cover, or that an evaluation leaves out."""
    member_partnerships: dict[str, str] = Field(default_factory=dict)
    """Id to name, for a county."""
    member_areas: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Id to the codes of its areas, for a county."""
    initiative: str = ""
    """Id of the initiative that the document is of, or empty for any other document."""
    until: str = ""
    """The last month that a performance report knows of, or empty for any other document."""
    earlier: tuple[Earlier, ...] = ()
    key: str = ""
    """Key of the inputs that this report is made from, printed in it."""
