"""What a design is: a pure function of a setting, and what may be built on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from analysis.cannot_say import CannotSay
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Setting

Maryland = Literal[1, 2, 3, 4, 5]


@dataclass(frozen=True)
class Design:
    """One way of telling what would have been.

    ``maryland`` is the level of the Maryland Scientific Methods Scale (Sherman and others 1997) that it can reach when
    all its checks pass; ``against`` completes "compared with": what the expected count rests on, in plain words.
    """

    name: str
    title: str
    maryland: Maryland
    against: str
    run: Callable[[Setting], Effect | CannotSay]

    def __call__(self, setting: Setting) -> Effect | CannotSay:
        """What the design says of ``setting``."""
        return self.run(setting)
