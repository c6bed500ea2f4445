"""The files of one edition and of one partnership, read and typed, before they are judged against each other."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.params.action import Action
from analysis.params.edition import Edition
from analysis.params.indicator import Indicator
from analysis.params.partnership import Partnership
from analysis.params.reading.rows import Rows
from analysis.params.reading.typed import Reading
from analysis.params.scoring import Score


@dataclass(frozen=True)
class EditionFiles:
    """``edition.yml`` with the CSVs beside it; ``partnership`` is the one it belongs to, if that could be read."""

    folder: str
    main: Reading[Edition]
    indicators: Rows[Indicator]
    actions: Rows[Action]
    scores: Rows[Score]
    partnership: Reading[Partnership] | None

    @property
    def edition(self) -> Edition:
        """The edition as everything above this layer sees it, its rows included."""
        rows = {
            "indicators": self.indicators.values,
            "actions": self.actions.values,
            "scores": self.scores.values,
        }
        return self.main.value.model_copy(update=rows)


@dataclass(frozen=True)
class PartnershipFiles:
    """A partnership's folder: what could be read of its own file and of its editions."""

    folder: str
    file: str
    main: Reading[Partnership] | None
    editions: tuple[EditionFiles, ...]
