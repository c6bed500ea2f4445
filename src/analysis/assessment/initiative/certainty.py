"""How interval and p of the design asked for come about, in plain words, and whether the width hangs on one place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.initiative.disclosed import hidden
from analysis.assessment.initiative.found import check_of
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import probability
from analysis.prose import spread

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.effect import Effect

PLACES: Final = "The interval reaches as far as the other places, each set against the rest, lie from what is typical."
MONTHS: Final = (
    "The interval is that of a model of the months, which lets neighbouring months hang together and the level wander."
)
HOW: Final = {
    "panel": PLACES,
    "synthetic-control": PLACES,
    "synthetic-difference": PLACES,
    "before-after": "The interval is that of a ratio of two counts, as wide as the counts swing.",
    "empirical-bayes": "The interval is that of a ratio of two counts, as wide as the counts swing.",
    "with-comparator": (
        "The interval is that of the place's change over its comparators', as wide as the counts swing and as the "
        "comparators changed unlike one another."
    ),
    "displacement-difference": (
        "The interval is that of the count less what was expected, as wide as the counts swing and as the comparators "
        "changed unlike one another."
    ),
    "interrupted-series": MONTHS,
    "comparative-series": MONTHS,
    "structural": MONTHS,
}
HANGS: Final = 0.75
"""An interval that shrinks to this share of its width without one place hangs on that place."""


def certainty(case: Case) -> list[str]:
    """The sentences that stand beside an interval; none where there is no interval."""
    beside = p_and_width(case)
    return [HOW[case.asked.design.name], *beside] if beside and case.asked.design.name in HOW else beside


def p_and_width(case: Case) -> list[str]:
    """Of these what p counts, and on which place the width hangs if it hangs on one."""
    effect = case.asked.effect
    if isinstance(effect, CannotSay) or effect.verdict == "described only" or hidden(case, case.setting):
        return []
    return [each for each in (_p(effect), _one_place(case, effect)) if each]


def _p(effect: Effect) -> str:
    """What p counts: places where it is a rank among them, else how often chance alone would do as much."""
    if math.isnan(effect.p):
        return ""
    places = 1 + int(effect.figures.get("comparators", effect.figures.get("donors", 0)))
    rank = effect.figures.get("rank")
    if rank is None or not math.isclose(effect.p, rank / places, abs_tol=1e-6):
        return f"p {probability(effect.p)}: how probable a difference as large would be by chance, were there none."
    if rank == 1:
        return f"p {probability(effect.p)}: none of the {places - 1} other places is as far from the rest as it is."
    return (
        f"p {probability(effect.p)}: {numbers.in_words(rank)} of the {places} places, itself among them, differ from "
        "the rest as much or more."
    )


def _one_place(case: Case, effect: Effect) -> str:
    """Without which place the interval would be clearly narrower; empty where without none."""
    found = check_of(case.asked, "leave-one-out")
    if not said(found):
        return ""
    rows = [row for row in found.table if _width(row["low"], row["high"]) < math.inf]
    least = min(rows, key=lambda row: _width(row["low"], row["high"]), default=None)
    whole = _width(*effect.percent_limits)
    if least is None or _width(least["low"], least["high"]) > HANGS * whole or whole == math.inf:
        return ""
    name = str(least["what"]).removeprefix("without ")
    return (
        f"The width hangs on one place: without {name} the interval would be {spread(least['low'], least['high'])}. "
        "None is left out for that, as a place that went its own way shows how far places go."
    )


def _width(low: float, high: float) -> float:
    """The width of an interval of percentages on the scale of ratios; infinite where it has no end."""
    ends = 1 + low / 100, 1 + high / 100
    return math.log(ends[1] / ends[0]) if 0 < ends[0] <= ends[1] < math.inf else math.inf
