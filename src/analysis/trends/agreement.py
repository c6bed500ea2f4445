"""Whether what the models say of a series agrees, so that it may be said."""

from __future__ import annotations

from typing import Final

from analysis import numbers
from analysis.cannot_say import CannotSay
from analysis.trends.estimate import Estimate
from analysis.trends.result import Undeclared

BENDS: Final = 0.01
"""A quadratic term with a p below this means that one rate a year does not describe the series."""
WIDEST: Final = 1.5
"""An interval whose upper end is over this, squared, times its lower end, as shares of the year before, says nothing.

It is judged by its width alone: were only "no clear trend" refused for it, the wide intervals left would be those that
chance put on one side, and rises and falls said from few figures would mostly be false."""


def disagreement(
    primary: Estimate, secondary: Estimate | None, kept: Estimate | None, straight: float, pulse: str
) -> CannotSay | None:
    """The refusal where models, or the answers with and without a pulse, differ; where a series bends; or None.

    ``secondary`` and ``kept`` (the primary model with the periods of ``pulse`` at a level of their own) are None where
    there are none; ``pulse`` is in words: ``months of Covid restrictions``.
    """
    if kept is not None and kept.direction != primary.direction:
        with_and_without = f"{told(primary)} without them; {told(kept)} with a level of their own"
        return CannotSay(f"it hangs on the {pulse} ({with_and_without})", "covid")
    if secondary is not None and secondary.direction != primary.direction:
        return CannotSay(f"two sound models disagree ({told(primary)}; {told(secondary)})", "models-disagree")
    if (100 + primary.high) > WIDEST**2 * (100 + primary.low):
        return CannotSay(f"the figures allow anything from {_range(primary)}", "too-uncertain")
    if primary.direction != "no clear trend" and straight < BENDS:
        return CannotSay("the series bends, so one rate a year does not describe it", "not-straight")
    return None


def across(primary: Estimate, broken: Estimate | None, found: Undeclared) -> CannotSay | None:
    """The refusal of a rise or fall that a break explains as well; ``broken`` is the primary model with it, or None.

    A change of slope means that there is no one rate, so nothing can be kept of it.
    """
    if primary.direction == "no clear trend" or (broken is not None and broken.direction == primary.direction):
        return None
    when = numbers.month(found.first)
    if found.kind == "slope":
        return CannotSay(f"its course changes at about {when}, so one rate a year does not describe it", "not-straight")
    return CannotSay(f"a shift of the level at about {when} explains it as well as a trend does", "not-straight")


def told(found: Estimate) -> str:
    """An estimate in a few words: ``rising 5% a year`` or ``no clear trend, −5% to +6% a year``."""
    if found.direction == "no clear trend":
        return f"no clear trend, {_range(found)}"
    return f"{found.direction} {abs(found.percent):.0f}% a year"


def _range(found: Estimate) -> str:
    return f"{found.low:+.0f}% to {found.high:+.0f}% a year".replace("-", "−")
