"""Lists of words in brackets: YAML parts their items at commas, and a comma in a sentence is one too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from analysis.errors import Problem
from analysis.params.figure import Words
from analysis.params.reading.schema_walk import model_at
from analysis.params.reading.written import KeyPath, Written


def words_in_brackets(written: Written, model: type[BaseModel]) -> Iterator[Problem]:
    """Say which lists of words stand in brackets with an item that holds a space, so that a comma may have split it."""
    said = "is a list of words in brackets: write one item a line, so that a comma does not split it"
    for path in sorted(written.spaced, key=str):
        if _of_words(model, path):
            yield written.problem("list-in-brackets", path, said)


def _of_words(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the list at ``path`` is of free text; ids and codes have rules of their own and hold no spaces."""
    found = model_at(model, path[:-1])
    field = found.model_fields.get(str(path[-1])) if found and path else None
    return field is not None and Words in get_args(field.annotation)
