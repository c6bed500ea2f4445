"""The effect that a design found as the columns of a frame to be published, under the same names everywhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from analysis.cannot_say import CannotSay

if TYPE_CHECKING:
    from analysis.evaluation.effect import Effect

EFFECT: Final = (
    "expected", "change", "change_low", "change_high", "difference", "difference_low", "difference_high", "p",
    "verdict",
)  # fmt: skip
"""The columns worked out from ``before`` and ``observed``."""
DERIVED_EFFECT: Final = dict.fromkeys(EFFECT, ("before", "observed"))
"""What ``publish`` is told of them."""
NO_PROBABILITY: Final = CannotSay("the design gives no probability", "no-probability")


def effect_columns(effect: Effect | CannotSay, before: int | CannotSay) -> dict[str, Any]:
    """``before``, ``observed`` and ``EFFECT`` of an effect, or of a refusal.

    ``change`` and its limits are per cent of what was expected, ``difference`` a count over the periods after. Where an
    effect is only described its limits say why there are none. ``before`` is the count over the periods before.
    """
    if isinstance(effect, CannotSay):
        return {"before": before, **dict.fromkeys(("observed", *EFFECT), effect)}
    none = CannotSay(effect.described or "the design gives no interval", "described-only")
    low, high = (_or(value, none) for value in effect.percent_limits)
    least, most = (_or(value, none) for value in (effect.difference_low, effect.difference_high))
    figures = (
        effect.expected, _or(effect.percent, none), low, high, effect.difference, least, most,
        _or(effect.p, NO_PROBABILITY), effect.verdict,
    )  # fmt: skip
    return {"before": before, "observed": effect.observed, **dict(zip(EFFECT, figures, strict=True))}


def _or(value: float, otherwise: CannotSay) -> float | CannotSay:
    return otherwise if math.isnan(value) else value
