"""The study's page: how it was run, a line for each design, then every kind of places."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from calibration.generator import SEED

from initiatives.table import Row

SHOWN: Final = {
    "kind": "places", "refused": "refused, %", "false_positives": "false positives, %", "fp_low": "from",
    "fp_high": "to", "coverage_20": "coverage at -20 %, %", "power_20": "power, %", "width_20": "width",
    "coverage_40": "coverage at -40 %, %", "power_40": "power, %", "width_40": "width", "settings": "settings",
    "pass": "rule",
}  # fmt: skip
IN_SHORT: Final = (
    "design", "kinds", "met", "borderline", "missed", "worst false positives, %", "worst coverage, %",
    "refused, %: median", "power at -20 %, %: median", "at -40 %",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """When, where and how long."""

    date: str
    machine: str
    minutes: float


def face(found: Sequence[Row], made: Made) -> str:
    """The whole page."""
    names = list(dict.fromkeys(row["design"] for row in found))
    return "\n".join([_heading(made), _in_short(found, names), *(_of(found, each) for each in names)])


def _heading(made: Made) -> str:
    return (
        "# How often the designs for evaluating an initiative are wrong\n\n"
        f"{made.date}, {made.machine}, {made.minutes:.0f} minutes, seed {SEED}. Made by "
        "`python benchmarks/initiatives/run.py`; every row is in `docs/evidence/initiatives.csv`.\n\n"
        "The places are simulated as `benchmarks/initiatives/drawn.py` says: 36 months before and 12 after. False "
        "positives: of all settings without an effect, those in which one is said. Coverage: of the intervals given, "
        "those that hold the true effect. Power: of all settings with that effect, those in which a fall is said. The "
        "rule is at most 7 % false positives and at least 93 % coverage; `borderline` where the Monte Carlo interval "
        "lies on both sides. Refusal looks at the counts alone. Designs that rank over places have 24 others, all "
        "others five.\n"
    )


def _in_short(found: Sequence[Row], names: Sequence[str]) -> str:
    lines = ["| " + " | ".join(IN_SHORT) + " |", "|---|" + "--:|" * (len(IN_SHORT) - 1)]
    return "\n".join([*lines, *(_line([row for row in found if row["design"] == name]) for name in names)]) + "\n"


def _line(of: Sequence[Row]) -> str:
    judged = [row["pass"] for row in of]
    coverage = [*_numbers(of, "coverage_20"), *_numbers(of, "coverage_40")]
    cells = [
        of[0]["design"], str(len(of)), *(str(judged.count(each)) for each in ("met", "borderline", "missed")),
        f"{max(_numbers(of, 'false_positives')):.1f}", f"{min(coverage):.1f}" if coverage else "",
        *(f"{statistics.median(_numbers(of, each)):.0f}" for each in ("refused", "power_20", "power_40")),
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _numbers(of: Sequence[Row], name: str) -> list[float]:
    return [float(row[name]) for row in of if row[name]]


def _of(found: Sequence[Row], name: str) -> str:
    lines = [f"## {name}\n", "| " + " | ".join(SHOWN.values()) + " |", "|---|" + "--:|" * (len(SHOWN) - 1)]
    of = (row for row in found if row["design"] == name)
    return "\n".join([*lines, *("| " + " | ".join(row[each] for each in SHOWN) + " |" for row in of)]) + "\n"
