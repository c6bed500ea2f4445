"""Reading the mappings of partner extracts in ``params/sources/``."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from analysis.errors import Problem
from analysis.params.partner_source import PartnerSource
from analysis.params.reading.folders import SOURCES_FOLDER, folders_in, shown, stray_files
from analysis.params.reading.one_file import read_yaml_as
from analysis.params.reading.typed import Reading
from analysis.params.reading.written import whole_file

STAND_IN: Final[dict[str, Any]] = {
    "id": "unread",
    "title": "unread",
    "publisher": "unread",
    "licence": "unread",
    "access": "restricted",
    "shape": "long",
    "area": {},
    "category": {},
}
"""Stand-ins for required keys that could not be read; no rule relies on them."""


def read_sources(params: Path) -> tuple[list[Reading[PartnerSource]], list[Problem]]:
    """Read every mapping in ``params``; none where there is no such folder."""
    folder = params / SOURCES_FOLDER
    if not folder.is_dir():
        return [], []
    files = sorted(path for path in folder.glob("*.yml") if not path.name.startswith("."))
    problems = [*stray_files(folder, params, ["README.md", *(path.name for path in files)])]
    said = "is a folder: nothing in it is read"
    problems += [whole_file(shown(inner, params), "stray-file", said) for inner in folders_in(folder)]
    found: list[Reading[PartnerSource]] = []
    for path in files:
        reading, more = read_yaml_as(PartnerSource, path, shown(path, params), STAND_IN)
        problems += more
        if reading:
            found.append(reading)
    return found, problems
