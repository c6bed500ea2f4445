"""Indicators and their targets: one row of ``indicators.csv`` each."""

from __future__ import annotations

from typing import Literal

from analysis.params.figure import Declared, Figure, Id, Unknown, Words

Unit = Literal["count", "percent", "percentage change", "rate per 1,000", "rate per 100,000", "pounds", "mixed"]
Direction = Literal["lower", "higher", "ambiguous"]
"""Which way is better; ambiguous where a rise may mean more confidence or activity: never called better or worse."""
Rule = Literal[
    "at most",  # the target is a ceiling
    "at least",  # the target is a floor
    "below",  # strictly below the target
    "reduce",  # below the baseline, no figure set
    "downward or maintain",  # no figure set: at or below the baseline, within what chance allows
    "maintain",  # at the baseline's level: for a percentage, at least
    "establish baseline",  # this period only sets the baseline
    "to be agreed",
    "none",
]


class Indicator(Declared):
    """One indicator in one edition. Empty cells are "not supplied"; N/A is "not measured", TBC "not yet known"."""

    id: Id
    """Its id, unlike any other in the file."""
    group: Words
    """The table it stands in (``Performance 2010/11``)."""
    name: Words
    """What it is called."""
    priority: str = ""
    """Id of the priority it serves, or empty."""
    unit: Unit
    """What its figures are."""
    direction: Direction
    """Which way is better; ambiguous is never called better or worse."""
    baseline_period: str = ""
    """The period of the baseline (2009/10)."""
    baseline: Figure = Unknown.NOT_SUPPLIED
    """The figure for the baseline's period."""
    baseline_target: Figure = Unknown.NOT_SUPPLIED
    """The target that was set for the baseline period."""
    target_period: str = ""
    """The period of the target and of the actual."""
    rule: Rule = "none"
    """What the target asks for."""
    target: Figure = Unknown.NOT_SUPPLIED
    """The figure aimed at."""
    actual: Figure = Unknown.NOT_SUPPLIED
    """The figure for the target's period."""
    sum_of: str = ""
    """Ids of the indicators that add up to this one, joined by ``+``."""
    category: str = ""
    """Slug of the category in the data that measures it; the actual is then counted, not declared."""
    sample_size: Figure = Unknown.NOT_SUPPLIED
    """Respondents behind a percentage."""
    baseline_sample_size: Figure = Unknown.NOT_SUPPLIED
    """Respondents behind the baseline, where that is a percentage."""
    part_year: str = ""
    """What part of the period the actual covers (``April to November 2010``), if not all."""
    comparable: Literal["yes", "no"] = "yes"
    """``no`` when the definition changed between baseline and target: no change is then worked out."""
    owner: str = ""
    """A role or an agency, never a person's name."""
    initiative: str = ""
    """Id of the initiative that it shows the effect of, or empty."""
    note: str = ""
    """Anything a reader needs to know."""
    flag: str = ""
    """A slip in the source, kept and pointed out."""
