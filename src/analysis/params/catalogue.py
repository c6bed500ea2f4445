"""Everything declared, checked: the one object that the layers above take from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.errors import RunError, did_you_mean
from analysis.params.area import Areas
from analysis.params.edition import Edition
from analysis.params.partner_source import PartnerSource
from analysis.params.partnership import Partnership
from analysis.params.recording import RecordingBreak, RecordingRegister


@dataclass(frozen=True)
class Catalogue:
    """All partnerships and editions, and the registers they refer to."""

    partnerships: Mapping[str, Partnership]
    """By id, in the order of ids."""
    editions: Mapping[tuple[str, str], Edition]
    """By partnership and edition; within a partnership, the one whose period ends last comes last."""
    areas: Areas
    recording: RecordingRegister
    sources: Mapping[str, PartnerSource] = field(default_factory=dict)
    """The mappings of partner extracts, by id."""

    @property
    def breaks(self) -> tuple[RecordingBreak, ...]:
        """The recording breaks of the register."""
        return self.recording.breaks

    def partnership(self, name: str) -> Partnership:
        """Return the partnership with the id ``name``; raises ``RunError`` with the nearest one there is."""
        if name not in self.partnerships:
            raise RunError.at(f"partnership {name}", f"is not declared{did_you_mean(name, self.partnerships)}")
        return self.partnerships[name]

    def editions_of(self, partnership: str) -> tuple[Edition, ...]:
        """Return the editions of ``partnership``, latest last; raises ``RunError`` if it is unknown."""
        self.partnership(partnership)
        return tuple(edition for (owner, _), edition in self.editions.items() if owner == partnership)

    def edition(self, partnership: str, edition: str) -> Edition:
        """Return one edition; raises ``RunError`` naming those there are."""
        its = [one.edition for one in self.editions_of(partnership)]
        if edition not in its:
            raise RunError.at(f"{partnership}/{edition}", f"is not declared: there is {', '.join(its)}")
        return self.editions[partnership, edition]

    def latest(self, partnership: str) -> Edition:
        """Return the edition of ``partnership`` whose period ends last; raises ``RunError`` if it is unknown."""
        return self.editions_of(partnership)[-1]
