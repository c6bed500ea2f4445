"""Actions of a delivery plan or of an Equality Impact Assessment: one row of ``actions.csv`` each."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Id, Unknown, When, Words
from analysis.params.milestone import Milestone, Milestones, milestones_of


class Action(Declared):
    """One action. The published number is kept in ``ref`` even when it is repeated; ``id`` is unique."""

    id: Id
    """Its id, unlike any other in the file."""
    ref: str = ""
    """The number as published (``ASB14``), which may stand twice."""
    plan: Literal["delivery", "equality"] = "delivery"
    """The plan it belongs to."""
    priority: str = ""
    """Id of the priority it serves, or empty."""
    also: str = ""
    """Id of another priority, issue or obligation that it serves, or empty."""
    theme: str = ""
    """The heading it stands under."""
    action: Words
    """What is to be done, paraphrased."""
    outcome: str = ""
    """What is meant to come of it."""
    owner: str = ""
    """A role or an agency, never a person's name; "named lead, role not published" where only a name was given."""
    barriers: str = ""
    """What may stand in its way."""
    due: When = Unknown.NOT_SUPPLIED
    """The day it is due."""
    due_text: str = ""
    """How the date was written, where it is no day (``Dec 2009``, ``monthly``)."""
    milestones: Milestones = ""
    """Steps on the way: ``2022-06 fix lights: done; 2022-09 review`` (done, missed, to come), or free text."""
    funding: str = ""
    """How it is paid for."""
    indicator: str = ""
    """Id of the indicator that measures it, or several joined by ``+``, or empty."""
    initiative: str = ""
    """Id of the initiative that it is part of, or empty."""
    status: Literal["done", "in progress", "not started", "not published", "not supplied"] = "not supplied"
    """How far it has come."""
    flag: str = ""
    """A slip in the source, kept and pointed out."""

    @property
    def steps(self) -> tuple[Milestone, ...]:
        """Its dated milestones, in order of time; none where they are free text."""
        return milestones_of(self.milestones)

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators that measure it."""
        return tuple(name for part in self.indicator.split("+") if (name := part.strip()))
