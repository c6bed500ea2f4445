"""Walking the schema: which model stands at a path, and which keys it has."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from analysis.params.reading.written import KeyPath

FROM_CSV = ("indicators", "actions", "scores")
"""Fields of an edition that are rows of a CSV beside it."""


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Go through the models in ``Model``, ``Model | None`` or ``tuple[Model, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (tuple, UnionType, Union, Annotated):
        for part in get_args(annotation):
            yield from models_in(part)


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Return the model that stands at ``path`` under ``model``, or ``None`` where none does."""
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = next(models_in(field.annotation), None) if field else None
        if inner is None:
            return None
        model = inner
    return model


def keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """Return the keys that may stand at ``path`` in a YAML file."""
    found = model_at(model, path)
    return tuple(key for key in found.model_fields if key not in FROM_CSV) if found else ()
