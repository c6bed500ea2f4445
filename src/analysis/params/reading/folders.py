"""The folders of ``params/``: which files are there, which are missing, which have no business there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from analysis.errors import Problem, did_you_mean
from analysis.params.reading.written import whole_file

TOP_FILES: Final = ("areas.csv", "crosswalk.csv", "recording_breaks.yml", "README.md")
SCHEMA_FOLDER: Final = "schema"
SOURCES_FOLDER: Final = "sources"
PARTNERSHIP_FILES: Final = ("partnership.yml", "README.md")
EDITION_FILES: Final = ("edition.yml", "indicators.csv", "actions.csv", "scores.csv", "README.md")


def shown(path: Path, params: Path) -> str:
    """Write ``path`` as people are shown it: ``params/rugby/2022/edition.yml``."""
    return (Path(params.name) / path.relative_to(params)).as_posix()


def _entries(folder: Path) -> list[Path]:
    """What is in ``folder`` by name, but for what editors, spreadsheets and systems leave behind."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))


def folders_in(folder: Path) -> list[Path]:
    """Return the folders in ``folder``, by name."""
    return [path for path in _entries(folder) if path.is_dir()]


def partnership_folders(params: Path) -> list[Path]:
    """Return the folders of partnerships, by name."""
    return [path for path in folders_in(params) if path.name not in (SCHEMA_FOLDER, SOURCES_FOLDER)]


def stray_files(folder: Path, params: Path, allowed: Collection[str]) -> Iterator[Problem]:
    """Say which files in ``folder`` nothing reads."""
    for path in _entries(folder):
        if not path.is_dir() and path.name not in allowed:
            missing = [name for name in allowed if not (folder / name).exists()]
            hint = did_you_mean(path.name, missing) or f": only {', '.join(allowed)} are read here"
            yield whole_file(shown(path, params), "stray-file", f"is not read{hint}")


def stray_folders(edition: Path, params: Path) -> Iterator[Problem]:
    """Say which folders stand in an edition's folder, where none is read."""
    for path in folders_in(edition):
        yield whole_file(shown(path, params), "stray-file", "is a folder in an edition's folder: nothing in it is read")
