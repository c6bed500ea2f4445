"""The commit of the package's code is told where git knows it, and why not where it does not."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from analysis.run.code_commit import code_commit, commit_of

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *command: str) -> str:
    own = ["-c", "user.name=A test", "-c", "user.email=test@example.org"]
    return subprocess.run(
        ["git", *own, *command], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package in a repository, committed."""
    folder = tmp_path / "src" / "analysis"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("one = 1\n")
    (tmp_path / "notes.md").write_text("a note\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Start")
    return folder


def test_the_commit_of_code_that_nobody_has_changed(package: Path) -> None:
    assert commit_of(package) == {"commit": git(package, "rev-parse", "HEAD"), "changed": False, "why": None}


def test_code_changed_or_added_since_the_commit_is_told_and_other_files_are_not(package: Path) -> None:
    (package.parents[1] / "notes.md").write_text("another\n")
    assert commit_of(package)["changed"] is False
    (package / "more.py").write_text("two = 2\n")
    assert commit_of(package)["changed"] is True
    (package / "more.py").unlink()
    (package / "__init__.py").write_text("one = 3\n")
    assert commit_of(package)["changed"] is True


def test_a_package_installed_inside_somebody_else_s_repository_has_no_commit(package: Path) -> None:
    installed = package.parents[1] / ".venv" / "analysis"
    installed.mkdir(parents=True)
    (installed / "__init__.py").write_text("one = 1\n")
    found = commit_of(installed)
    assert (found["commit"], found["changed"]) == (None, None)
    assert "not under version control" in found["why"]


def test_without_a_repository_or_without_git_the_reason_is_told(
    tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lone = tmp_path.parent / f"{tmp_path.name}-lone"
    lone.mkdir()
    assert "not under version control" in commit_of(lone)["why"]
    monkeypatch.setenv("PATH", str(lone))
    assert commit_of(package) == {"commit": None, "changed": None, "why": "git is not installed"}


def test_whatever_git_is_told_by_its_user_s_surroundings_is_not_minded(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert commit_of(package)["commit"]


def test_this_package_s_own_commit_is_asked_for_once() -> None:
    assert code_commit() is code_commit()
