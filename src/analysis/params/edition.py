"""One edition of a partnership's assessment: everything declared for it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from analysis.params.action import Action
from analysis.params.approval import Approval, Step
from analysis.params.county import MemberPriority
from analysis.params.equality import Characteristic
from analysis.params.event import Event
from analysis.params.evidence import Claim, Consultation, Survey
from analysis.params.figure import EDITION, Declared, Id, When, Words
from analysis.params.gap import NotPublished, Slip
from analysis.params.indicator import Indicator
from analysis.params.initiative import Initiative
from analysis.params.leaflet import Leaflet
from analysis.params.origin import Document, Period, Pin
from analysis.params.outcome import Outcomes
from analysis.params.partner import PartnerPin
from analysis.params.performance import Performance
from analysis.params.priority import Priority
from analysis.params.scoring import Score, Scoring

__all__ = [
    "Approval",
    "Basis",
    "Characteristic",
    "Claim",
    "Consultation",
    "Document",
    "Edition",
    "Event",
    "Leaflet",
    "MemberPriority",
    "NotPublished",
    "Outcomes",
    "PartnerPin",
    "Performance",
    "Period",
    "Pin",
    "Priority",
    "Slip",
    "Step",
    "Survey",
]

Basis = Literal["open data", "partnership", "published document", "illustration"]
"""Who speaks: nobody but the data, the partnership itself, a document restated, or nobody there is."""


class Edition(Declared):
    """``params/<partnership>/<edition>/edition.yml`` with the CSVs beside it."""

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
    partners: tuple[PartnerPin, ...] = ()
    """Extracts of partner agencies that it takes besides."""
    population_year: Annotated[int, Field(ge=1981, le=2100)] | None = None
    """Mid-year of the population in its rates."""
    audience: Literal["public", "restricted"] = "public"
    """Who may read it."""
    status: Literal["draft", "final", "not published"]
    """Whether it is still a draft; not published where a published document does not say."""
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
    body: str = ""
    """The partnership's name at the time, if not the one in ``partnership.yml``."""
    members: tuple[Words, ...] = ()
    """Member agencies at the time, as published; empty leaves those in ``partnership.yml``."""
    area_context: tuple[Words, ...] = ()
    """What the partnership says of its area, paraphrased."""
    outcomes: Outcomes | None = None
    """National and local outcomes: the upper end of the golden thread."""
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
    scoring: Scoring | None = None
    """The round of multi-agency scoring, if there was one; the scores themselves stand in ``scores.csv``."""
    notable_categories: tuple[Id, ...] = ()
    """Categories that get a page of their own besides those of the priorities; empty lets the data choose."""
    leaflet: Leaflet | None = None
    """The public summary leaflet; left out where there is none."""
    performance: tuple[Performance, ...] = ()
    """Months for which there is a performance report."""
    member_priorities: tuple[MemberPriority, ...] = ()
    """For a county: the priorities that its member partnerships name."""
    indicators: tuple[Indicator, ...] = ()
    """From ``indicators.csv``, never written in the YAML."""
    actions: tuple[Action, ...] = ()
    """From ``actions.csv``, never written in the YAML."""
    scores: tuple[Score, ...] = ()
    """From ``scores.csv``, never written in the YAML."""
