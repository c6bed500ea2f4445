"""Whether what a design finds rests on the comparators at all."""

from __future__ import annotations

import math
from dataclasses import replace

from analysis.cannot_say import said
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting


def rests_on_comparators(setting: Setting, design: Design, effect: Effect) -> bool:
    """Whether the design finds something else, or nothing, without the comparators."""
    if not setting.comparators:
        return False
    alone = design(replace(setting, comparators=()))
    return not said(alone) or not math.isclose(alone.expected, effect.expected, rel_tol=1e-9)
