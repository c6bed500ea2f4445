"""How many indicators stand how, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.wording import JUDGED, opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.targets import TargetResult

STANDING: Final = {
    "met": ("was met", "were met"),
    "missed": ("was missed", "were missed"),
    "on track": ("is on track", "are on track"),
    "at risk": ("is at risk", "are at risk"),
    "too close to call": ("is too close to call", "are too close to call"),
    "no target set": ("has no target", "have no target"),
    "not due": ("is not due yet", "are not due yet"),
    "not yet known": ("is not yet known", "are not yet known"),
    "not published": ("has no published result", "have no published result"),
    "not measured": ("was not measured", "were not measured"),
    "not supplied": ("has no result supplied", "have no result supplied"),
    "not in the data": ("is not in the data", "are not in the data"),
    "withheld": ("is withheld to protect people", "are withheld to protect people"),
    "baseline being set": ("is setting its baseline", "are setting their baselines"),
    "not judged": ("cannot be compared fairly", "cannot be compared fairly"),
}
"""Each status as one indicator has it, and as several do."""
OTHERS: Final = tuple(status for status in STANDING if status not in JUDGED)


def standing_sentences(found: Sequence[TargetResult]) -> str:
    """``Six indicators are declared. Two were met and one was missed. Of the others, one was not measured ...``."""
    statuses = [result.status for result in found]
    judged, others = ([each for each in names if each in statuses] for names in (JUDGED, OTHERS))
    sentences = [f"{opening(len(found), 'indicator is', 'indicators are')} declared."]
    if judged:
        sentences.append(numbers.sentence_case(f"{_counted(judged, statuses)}."))
    if others:
        words = _counted(others, statuses)
        sentences.append(f"Of the others, {words}." if judged else f"None can be judged: {words}.")
    return " ".join([*sentences, _directions(found)])


def _counted(kinds: Sequence[str], statuses: Sequence[str]) -> str:
    counts = [(kind, statuses.count(kind)) for kind in kinds]
    return numbers.listed([f"{numbers.in_words(n)} {STANDING[kind][n > 1]}" for kind, n in counts])


def _directions(found: Sequence[TargetResult]) -> str:
    declared = "For each it is declared whether a lower or a higher figure is better"
    if all(result.indicator.direction != "ambiguous" for result in found):
        return f"{declared}."
    return f"{declared}, or neither: then a rise is called neither better nor worse."
