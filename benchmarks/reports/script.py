"""The floor: a report's sections as a plain script, figures included, without papermill, kernel, HTML and PDF.

    python benchmarks/reports/script.py JOB OUT [--profile FILE]
    python benchmarks/reports/script.py --all JOBS OUT [--at-a-time 2] [--profile FILE]

Runs the code cells of ``JOB/notebook.ipynb`` in order in this process and saves what each would display: blocks, HTML
and pictures. With ``--all`` each job's folder gets a process of its own. ``--profile`` looks 200 times in each core
second at what is being done, and writes down how many seconds that makes, by part and by cell.
"""

from __future__ import annotations

import argparse
import ast
import base64
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType

ONE_THREAD: Final = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")} | {"POLARS_MAX_THREADS": "1"}
BETWEEN: Final = 0.005
"""Core seconds between two looks."""
DRAWING: Final = ("matplotlib", "seaborn")
Key = tuple[str, str]


def cells(job: Path) -> list[str]:
    """The code of a job's notebook, its parameters set."""
    notebook = json.loads((job / "notebook.ipynb").read_text(encoding="utf-8"))
    inputs = json.loads((job / "inputs.json").read_text(encoding="utf-8"))
    given = {name: inputs[name] for name in ("partnership", "edition")}
    code = [each for each in notebook["cells"] if each["cell_type"] == "code"]
    sources = ["".join(each["source"]) for each in code if "parameters" not in each["metadata"].get("tags", ())]
    return ["\n".join(f"{name} = {value!r}" for name, value in given.items()), *sources]


def shown(source: str, names: dict[str, Any]) -> dict[str, Any]:
    """Run one cell; returns what Jupyter would be given to display."""
    parsed = ast.parse(source)
    last = parsed.body.pop() if parsed.body and isinstance(parsed.body[-1], ast.Expr) else None
    exec(compile(parsed, "<cell>", "exec"), names)
    value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names) if isinstance(last, ast.Expr) else None
    bundle: dict[str, Any] = value._repr_mimebundle_() if hasattr(value, "_repr_mimebundle_") else {}
    return bundle


def save(bundle: dict[str, Any], out: Path) -> None:
    """Write what a cell displays, pictures as pictures."""
    for number, (kind, content) in enumerate(bundle.items()):
        path = out.with_name(f"{out.name}-{number}")
        if kind == "image/png":
            path.with_suffix(".png").write_bytes(base64.b64decode(content))
        else:
            text = content if isinstance(content, str) else json.dumps(content)
            path.with_suffix(".html" if kind == "text/html" else ".json").write_text(text, encoding="utf-8")


def part_of(modules: Iterable[str]) -> str:
    """What is being done, from the names of the modules at work, the innermost first."""
    stack = list(modules)
    if any(name.startswith("importlib._bootstrap") for name in stack):
        return "imports"
    if any(name.split(".")[0] in DRAWING for name in stack):
        return "drawing"
    ours = (name.split(".")[1] for name in stack if name.startswith("analysis."))
    return next(ours, "other")


class Looks:
    """Counts what is being done, by part and by cell."""

    def __init__(self) -> None:
        self.counted: Counter[Key] = Counter()
        self.cell = "start"

    def start(self) -> None:
        """Look from now on."""
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, BETWEEN, BETWEEN)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _look(self, _: int, frame: FrameType | None) -> None:
        names = []
        while frame:
            names.append(str(frame.f_globals.get("__name__", "")))
            frame = frame.f_back
        self.counted[part_of(names), self.cell] += 1

    def seconds(self) -> list[tuple[str, str, float]]:
        """Part, cell, core seconds."""
        return [(*key, number * BETWEEN) for key, number in sorted(self.counted.items())]


def run(job: Path, out: Path, profile: Path | None) -> None:
    """Run one report in this process."""
    os.environ.update(ONE_THREAD, CSP_JOB=str(job), MPLBACKEND="agg", PYTHONHASHSEED="0")
    out.mkdir(parents=True, exist_ok=True)
    looks, names = Looks(), {"__name__": "__main__"}
    if profile:
        looks.start()
    for number, source in enumerate(cells(job)):
        looks.cell = source.strip().splitlines()[-1]
        save(shown(source, names), out / f"cell-{number:02}")
    looks.stop()
    if profile:
        profile.write_text(json.dumps(looks.seconds()), encoding="utf-8")


def run_all(jobs: Path, out: Path, at_a_time: int, profile: Path | None) -> int:
    """Run each job's script in a process of its own; returns how many failed."""
    folders = sorted(path.parent for path in jobs.rglob("notebook.ipynb"))
    if profile:
        profile.mkdir(parents=True, exist_ok=True)

    def one(folder: Path) -> int:
        name = "-".join(folder.relative_to(jobs).parts)
        more = ["--profile", profile / f"{name}.json"] if profile else []
        command = [sys.executable, __file__, folder, out / name, *more]
        return subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=False).returncode != 0

    with ThreadPoolExecutor(at_a_time) as pool:
        return sum(pool.map(one, folders))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--at-a-time", type=int, default=1)
    parser.add_argument("--profile", type=Path)
    given = parser.parse_args()
    if given.all:
        sys.exit(1 if run_all(given.job, given.out, given.at_a_time, given.profile) else 0)
    run(given.job.resolve(), given.out, given.profile)


if __name__ == "__main__":
    main()
