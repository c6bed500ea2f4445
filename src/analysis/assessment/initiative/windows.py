"""Which periods before the start each design uses, where that is not the whole time before that the plan names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.cannot_say import said
from analysis.evaluation.matched import matched

if TYPE_CHECKING:
    import pandas as pd

    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.setting import Place, Setting

WHOLE: Final = "as the plan"


def own_window(case: Case, design: str, setting: Setting | None = None) -> str:
    """The periods before in words, ``2007/08 to 2009/10 (three years)``, or that they are the plan's own."""
    asked = setting or case.setting
    when = periods_before(asked, design)
    if when is None or not len(when) or when.equals(asked.treated.known(asked.before)):
        return WHOLE
    return f"{numbers.listed(_runs(when))} ({numbers.plural(len(when), case.periods.removesuffix('s'))})"


def periods_before(setting: Setting, design: str) -> pd.PeriodIndex | None:
    """Those that a design of matched periods sets the periods after against; None for designs that use all."""
    places = _places(setting, design)
    if not places:
        return None
    found = matched(replace(setting, chosen_on=None) if design == "empirical-bayes" else setting, places)
    return found.before if said(found) else None


def _places(setting: Setting, design: str) -> tuple[Place, ...]:
    return {
        "before-after": (setting.treated,),
        "empirical-bayes": (setting.treated, *setting.comparators),
        "with-comparator": (setting.treated, *setting.comparators),
        "displacement-difference": setting.places,
    }.get(design, ())


def _runs(when: pd.PeriodIndex) -> list[str]:
    """Stretches without a gap."""
    starts = [n for n, each in enumerate(when) if not n or each - 1 != when[n - 1]]
    return [numbers.span(when[a], when[b - 1]) for a, b in zip(starts, [*starts[1:], len(when)], strict=True)]
