"""``scores.csv`` made anew: what agencies sent in the place of what they sent before, and the others as they were."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.params.scoring import Score, Scoring
    from analysis.run.scoring.reading import Answer

WRITTEN: Final = {Unknown.NOT_MEASURED: "n/a", Unknown.NOT_YET_KNOWN: "not known"}
"""How a missing score is written; any other way of missing is an empty cell."""


def merged(before: Sequence[Score], answers: Sequence[Answer], round_: Scoring) -> list[Score]:
    """The rows of every agency, those of ``answers`` in the place of theirs ``before``, in the order declared."""
    answered = {each.agency for each in answers}
    rows = [score for score in before if score.agency not in answered]
    rows += [score for each in answers for score in each.scores]
    order = [[each.id for each in listed] for listed in (round_.agencies, round_.issues, round_.criteria)]
    return sorted(rows, key=lambda row: tuple(map(list.index, order, (row.agency, row.issue, row.criterion))))


def scores_text(rows: Sequence[Score]) -> str:
    """The text of ``scores.csv``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["agency", "issue", "criterion", "score", "note"])
    writer.writerows([row.agency, row.issue, row.criterion, _written(row.score), row.note] for row in rows)
    return text.getvalue()


def _written(score: float | Unknown) -> str:
    return WRITTEN.get(score, "") if isinstance(score, Unknown) else f"{score:g}"
