"""The command as people call it, in a small repository; archives to bring in, and notebooks that go wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

# The small repository is the one that running is tested with.
sys.path.append(str(Path(__file__).parents[1] / "run"))

from repository_tree import small_repository

from analysis.cli import app
from analysis.sources.street import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.run.job import House

ROW = {
    "Month": "2022-11", "Reported by": "Leicestershire Police", "Falls within": "Leicestershire Police",
    "Longitude": "-1.37", "Latitude": "52.74", "Location": "On or near Park Lane", "LSOA code": "E01025913",
    "LSOA name": "North West Leicestershire 001C", "Crime type": "Anti-social behaviour",
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def place(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A small repository to call the command in."""
    place = small_repository(root, tmp_path / "repository", ("rugby", "north-west-leicestershire"))
    monkeypatch.setenv("CSP_ROOT", str(place.root))
    monkeypatch.chdir(tmp_path)
    for name in ("PARTNERSHIP", "EDITION", "JOBS", "TIMEOUT", "MEMORY", "SCHEDULER"):
        monkeypatch.delenv(name, raising=False)
    return place


@pytest.fixture
def csp(place: House) -> Callable[..., Said]:
    """Call the command in this process, 80 columns wide and in a pipe; a traceback fails the test."""

    def call(*words: str | Path, **environment: str) -> Said:
        result = CliRunner().invoke(app, [str(word) for word in words], env={"COLUMNS": "80", **environment})
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def started(place: House) -> Callable[..., subprocess.Popen[str]]:
    """Start the command in a process of its own, as a shell does: Ctrl-C is minded, though these tests may not."""

    def start(*words: str, **options: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "analysis.cli", *words]
        environment = {**os.environ, "CSP_ROOT": str(place.root), **options.pop("env", {})}
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **options
            )
        finally:
            signal.signal(signal.SIGINT, before)

    return start


def street(*rows: dict[str, str]) -> str:
    """Street-level rows as data.police.uk writes them."""
    every = dict.fromkeys(COLUMNS, "") | ROW
    return "\r\n".join([",".join(COLUMNS), *(",".join({**every, **row}.values()) for row in rows), ""])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of two months of one force: an incident twice, one without a place, and a theft."""
    path = tmp_path / "archive.zip"
    nowhere = {"LSOA code": "", "LSOA name": "", "Longitude": "", "Latitude": "", "Location": "No Location"}
    with zipfile.ZipFile(path, "w") as file:
        for month in ("2022-10", "2022-11"):
            rows = ({}, {}, {"Crime type": "Other theft", "Crime ID": "abc"}, nowhere)
            text = street(*({**row, "Month": month} for row in rows))
            file.writestr(f"{month}/{month}-leicestershire-street.csv", text)
    return path
