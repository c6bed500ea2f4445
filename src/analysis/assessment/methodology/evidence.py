"""What the document rests on, as the job's folder holds it: the page of methods, and tables of evidence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Evidence:
    """The page of methods as Markdown, the tables by name with every cell as text, and the hash of each file.

    ``forecasts`` is the page that tells what outlooks have been worth; empty where that has not been measured.
    """

    version: str
    methods: str
    tables: Mapping[str, pd.DataFrame]
    hashes: Mapping[str, str]
    forecasts: str = ""

    def table(self, name: str) -> pd.DataFrame | None:
        """The table ``name``; ``None`` where that has not been measured."""
        return self.tables.get(name)


def read_evidence(folder: Path) -> Evidence:
    """Read a job's folder."""
    inputs = json.loads((folder / "inputs.json").read_text(encoding="utf-8"))
    tables = {path.stem: _table(path) for path in sorted((folder / "evidence").glob("*.csv"))}
    methods = (folder / "methods.md").read_text(encoding="utf-8")
    page = folder / "evidence" / "forecasts.md"
    forecasts = page.read_text(encoding="utf-8") if page.is_file() else ""
    return Evidence(
        inputs["edition"], methods, tables, {"methods.md": inputs["declared"], **inputs["slices"]}, forecasts
    )


def _table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)
