"""The reference part of ``params/README.md``: every key and every rule, made from the schema and the table of rules."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from analysis.params.action import Action
from analysis.params.area import Area
from analysis.params.edition import Edition
from analysis.params.figure import EDITION, HASH, MONTH, SLUG, Declared, Unknown
from analysis.params.indicator import Indicator
from analysis.params.partner_source import PartnerSource
from analysis.params.partnership import Partnership
from analysis.params.reading.schema_walk import FROM_CSV, models_in
from analysis.params.recording import RecordingRegister
from analysis.params.rule_table import RULES
from analysis.params.scoring import Score

START: Final = "<!-- made by `python -m analysis.params`: do not edit below -->"
END: Final = "<!-- end of what is made -->"

_FILES: Final[dict[str, type[BaseModel]]] = {
    "`partnership.yml`": Partnership,
    "`edition.yml`": Edition,
    "`indicators.csv`": Indicator,
    "`actions.csv`": Action,
    "`scores.csv`": Score,
    "`areas.csv`": Area,
    "`recording_breaks.yml`": RecordingRegister,
    "`sources/NAME.yml`": PartnerSource,
}
_PATTERNS: Final = {SLUG: "id", MONTH: "month", EDITION: "2022 or 2011-12", HASH: "hash"}


def reference() -> str:
    """Return the tables of keys, file by file, and the table of rules, as Markdown."""
    keys = "\n\n".join(_file(name, model) for name, model in _FILES.items())
    rules = "\n".join(f"| `{name}` | {asks} |" for name, asks in RULES.items())
    return f"## Keys\n\n{keys}\n\n## Rules\n\n| rule | what it asks |\n| --- | --- |\n{rules}\n"


def with_reference(readme: str) -> str:
    """Return ``readme`` with the part between its two marks made afresh."""
    before, rest = readme.split(START)
    after = rest.split(END)[1]
    return f"{before}{START}\n\n{reference()}\n{END}{after}"


def write_reference(readme: Path) -> None:
    """Make the reference in the file ``readme`` afresh."""
    text = with_reference(readme.read_text(encoding="utf-8"))
    readme.write_text(text, encoding="utf-8", newline="\n")


def _file(name: str, model: type[BaseModel]) -> str:
    rows = "\n".join(_rows(model, ""))
    heading = "column" if name.endswith(".csv`") else "key"
    return f"### {name}\n\n| {heading} | needed | value | what it is |\n| --- | --- | --- | --- |\n{rows}"


def _rows(model: type[BaseModel], above: str) -> Iterator[str]:
    for key, field in model.model_fields.items():
        if not above and model is Edition and key in FROM_CSV:
            continue
        needed = "yes" if field.is_required() else ""
        yield f"| `{above}{key}` | {needed} | {_value(field)} | {_described(field)} |"
        for inner in models_in(field.annotation):
            dots = "[]." if typing.get_origin(field.annotation) is tuple else "."
            yield from _rows(inner, f"{above}{key}{dots}")


def _described(field: FieldInfo) -> str:
    text = re.sub(r"\s+", " ", field.description or "").replace("``", "`").replace("|", "\\|")
    if field.default in (PydanticUndefined, "", (), None, Unknown.NOT_SUPPLIED) or isinstance(field.default, Declared):
        return text
    return f"{text} If left out: {_default(field.default)}."


def _default(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(field: FieldInfo) -> str:
    return _shape(field) or _kind(field.annotation)


def _shape(field: FieldInfo) -> str:
    """Name the shape that a text must have, if it must have one."""
    patterns = (getattr(one, "pattern", None) for one in field.metadata)
    return next((_PATTERNS[pattern] for pattern in patterns if pattern), "")


def _kind(annotation: Any) -> str:
    """Name the kind of a value: text, figure, day, list of ids, or the words to choose from."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return ", ".join(str(choice) for choice in args)
    if origin is tuple:
        kind = _kind(args[0])
        return f"list of {kind}" if kind in ("text", "figure") or "," in kind else f"list of {kind}s"
    if origin is typing.Annotated:
        shapes = (_shape(one) for one in args[1:] if isinstance(one, FieldInfo))
        return next(filter(None, shapes), _kind(args[0]))
    if origin is dict:
        return f"mapping of text to {_kind(args[1])}"
    if origin in (types.UnionType, typing.Union):
        return _kind(next(part for part in args if part is not type(None)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "mapping"
    return {str: "text", bool: "true or false", int: "whole number", float: "figure"}.get(annotation, "day")
