"""The rule of a source: open data is marked for reliability, restricted data is controlled in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True)
class Rule:
    """How figures of one source may be published.

    ``control`` is ``markers`` (nothing is withheld) or ``full``. Under full control a count from ``smallest`` to
    ``largest`` is withheld. A zero is published: it tells of no person, and hiding it would hide good news. ``low`` is
    the count under which a figure is marked of low reliability.
    """

    control: Literal["markers", "full"]
    smallest: int = 1
    largest: int = 4
    low: int = 20

    def protects(self, count: int) -> bool:
        """Whether a count must be withheld."""
        return self.control == "full" and self.smallest <= count <= self.largest

    def is_low(self, count: float) -> bool:
        """Whether a count is too small to rely on."""
        return count < self.low

    @property
    def width(self) -> int:
        """How wide the range must be that an attacker can work out for a protected count."""
        return self.largest - self.smallest


OPEN: Final = Rule("markers")
"""Data that anyone can download: withholding it here would protect nobody, so it is only marked."""
RESTRICTED: Final = Rule("full")
"""Partner or restricted data, for every audience."""

SOURCES: Final = {"police-uk": OPEN, "scotland": OPEN, "population": OPEN, "published": OPEN}
"""The open sources; ``published`` is a figure that a public document already gives."""


def rule_of(source: str) -> Rule:
    """The rule of a source by its name; one that is not known to be open is restricted."""
    return SOURCES.get(source, RESTRICTED)
