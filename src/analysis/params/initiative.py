"""Initiatives: what was tried, and the figures published of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from analysis.params.figure import Declared, Figure, Id, Unknown, Words


class Outcome(Declared):
    """One outcome of an initiative: counts before and after, or only the percentage that was published."""

    id: Id
    name: Words
    """``recorded vandalism``."""
    direction: Literal["lower", "higher", "ambiguous"]
    compared: Words
    """The two periods, in words (``two months of 2010 against the same two months of 2009``)."""
    months_before: Figure = Unknown.NOT_PUBLISHED
    months_after: Figure = Unknown.NOT_PUBLISHED
    before: Figure = Unknown.NOT_PUBLISHED
    after: Figure = Unknown.NOT_PUBLISHED
    change_percent: Figure = Unknown.NOT_PUBLISHED
    """The published percentage change, where counts were not published."""
    level_percent: Figure = Unknown.NOT_PUBLISHED
    """A published proportion (``2`` for "fewer than 2 % offend afterwards"), with ``denominator`` if there is one."""
    denominator: Figure = Unknown.NOT_PUBLISHED
    missing: tuple[Words, ...] = ()
    """What was not published that an evaluator needs (denominator, follow-up, comparator)."""


class Initiative(Declared):
    """One initiative."""

    id: Id
    name: Words
    problem: Words
    activity: Words
    where: str = ""
    when: str = ""
    comparator: str = ""
    """What it was compared with, or empty where there was none."""
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    queries: tuple[Words, ...] = ()
    """What a reader must know before believing it."""
