"""Reading what agencies filled in: every cell that is wrong is said, and nothing is taken unless all is right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import RunError, did_you_mean
from analysis.params.scoring import Criterion, Score
from analysis.run.scoring.cells import Row, read_rows
from analysis.run.scoring.layout import allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from analysis.params.scoring import Scoring

CLEAN: Final = re.compile(r"\d{1,3}(\.0+)?", re.ASCII)
"""A number typed as text that can be read in one way alone."""
UNKNOWN: Final = {"": "", "n/a": "n/a", "na": "n/a", "not known": "not known", "not supplied": ""}
"""How a missing score may be written, and how it is kept."""


@dataclass(frozen=True)
class Answer:
    """What one agency sent: its rows, and how many of what was asked are scored."""

    agency: str
    scores: tuple[Score, ...]
    scored: int
    asked: int


def read_answers(paths: Sequence[Path], round_: Scoring) -> list[Answer]:
    """What the agencies of ``paths`` sent; one that scored nothing has not answered and is not among them.

    Raises ``RunError`` that lists every cell that is wrong: file, sheet, cell, what stands there, what may.
    """
    rows: list[Row] = []
    problems: list[str] = []
    for path in paths:
        found, wrong = read_rows(path)
        rows, problems = [*rows, *found], [*problems, *wrong]
    kept: dict[tuple[str, str, str], tuple[Row, Score]] = {}
    for row in rows:
        said = list(_problems(row, round_, kept))
        problems += said
        if not said:
            score = _score(row)
            kept[score.agency, score.issue, score.criterion] = (row, score)
    if problems:
        many = "1 cell or sheet" if len(problems) == 1 else f"{len(problems)} cells or sheets"
        raise RunError(
            "\n".join([f"{many} cannot be taken, and nothing was written:", *(f"  {each}" for each in problems)])
        )
    return list(_answers([score for _, score in kept.values()], round_))


def _answers(scores: Sequence[Score], round_: Scoring) -> Iterator[Answer]:
    asked = len(round_.issues) * len(round_.criteria)
    for agency in round_.agencies:
        its = [score for score in scores if score.agency == agency.id]
        levels = sum(isinstance(score.score, float) for score in its)
        if any(_says(score) for score in its):
            yield Answer(agency.id, tuple(score for score in its if _says(score)), levels, asked)


def _says(score: Score) -> bool:
    """Whether a row says anything: a level, why there is none, or a note."""
    return str(score.score) != "not supplied" or bool(score.note)


def _problems(row: Row, round_: Scoring, kept: Mapping[tuple[str, str, str], tuple[Row, Score]]) -> Iterator[str]:
    names = {
        "agency": [each.id for each in round_.agencies],
        "issue": [each.id for each in round_.issues],
        "criterion": [each.id for each in round_.criteria],
    }
    given = {column: _words(row.cells[column]) for column in names}
    for column, choices in names.items():
        if given[column] not in choices:
            nearest = _nearest(given[column], choices)
            yield f'{row.at(column)}: "{given[column]}" is not {_a(column)} of this round{nearest}'
    if given["criterion"] in names["criterion"]:
        criterion = next(each for each in round_.criteria if each.id == given["criterion"])
        if (wrong := _wrong_score(row.cells["score"], criterion)) is not None:
            yield f"{row.at('score')}: {wrong}; allowed: {', '.join(allowed(criterion))}, or empty"
    before = kept.get((given["agency"], given["issue"], given["criterion"]))
    if before is not None:
        yield f"{row.at('score')}: scored already in {before[0].at('score')}; allowed: one row each"


def _nearest(given: str, choices: Iterable[str]) -> str:
    return did_you_mean(given, choices) or f"; allowed: {', '.join(choices)}"


def _a(column: str) -> str:
    return f"{'an' if column[0] in 'ai' else 'a'} {column}"


def _words(value: Any) -> str:
    """A cell as text: a whole number that a spreadsheet made of an id has no decimals."""
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return "" if value is None else str(value).strip()


def _wrong_score(value: Any, criterion: Criterion) -> str | None:
    """What is wrong with a score, if anything is."""
    level = _level(value)
    if level is None:
        return f'"{_words(value)}" is no level'
    if isinstance(level, float) and not (criterion.low <= level <= criterion.high and level == int(level)):
        return f"{level:g} is not a whole level from {criterion.low} to {criterion.high}"
    return None


def _level(value: Any) -> float | str | None:
    """A level, a way of not having one, or ``None`` for what is neither; a formula is its result."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    if value is not None and not isinstance(value, str):
        return None
    text = (value or "").strip()
    if CLEAN.fullmatch(text):
        return float(text)
    return UNKNOWN.get(text.lower())


def _score(row: Row) -> Score:
    level = _level(row.cells["score"])
    ids = {column: _words(row.cells[column]) for column in ("agency", "issue", "criterion")}
    note = " ".join(_words(row.cells.get("note", "")).split())
    return Score.model_validate({**ids, "score": level, "note": note})
