"""A declared file typed by its schema; where something in it is wrong, the rest is kept and judged too."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from analysis.errors import Problem, did_you_mean
from analysis.params.reading.wording import problems_of
from analysis.params.reading.written import KeyPath, Written

M = TypeVar("M", bound=BaseModel)

_ROUNDS = 4
"""How often the rest is tried again: cutting out an entry may leave a list too short, and so on."""


@dataclass(frozen=True)
class Reading(Generic[M]):
    """What a file declares, where it is written, and what of it had to be left out.

    ``broken`` names top keys that were left out wholly or in part; ``kept`` gives, for a list that lost entries, the
    written positions of those left.
    """

    written: Written
    value: M
    broken: frozenset[str] = frozenset()
    kept: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def whole(self, *keys: str) -> bool:
        """Whether all of ``keys`` could be read, so that a rule may rely on them."""
        return self.broken.isdisjoint(keys)

    def problem(self, rule: str, path: KeyPath, message: str) -> Problem:
        """Say what is wrong at ``path`` in ``value``, where it is written."""
        return self.written.problem(rule, _as_written(path, self.kept), message)


def read_as(model: type[M], written: Written, stand_in: Mapping[str, Any]) -> tuple[Reading[M] | None, list[Problem]]:
    """Type ``written`` as a ``model``, and say all that is wrong with it.

    ``stand_in`` holds a value for each required key, used where the one declared cannot be; such a key is ``broken``.
    """
    try:
        return Reading(written, model.model_validate(written.value)), []
    except ValidationError as error:
        return _rest(model, written, stand_in, error), problems_of(error, written, model)


def _rest(model: type[M], written: Written, stand_in: Mapping[str, Any], error: ValidationError) -> Reading[M] | None:
    cuts = set[KeyPath]()
    kept: dict[str, tuple[int, ...]] = {}
    for _ in range(_ROUNDS):
        cuts |= {_cut(_as_written(e["loc"], kept), e["type"]) for e in error.errors()}
        kept = _kept(written.value, cuts)
        broken = frozenset(key for cut in cuts for key in _touched(str(cut[0]), model))
        value = {key: stand_in[key] for key in broken & stand_in.keys()} | _trimmed(written.value, cuts, ())
        try:
            return Reading(written, model.model_validate(value), broken, kept)
        except ValidationError as again:
            error = again
    return None


def _cut(path: KeyPath, kind: str) -> KeyPath:
    """Where to cut: an unknown key alone, else the whole entry of the outermost list, else the whole top key."""
    if kind == "extra_forbidden":
        return path
    return path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1]


def _trimmed(value: Any, cuts: Collection[KeyPath], path: KeyPath) -> Any:
    if isinstance(value, dict):
        return {k: _trimmed(v, cuts, (*path, k)) for k, v in value.items() if (*path, k) not in cuts}
    if isinstance(value, list):
        return [_trimmed(v, cuts, (*path, i)) for i, v in enumerate(value) if (*path, i) not in cuts]
    return value


def _kept(value: Mapping[str, Any], cuts: Collection[KeyPath]) -> dict[str, tuple[int, ...]]:
    shortened = {str(cut[0]) for cut in cuts if len(cut) == 2 and isinstance(cut[1], int)}
    return {key: tuple(i for i in range(len(value[key])) if (key, i) not in cuts) for key in shortened}


def _as_written(path: KeyPath, kept: Mapping[str, tuple[int, ...]]) -> KeyPath:
    """Turn a path in what is left into the path in what is written."""
    if len(path) > 1 and isinstance(path[1], int) and (places := kept.get(str(path[0]))):
        return (path[0], places[path[1]], *path[2:])
    return path


def _touched(top: str, model: type[BaseModel]) -> set[str]:
    """The top keys that can no longer be relied on; an unknown key may be a misspelling of any near one."""
    return {top} if top in model.model_fields else {key for key in model.model_fields if did_you_mean(top, [key])}
