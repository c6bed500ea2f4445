"""Initiatives: what was tried, and the figures published of it."""

from __future__ import annotations

from typing import Literal

from analysis.params.evaluation import Evaluation
from analysis.params.figure import Declared, Figure, Id, Unknown, Words


class Outcome(Declared):
    """One outcome of an initiative: counts before and after, or only the percentage that was published."""

    id: Id
    """Its id, unlike any other of the initiative."""
    name: Words
    """What was counted or measured (``recorded vandalism``)."""
    direction: Literal["lower", "higher", "ambiguous"]
    """Which way is better."""
    compared: Words
    """The two periods, in words (``two months of 2010 against the same two months of 2009``)."""
    months_before: Figure = Unknown.NOT_PUBLISHED
    """Months that the count before covers."""
    months_after: Figure = Unknown.NOT_PUBLISHED
    """Months that the count after covers."""
    before: Figure = Unknown.NOT_PUBLISHED
    """The count before."""
    after: Figure = Unknown.NOT_PUBLISHED
    """The count after."""
    change_percent: Figure = Unknown.NOT_PUBLISHED
    """The published percentage change, where counts were not published."""
    level_percent: Figure = Unknown.NOT_PUBLISHED
    """A published proportion (``2`` for "fewer than 2% offend afterwards"), with ``denominator`` if there is one."""
    denominator: Figure = Unknown.NOT_PUBLISHED
    """How many people or cases the proportion is of."""
    missing: tuple[Words, ...] = ()
    """What was not published that an evaluator needs (denominator, follow-up, comparator), as parts of one sentence."""


class Initiative(Declared):
    """One initiative."""

    id: Id
    """Its id."""
    name: Words
    """What it is called."""
    problem: Words
    """What it was to mend."""
    activity: Words
    """What was done."""
    where: str = ""
    """Where it ran."""
    when: str = ""
    """When it ran, in words."""
    comparator: str = ""
    """What it was compared with, or empty where there was none."""
    kind: Literal["initiative", "event"] = "initiative"
    """An initiative of the partnership, or an event that befell the area and was nobody's there to choose."""
    outcomes: tuple[Outcome, ...] = ()
    """What was published of it, one entry for each thing counted."""
    evaluation: Evaluation | None = None
    """How it is evaluated from data; with it, it has a report of its own."""
    queries: tuple[Words, ...] = ()
    """What a reader must know before believing it."""
