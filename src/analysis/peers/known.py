"""An area as the data have it, or why it cannot be set beside others."""

from __future__ import annotations

from analysis.cannot_say import CannotSay
from analysis.peers.area import Area


def known_area(
    name: str,
    count: int | None,
    population: float | None,
    *,
    dispersion: float = 1.0,
    located: float = 1.0,
    withheld: bool = False,
    during: str = "the period",
) -> Area | CannotSay:
    """The area, or a refusal where its count is withheld, a period of it is unknown, or nobody knows its population.

    ``during`` names the period in that sentence.
    """
    if withheld:
        return CannotSay(f"the count of {name} is withheld to protect people", "disclosure")
    if count is None:
        return CannotSay(f"{during} is not complete for {name}", "incomplete-year")
    if not population:
        return CannotSay(f"no population is known for {name}", "no-population")
    return Area(name, count, population, dispersion, located)
