"""The rows of ``scores.csv`` against the round that they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.figure import Unknown
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of
from analysis.params.rules.scoring import declared


def without_scoring(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Scores need a round of scoring that says what they mean."""
    if files.main.whole("scoring") and files.main.value.scoring is None and files.scores.entries:
        said = "stands there, but edition.yml declares no scoring: say which criteria and agencies these are"
        yield files.scores.problem("scores-without-scoring", files.scores.entries[0][0], "score", said)


def named(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A score is of an agency, an issue and a criterion that are declared."""
    if (found := declared(files)) is None:
        return
    choices = {
        "agency": ([each.id for each in found.agencies], "an agency that scores"),
        "issue": ([each.id for each in found.issues], "an issue that is scored"),
        "criterion": ([each.id for each in found.criteria], "a criterion of this round"),
    }
    for place, row in files.scores.entries:
        for column, (names, what) in choices.items():
            if (given := getattr(row, column)) not in names:
                said = not_one_of(given, names, what)
                yield files.scores.problem(f"unknown-{column}", place, column, said)


def within_levels(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A score is one of the levels of its criterion."""
    if (found := declared(files)) is None:
        return
    criteria = {each.id: each for each in found.criteria}
    for place, row in files.scores.entries:
        criterion = criteria.get(row.criterion)
        if criterion is None or isinstance(row.score, Unknown):
            continue
        if not (criterion.low <= row.score <= criterion.high and row.score == int(row.score)):
            said = f"{row.score:g} is not a whole level from {criterion.low} to {criterion.high} of {criterion.id}"
            yield files.scores.problem("score-level", place, "score", said)


def once(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An agency gives an issue one score on a criterion."""
    seen: dict[tuple[str, str, str], int] = {}
    for place, row in files.scores.entries:
        key = (row.agency, row.issue, row.criterion)
        said = f"{row.agency} scored {row.issue} on {row.criterion} already in row {seen.get(key)}"
        problem = files.scores.problem("score-twice", place, "score", said)
        if key in seen:
            yield problem
        seen.setdefault(key, problem.line)
