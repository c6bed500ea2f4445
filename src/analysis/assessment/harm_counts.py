"""The records that harm is worked out from: every category of crime, or a refusal of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.assessment.naming import category_words, kind_of
from analysis.assessment.published import HIDDEN
from analysis.cannot_say import CannotSay

if TYPE_CHECKING:
    from analysis.assessment.results import Results


def counts_of(results: Results, which: str) -> dict[str, int] | CannotSay:
    """Records of each category of crime over the period (``latest``) or the one before (``previous``).

    Refused whole where one is unknown, since harm is a sum, and where one is withheld: shares of a known total would
    tell it.
    """
    lines = [line for line in results.profile.lines if kind_of(line.category) == "crime"]
    withheld = results.decision
    if withheld is not None and any(withheld.withholds({"category": each.category, "window": which}) for each in lines):
        return HIDDEN
    counts: dict[str, int | None] = {each.category: getattr(each, which) for each in lines}
    if unknown := [category for category, count in counts.items() if count is None]:
        return CannotSay(f"the period is not complete for {category_words(unknown[0])}", "incomplete-year")
    return {category: count for category, count in counts.items() if count is not None}
