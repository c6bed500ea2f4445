"""JSON Schema of the YAML files, for completion and warnings in an editor while typing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from analysis.params.edition import Edition
from analysis.params.partner_source import PartnerSource
from analysis.params.partnership import Partnership
from analysis.params.reading.schema_walk import FROM_CSV


class _AsTyped(GenerateJsonSchema):
    """An editor sees 2011 as a number and an empty value as null, where this project reads text."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Let text be written as a number, and optional text be left empty."""
        written = super().str_schema(schema)
        required = schema.get("min_length") or schema.get("pattern")
        return {**written, "type": ["string", "number"] if required else ["string", "number", "null"]}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """No title besides the key."""
        return False


def editor_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a YAML file declared as ``model``, without what stands in CSVs beside it."""
    schema = model.model_json_schema(schema_generator=_AsTyped)
    for key in FROM_CSV:
        schema["properties"].pop(key, None)
    definitions = {
        name: one for name, one in schema.get("$defs", {}).items() if f"#/$defs/{name}" in json.dumps(schema)
    }
    return {
        **schema,
        "$defs": {name: one for name, one in definitions.items() if name not in ("Action", "Indicator", "Score")},
    }


def schema_files() -> dict[str, str]:
    """Return the text of each file in ``params/schema/`` by its name."""
    models: dict[str, type[BaseModel]] = {
        "partnership.json": Partnership,
        "edition.json": Edition,
        "source.json": PartnerSource,
    }
    texts = {name: json.dumps(editor_schema(model), indent=2, ensure_ascii=False) for name, model in models.items()}
    return {name: text.replace("``", "`") + "\n" for name, text in texts.items()}


def write_schemas(folder: Path) -> None:
    """Write the schemas into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
