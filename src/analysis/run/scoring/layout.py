"""What an agency is given to fill in: a row for each issue and criterion, the same in a workbook and in a CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.params.scoring import Criterion, Scoring

HEADER: Final = (
    "Agency", "Issue", "Criterion", "Score", "Note", "What the levels mean", "Issue id", "Criterion id",
)  # fmt: skip
SCORE: Final = HEADER.index("Score")
MISSING: Final = ("n/a", "not known")
"""What may stand in place of a level: not for this agency to score, or not known to it."""


@dataclass(frozen=True)
class Line:
    """One row to fill in."""

    agency: str
    issue: str
    criterion: Criterion
    issue_name: str

    @property
    def allowed(self) -> tuple[str, ...]:
        """What may be written as a score."""
        return allowed(self.criterion)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as it goes out, its score and note empty."""
        levels = "; ".join(f"{n} {text}" for n, text in enumerate(self.criterion.levels, self.criterion.low))
        return (self.agency, self.issue_name, self.criterion.name, "", "", levels, self.issue, self.criterion.id)


def allowed(criterion: Criterion) -> tuple[str, ...]:
    """The levels of a criterion, and the ways of not scoring it."""
    return (*(str(level) for level in range(criterion.low, criterion.high + 1)), *MISSING)


def lines(round_: Scoring, agency: str) -> Sequence[Line]:
    """The rows of one agency: every issue on every criterion, in the order declared."""
    return [Line(agency, issue.id, criterion, issue.name) for issue in round_.issues for criterion in round_.criteria]
