"""What was found: one row a run, what was seen in watched runs, where the time of plain scripts goes."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reports.measured import Taken
    from reports.shipped import Watched

KINDS: Final = ("html", "pdf", "ipynb")
COLUMNS: Final = (
    *(
        "part",
        "name",
        "reports",
        "wall_seconds",
        "core_seconds",
        "peak_bytes",
        "exit_code",
        "left_behind",
        "others_core_seconds",
    ),
    *("html_bytes", "pdf_bytes", "ipynb_bytes"),
)
MB: Final = 1e6


@dataclass(frozen=True)
class Row:
    """What one run took; ``reports`` is how many it made or looked at, ``left`` the bytes it left, by kind."""

    part: str
    name: str
    reports: int
    taken: Taken
    left: Mapping[str, int] = field(default_factory=dict)

    @property
    def cores_each(self) -> float:
        """Core seconds a report."""
        return self.taken.cores / max(1, self.reports)


def bytes_of(folder: Path) -> dict[str, int]:
    """Bytes of HTML, PDF and notebooks under ``folder``, and how many files of HTML; the index page is no report."""
    found = {kind: sum(path.stat().st_size for path in documents(folder, kind)) for kind in KINDS}
    return found | {"html_files": len(documents(folder, "html"))}


def documents(folder: Path, kind: str) -> list[Path]:
    """Files of one kind that are reports."""
    return [path for path in folder.rglob(f"*.{kind}") if path.name != "index.html"]


@dataclass
class Found:
    """All of it."""

    rows: list[Row] = field(default_factory=list)
    seen: dict[tuple[str, str], Watched] = field(default_factory=dict)
    profile: dict[str, list[Any]] = field(default_factory=dict)
    """Of each report's script: part, cell, core seconds."""
    skipped: str = ""
    """What was left out, and why."""
    loads: list[float] = field(default_factory=list)
    """Load of the machine before each part, and at the end."""

    def add(self, row: Row, seen: Watched | None = None) -> None:
        self.rows.append(row)
        if seen:
            self.seen[row.part, row.name] = seen

    def row(self, part: str, name: str) -> Row | None:
        """The slowest of the rows whose name starts so."""
        rows = [each for each in self.rows if each.part == part and each.name.startswith(name)]
        return max(rows, key=lambda each: each.taken.wall, default=None)

    def parts(self) -> list[tuple[str, float]]:
        """Core seconds of all scripts by part, the largest first."""
        counted: Counter[str] = Counter()
        for looks in self.profile.values():
            for part, _, seconds in looks:
                counted[part] += seconds
        return counted.most_common()

    def cells(self) -> list[tuple[str, float]]:
        """Core seconds of all scripts by section, the largest first."""
        counted: Counter[str] = Counter()
        for looks in self.profile.values():
            for _, cell, seconds in looks:
                counted[cell] += seconds
        return counted.most_common()


def write(rows: list[Row], path: Path) -> None:
    """All rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            taken = row.taken
            numbers = (row.reports, round(taken.wall, 2), round(taken.cores, 2), taken.peak, taken.code, taken.left)
            numbers = (*numbers, round(taken.others, 1))
            writer.writerow((row.part, row.name, *numbers, *(row.left.get(kind, "") for kind in KINDS)))
