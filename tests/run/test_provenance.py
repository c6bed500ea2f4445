"""What a report's own process tells of how it was made: where, from what seeds, and what leads to what."""

from __future__ import annotations

import ast
import json
import platform
import re
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from analysis.render.read import read_document
from analysis.run.inputs import digest
from analysis.run.made_on import made_on
from analysis.run.provenance import exhibits, sources, summary
from analysis.run.seeds import BEFORE, PACKAGE, seeds

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.blocks import Document
    from analysis.run.job import Job
    from analysis.run.outcome import Outcome


@pytest.fixture(scope="module")
def told(short_jobs: list[Job], short_outcomes: dict[str, Outcome]) -> dict[str, Any]:
    """What was told of the assessment of the short repository."""
    return dict(short_outcomes[short_jobs[0].inputs.name].provenance)


@pytest.fixture(scope="module")
def document(short_jobs: list[Job], short_outcomes: dict[str, Outcome]) -> Document:
    inputs = short_jobs[0].inputs
    text = short_outcomes[inputs.name].files[f"{inputs.document}.ipynb"].decode()
    return read_document(nbformat.reads(text, as_version=4), inputs.document)  # type: ignore[no-untyped-call]


def test_where_it_was_made_is_told_without_naming_the_machine(told: dict[str, Any]) -> None:
    assert told["platform"] == made_on()
    assert told["platform"]["python"].endswith(platform.python_version())
    assert told["platform"]["libraries"]["numpy"] == version("numpy")
    assert platform.node() not in json.dumps(told["platform"])


def test_it_is_plain_json(told: dict[str, Any]) -> None:
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_each_exhibit_leads_to_its_data_and_to_the_cell_that_showed_it(
    told: dict[str, Any], document: Document, short_jobs: list[Job], short_outcomes: dict[str, Outcome]
) -> None:
    files = short_outcomes[short_jobs[0].inputs.name].files
    (slug,) = told["exhibits"]
    found = told["exhibits"][slug]
    assert (slug, found["number"], found["title"]) == ("records", "Table 1", "Records by type")
    assert found["sha256"] == digest(files[found["csv"]])
    assert found["rows"] == files[found["csv"]].count(b"\n") - 1
    assert found["cell"] == "cell-1"
    assert exhibits(document, nbformat.v4.new_notebook())[slug]["cell"] == ""  # type: ignore[no-untyped-call]


def test_the_sources_of_the_data_are_told_with_their_hashes(told: dict[str, Any], short_jobs: list[Job]) -> None:
    assert told["sources"] == sources(short_jobs[0])
    assert {len(source["sha256"]) for source in told["sources"]} == {64}
    assert {source["vintage"] for source in told["sources"]} >= {"2022-11"}


def test_a_document_without_a_section_in_short_has_no_statements(document: Document) -> None:
    assert summary(document) == []


@pytest.mark.slow
def test_the_statements_of_a_summary_are_told_with_what_they_lead_to(outcome: Outcome) -> None:
    told = outcome.provenance["summary"]
    assert len(told) > 4
    assert sum(bool(each["exhibits"]) for each in told) > 4
    assert all(set(each["exhibits"]) <= set(outcome.provenance["exhibits"]) for each in told)
    assert outcome.provenance["pages"] > 5


def modules() -> dict[str, Path]:
    found = {".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in PACKAGE.rglob("*.py")}
    return {name: path for name, path in found.items() if name.partition(".")[0] not in BEFORE}


def drawing(path: Path) -> list[str]:
    """What each generator that a module makes is made from."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "default_rng"]
    return [ast.unparse(call) for call in made]


def test_every_generator_of_a_report_is_made_from_a_seed_that_is_told() -> None:
    """A seed is the module's own constant, or an argument whose default is told where it is stated."""
    found = {name: drawing(path) for name, path in modules().items()}
    assert sum(map(len, found.values())) > 5
    for name, calls in found.items():
        for call in calls:
            assert "SEED" in call or "seed" in call, (name, call)
    own = {name for name, path in modules().items() if "\nSEED: Final" in path.read_text()}
    assert own <= set(seeds())
    imported = {name for name, calls in found.items() if any("SEED" in call for call in calls)} - own
    assert imported == {"evaluation.designs.structural"}, "takes the seed of evaluation.carried_forward"


def test_no_part_of_a_report_draws_from_a_state_that_parts_share() -> None:
    shared = re.compile(r"\brandom\.seed\(|^\s*(import random|from random import)\b(?!_)|\bRandomState\(", re.MULTILINE)
    assert shared.search("import random\n")
    # What runs reports gives each kernel a state of its own, which nothing in a report then draws from, but for one
    # library: its caller seeds the state, and puts it back as it was (tests/places/test_hot_spots.py).
    for name, path in modules().items():
        assert name.startswith("run.") or name == "places.patterns" or not shared.search(path.read_text()), name


def test_the_seeds_are_numbers_of_modules_that_there_are() -> None:
    assert {"trends.serial", "peers.ranks", "outlook.outlook", "targets.outlook"} <= set(seeds())
    assert set(seeds()) <= set(modules())
    assert all(isinstance(seed, int) for seed in seeds().values())
