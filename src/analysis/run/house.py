"""Where things are kept in the repository."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.errors import RunError
from analysis.run.inputs import digest
from analysis.run.package import package_digest

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class House:
    """Where things are kept: the repository's own folders."""

    root: Path

    @property
    def params(self) -> Path:
        """What partnerships declare."""
        return self.root / "params"

    @property
    def areas(self) -> Path:
        """The register of areas."""
        return self.params / "areas.csv"

    @property
    def notebooks(self) -> Path:
        """The notebooks, without outputs."""
        return self.root / "notebooks"

    def notebook(self, name: str, whose: str) -> Path:
        """The notebook ``name``, which ``whose`` document is made by; raises ``RunError`` where it is not there."""
        path = self.notebooks / name
        if not path.is_file():
            raise RunError.at(f"notebooks/{name}", f"is not there, but {whose} names it")
        return path

    @property
    def docs(self) -> Path:
        """What is written for people about the project, with the evidence for its methods."""
        return self.root / "docs"

    @property
    def benchmark_results(self) -> Path:
        """What benchmarks measured."""
        return self.root / "benchmarks" / "results"

    @property
    def reports(self) -> Path:
        """What goes out; may be deleted at any time."""
        return self.root / "reports"

    @property
    def open_data(self) -> Path:
        """The extracts that ship."""
        return self.root / "data" / "open"

    @property
    def store(self) -> Path:
        """What the user ingested."""
        return self.root / "data" / "store"

    @property
    def published(self) -> Path:
        """What editions published, kept for those that come after."""
        return self.root / "data" / "published"

    def lock_digest(self) -> str:
        """SHA-256 of the lock that the installed libraries are held to."""
        return digest((self.root / "requirements.lock").read_bytes())

    @property
    def work(self) -> Path:
        """Job folders for JupyterLab and caches; may be deleted at any time."""
        return self.root / ".csp"

    @property
    def kept(self) -> Path:
        """What this very code has worked out before: slices of data, and plans of runs."""
        return self.work / "kept" / package_digest()[:16]

    @property
    def noted(self) -> Path:
        """What was behind a hash when a report was made, to tell what has changed since."""
        return self.work / "noted"
