"""The study's Markdown face: what was run, where, and the rates method by method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from calibration.generator import SEED
from calibration.grid import Cell
from calibration.table import Row

SHOWN: Final = {
    "mean": "mean", "dispersion": "dispersion", "ar": "AR", "months": "months", "refused": "refused, %",
    "false_positives": "false positives, %", "interval": "95 % interval", "fp_of_verdicts": "of verdicts, %",
    "coverage": "coverage, %", "covers": "95 % interval", "power": "power, %", "width": "width, points",
    "series": "series", "pass": "rule",
}  # fmt: skip
ORDINARY_ANSWERED: Final = 50.0


@dataclass(frozen=True)
class Circumstances:
    """When, where and how long."""

    date: str
    machine: str
    minutes: float
    share: float
    waiting: int
    """Borderline cells whose rerun the minutes did not allow."""


def face(found: Sequence[Row], run: Circumstances) -> str:
    """The whole page."""
    methods = list(dict.fromkeys(row["method"] for row in found))
    return "\n".join([_heading(run), _kept(found, methods), *(_table(found, each) for each in methods)])


def _heading(run: Circumstances) -> str:
    cut = (
        "" if run.share == 1 else " Fewer series than `studied.py` names were drawn, to keep to the time: see `series`."
    )
    still = f" {run.waiting} borderline measurements still await their rerun." if run.waiting else ""
    return (
        "# How often each method is wrong\n\n"
        f"{run.date}, {run.machine}, {run.minutes:.0f} minutes, seed {SEED} (stage 0 the study, 1 the reruns)."
        f"{cut}{still} Made by `python benchmarks/calibration/run.py`; "
        "every row is in `docs/evidence/calibration.csv`.\n\n"
        "The series are simulated as `benchmarks/calibration/generator.py` says. False positives: of all series "
        "without a change, those said to have risen or fallen. Coverage: of the intervals given on series with the "
        "effect named, those that hold it. Power: of all series with that effect, those in which it was said. "
        "Width: median, in percentage points. The rule is at most 7 % false positives at nominal 5 % (1.4 % at 1 %) "
        "and at least 93 % coverage; `borderline` where the Monte Carlo interval lies on both sides, after 10,000 "
        "series where the number says so. Refusal looks at the series alone.\n"
    )


def _kept(found: Sequence[Row], methods: Sequence[str]) -> str:
    lines = ["| method | cells | met | borderline | missed | worst false positives, % | worst coverage, % |"]
    lines.append("|---|--:|--:|--:|--:|--:|--:|")
    for method in methods:
        of = [row for row in found if row["method"] == method]
        judged = [row["pass"] for row in of]
        coverage = [float(row["coverage"]) for row in of if row["coverage"]]
        false = [float(row["false_positives"]) for row in of if row["false_positives"]]
        lines.append(
            f"| {method} | {len(of)} | {judged.count('met')} | {judged.count('borderline')} | {judged.count('missed')} "
            f"| {f'{max(false):.1f}' if false else ''} | {f'{min(coverage):.1f}' if coverage else ''} |"
        )
    return "\n".join(lines) + "\n"


def _table(found: Sequence[Row], method: str) -> str:
    of = [row for row in found if row["method"] == method]
    head = f"## {method[0].upper()}{method[1:]}\n\nCoverage and power: {of[0]['effect']}. {_answered(of)}\n"
    lines = [head, "| " + " | ".join(SHOWN.values()) + " |", "|" + "--:|" * len(SHOWN)]
    for row in of:
        cells = row | {
            "interval": _range(row, "fp"),
            "covers": _range(row, "cov"),
        }
        lines.append("| " + " | ".join(_short(cells[name]) for name in SHOWN) + " |")
    return "\n".join(lines) + "\n"


def _answered(of: Sequence[Row]) -> str:
    """Whether the method answers where it must: mean 10 or more, dispersion up to 1.5, AR up to 0.3, 60 months."""
    ordinary = [100 - float(row["refused"]) for row in of if _cell(row).ordinary]
    if not ordinary:
        return ""
    kept = "kept" if min(ordinary) > ORDINARY_ANSWERED else "not kept"
    return (
        "With a mean of 10 or more, dispersion up to 1.5, AR up to 0.3 and 60 months, "
        f"{min(ordinary):.0f} to {max(ordinary):.0f} % of series without a change are answered ({kept}: mostly)."
    )


def _range(row: Row, name: str) -> str:
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    return f"{float(low):.1f} to {float(high):.1f}" if low else ""


def _cell(row: Row) -> Cell:
    return Cell(int(row["mean"]), float(row["dispersion"]), float(row["ar"]), int(row["months"]))


def _short(text: str) -> str:
    return f"{float(text):.1f}" if text.replace(".", "", 1).replace("-", "", 1).isdigit() and "." in text else text
