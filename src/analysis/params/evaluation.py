"""How an initiative is to be evaluated: declared before the result is looked at, and fixed by date and hash."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from analysis.params.figure import HASH, Day, Declared, Figure, Id, Month, Ratio, Unknown, Words, Year
from analysis.params.month import month_plus
from analysis.params.origin import Pin

DesignName = Literal[
    "before-after", "empirical-bayes", "with-comparator", "displacement-difference", "interrupted-series",
    "comparative-series", "panel", "synthetic-control", "synthetic-difference", "structural",
]  # fmt: skip
"""The designs that an evaluation may ask for, those without a comparator first in each kind."""


class Place(Declared):
    """One area or several, whose counts are added up."""

    name: Words
    """What it is called in the report."""
    areas: tuple[str, ...] = Field(min_length=1)
    """Codes of areas in ``areas.csv``, or of small areas of the data."""


class Evidence(Declared):
    """One finding of the evidence base."""

    finding: Words
    """What is known, in a sentence."""
    source: Words
    """Where it is published."""


class Logic(Declared):
    """The logic model: what goes in, what is done, what comes of it; what is not known is left out and said to be."""

    inputs: tuple[Words, ...] = ()
    """People, money, buildings."""
    activities: tuple[Words, ...] = ()
    """What is done."""
    outputs: tuple[Words, ...] = ()
    """What that produces, countable."""
    short: tuple[Words, ...] = ()
    """Outcomes in the short term."""
    medium: tuple[Words, ...] = ()
    """Outcomes in the medium term."""
    long: tuple[Words, ...] = ()
    """Outcomes in the long term."""
    assumptions: tuple[Words, ...] = ()
    """What must hold for one to lead to the next."""


class Chosen(Declared):
    """Why the site was chosen."""

    why: Words
    """Why, in words."""
    by_figures: Literal["yes", "no", "not published"] = "not published"
    """Whether high figures were the reason: such figures fall by themselves, and are left out of the time before."""
    start: Month | None = None
    """First month of those figures; if left out of a site chosen by figures, that of the year before the start."""
    end: Month | None = None
    """Last month of those figures."""


class Measure(Declared):
    """One thing counted to see whether it worked, or one that it could not touch."""

    id: Id
    """Its id, unlike any other of the evaluation."""
    name: Words
    """What is counted, as it stands in a sentence (``recorded vandalism``)."""
    categories: tuple[Id, ...] = Field(min_length=1)
    """Slugs of the categories that are summed."""
    direction: Literal["lower", "higher", "ambiguous"] = "lower"
    """Which way is better."""
    unit_cost: str = ""
    """The offence in the table of unit costs that stands for it (``Criminal damage - other``); empty if none does."""


class Cost(Declared):
    """What the initiative cost."""

    amount: Figure = Unknown.NOT_PUBLISHED
    """Pounds spent on it from the start to the end."""
    price_year: Year | None = None
    """The year of those prices (``2010-11``)."""
    covers: str = ""
    """What the amount covers, in words."""


class Deflator(Declared):
    """How unit costs are brought to the prices of another year."""

    from_year: Year
    """Price year of the unit costs (``2015-16``)."""
    to_year: Year
    """Price year they are brought to."""
    factor: Ratio
    """What the unit costs are multiplied by."""
    source: Words
    """Where the deflator is published."""


class EarlierPlan(Declared):
    """A plan that was fixed once and has been changed since."""

    fixed: Day
    """The day it was fixed."""
    hash: Annotated[str, Field(pattern=HASH)]
    """Its hash."""
    why: Words
    """Why it was changed."""


class Plan(Declared):
    """Written by ``csp plan fix``, never by hand: when the plan was fixed, and what it then was."""

    fixed: Day
    """The day."""
    hash: Annotated[str, Field(pattern=HASH)]
    """SHA-256 of all that was declared under ``evaluation`` on that day, but for ``plan`` itself."""
    earlier: tuple[EarlierPlan, ...] = ()
    """Plans fixed before this one, oldest first."""


class Evaluation(Declared):
    """``evaluation`` of an initiative: with it, the initiative has a report of its own."""

    plan: Plan | None = None
    """When the plan was fixed, as ``csp plan fix`` wrote it; without it, everything found is exploratory."""
    by: Words
    """Who wrote the plan: a role or a body, never a person's name."""
    data: Pin
    """The data it is evaluated with."""
    treated: Place
    """Where it ran."""
    first: Month | None = None
    """First month used of the time before; the earliest there is where left out."""
    start: Month
    """First month in which it could work."""
    end: Month
    """Last month evaluated."""
    implementation_end: Month | None = None
    """Last month of putting it in place, counted from the start; those months belong to neither side."""
    chosen: Chosen
    """Why it ran there and nowhere else."""
    outcomes: tuple[Measure, ...] = Field(min_length=1)
    """What it was to change; the first is the primary outcome."""
    falsification: tuple[Measure, ...] = ()
    """What it could not touch: a change there speaks for another cause."""
    design: DesignName
    """The design asked for; all others are run beside it."""
    comparators: tuple[Place, ...] = ()
    """Where it did not run."""
    bordering: tuple[str, ...] = ()
    """Codes of areas that border the treated place: none of them may be a comparator."""
    buffer: Place | None = None
    """Where crime might move to."""
    buffer_control: Place | None = None
    """What the buffer is set against."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence base."""
    logic: Logic = Logic()
    """The logic model."""
    cost: Cost = Cost()
    """What it cost."""
    deflator: Deflator | None = None
    """How unit costs are brought to the prices of the cost."""
    decision_rule: str = ""
    """What is to be decided by the result, and how, as written beforehand."""
    true_ratio: Ratio | None = None
    """The true effect on the primary outcome, known of simulated figures alone: counted over what would have been."""
    limits: tuple[Words, ...] = ()
    """What these figures cannot say, known beforehand."""

    @property
    def chosen_on(self) -> tuple[str, str] | None:
        """First and last month of the figures it was chosen by, or None where it was not chosen by figures."""
        if self.chosen.by_figures != "yes":
            return None
        if self.chosen.start is None or self.chosen.end is None:
            return month_plus(self.start, -12), month_plus(self.start, -1)
        return self.chosen.start, self.chosen.end
