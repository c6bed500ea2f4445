"""What is known, and what is not, by protected characteristic; figures broken down by one."""

from __future__ import annotations

from typing import Final, Literal

from analysis.params.figure import Declared, Figure, Id, Unknown, Words

PROTECTED: Final = (
    "Age",
    "Disability",
    "Gender reassignment",
    "Marriage and civil partnership",
    "Pregnancy and maternity",
    "Race",
    "Religion or belief",
    "Sex",
    "Sexual orientation",
)
"""The nine protected characteristics of the Equality Act 2010, in its order."""


class Group(Declared):
    """One group of a breakdown (``18 to 24``)."""

    name: Words
    """What the group is called; people are in a group because they or a record say so, never by inference."""
    count: Figure
    """How many of the group."""
    of: Figure = Unknown.NOT_SUPPLIED
    """How many the group has in all, where each group has a total of its own."""


class Breakdown(Declared):
    """A figure by the groups of one characteristic, each with its count and what it is a part of."""

    id: Id
    """Its id."""
    what: Words
    """What is counted (``Residents who feel safe after dark``)."""
    priority: str = ""
    """Id of the priority it bears on, or empty."""
    period: str = ""
    """The period it is for, in words."""
    source: Words
    """Who counted, and how."""
    access: Literal["open", "restricted"] = "restricted"
    """Whether anyone may have the counts; those of a restricted source are under full disclosure control."""
    of: Figure = Unknown.NOT_SUPPLIED
    """How many there are in all, where the groups are parts of one total."""
    groups: tuple[Group, ...]
    """The groups; nobody is in two of them."""


class Known(Declared):
    """What is known of one characteristic for one priority."""

    priority: Id
    """Id of the priority."""
    state: Literal["known", "gap", "not recorded"]
    """Known; a gap that someone could close; or recorded by nobody."""
    what: str = ""
    """What is known, or what is not, in words."""
    source: str = ""
    """Where it is known from; needed where it is known."""


class Characteristic(Declared):
    """What is known, and what is not, of one protected characteristic."""

    characteristic: Words
    """The protected characteristic, or one that the partnership adds."""
    known: str = ""
    """What is known."""
    gap: str = ""
    """What is not."""
    priorities: tuple[Known, ...] = ()
    """What is known for each priority."""
    figures: tuple[Breakdown, ...] = ()
    """Figures by its groups."""
