"""Whether two sound models of one effect say the same."""

from __future__ import annotations

import math

from analysis.cannot_say import CannotSay
from analysis.measures import LEVEL, Mixture


def disagreeing(primary: Mixture, secondary: Mixture, names: tuple[str, str]) -> CannotSay | None:
    """The refusal where one of two log ratios shows a clear change and the other not the same one, or None."""
    signs = [_sign(each) for each in (primary, secondary)]
    if signs[0] == signs[1]:
        return None
    told = "; ".join(f"{_told(each)} by {name}" for each, name in zip((primary, secondary), names, strict=True))
    return CannotSay(f"it is uncertain, since two sound models disagree ({told})", "models-disagree")


def _sign(found: Mixture) -> int:
    low, high = found.limits(LEVEL)
    return int(low > 0) - int(high < 0)


def _told(found: Mixture) -> str:
    low, high = (100 * math.expm1(min(each, 700.0)) for each in found.limits(LEVEL))
    middle = 100 * math.expm1(min(found.middle, 700.0))
    return f"{middle:+.0f}%, {low:+.0f}% to {high:+.0f}%".replace("-", "−")
