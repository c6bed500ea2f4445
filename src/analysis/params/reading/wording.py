"""What pydantic found wrong, said in plain English with the rule it breaks and the nearest valid choice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from analysis.errors import Problem, did_you_mean
from analysis.params.figure import EDITION, HASH, MONTH, SLUG
from analysis.params.reading.schema_walk import keys_at
from analysis.params.reading.written import Written

_KINDS = {
    "tuple_type": "must be a list: one entry a line, each after a dash",
    "model_type": "must be a mapping: key: value, one a line",
    "model_attributes_type": "must be a mapping: key: value, one a line",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
}


_LIMITS = {"greater_than_equal": "at least", "less_than_equal": "at most"}


def problems_of(error: ValidationError, written: Written, model: type[BaseModel]) -> list[Problem]:
    """Say each error of ``error`` where it stands in ``written``, which was to be a ``model``."""
    return [_problem(details, written, model) for details in error.errors(include_url=False)]


def _problem(details: ErrorDetails, written: Written, model: type[BaseModel]) -> Problem:
    path = details["loc"]
    rule, message = _said(details, keys_at(model, path[:-1]))
    return written.problem(rule, path, message)


def _said(details: ErrorDetails, keys: Iterable[str]) -> tuple[str, str]:
    kind, given = details["type"], details["input"]
    not_this = f', not "{_short(given)}"' if isinstance(given, str) else ""
    if kind == "extra_forbidden":
        return "unknown-key", unknown_key(str(details["loc"][-1]), keys)
    if kind == "missing":
        return "missing-key", "is missing"
    if kind in {"literal_error", "enum"}:
        return _choice(given, re.findall(r"'([^']*)'", str(details["ctx"]["expected"])))
    if kind == "string_too_short" or (given == "" and kind in _KINDS):
        return "empty-value", "is empty"
    if kind == "too_short":
        return "empty-value", "needs at least one entry"
    if kind == "string_too_long":
        most = details["ctx"]["max_length"]
        return "malformed-id", f"must have no more than {most} characters, since files are named by it" + not_this
    if kind == "string_pattern_mismatch":
        return _shape(str(given), details["ctx"]["pattern"])
    if kind in {"figure", "date"}:
        return f"malformed-{kind}", details["msg"] + not_this
    if kind == "milestone":
        return "malformed-milestone", details["msg"]
    if kind in {"greater_than_equal", "less_than_equal"}:
        most = next(iter(set(details["ctx"].values())))
        said = "a year between 1981 and 2100" if most > 1000 else f"{_LIMITS[kind]} {most}"
        return "wrong-type", f"must be {said}{not_this}"
    said = _KINDS.get(kind, details["msg"][:1].lower() + details["msg"][1:])
    return "wrong-type", said + not_this


def unknown_key(name: str, keys: Iterable[str]) -> str:
    """Say that ``name`` is none of ``keys``, with the nearest of them or all."""
    keys = list(keys)
    return f"is not a key here{did_you_mean(name, keys) or '; the keys are ' + ', '.join(keys)}"


def _choice(given: Any, choices: list[str]) -> tuple[str, str]:
    if not isinstance(given, str):
        return "wrong-type", f"must be one of {', '.join(choices)}"
    if not given:
        return "empty-value", f"is empty: say one of {', '.join(choices)}"
    return (
        "unknown-choice",
        f'"{_short(given)}" is not one of {", ".join(choices)}{did_you_mean(given.lower(), choices)}',
    )


def _shape(given: str, pattern: str) -> tuple[str, str]:
    if not given:
        return "empty-value", "is empty"
    if pattern == MONTH:
        return "malformed-month", f'must be a month such as 2022-06, not "{_short(given)}"'
    if pattern == EDITION:
        return "malformed-edition", f'must be a year such as 2022 or 2011-12, not "{_short(given)}"'
    if pattern == HASH:
        return (
            "malformed-hash",
            f'"{_short(given)}" is not a hash as csp plan fix writes it: let it write the plan again',
        )
    assert pattern == SLUG, pattern
    slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
    hint = f'; did you mean "{_short(slug)}"?' if slug else ""
    return "malformed-id", f'"{_short(given)}" is not lower-case letters, digits and single hyphens{hint}'


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."
