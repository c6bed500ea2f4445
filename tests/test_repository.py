"""The repository keeps its own promises: layout, thin notebooks, one lock, an architecture page that is true."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TOP_LEVEL = {
    "notebooks", "src", "params", "reports", "tests", "environment.yml", "Makefile", "README.md",
    "data", "docs", "benchmarks", "pyproject.toml", "requirements.lock", "LICENSE", "CHANGELOG.md", ".ci", ".gitignore",
}  # fmt: skip


def tracked(root: Path) -> list[str]:
    """Files under version control; a copy without it (an export, a machine without git) is left out."""
    if not (root / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    listing = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True)
    return listing.stdout.split("\n")[:-1]


def notebooks(root: Path) -> list[Path]:
    return sorted((root / "notebooks").glob("*.ipynb"))


def test_the_top_level_holds_what_it_should_and_nothing_else(root: Path) -> None:
    assert {name.split("/")[0] for name in tracked(root)} == TOP_LEVEL


def test_notebooks_are_kept_without_outputs(root: Path) -> None:
    assert notebooks(root)
    for path in notebooks(root):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                assert cell["outputs"] == [], f"{path.name} has outputs"
                assert cell["execution_count"] is None, f"{path.name} has execution counts"


def test_notebooks_take_two_parameters_and_nothing_else(root: Path) -> None:
    for path in notebooks(root):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        tagged = [c for c in cells if "parameters" in c["metadata"].get("tags", [])]
        assert len(tagged) == 1, path.name
        body = ast.parse("".join(tagged[0]["source"])).body
        names = [ast.unparse(target) for line in body if isinstance(line, ast.Assign) for target in line.targets]
        assert names == ["partnership", "edition"], path.name


def test_notebooks_are_thin(root: Path) -> None:
    """No loops, conditions, definitions or arithmetic: a notebook narrates and calls."""
    thick = (ast.For, ast.While, ast.If, ast.FunctionDef, ast.ClassDef, ast.BinOp, ast.Lambda, ast.ListComp)
    for path in notebooks(root):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                found = [n for n in ast.walk(ast.parse("".join(cell["source"]))) if isinstance(n, thick)]
                assert not found, f"{path.name}: {cell['source']}"


def test_the_conda_environment_installs_the_same_lock(root: Path) -> None:
    assert "-r requirements.lock" in (root / "environment.yml").read_text(encoding="utf-8")


def test_every_declared_dependency_is_locked_with_a_hash(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        name = re.match(r"[A-Za-z0-9-]+", requirement)
        assert name and name[0].lower() in pinned, requirement
    assert lock.count("--hash=sha256:") > len(pinned)


def test_the_architecture_page_tells_every_part_in_one_line_each(root: Path) -> None:
    page = (root / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = root / "src" / "analysis"
    parts = {p.stem for p in package.glob("*.py")} | {p.parent.name for p in package.glob("*/__init__.py")}
    parts -= {"__init__"}
    told = set(re.findall(r"^\| `(\w+)(?:/|\.py)` \|", page, re.MULTILINE))
    assert told == parts


def test_the_architecture_page_has_the_layers_that_imports_are_held_to(root: Path) -> None:
    page = (root / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    contract = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    drawn = re.search(r"```layers\n(.*?)```", page, re.DOTALL)
    assert drawn and drawn[1].split("\n")[:-1] == contract["layers"]


def test_nothing_tracked_names_a_path_of_one_machine(root: Path) -> None:
    machine = re.compile(rb"/(work|root|tmp|home)/[A-Za-z.]")
    for name in tracked(root):
        path = root / name
        if path.suffix in {".py", ".md", ".yml", ".toml", ".json", ".ipynb", ".csv", ".lock"} and path.is_file():
            found = machine.search(path.read_bytes())
            assert found is None, f"{name}: {found and found[0]!r}"


SKIPPING = """
import pytest

@pytest.mark.data
def test_data(): pytest.skip("no archives")

@pytest.mark.browser
@pytest.mark.skipif(True, reason="no browser")
def test_browser(): pass

@pytest.mark.data
@pytest.mark.xfail(strict=True)
def test_expected(): assert False

def test_other(): pytest.skip("not here")
"""


@pytest.mark.parametrize(("ci", "expected"), [("true", {"failed": 1, "error": 1, "skipped": 1}), ("", {"skipped": 3})])
def test_a_test_of_data_or_browser_that_is_skipped_fails_in_continuous_integration(
    root: Path, tmp_path: Path, ci: str, expected: dict[str, int]
) -> None:
    shutil.copy(root / "tests" / "conftest.py", tmp_path)
    shutil.copy(root / "pyproject.toml", tmp_path)
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_skipping.py"]
    environment = {**os.environ, "CI": ci}
    said = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False).stdout
    last = said.splitlines()[-1]
    counted = {word: int(number) for number, word in re.findall(r"(\d+) (failed|error|skipped|xfailed)", last)}
    assert counted == {**expected, "xfailed": 1}, said
    assert ("must run in continuous integration: Skipped: no archives" in said) is bool(ci)
