"""Reading a partnership's folder: its own file and those of its editions, not yet judged against each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from analysis.errors import Problem
from analysis.params.action import Action
from analysis.params.edition import Edition
from analysis.params.indicator import Indicator
from analysis.params.partnership import Partnership
from analysis.params.reading.files import EditionFiles, PartnershipFiles
from analysis.params.reading.folders import (
    EDITION_FILES,
    PARTNERSHIP_FILES,
    folders_in,
    shown,
    stray_files,
    stray_folders,
)
from analysis.params.reading.one_file import read_rows, read_yaml_as
from analysis.params.reading.typed import Reading
from analysis.params.reading.written import whole_file
from analysis.params.scoring import Score

_PARTNERSHIP: Final[dict[str, Any]] = {
    "id": "unread",
    "name": "unread",
    "body": "unread",
    "country": "england",
    "areas": ["unread"],
}
_EDITION: Final[dict[str, Any]] = {
    "edition": "2000",
    "basis": "published document",
    "period": {"start": "2000-01", "end": "2000-12"},
    "status": "draft",
    "produced": "not supplied",
}
"""Stand-ins for required keys that could not be read; no rule relies on them."""


def read_partnership(folder: Path, params: Path) -> tuple[PartnershipFiles, list[Problem]]:
    """Read everything in a partnership's ``folder``."""
    file = shown(folder / "partnership.yml", params)
    main, problems = read_yaml_as(Partnership, folder / "partnership.yml", file, _PARTNERSHIP)
    if main and main.whole("id") and main.value.id != folder.name:
        said = f'is "{main.value.id}", but its folder is {folder.name}: they must be the same'
        problems.append(main.problem("partnership-folder", ("id",), said))
    problems += stray_files(folder, params, PARTNERSHIP_FILES)
    editions: list[EditionFiles] = []
    for place in folders_in(folder):
        edition, more = _read_edition(place, params, main)
        problems += more
        if edition:
            editions.append(edition)
    if not folders_in(folder):
        said = "has no edition: make a folder such as 2022 with edition.yml in it"
        problems.append(whole_file(shown(folder, params), "edition-missing", said))
    return PartnershipFiles(folder.name, file, main, tuple(editions)), problems


def _read_edition(
    folder: Path, params: Path, partnership: Reading[Partnership] | None
) -> tuple[EditionFiles | None, list[Problem]]:
    def file(name: str) -> tuple[Path, str]:
        return folder / name, shown(folder / name, params)

    main, problems = read_yaml_as(Edition, *file("edition.yml"), _EDITION)
    indicators, of_indicators = read_rows(Indicator, *file("indicators.csv"))
    actions, of_actions = read_rows(Action, *file("actions.csv"))
    scores, of_scores = read_rows(Score, *file("scores.csv"))
    problems += [
        *of_indicators,
        *of_actions,
        *of_scores,
        *stray_files(folder, params, EDITION_FILES),
        *stray_folders(folder, params),
    ]
    if main is None:
        return None, problems
    if main.whole("edition") and main.value.edition != folder.name:
        said = f'is "{main.value.edition}", but its folder is {folder.name}: they must be the same'
        problems.append(main.problem("edition-folder", ("edition",), said))
    return EditionFiles(folder.parent.name, main, indicators, actions, scores, partnership), problems
