"""What happened elsewhere in the time of a published percentage, where the data of an evaluation hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.evaluation import PercentageOnly, before_after
from analysis.evaluation.published_change import wider_change
from analysis.prose import own_sentence, wider_sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.setting import Setting
    from analysis.params import Initiative


def elsewhere(initiative: Initiative, cases: Mapping[str, Case]) -> list[str]:
    """A sentence for each percentage whose outcome an evaluation of the edition counts in other places."""
    named = {
        o.name.removeprefix("recorded ") for o in initiative.outcomes if isinstance(before_after(o), PercentageOnly)
    }
    found = [
        sentence
        for case in cases.values()
        if not case.any_hidden
        for setting in (case.setting, *case.setting.others)
        if setting.outcome.removeprefix("recorded ") in named and (sentence := _sentence(case, setting))
    ]
    return list(dict.fromkeys(found))


def _sentence(case: Case, setting: Setting) -> str:
    """The others and the place itself, the year of the start against the year before it.

    Only figures by year have both without a choice.
    """
    if setting.a_year > 1:
        return ""
    before, after = setting.start - 1, setting.start
    others = wider_sentence(
        wider_change(setting.comparators, before, after), what=setting.outcome,
        before=numbers.month(before), after=numbers.month(after),
    )  # fmt: skip
    own = own_sentence(
        wider_change((setting.treated,), before, after), place=setting.treated.name,
        left_out=len(case.evaluation.bordering),
    )  # fmt: skip
    return f"{others} {own}".strip() if others else ""
