"""What a check is: one thing that would be seen if the effect were something else, looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from analysis.cannot_say import CannotSay
from analysis.evaluation.design import Design
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting

Outcome = Literal["passed", "failed", "informative"]


@dataclass(frozen=True)
class CheckResult:
    """What was found: ``outcome``, ``words`` (whole sentences) and the ``table`` behind it, one mapping a row.

    ``figures`` are the numbers that the words rest on, by name. All rows have the same keys.
    """

    outcome: Outcome
    words: str
    table: tuple[Mapping[str, Any], ...] = ()
    figures: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Check:
    """One check. ``lowers`` is by how many Maryland levels a failure lowers what ``grading`` allows to be said.

    ``run`` takes the setting, the design and the effect it found, and gives ``CannotSay`` where it does not apply or
    the data cannot carry it.
    """

    name: str
    title: str
    question: str
    lowers: int
    run: Callable[[Setting, Design, Effect], CheckResult | CannotSay]

    def __call__(self, setting: Setting, design: Design, effect: Effect) -> CheckResult | CannotSay:
        """Run it."""
        return self.run(setting, design, effect)
