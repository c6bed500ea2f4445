"""What people said and what is known of them: claims, surveys, consultations."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Figure, Id, Unknown, Words


class Claim(Declared):
    """A published figure that no table holds, and what may be asked of it."""

    id: Id
    """Its id."""
    statement: Words
    """A paraphrase."""
    figure: Figure
    """The figure."""
    unit: Words
    """What the figure is in."""
    period: str = ""
    """The period it is for, in words."""
    query: str = ""
    """What keeps a reader from relying on it."""


class Survey(Declared):
    """A survey question and its result."""

    id: Id
    """Its id."""
    question: Words
    """What was asked, or what people agreed to."""
    when: str = ""
    """When, in words."""
    percent: Figure
    """The share of those asked, in percent."""
    sample_size: Figure = Unknown.NOT_PUBLISHED
    """How many answered."""
    reached: Literal["random sample", "convenience sample", "census", "not published"] = "not published"
    """How people were reached."""
    method: str = ""
    """How they were asked."""


class Consultation(Declared):
    """A consultation: who was asked, how, how many came."""

    id: Id
    """Its id."""
    what: Words
    """What people were asked about."""
    when: str = ""
    """When, in words."""
    people: Figure = Unknown.NOT_PUBLISHED
    """How many came or answered."""
    method: str = ""
    """How they were asked."""
    heard: str = ""
    """What they said, in sum."""
