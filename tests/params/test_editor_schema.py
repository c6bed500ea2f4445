"""The schemas and the reference that are published are those of the code, and the files that ship fit them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from analysis.params import RULES
from analysis.params.editor_schema import schema_files, write_schemas
from analysis.params.reading.yaml_file import read_yaml
from analysis.params.reference import reference, with_reference, write_reference

if TYPE_CHECKING:
    from pathlib import Path

    from params_tree import Tree

AFRESH = "run `python -m analysis.params` to make it afresh"


def as_an_editor_sees(value: Any) -> Any:
    """Type plain values as YAML 1.2 does: numbers, true, false, nothing; all else is text."""
    if isinstance(value, dict):
        return {key: as_an_editor_sees(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_an_editor_sees(inner) for inner in value]
    if value in ("", "true", "false"):
        return {"": None, "true": True, "false": False}[value]
    return json.loads(value) if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", value) else value


def complaints(path: Path, schema: str) -> list[str]:
    written, problems = read_yaml(path.read_text(encoding="utf-8"), path.name)
    assert written is not None and not problems
    validator = jsonschema.Draft202012Validator(json.loads(schema_files()[schema]))
    return [f"{path}: {error.message}" for error in validator.iter_errors(as_an_editor_sees(written.value))]


@pytest.mark.parametrize("name", ["partnership.json", "edition.json", "source.json"])
def test_the_published_schema_is_that_of_the_code(root: Path, name: str) -> None:
    assert (root / "params" / "schema" / name).read_text(encoding="utf-8") == schema_files()[name], AFRESH


def test_the_schemas_are_written_whole(tmp_path: Path) -> None:
    write_schemas(tmp_path / "schema")
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "schema").iterdir()} == schema_files()


def test_an_editor_finds_nothing_wrong_with_what_ships(root: Path, tree: Tree) -> None:
    for params in (root / "params", tree.params):
        partnerships, editions = sorted(params.glob("*/partnership.yml")), sorted(params.glob("*/*/edition.yml"))
        assert partnerships and editions
        sources = sorted(params.glob("sources/*.yml"))
        assert [said for path in sources for said in complaints(path, "source.json")] == []
        assert [said for path in partnerships for said in complaints(path, "partnership.json")] == []
        assert [said for path in editions for said in complaints(path, "edition.json")] == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("status: draft", "status: drafted", "'drafted' is not one of"),
        ("population_year", "population_yaer", "'population_yaer' was unexpected"),
        ("end: 2022-11", "end: 2022-13", "'2022-13' does not match"),
        ("produced: 2023-01-31", "produced: 31 January 2023", "is not valid under any of the given schemas"),
        ("status: draft", "status: draft\nactions: []", "'actions' was unexpected"),
    ],
)
def test_an_editor_warns_while_typing(tree: Tree, old: str, new: str, said: str) -> None:
    tree.replace("params/ashby/2022/edition.yml", old, new)
    (found,) = complaints(tree.params / "ashby" / "2022" / "edition.yml", "edition.json")
    assert said in found


@pytest.mark.parametrize(
    ("files", "schema"),
    [("*/partnership.yml", "../schema/partnership.json"), ("*/*/edition.yml", "../../schema/edition.json")],
)
def test_every_file_that_ships_names_its_schema_first(root: Path, files: str, schema: str) -> None:
    for path in sorted((root / "params").glob(files)):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={schema}", path
        assert (path.parent / schema).resolve().is_file()


def test_every_key_is_explained_in_the_schema() -> None:
    for text in schema_files().values():
        schema = json.loads(text)
        for model in (schema, *schema["$defs"].values()):
            for key, asked in model.get("properties", {}).items():
                assert asked.get("description"), f"{model['title']}.{key}"


def test_the_reference_in_the_readme_is_that_of_the_code(root: Path) -> None:
    readme = (root / "params" / "README.md").read_text(encoding="utf-8")
    assert readme == with_reference(readme), AFRESH


def test_making_the_reference_afresh_leaves_what_people_wrote(tmp_path: Path, root: Path) -> None:
    readme = tmp_path / "README.md"
    text = (root / "params" / "README.md").read_text(encoding="utf-8")
    readme.write_text(text.replace("| `format` | yes | 1 |", "| `format` | no | 2 |"), encoding="utf-8")
    write_reference(readme)
    assert readme.read_text(encoding="utf-8") == text


def test_the_reference_names_every_rule_and_how_to_write_a_value() -> None:
    text = reference()
    assert all(f"| `{rule}` |" in text for rule in RULES)
    assert "| `period.start` | yes | month |" in text
    assert "| `initiatives[].outcomes[].id` | yes | id |" in text
    assert "| `unit` | yes | count, percent, percentage change," in text
    assert "| `due` |  | day |" in text


def test_the_examples_in_the_readme_load_as_they_stand(root: Path, tree: Tree) -> None:
    readme = (root / "params" / "README.md").read_text(encoding="utf-8")
    partnership, edition, initiatives, source = re.findall(r"```yaml\n(.*?)```", readme, flags=re.DOTALL)
    tree.write("params/areas.csv", (root / "params" / "areas.csv").read_bytes())
    tree.write("params/recording_breaks.yml", "format: 1\n")
    for old in ("ashby", "county", "lothian", "made-up"):
        tree.remove(f"params/{old}")
    tree.write("params/west-lancashire/partnership.yml", partnership.replace("\n   ", "\n").lstrip())
    tree.write("params/west-lancashire/2022/edition.yml", edition.replace("\n   ", "\n").lstrip())
    assert tree.load().latest("west-lancashire").edition == "2022"
    tree.write("params/sources/fire-service.yml", source)
    assert tree.load().sources["fire-service"].slugs == ("primary-fire", "secondary-fire")
    own = edition.replace("open data", "published document").replace(
        "status:", "document: {title: A, publisher: B}\n   status:"
    )
    tree.write("params/west-lancashire/2022/edition.yml", own.replace("\n   ", "\n").lstrip() + initiatives)
    categories = {"police-uk": ["criminal-damage-and-arson", "shoplifting"]}
    (initiative,) = tree.load(known_categories=categories).latest("west-lancashire").initiatives
    assert initiative.evaluation is not None and len(initiative.evaluation.comparators) == 2
