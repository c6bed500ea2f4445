"""Approval of an edition, and the steps towards it."""

from __future__ import annotations

from analysis.params.figure import Declared, Unknown, When, Words


class Approval(Declared):
    """Who approved this edition, and when."""

    by: Words
    """A role or a body, never a person's name."""
    on: When = Unknown.NOT_SUPPLIED
    """The day of approval."""


class Step(Declared):
    """A step of the approval timetable."""

    on: When = Unknown.NOT_PUBLISHED
    """The day of the meeting."""
    meeting: Words
    """Which meeting."""
    purpose: str = ""
    """What for."""
    owner: str = ""
    """A role, never a person's name."""
    flag: str = ""
    """A slip in the source, kept and pointed out."""
