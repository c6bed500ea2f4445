"""``make``: what it says of a machine that lacks something, and that it never trusts a set-up left half done."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TOOLS = ("make", "rm", "touch", "mkdir", "cat", "find", "chmod", "printf")
TARGETS = ("help", "reports", "why", "publish", "site", "submission", "verify", "check", "lab", "test", "clean")

# What stands in for Python answers the questions that the Makefile asks of one, and says what it was called with.
PYTHON = """#!/bin/sh
case "$*" in
  *version_info*) exit {old} ;;
  *ensurepip*) exit {bare} ;;
  --version) echo Python 3.99 ;;
  "-m venv --clear .venv")
    rm -rf .venv && mkdir -p .venv/bin && cat "$0" > .venv/bin/python && chmod +x .venv/bin/python ;;
  *"-r requirements.lock"*) echo "installed all"; [ ! -e fails ] ;;
  *--editable*) echo "installed the package" ;;
  *) echo "ran $*" ;;
esac
"""

Make = Callable[..., subprocess.CompletedProcess[str]] if TYPE_CHECKING else object


@pytest.fixture
def place(root: Path, tmp_path: Path) -> Path:
    """The Makefile and what it needs, in a folder with a space in its name."""
    place = tmp_path / "with a space"
    place.mkdir()
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(root / name, place)
    return place


@pytest.fixture
def make(place: Path, tmp_path: Path) -> Make:
    """Run make where nothing but a shell's tools and the given Pythons are found."""
    found = tmp_path / "bin"
    found.mkdir()
    for tool in TOOLS:
        there = shutil.which(tool)
        if not there:
            pytest.fail(f"{tool} must be there: the whole project is run by make")
        (found / tool).symlink_to(there)

    def run(*words: str, **pythons: dict[str, int]) -> subprocess.CompletedProcess[str]:
        for name, answers in pythons.items():
            (found / name).write_text(PYTHON.format(**{"old": 0, "bare": 0, **answers}))
            (found / name).chmod(0o755)
        return subprocess.run(
            ["make", *words], cwd=place, env={"PATH": str(found)}, capture_output=True, text=True, check=False
        )

    return run


def test_help_names_every_target_and_is_what_make_says_by_itself(make: Make, root: Path) -> None:
    said = make()
    assert said.returncode == 0
    assert re.findall(r"^make (\w+)", said.stdout, re.MULTILINE) == list(TARGETS[1:])
    assert make("help").stdout == said.stdout
    assert max(map(len, said.stdout.splitlines())) <= 80
    phony = re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(), re.MULTILINE)
    assert phony and set(TARGETS) <= set(phony[1].split())


def test_a_machine_without_python_is_told_what_to_install(make: Make, place: Path) -> None:
    said = make("reports")
    assert said.returncode != 0
    assert said.stderr.startswith("Python 3.11 or later is needed; found none.\nInstall it, or name one ")
    assert not (place / ".venv").exists()


def test_a_python_that_is_too_old_is_named(make: Make) -> None:
    said = make("reports", python3={"old": 1}, python={"old": 1})
    assert said.stderr.startswith("Python 3.11 or later is needed; found python3 python, too old.\n")


def test_a_python_that_cannot_make_environments_is_told_how_to(make: Make) -> None:
    said = make("reports", python3={"bare": 1})
    assert said.stderr.startswith(
        "Python is here (python3) but cannot make virtual environments: it has no ensurepip.\n"
        "On Debian and Ubuntu: apt install python3-venv\n"
    )


def test_the_first_python_that_will_do_is_taken(make: Make, place: Path) -> None:
    said = make("check", **{"python3": {"bare": 1}, "python3.12": {}, "python": {"old": 1}})
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[0].startswith("Setting up .venv from requirements.lock with Python 3.99, once")
    assert said.stdout.splitlines()[1:] == ["installed all", "installed the package", "ran -m analysis.cli check"]
    assert (place / ".venv" / "ready").exists()


def test_setting_up_is_done_once_and_again_only_for_another_lock(make: Make, place: Path) -> None:
    make("check", python3={})
    assert make("check").stdout == "ran -m analysis.cli check\n"
    (place / "pyproject.toml").touch()
    assert make("check").stdout == "installed the package\nran -m analysis.cli check\n"
    (place / "requirements.lock").touch()
    assert "installed all\n" in make("check").stdout


def test_a_set_up_that_was_interrupted_is_begun_anew(make: Make, place: Path) -> None:
    (place / "fails").touch()
    said = make("check", python3={})
    assert said.returncode != 0
    assert said.stderr.startswith("Setting up stopped; the next make begins it anew.\n")
    assert "ran" not in said.stdout
    (place / ".venv" / "half").touch()
    (place / "fails").unlink()
    assert make("check").stdout.endswith("installed all\ninstalled the package\nran -m analysis.cli check\n")
    assert not (place / ".venv" / "half").exists()


def test_the_choice_of_reports_is_handed_on(make: Make, place: Path) -> None:
    makefile = place / "Makefile"
    makefile.write_text(makefile.read_text() + '\nshow:\n\t@echo "$$PARTNERSHIP|$$EDITION|$$JOBS|$$PYTHONPATH"\n')
    assert make("show", "PARTNERSHIP=rugby", "EDITION=all", "JOBS=2").stdout == "rugby|all|2|\n"


def test_another_python_is_used_as_it_is(make: Make, place: Path, tmp_path: Path) -> None:
    make(**{"my python": {}})
    said = make("check", f"PYTHON={tmp_path / 'bin' / 'my python'}")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.endswith("ran -m analysis.cli check\n")
    assert not (place / ".venv").exists()
    refused = make("check", f"PYTHON={tmp_path / 'bin' / 'my python'}", **{"my python": {"old": 1}})
    assert refused.returncode != 0
    assert "is not a Python of 3.11 or later." in refused.stderr


def test_another_python_that_has_all_of_the_lock_needs_no_installing(root: Path) -> None:
    command = ["make", "--no-print-directory", "-C", str(root), "check", f"PYTHON={sys.executable}"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "nothing wrong\n" in said.stdout, said.stderr


def test_cleaning_deletes_what_was_built_and_leaves_what_was_brought_in(make: Make, place: Path) -> None:
    for name in ("reports/README.md", "reports/rugby/2022/public/README.md", "reports/index.html", "reports/.x/y",
                 "data/store/kept", ".csp/jobs/a"):  # fmt: skip
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).touch()
    for _ in range(2):
        assert make("clean").returncode == 0
        assert [p.name for p in (place / "reports").iterdir()] == ["README.md"]
    assert (place / "data" / "store" / "kept").exists()
    assert not (place / ".csp").exists()
    shutil.rmtree(place / "reports")
    assert make("clean").returncode == 0
