"""What the edition before published: what it declared, and the frame behind each of its exhibits."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import pandas as pd

from analysis.assessment.declaration import Declaration
from analysis.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from analysis.params.edition import Edition

FOLDER: Final = "published"
"""Where a job's folder holds it."""


@dataclass(frozen=True)
class Before:
    """The latest published edition that ends before this one."""

    declaration: Declaration
    tables: Mapping[tuple[str, str], str]
    """CSV as published, by document and slug."""

    @property
    def edition(self) -> Edition:
        """What was declared then."""
        return self.declaration.edition

    def frame(self, document: str, slug: str) -> pd.DataFrame | None:
        """The figures behind one exhibit as text, a withheld or missing cell as ``""``; none where there was no such
        exhibit.
        """
        table = self.tables.get((document, slug))
        if table is None:
            return None
        header, *rows = csv.reader(io.StringIO(table))
        return pd.DataFrame(rows, columns=header, dtype=str)

    @classmethod
    def load(cls, job: Path) -> Self | None:
        """Read what travels with a job; none where nothing was published before. Raises ``RunError`` where it was
        written by a version that declared things otherwise.
        """
        folder = job / FOLDER
        if not (folder / "declared.json").is_file():
            return None
        try:
            declared = Declaration.model_validate_json((folder / "declared.json").read_text(encoding="utf-8"))
        except ValueError as error:
            raise RunError.at("the edition published before", f"declares what is not known here: {error}") from error
        found = sorted((folder / "data").glob("*/*.csv"))
        return cls(declared, {(path.parent.name, path.stem): path.read_text(encoding="utf-8") for path in found})
