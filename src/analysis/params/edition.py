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
    end: Month


class Pin(Declared):
    """The data this edition is made from; ingesting more never changes it."""

    source: Literal["police-uk", "scotland", "simulated"]
    vintage: Words


class Document(Declared):
    """The published document an edition restates."""

    title: Words
    publisher: Words
    published: str = ""


class Approval(Declared):
    """Who approved this edition, and when."""

    by: Words
    on: When = Unknown.NOT_SUPPLIED


class Step(Declared):
    """A step of the approval timetable."""

    on: When = Unknown.NOT_PUBLISHED
    meeting: Words
    purpose: str = ""
    owner: str = ""
    flag: str = ""


class Priority(Declared):
    """A priority or a cross-cutting issue, as the partnership set it."""

    id: Id
    name: Words
    kind: Literal["priority", "cross-cutting", "obligation"] = "priority"
    lead: str = ""
    """A role, "named lead, role not published", or empty for not published."""
    measures: tuple[Words, ...] = ()
    """National or local indicators it names."""
    objectives: tuple[Words, ...] = ()
    evidence: tuple[Words, ...] = ()
    """What the document gives as reasons, paraphrased."""
    categories: tuple[Id, ...] = ()
    """Slugs of the categories in the data that bear on it."""


class Claim(Declared):
    """A published figure that no table holds, and what may be asked of it."""

    id: Id
    statement: Words
    """A paraphrase."""
    figure: Figure
    unit: Words
    period: str = ""
    query: str = ""
    """What keeps a reader from relying on it."""


class Survey(Declared):
    """A survey question and its result."""

    id: Id
    question: Words
    when: str = ""
    percent: Figure
    sample_size: Figure = Unknown.NOT_PUBLISHED
    reached: Literal["random sample", "convenience sample", "census", "not published"] = "not published"
    method: str = ""


class Consultation(Declared):
    """A consultation: who was asked, how, how many came."""

    id: Id
    what: Words
    when: str = ""
    people: Figure = Unknown.NOT_PUBLISHED
    method: str = ""
    heard: str = ""


class Event(Declared):
    """Something in the calendar that may move a count."""

    id: Id
    name: Words
    start: Month
    end: Month
    where: str = ""
    area: str = ""
    """Code of the small area it is in, if known."""
    source: str = ""


class Characteristic(Declared):
    """What is known, and what is not, of one protected characteristic."""

    characteristic: Words
    known: str = ""
    gap: str = ""


class Slip(Declared):
    """A slip in the published document, kept as it is and pointed out."""

    where: Words
    what: Words


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
    what: Words


class Edition(Declared):
    """``params/<partnership>/<edition>/edition.yml`` with ``indicators.csv`` and ``actions.csv`` beside it."""

    format: Literal[1]
    edition: str = Field(pattern=EDITION)
    """The folder's name: ``2022`` or ``2011-12``."""
    title: Words = "Strategic assessment"
    basis: Basis
    period: Period
    """The months assessed."""
    document: Document | None = None
    data: Pin | None = None
    """The open data it is made from; none for an edition that has only published figures."""
    population_year: Annotated[int, Field(ge=1981, le=2100)] | None = None
    """Mid-year of the population in its rates."""
    audience: Literal["public", "restricted"] = "public"
    status: Literal["draft", "final"]
    produced: When
    """The day this edition speaks from: statuses of actions are worked out at this date."""
    approved: Approval | None = None
    contact: str = ""
    next_update: str = ""
    revision: str = ""
    area_context: tuple[Words, ...] = ()
    priorities: tuple[Priority, ...] = ()
    claims: tuple[Claim, ...] = ()
    surveys: tuple[Survey, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    events: tuple[Event, ...] = ()
    timetable: tuple[Step, ...] = ()
    equality: tuple[Characteristic, ...] = ()
    slips: tuple[Slip, ...] = ()
    not_published: tuple[NotPublished, ...] = ()
    notable_categories: tuple[Id, ...] = ()
    """Categories that get a page of their own besides those of the priorities; empty lets the data choose."""
    indicators: tuple[Indicator, ...] = ()
    """From ``indicators.csv``, never written in the YAML."""
    actions: tuple[Action, ...] = ()
    """From ``actions.csv``, never written in the YAML."""
