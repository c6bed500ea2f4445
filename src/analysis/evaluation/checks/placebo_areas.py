"""The same design in areas that had no initiative."""

from __future__ import annotations

import math
from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay, said
from analysis.evaluation.checks.check import Check, CheckResult, Outcome
from analysis.evaluation.checks.strength import claims, sizes, too_often
from analysis.evaluation.checks.wording import change_words, number, row
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting

LEAST: Final = 19
"""With fewer areas the best of ranks, 1 / (areas + 1), is above 5 %."""
LEAST_SHARE: Final = 5
"""From so many areas on, the number with a change can be more than chance gives."""
WORST_RANK: Final = 0.1
TOO_OFTEN: Final = 0.01
"""Areas are compared with one another and so are no independent trials: the bar is higher than for dates."""


def run(setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
    """Ask for the effect in each comparator, set against the others; the treated place is left out.

    Where the design ranks the treated place among areas itself, its rank is the one that counts.
    """
    if len(setting.comparators) < 2:
        return CannotSay("fewer than two areas without the initiative are declared", "few-comparators")
    tried = [
        (place, design(setting.with_treated(place, (*setting.comparators[:at], *setting.comparators[at + 1 :]))))
        for at, place in enumerate(setting.comparators)
    ]
    effects = [each for _, each in tried if said(each)]
    if not effects:
        return CannotSay("the same comparison cannot be made in any area without the initiative", "few-placebos")
    changed, own = sum(map(claims, effects)), _own_rank(effect)
    larger, of = own or (_larger(effect, effects), len(effects))
    rank = (1 + larger) / (1 + of)
    outcome = _outcome(effect, changed, rank, len(effects))
    return CheckResult(
        outcome,
        _words(effect, (len(effects), len(tried) - len(effects), changed), (larger, of, own is not None), outcome),
        tuple(row(place.name, each) for place, each in tried),
        {
            "areas": len(effects), "changed": changed / len(effects), "larger": larger, "rank": rank,
            "ranked_by_design": own is not None,
        },
    )  # fmt: skip


def _larger(effect: Effect, effects: list[Effect]) -> int:
    real, *placebos = sizes([effect, *effects])
    return sum(each >= real for each in placebos)


def _own_rank(effect: Effect) -> tuple[int, int] | None:
    """How many areas the design itself puts at least as far off, and of how many; None where it ranks none.

    Two rank tests of one thing that differ by a near tie would be two answers: the design's own decides.
    """
    others = effect.figures.get("comparators", effect.figures.get("donors"))
    if "rank" not in effect.figures or not others:
        return None
    rank = round(effect.p * (1 + others)) if math.isfinite(effect.p) else int(effect.figures["rank"])
    return rank - 1, int(others)


def _outcome(effect: Effect, changed: int, rank: float, areas: int) -> Outcome:
    if areas >= LEAST_SHARE and too_often(changed, areas, level=TOO_OFTEN):
        return "failed"
    if areas < LEAST or not claims(effect):
        return "informative"
    return "failed" if rank > WORST_RANK else "passed"


def _words(effect: Effect, tried: tuple[int, int, int], ranked: tuple[int, int, bool], outcome: Outcome) -> str:
    (areas, refused, changed), (larger, of, own) = tried, ranked
    where = f"in {number(larger)} the change was at least" if larger else "nowhere was the change"
    among = "" if of == areas else f", among {numbers.plural(of, 'area')}"
    by = f": the design itself ranks it so{among}" if own else ""
    looked = (
        f"The same comparison was made in {numbers.plural(areas, 'area')} without the initiative, as if each had had "
        f"it. It said that there was a change in {number(changed)}, where about one in 20 would be chance; "
        f"{where} as large for its uncertainty as in the treated place, {change_words(effect)}{by}. "
        f"Were the treated place one like any other, it would come so far up "
        f"{numbers.chance(100 * (1 + larger) / (1 + of))} of the time."
    )
    if refused:
        be = "was" if refused == 1 else "were"
        looked += f" {numbers.sentence_case(numbers.plural(refused, 'area'))} {be} left out, having too few figures."
    if outcome == "failed":
        return looked + " So ordinary areas show changes like this one without any initiative."
    if outcome == "passed":
        return looked + " So the change is unusual among areas that had no initiative."
    if areas < LEAST:
        return looked + f" With fewer than {LEAST} areas this ranking decides nothing."
    return looked + " As no effect is claimed, this decides nothing."


CHECK: Final = Check(
    "placebo-areas", "Placebo areas", "Do areas without the initiative show changes as large?", 1, run
)  # fmt: skip
