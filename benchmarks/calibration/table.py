"""The study's table: one row a method and cell, as CSV."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Final

from calibration.generator import EFFECTS, SEED
from calibration.grid import Cell
from calibration.outcome import Tally
from calibration.partial import Kept
from calibration.rule import COVERAGE, Judged, at_least, at_most, wilson, worst
from calibration.studied import Line, Studied
from calibration.study import tally

COLUMNS: Final = (
    "method", "cell", "mean", "dispersion", "ar", "months", "effect", "seed", "series", "refused", "verdicts",
    "false_positives", "fp_low", "fp_high", "fp_of_verdicts", "effect_series", "intervals", "coverage", "cov_low",
    "cov_high", "power", "width", "fp_rule", "coverage_rule", "pass",
)  # fmt: skip
Row = dict[str, str]


def rows(methods: Sequence[Studied], kept: Kept) -> list[Row]:
    """Every row known so far, in the order of the methods and of the grid."""
    return [
        _row(method, line, cell, null, tally(kept, method, line.name, cell, method.effect))
        for method in methods
        for line in method.lines
        for cell in method.cells
        if (null := tally(kept, method, line.name, cell, "none")).series
    ]


def as_csv(found: Sequence[Row]) -> str:
    """The rows as CSV text."""
    return "\n".join([",".join(COLUMNS), *(",".join(_quoted(row[name]) for name in COLUMNS) for row in found)]) + "\n"


def _row(method: Studied, line: Line, cell: Cell, null: Tally, sized: Tally) -> Row:
    false, coverage = wilson(null.said_changed, null.series), wilson(sized.covered, sized.intervals)
    judged_false: Judged = "not measured"
    if line.limit is not None:
        judged_false = at_most(line.limit, null.said_changed, null.series)
    rules = judged_false, at_least(COVERAGE, sized.covered, sized.intervals)
    speaks = line.limit is not None
    aimed = sized.rose if EFFECTS[method.effect] > 0 else sized.fell
    return {
        "method": line.name,
        "cell": cell.name,
        "mean": str(cell.mean),
        "dispersion": f"{cell.dispersion:g}",
        "ar": f"{cell.ar:g}",
        "months": str(cell.months),
        "effect": method.effect,
        "seed": str(SEED),
        "series": str(null.series),
        "refused": _percent(null.refused, null.series),
        "verdicts": str(null.verdicts),
        "false_positives": _percent(null.said_changed, null.series) if speaks else "",
        "fp_low": f"{100 * false[0]:.2f}" if speaks else "",
        "fp_high": f"{100 * false[1]:.2f}" if speaks else "",
        "fp_of_verdicts": _percent(null.said_changed, null.verdicts) if speaks else "",
        "effect_series": str(sized.series),
        "intervals": str(sized.intervals),
        "coverage": _percent(sized.covered, sized.intervals),
        "cov_low": f"{100 * coverage[0]:.2f}" if sized.intervals else "",
        "cov_high": f"{100 * coverage[1]:.2f}" if sized.intervals else "",
        "power": _percent(aimed, sized.series) if EFFECTS[method.effect] else "",
        "width": f"{statistics.median(sized.widths):.1f}" if sized.widths else "",
        "fp_rule": rules[0],
        "coverage_rule": rules[1],
        "pass": worst(*rules),
    }


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.2f}" if of else ""


def _quoted(text: str) -> str:
    return f'"{text}"' if "," in text else text
