"""How partner agencies score issues: the criteria and their weights, who scores what, and what was overridden."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from analysis.params.figure import Day, Declared, Figure, Id, Ratio, Unknown, When, Whole, Words

Group = Literal[
    "likelihood",
    "physical harm",
    "psychological harm",
    "financial harm",
    "community concern",
    "environment",
    "partnership capacity",
    "confidence",
]
"""What a criterion is of; confidence qualifies the scores beside it and weighs nothing in their order."""
Rule = Literal["weighted mean", "grid"]
CONFIDENCE: Final = "confidence"
LIKELIHOOD: Final = "likelihood"
PRIORITY: Final = "priority"
NOT_A_PRIORITY: Final = "not a priority"


class Criterion(Declared):
    """One thing that each agency scores each issue on; a higher level always speaks for the issue."""

    id: Id
    """Its id, which ``scores.csv`` refers to."""
    name: Words
    """What it is called."""
    group: Group
    """What it is of; confidence weighs nothing and is shown beside."""
    weight: Ratio | None = None
    """How much it counts beside the others; needed but for confidence, which has none."""
    low: Whole = 1
    """The lowest level."""
    levels: tuple[Words, ...]
    """What each level means, the lowest first, one a line."""

    @property
    def high(self) -> int:
        """The highest level."""
        return self.low + len(self.levels) - 1

    @property
    def weighs(self) -> bool:
        """Whether it bears on the order of issues."""
        return self.group != CONFIDENCE


class Agency(Declared):
    """One that scores: a body or a role in it."""

    id: Id
    """Its id, which ``scores.csv`` refers to."""
    name: Words
    """A body or a role, never a person's name."""


class Issue(Declared):
    """One thing that is scored."""

    id: Id
    """Its id, which ``scores.csv`` refers to."""
    name: Words
    """What it is called."""
    priority: str = ""
    """Id of the priority or cross-cutting issue that it is in this edition, or empty."""
    categories: tuple[Id, ...] = ()
    """Slugs of the categories in the data that bear on it; empty where the data have none."""


class Volume(Declared):
    """How the count of an issue's records weighs beside what agencies scored; only where the partnership says so."""

    weight: Ratio
    """How much it counts beside the criteria."""
    bands: tuple[Figure, ...]
    """Counts over the period at which the next level begins, rising."""


class Override(Declared):
    """Where the partnership set an issue elsewhere than its scores would."""

    issue: Id
    """Id of the issue."""
    to: Words
    """A rank, ``priority`` or ``not a priority``."""
    reason: Words
    """Why."""
    by: Words
    """A role or a body, never a person's name."""
    on: Day
    """The day it was decided."""


class Scoring(Declared):
    """One round of multi-agency scoring."""

    version: Words
    """The version of these criteria and weights, so that rounds with others are told apart."""
    source: str = ""
    """Where criteria, levels and weights come from."""
    scored: When = Unknown.NOT_SUPPLIED
    """The day of the scoring."""
    rule: Rule = "weighted mean"
    """How criteria are put together: a weighted mean of all, or likelihood times impact as in a grid."""
    cut: Whole = 5
    """How many priorities there are to be."""
    least: Whole = 3
    """How many agencies must score each criterion of an issue before it is ranked."""
    criteria: tuple[Criterion, ...]
    """What is scored."""
    agencies: tuple[Agency, ...]
    """Who scores."""
    issues: tuple[Issue, ...]
    """What is to be put in order."""
    volume: Volume | None = None
    """Whether and how much the count in the data weighs; left out, it is shown beside and weighs nothing."""
    overrides: tuple[Override, ...] = ()
    """Decisions that differ from the scores, each with its reason."""


MISSING: Final = {"not known": Unknown.NOT_YET_KNOWN, "n/a": Unknown.NOT_MEASURED, "": Unknown.NOT_SUPPLIED}
"""How a score that is not there is written."""


def _score(value: Any) -> Any:
    if isinstance(value, Unknown | int | float) and not isinstance(value, bool):
        return value
    text = value.strip() if isinstance(value, str) else None
    if text is not None and (unknown := MISSING.get(text.lower(), None)):
        return unknown
    if text is not None and text.lower() in set(Unknown):
        return Unknown(text.lower())
    if text is not None and text.isascii() and text.isdigit() and len(text) <= 3:
        return float(text)
    raise PydanticCustomError("figure", 'must be a level such as 3, or empty, "not known" or "n/a"')


Level = Annotated[Figure, BeforeValidator(_score), WithJsonSchema({"type": ["number", "string", "null"]})]
"""A level, or an ``Unknown``: empty is "not supplied", n/a "not measured", not known "not yet known"."""


class Score(Declared):
    """What one agency gave one issue on one criterion: one row of ``scores.csv``. A missing score is never nought."""

    agency: Id
    """Id of the agency."""
    issue: Id
    """Id of the issue."""
    criterion: Id
    """Id of the criterion."""
    score: Level = Unknown.NOT_SUPPLIED
    """The level; empty, ``not known`` or ``n/a`` where there is none."""
    note: str = ""
    """What the agency says to it."""
