"""The shipped assessments: made, made again with nothing changed, with one parameter changed, and as plain scripts."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reports.found import Row, bytes_of
from reports.measured import Taken, measured

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
HOLDS: Final = ("params", "notebooks", "docs", "data/open", "benchmarks/results/forecasts.md", "requirements.lock")
"""What a repository's reports are made from, the package apart."""
COPIED: Final = (
    "north-warwickshire",
    "nuneaton-and-bedworth",
    "rugby",
    "south-warwickshire",
    "north-west-leicestershire",
)
"""Partnerships that stand more than once where there are to be more reports."""
FEW: Final = ("north-warwickshire", "rugby")
EDITION: Final = "2022"
CHANGED: Final = ("rugby", "produced: 2023-01-31", "produced: 2023-02-01")
"""A partnership, a line of its edition, and what it is changed to."""
PYTHON: Final = sys.executable
CSP: Final = (PYTHON, "-m", "analysis.cli", "reports")
UNSET: Final = ("PARTNERSHIP", "EDITION", "JOBS", "CSP_JOB", "CSP_JOBS")


@dataclass(frozen=True)
class Watched:
    """What happened in a run: reports made, kernels that ran a cell, processes, and modules of note imported in any."""

    made: int
    kernels: int
    processes: int
    imported: tuple[str, ...]


def repository(folder: Path, extra: int = 0, *, few: bool = False) -> Path:
    """A repository of its own, with ``extra`` partnerships that are copies of shipped ones under other names.

    With ``few`` it has two of the shipped partnerships alone.
    """
    for name in HOLDS:
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            shutil.copy2(source, target)
    for path in sorted(path for path in (folder / "params").glob("*/partnership.yml") if few):
        if path.parent.name not in FEW:
            shutil.rmtree(path.parent)
    for number in range(extra):
        _copy(folder / "params", COPIED[number % len(COPIED)], 2 + number // len(COPIED))
    return folder


def _copy(params: Path, shipped: str, number: int) -> None:
    """One more partnership like ``shipped``; its latest edition alone, without initiatives."""
    source, own = ROOT / "params" / shipped, params / f"{shipped}-{number}"
    (own / EDITION).mkdir(parents=True)
    words = (source / "partnership.yml").read_text(encoding="utf-8")
    words = re.sub(r"^id: .*$", f"id: {own.name}", words, flags=re.MULTILINE)
    words = re.sub(r"^name: (.*)$", rf"name: \1 {number}", words, flags=re.MULTILINE)
    (own / "partnership.yml").write_text(words, encoding="utf-8")
    edition = (source / EDITION / "edition.yml").read_text(encoding="utf-8")
    without = re.sub(r"^initiatives:\n(?:[ #-].*\n|\n)*", "", edition, flags=re.MULTILINE)
    (own / EDITION / "edition.yml").write_text(without, encoding="utf-8")


def reports(root: Path, log: Path, more: dict[str, str] | None = None) -> Taken:
    """``csp reports`` in ``root``."""
    for name in UNSET:
        os.environ.pop(name, None)
    with log.open("ab") as out:
        return measured(CSP, env={"CSP_ROOT": str(root), **(more or {})}, cwd=root, out=out)


def records(root: Path) -> dict[str, tuple[int, int]]:
    """Every document's record, with what tells that it was written anew."""
    found = (root / "reports").glob("*/*/[!.]*/[!.]*.json")
    return {str(path.relative_to(root)): (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


def watched(root: Path, log: Path) -> tuple[Taken, Watched]:
    """Run ``csp reports``, and note what it imports, starts and makes."""
    note = root / "watch.log"
    note.unlink(missing_ok=True)
    before = records(root)
    path = os.pathsep.join([str(HERE / "watch"), *filter(None, [os.environ.get("PYTHONPATH")])])
    taken = reports(root, log, {"PYTHONPATH": path, "CSP_BENCHMARK_WATCH": str(note)})
    made = sum(before.get(name) != there for name, there in records(root).items())
    return taken, what_happened(note.read_text(encoding="utf-8"), made)


def what_happened(note: str, made: int) -> Watched:
    """Read the notes of ``watch/sitecustomize.py``."""
    lines = [line.split() for line in note.splitlines()]
    said = Counter(word for _, word in lines)
    imported = tuple(sorted(set(said) - {"started", "kernel"}))
    return Watched(made, said["kernel"], len({process for process, _ in lines}), imported)


def change(root: Path) -> None:
    """Change one parameter of one partnership."""
    name, old, new = CHANGED
    path = root / "params" / name / EDITION / "edition.yml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def series(root: Path, part: str, log: Path) -> Iterator[tuple[Row, Watched | None]]:
    """First run; nothing changed twice, and a third time watched; one parameter changed, watched."""
    first = reports(root, log)
    number = len(records(root))
    yield Row(part, "first run", number, first, bytes_of(root / "reports")), None
    for again in ("nothing changed", "nothing changed, again"):
        yield Row(part, again, number, reports(root, log)), None
    taken, seen = watched(root, log)
    yield Row(part, "nothing changed, watched", number, taken), seen
    change(root)
    taken, seen = watched(root, log)
    yield Row(part, "one parameter changed, watched", number, taken), seen


def laid_out(root: Path) -> Path:
    """Job folders of all reports of ``root``, as ``csp lab`` lays them out."""
    from analysis.cli.reports import lay_out, planned
    from analysis.run.house import House

    return lay_out(planned(House(root), "", ""), House(root))


def floor(jobs: Path, work: Path) -> tuple[Row, dict[str, list[Any]]]:
    """Every report's sections as a plain script, two at a time; and, of a second round, what takes how long."""
    command = [PYTHON, HERE / "script.py", "--all", jobs, work / "script", "--at-a-time", "2"]
    taken = measured(command)
    measured([*command, "--profile", work / "profile"])
    profile = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (work / "profile").iterdir()}
    return Row("shipped", "plain scripts, two at a time", len(profile), taken), profile


def plain_loop(jobs: Path, work: Path, log: Path) -> Row:
    """papermill and nbconvert over the same job folders."""
    with log.open("ab") as out:
        taken = measured([PYTHON, HERE / "loop.py", work / "loop", "--jobs", jobs], out=out)
    number = len(list(jobs.rglob("notebook.ipynb")))
    return Row("shipped", "papermill and nbconvert in a loop", number, taken, bytes_of(work / "loop"))
