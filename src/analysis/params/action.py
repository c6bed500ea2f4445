"""Actions of a delivery plan or of an Equality Impact Assessment: one row of ``actions.csv`` each."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Id, Unknown, When, Words


class Action(Declared):
    """One action. The published number is kept in ``ref`` even when it is repeated; ``id`` is unique."""

    id: Id
    ref: str = ""
    """The number as published (``ASB14``), which may stand twice."""
    plan: Literal["delivery", "equality"] = "delivery"
    priority: str = ""
    theme: str = ""
    action: Words
    outcome: str = ""
    owner: str = ""
    """A role or an agency, never a person's name; "named lead, role not published" where only a name was given."""
    barriers: str = ""
    due: When = Unknown.NOT_SUPPLIED
    due_text: str = ""
    """How the date was written, where it is no day (``Dec 2009``, ``monthly``)."""
    milestones: str = ""
    funding: str = ""
    indicator: str = ""
    """Id of the indicator that measures it, or empty."""
    status: Literal["done", "in progress", "not started", "not published", "not supplied"] = "not supplied"
    flag: str = ""
