"""How an initiative is to be evaluated: declared before the result is looked at, and fixed by date and hash."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from analysis.params.figure import Declared, Figure, Id, Month, Unknown, When, Words
from analysis.params.origin import Pin

DesignName = Literal[
    "before-after", "empirical-bayes", "with-comparator", "displacement-difference", "interrupted-series",
    "comparative-series", "panel", "synthetic-control", "synthetic-difference", "structural",
]  # fmt: skip
"""The designs that an evaluation may ask for, by name, weakest first in each kind."""


class Place(Declared):
    """One or more areas of the register or small areas, counted together."""

    name: Words
    """What it is called in the report."""
    areas: tuple[Annotated[str, Field(min_length=1)], ...] = Field(min_length=1)
    """Codes of areas in ``areas.csv``, or of small areas."""


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
    """Whether high figures were the reason: such figures fall by themselves."""
    start: Month | None = None
    """First month of the figures it was chosen by; the year before the start where left out."""
    end: Month | None = None
    """Last month of them."""


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
    """The offence of the table of unit costs that stands for it, or empty where none does."""


class Cost(Declared):
    """What the initiative cost."""

    amount: Figure = Unknown.NOT_PUBLISHED
    """Pounds over the periods evaluated."""
    price_year: str = ""
    """The year of its prices (``2010-11``)."""
    covers: str = ""
    """What it covers, in words."""


class Deflator(Declared):
    """How prices of the unit costs are brought to those of the initiative."""

    start: Words
    """Price year of the unit costs (``2015-16``)."""
    end: Words
    """Price year they are brought to."""
    factor: Annotated[float, Field(gt=0, lt=10)]
    """What the unit costs are multiplied by."""
    source: Words
    """Where the deflator is published."""


class Plan(Declared):
    """Written by ``csp plan fix``: the day from which on the plan was fixed, and the hash of it."""

    fixed: When
    """The day."""
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of everything declared under ``evaluation`` but the plan itself."""


class Evaluation(Declared):
    """``evaluation`` of an initiative: with it, the initiative has a report of its own."""

    plan: Plan | None = None
    """Date and hash of the plan, as ``csp plan fix`` wrote them."""
    by: Words
    """Who wrote the plan: a role or a body, never a person's name."""
    data: Pin
    """The data it is evaluated with."""
    treated: Place
    """Where it ran."""
    first: Month | None = None
    """First month used of the time before; all there is where left out."""
    start: Month
    """First month in which it could work."""
    end: Month
    """Last month evaluated."""
    implementation_end: Month | None = None
    """Last month of putting it in place, from the start on; those months belong to neither side."""
    chosen: Chosen
    """Why the site was chosen."""
    outcomes: tuple[Measure, ...] = Field(min_length=1)
    """What it was to change; the first is the primary outcome."""
    falsification: tuple[Measure, ...] = ()
    """What it could not touch."""
    design: DesignName
    """The design asked for."""
    comparators: tuple[Place, ...] = ()
    """Where it did not run."""
    bordering: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    """Codes of areas that border the treated place: none of them is a comparator."""
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
    """How prices are brought to one year."""
    decision_rule: str = ""
    """What is to be decided by the result, and how, as written beforehand."""
    true_ratio: Annotated[float, Field(gt=0, lt=10)] | None = None
    """The known true effect, of simulated figures alone: what was counted over what would have been."""
    limits: tuple[Words, ...] = ()
    """What these figures cannot say, known beforehand."""
