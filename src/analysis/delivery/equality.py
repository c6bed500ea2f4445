"""What is known by protected characteristic: the nine always, what a partnership adds, and what nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from analysis.params.equality import PROTECTED, Characteristic, Known

ALSO_CALLED: Final = {"religion": "Religion or belief"}
"""Names that documents before the Equality Act 2010 used."""


@dataclass(frozen=True)
class Evidence:
    """One characteristic and what is declared of it; ``declared`` is missing where nothing is."""

    characteristic: str
    declared: Characteristic | None

    @property
    def protected(self) -> bool:
        """Whether it is one of the nine of the Equality Act 2010."""
        return self.characteristic in PROTECTED

    @property
    def any(self) -> bool:
        """Whether anything at all is known: in general, for a priority, or in figures."""
        found = self.declared
        return found is not None and (bool(found.known or found.figures) or self.known_somewhere)

    @property
    def known_somewhere(self) -> bool:
        """Whether anything is known for at least one priority."""
        return self.declared is not None and any(each.state == "known" for each in self.declared.priorities)

    def of(self, priority: str) -> Known | None:
        """What is declared of it for one priority."""
        each = self.declared.priorities if self.declared else ()
        return next((known for known in each if known.priority == priority), None)


def evidence(declared: Sequence[Characteristic]) -> tuple[Evidence, ...]:
    """All nine characteristics in the order of the Act, declared or not, then those that a partnership adds."""
    named = {_name(each.characteristic): each for each in declared}
    return tuple(Evidence(name, named.get(name)) for name in (*PROTECTED, *(n for n in named if n not in PROTECTED)))


def without_evidence(found: Sequence[Evidence]) -> tuple[str, ...]:
    """The protected characteristics of which nothing is known."""
    return tuple(each.characteristic for each in found if each.protected and not each.any)


def _name(written: str) -> str:
    by_name = {name.lower(): name for name in PROTECTED} | ALSO_CALLED
    return by_name.get(written.lower(), written)
