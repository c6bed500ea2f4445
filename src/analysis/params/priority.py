"""Priorities and cross-cutting issues."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Id, Words


class Priority(Declared):
    """A priority or a cross-cutting issue, as the partnership set it."""

    id: Id
    """Its id, which indicators and actions refer to."""
    name: Words
    """What it is called."""
    kind: Literal["priority", "cross-cutting", "obligation"] = "priority"
    """A priority, a cross-cutting issue or a legal obligation."""
    lead: str = ""
    """A role, "named lead, role not published", or empty for not published."""
    outcomes: tuple[Id, ...] = ()
    """Ids of the local outcomes that it serves."""
    measures: tuple[Words, ...] = ()
    """National or local indicators it names."""
    objectives: tuple[Words, ...] = ()
    """What it is to achieve, paraphrased."""
    evidence: tuple[Words, ...] = ()
    """What the document gives as reasons, paraphrased."""
    categories: tuple[Id, ...] = ()
    """Slugs of the categories in the data that bear on it."""
