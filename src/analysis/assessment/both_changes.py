"""A line's two comparisons together, on the year and since before Covid, ordered by how sure the change is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.assessment.published import changes_on_the_year, changes_since_before_covid, is_clear
from analysis.measures import ALL_CRIME
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR
from analysis.sources.scotland import ALL_CRIMES, ALL_OFFENCES

if TYPE_CHECKING:
    from analysis.assessment.results import Results
    from analysis.disclosure import Row

STANDING: Final = {ALL_CRIME: 0, ALL_CRIMES: 0, ANTI_SOCIAL_BEHAVIOUR: 1, ALL_OFFENCES: 1}
"""Lines that are always told, and in which order."""
NOT_CLEAR: Final = 3


@dataclass(frozen=True)
class BothChanges:
    """A line's two comparisons, as published."""

    year: Row
    covid: Row

    @property
    def rank(self) -> int:
        """How sure the change is: 0 clear on both and the same way, 1 since before Covid, 2 on the year, 3 not."""
        if is_clear(self.covid):
            return 0 if self.year.words("verdict") == self.covid.words("verdict") else 1
        return 2 if is_clear(self.year) else NOT_CLEAR

    @property
    def size(self) -> float:
        """The larger of the two differences, in records."""
        return max(abs(row.number("difference") or 0.0) for row in (self.year, self.covid))


def both_changes(results: Results) -> dict[str, BothChanges]:
    """Each line's changes: totals first, then what is counted apart, then categories, the surest and largest first."""
    year = {row.words("line"): row for row in changes_on_the_year(results)}
    covid = {row.words("line"): row for row in changes_since_before_covid(results)}
    both = {line: BothChanges(year[line], covid[line]) for line in year}
    return dict(sorted(both.items(), key=lambda item: (STANDING.get(item[0], 2), item[1].rank, -item[1].size)))
