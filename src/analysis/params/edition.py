"""One edition of a partnership's assessment: everything declared for it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from analysis.params.action import Action
from analysis.params.figure import EDITION, Declared, Figure, Id, Month, Unknown, When, Words
from analysis.params.indicator import Indicator
from analysis.params.initiative import Initiative

Basis = Literal["open data", "published document", "illustration"]


class Period(Declared):
    """Whole months, both ends included."""

    start: Month
    """The first month."""
    end: Month
    """The last month."""


class Pin(Declared):
    """The data this edition is made from; ingesting more never changes it."""

    source: Literal["police-uk", "scotland", "simulated"]
    """Where the data is from."""
    vintage: Words
    """Which vintage of it, by its last month (2022-11) or year (2021-22)."""


class Document(Declared):
    """The published document an edition restates."""

    title: Words
    """Its title."""
    publisher: Words
    """Who published it."""
    published: str = ""
    """When, in words."""


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
    measures: tuple[Words, ...] = ()
    """National or local indicators it names."""
    objectives: tuple[Words, ...] = ()
    """What it is to achieve, paraphrased."""
    evidence: tuple[Words, ...] = ()
    """What the document gives as reasons, paraphrased."""
    categories: tuple[Id, ...] = ()
    """Slugs of the categories in the data that bear on it."""


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


class Event(Declared):
    """Something in the calendar that may move a count."""

    id: Id
    """Its id."""
    name: Words
    """What it was."""
    start: Month
    """Its first month."""
    end: Month
    """Its last month."""
    where: str = ""
    """Where it was, in words."""
    area: str = ""
    """Code of the small area it is in, if known."""
    source: str = ""
    """Where this is published."""


class Characteristic(Declared):
    """What is known, and what is not, of one protected characteristic."""

    characteristic: Words
    """The protected characteristic."""
    known: str = ""
    """What is known."""
    gap: str = ""
    """What is not."""


class Slip(Declared):
    """A slip in the published document, kept as it is and pointed out."""

    where: Words
    """Where in the document."""
    what: Words
    """What is wrong there."""


class NotPublished(Declared):
    """Something a reader would look for that the document does not give."""

    section: Literal[
        "front",
        "area",
        "performance",
        "people",
        "profile",
        "priorities",
        "places",
        "initiatives",
        "delivery",
        "equality",
    ]
    """The section of the report it would stand in."""
    what: Words
    """What is not given."""


class Edition(Declared):
    """``params/<partnership>/<edition>/edition.yml`` with ``indicators.csv`` and ``actions.csv`` beside it."""

    format: Literal[1]
    """The format of this file: always 1."""
    edition: str = Field(pattern=EDITION)
    """The folder's name: ``2022`` or ``2011-12``."""
    title: Words = "Strategic assessment"
    """The title on the front page."""
    basis: Basis
    """What the edition is made from."""
    period: Period
    """The months assessed."""
    document: Document | None = None
    """The document restated; required for a published document."""
    data: Pin | None = None
    """The open data it is made from; none for an edition that has only published figures."""
    population_year: Annotated[int, Field(ge=1981, le=2100)] | None = None
    """Mid-year of the population in its rates."""
    audience: Literal["public", "restricted"] = "public"
    """Who may read it."""
    status: Literal["draft", "final"]
    """Whether it is still a draft."""
    produced: When
    """The day this edition speaks from: statuses of actions are worked out at this date."""
    approved: Approval | None = None
    """Who approved it, and when."""
    contact: str = ""
    """Where to ask: a role or an office."""
    next_update: str = ""
    """When the next edition is due, in words."""
    revision: str = ""
    """What was revised in this edition."""
    area_context: tuple[Words, ...] = ()
    """What the partnership says of its area, paraphrased."""
    priorities: tuple[Priority, ...] = ()
    """Priorities and cross-cutting issues."""
    claims: tuple[Claim, ...] = ()
    """Published figures that no table holds."""
    surveys: tuple[Survey, ...] = ()
    """Survey questions and their results."""
    consultations: tuple[Consultation, ...] = ()
    """Who was asked, and what they said."""
    initiatives: tuple[Initiative, ...] = ()
    """What was tried, with its published figures."""
    events: tuple[Event, ...] = ()
    """The calendar of what may move a count."""
    timetable: tuple[Step, ...] = ()
    """Steps towards approval."""
    equality: tuple[Characteristic, ...] = ()
    """What is known by protected characteristic."""
    slips: tuple[Slip, ...] = ()
    """Slips in the published document."""
    not_published: tuple[NotPublished, ...] = ()
    """What a reader would look for and not find."""
    notable_categories: tuple[Id, ...] = ()
    """Categories that get a page of their own besides those of the priorities; empty lets the data choose."""
    indicators: tuple[Indicator, ...] = ()
    """From ``indicators.csv``, never written in the YAML."""
    actions: tuple[Action, ...] = ()
    """From ``actions.csv``, never written in the YAML."""
