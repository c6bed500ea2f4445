"""Reading one declared file: from its bytes to what its schema makes of it, with every problem on the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from analysis.errors import Problem
from analysis.params.reading.brackets import words_in_brackets
from analysis.params.reading.csv_file import read_csv
from analysis.params.reading.rows import Rows, rows_of
from analysis.params.reading.schema_walk import FROM_CSV
from analysis.params.reading.text_file import read_text
from analysis.params.reading.typed import Reading, read_as
from analysis.params.reading.written import Written, whole_file
from analysis.params.reading.yaml_file import read_yaml

M = TypeVar("M", bound=BaseModel)

FORMAT: Final = 1
"""The format of declared files that this version reads."""

Outcome = tuple[Reading[M] | None, list[Problem]]


def read_yaml_as(model: type[M], path: Path, file: str, stand_in: Mapping[str, Any]) -> Outcome[M]:
    """Read the YAML file at ``path``, shown as ``file``, as a ``model``; ``stand_in`` as in ``read_as``."""
    if not path.is_file():
        return None, [whole_file(file, "missing-file", "is missing")]
    text = read_text(path, file)
    if isinstance(text, Problem):
        return None, [text]
    written, problems = read_yaml(text, file)
    if written is None:
        return None, problems
    if wrong := _format_problem(written):
        return None, [*problems, wrong]
    misplaced = [
        _belongs_in_csv(written, key) for key in FROM_CSV if key in written.value and key in model.model_fields
    ]
    value = {key: value for key, value in written.value.items() if key not in FROM_CSV} | {"format": FORMAT}
    reading, more = read_as(model, Written(file, value, written.lines), stand_in)
    return reading, [*problems, *misplaced, *words_in_brackets(written, model), *more]


def _format_problem(written: Written) -> Problem | None:
    given = written.value.get("format")
    if given == str(FORMAT):
        return None
    if given is None:
        return written.problem("format", ("format",), f"is missing: put format: {FORMAT} first")
    said = f'must be {FORMAT}, not "{given}"' if isinstance(given, str) else f"must be {FORMAT}"
    return written.problem("format", ("format",), f"{said}: this version reads no other format")


def _belongs_in_csv(written: Written, key: str) -> Problem:
    return written.problem("belongs-in-csv", (key,), f"stands in {key}.csv beside this file, one row each, not here")


def read_rows(model: type[M], path: Path, file: str, *, needed: bool = False) -> tuple[Rows[M], list[Problem]]:
    """Read the CSV at ``path``, shown as ``file``, as rows of ``model``; no file is no rows, unless ``needed``."""
    nothing = Rows[M](Written(file, [], {}, "csv"), (), whole=False)
    if not path.exists():
        if needed:
            return nothing, [whole_file(file, "missing-file", "is missing")]
        return Rows(Written(file, [], {}, "csv")), []
    text = read_text(path, file)
    if isinstance(text, Problem):
        return nothing, [text]
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    written, problems = read_csv(text, file, tuple(model.model_fields), required)
    if written is None:
        return nothing, problems
    rows, more = rows_of(model, written, whole=not problems)
    return rows, [*problems, *more]
