"""A nation of reports: does the three-hundredth take as long as the tenth, and what does looking at all of them cost?

    python benchmarks/reports/scale.py LOG                      # read the log of a run, print the table
    python benchmarks/reports/scale.py LOG --run ROOT           # make that log first: csp reports in repository ROOT
    python benchmarks/reports/scale.py LOG --unchanged ROOT     # and ask again with nothing changed, of 40 and of all
    python benchmarks/reports/scale.py LOG --write FILE         # keep the table

A line of LOG is what ``csp reports`` prints outside a terminal; ``--run`` puts seconds since the start and the bytes
that all processes hold before it, with tabs. A log without these serves too: each report's own seconds stand in it.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reports import shipped
from reports.measured import Taken, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE: Final = re.compile(
    r"^(?:(?P<at>[\d.]+)\t(?P<held>\d+)\t)?(?:\[(?P<number>\d+)/(?P<of>\d+)\] (?P<name>\S+) "
    r"(?:done in (?P<own>[\d.]+) s|FAILED)|(?P<begins>.*\bto make\b))"
)
AT: Final = (10, 100, 310)
LAST: Final = 10
"""How many reports up to one its own seconds are taken from."""
FLAT: Final = 1.15
FEW: Final = 40
ENDS: Final = "ended"


@dataclass(frozen=True)
class Report:
    """One finished report: its seconds, ``at`` since making began and the bytes held then, where the log has them."""

    number: int
    own: float | None
    at: float | None
    held: int | None


@dataclass(frozen=True)
class Log:
    """A run as its log tells it; ``planning`` is the seconds before making began."""

    reports: tuple[Report, ...]
    of: int
    planning: float | None
    peak: int = 0

    @property
    def failed(self) -> int:
        return sum(report.own is None for report in self.reports)

    def each(self, number: int) -> float | None:
        """Seconds by the clock a report, over the first ``number``."""
        at = self.reports[number - 1].at
        return None if at is None else at / number

    def own(self, number: int) -> float:
        """Median of the own seconds of the reports up to the one with this number, ten of them."""
        known = [each.own for each in self.reports[max(0, number - LAST) : number] if each.own is not None]
        return statistics.median(known) if known else float("nan")

    def held(self, number: int) -> int:
        """The most bytes held at the end of any of the first ``number``."""
        return max(each.held or 0 for each in self.reports[:number])

    def marks(self) -> list[int]:
        """The numbers that are told of: ten, a hundred, and the last."""
        last = len(self.reports)
        return [*(number for number in AT if number < last), last]


def read(text: str) -> Log:
    """Read a log; lines that tell of no report are passed over."""
    found = [match for line in text.splitlines() if (match := LINE.match(line))]
    begins = next((_number(match["at"]) for match in found if match["begins"] is not None), None)
    done = [match for match in found if match["number"]]
    if not done:
        sys.exit("the log tells of no report that was made")
    reports = tuple(_report(match, begins or 0.0) for match in done)
    return Log(reports, int(done[0]["of"]), begins, max(each.held or 0 for each in reports))


def _report(match: re.Match[str], begins: float) -> Report:
    at, held = _number(match["at"]), match["held"]
    own = _number(match["own"])
    return Report(int(match["number"]), own, None if at is None else at - begins, int(held) if held else None)


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def record(root: Path, path: Path) -> Taken:
    """Run ``csp reports`` in ``root``, and write its log."""
    for name in shipped.UNSET:
        os.environ.pop(name, None)
    with path.open("w", encoding="utf-8") as file:

        def line(at: float, held: int, words: str) -> None:
            print(f"{at:.2f}\t{held}\t{words}", file=file, flush=True)
            print(words, flush=True)

        taken = measured(shipped.CSP, env={"CSP_ROOT": str(root)}, cwd=root, line=line)
        ended = f"core seconds {taken.cores:.1f}, of others {taken.others:.1f}, exit code {taken.code}"
        print(f"{taken.wall:.2f}\t{taken.peak}\t{ENDS}: {ended}", file=file)
    return taken


def face(log: Log, text: str) -> str:
    """The table of a run, and whether it is flat."""
    rows = [_row(log, number) for number in log.marks()]
    peak = max([log.peak, *(int(line.split("\t")[1]) for line in text.splitlines() if f"\t{ENDS}: " in line)])
    planned = f"Planning took {log.planning:.1f} s before the first. " if log.planning is not None else ""
    lines = [
        f"{len(log.reports)} of {log.of} reports, {log.failed} failed. {planned}Peak memory of all processes together, "
        f"sampled: {peak / 1e6:.0f} MB.",
        "",
        "| after so many reports | s by the clock | s a report | own s of the last ten, median | memory so far, MB |",
        "|--:|--:|--:|--:|--:|",
        *rows,
        "",
        *_verdicts(log),
    ]
    return "\n".join(lines)


def _row(log: Log, number: int) -> str:
    each = log.each(number)
    clock = f"{each * number:.0f} | {each:.2f}" if each is not None else "not in the log | not in the log"
    return f"| {number} | {clock} | {log.own(number):.1f} | {log.held(number) / 1e6:.0f} |"


def _verdicts(log: Log) -> list[str]:
    clock = [each for number in log.marks() if (each := log.each(number)) is not None]
    measures = {"by the clock": clock, "by reports' own seconds": [log.own(number) for number in log.marks()]}
    return [
        f"- Flat within 15 % {name}: largest over smallest {max(each) / min(each):.2f}, "
        f"{'met' if max(each) / min(each) <= FLAT else 'NOT met'}"
        for name, each in measures.items()
        if each
    ]


def part_of(root: Path, folder: Path, number: int) -> Path:
    """The first ``number`` partnerships of ``root`` as a repository of its own, with their reports as they are."""
    partnerships = sorted(path.parent.name for path in (root / "params").glob("*/partnership.yml"))
    left_out = set(partnerships[number:])

    def ignored(of: str, names: list[str]) -> set[str]:
        return left_out & set(names) if Path(of).parent == root else set()

    for name in ("params", "reports"):
        shutil.copytree(root / name, folder / name, ignore=ignored)
    for path in root.iterdir():
        if path.name not in ("params", "reports") and not path.name.startswith("."):
            (folder / path.name).symlink_to(path)
    return folder


def unchanged(root: Path) -> str:
    """Ask forty reports and all of them again with nothing changed: seconds, and what was imported and started."""
    with tempfile.TemporaryDirectory(prefix="csp-scale-") as temporary:
        roots = {"forty": part_of(root, Path(temporary) / "forty", FEW), "all": root}
        log = Path(temporary) / "log.txt"
        lines, walls = [], {}
        for name, each in roots.items():
            shipped.reports(each, log)  # plans, and makes what this program has not made yet
            runs = [shipped.reports(each, log) for _ in range(3)]
            taken, seen = shipped.watched(each, log)
            walls[name] = statistics.median(run.wall for run in runs)
            lines.append(_unchanged_row(name, len(shipped.records(each)), runs, seen, taken))
        ratio = walls["all"] / walls["forty"]
    return "\n".join(
        [
            "| nothing changed | reports | s, three times | core s | kernels | made | imported |",
            "|---|--:|--:|--:|--:|--:|---|",
            *lines,
            "",
            f"- About 2 s for forty: {walls['forty']:.2f} s, {_met(walls['forty'] <= 2)}",
            f"- All take at most twice as long as forty: {ratio:.2f} times, {_met(ratio <= 2)}",
        ]
    )


def _unchanged_row(name: str, number: int, runs: Sequence[Taken], seen: shipped.Watched, taken: Taken) -> str:
    walls = ", ".join(f"{run.wall:.2f}" for run in runs)
    imported = ", ".join(seen.imported) or "nothing of note"
    wrong = "" if not any(run.code for run in (*runs, taken)) else " (FAILED)"
    cores = statistics.median(run.cores for run in runs)
    return f"| {name}{wrong} | {number} | {walls} | {cores:.2f} | {seen.kernels} | {seen.made} | {imported} |"


def _met(yes: bool) -> str:
    return "met" if yes else "NOT met"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log", type=Path)
    parser.add_argument("--run", type=Path, metavar="ROOT")
    parser.add_argument("--unchanged", type=Path, metavar="ROOT")
    parser.add_argument("--write", type=Path, metavar="FILE")
    given = parser.parse_args()
    load = os.getloadavg()[0]
    if given.run:
        record(given.run.resolve(), given.log)
    words = given.log.read_text(encoding="utf-8")
    parts = [_heading(load), "## A first run", face(read(words), words)]
    if given.unchanged:
        parts += ["## Nothing changed", unchanged(given.unchanged.resolve())]
    page = "\n\n".join(parts) + "\n"
    print(page)
    if given.write:
        given.write.write_text(page, encoding="utf-8")


def _heading(load: float) -> str:
    return (
        "# A nation of reports\n\n"
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}. Load of the machine before: {load:.1f}. SIMULATED figures of 43 forces "
        "(`csp simulate national`). `python benchmarks/reports/scale.py`."
    )


if __name__ == "__main__":
    main()
