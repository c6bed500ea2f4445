"""A copy of a small, good ``params`` folder, and the ways to change it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import ParameterError
from analysis.params import Catalogue, load_catalogue

GOOD = Path(__file__).parent / "good"
KNOWN: dict[str, Any] = {
    "known_vintages": {"police-uk": ["2022-10", "2022-11"], "scotland": ["2021-22"], "simulated": ["2022-11"]},
    "known_first_months": {("police-uk", "2022-11"): "2018-12", ("scotland", "2021-22"): "1996-04"},
    "known_partners": {"fire": ["2022-10"]},
    "known_offences": ["Criminal damage - arson", "Criminal damage - other", "Robbery"],
    "known_categories": {
        "police-uk": ["anti-social-behaviour", "burglary", "violence"],
        "scotland": ["all-crimes"],
        "simulated": ["burglary"],
    },
}


class Tree:
    """A copy of the good folder that a test may change."""

    def __init__(self, root: Path) -> None:
        self.params = root / "params"
        shutil.copytree(GOOD, root, dirs_exist_ok=True)

    def replace(self, file: str, old: str, new: str) -> None:
        """Write ``new`` for the one place where ``old`` stands in ``file``."""
        path = self.params.parent / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, file: str, content: str | bytes) -> None:
        """Make ``file`` hold ``content``."""
        path = self.params.parent / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def remove(self, name: str) -> None:
        """Delete a file or a folder."""
        path = self.params.parent / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def load(self, **known: Any) -> Catalogue:
        """Load it against what is known in these tests, or as ``known`` says."""
        return load_catalogue(self.params, notebooks=self.params.parent / "notebooks", **{**KNOWN, **known})

    def problems(self, **known: Any) -> list[str]:
        """Return every problem as a person reads it; fails if there is none."""
        with pytest.raises(ParameterError) as caught:
            self.load(**known)
        return [str(problem) for problem in caught.value.problems]
