"""The study's table: one row a line and kind, as CSV and as a page to read."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from typing import Final

from calibration.generator import SEED
from calibration.outcome import Tally
from calibration.rule import COVERAGE, FALSE_POSITIVES, at_least, at_most, wilson, worst

from initiatives.cells import Kind
from initiatives.parts import Kept
from initiatives.said import Studied

Row = dict[str, str]
COLUMNS: Final = (
    "design", "ours", "kind", "mean", "dispersion", "ar", "chosen", "seed", "settings", "refused", "verdicts",
    "false_positives", "fp_low", "fp_high", "fp_of_verdicts",
    "settings_20", "intervals_20", "coverage_20", "cov_low_20", "cov_high_20", "power_20", "width_20",
    "settings_40", "intervals_40", "coverage_40", "cov_low_40", "cov_high_40", "power_40", "width_40",
    "fp_rule", "coverage_rule", "pass",
)  # fmt: skip


def rows(lines: Sequence[Studied], kept: Kept) -> list[Row]:
    """Every row known so far."""
    return [
        _row(line, kind, null, kept.of(line.name, kind, -0.2), kept.of(line.name, kind, -0.4))
        for line in lines
        for kind in line.kinds
        if (null := kept.of(line.name, kind, 0.0)).series
    ]


def as_csv(found: Sequence[Row]) -> str:
    """The rows as CSV text."""
    quoted = (",".join(f'"{row[name]}"' if "," in row[name] else row[name] for name in COLUMNS) for row in found)
    return "\n".join([",".join(COLUMNS), *quoted]) + "\n"


def _row(line: Studied, kind: Kind, null: Tally, fifth: Tally, two_fifths: Tally) -> Row:
    false = wilson(null.said_changed, null.series)
    fp_rule = at_most(FALSE_POSITIVES, null.said_changed, null.series)
    coverage = worst(*(at_least(COVERAGE, each.covered, each.intervals) for each in (fifth, two_fifths)))
    return {
        "design": line.name,
        "ours": "yes" if line.ours else "no",
        "kind": kind.name,
        "mean": str(kind.mean),
        "dispersion": f"{kind.dispersion:g}",
        "ar": f"{kind.ar:g}",
        "chosen": "yes" if kind.chosen else "no",
        "seed": str(SEED),
        "settings": str(null.series),
        "refused": _percent(null.refused, null.series),
        "verdicts": str(null.verdicts),
        "false_positives": _percent(null.said_changed, null.series),
        "fp_low": f"{100 * false[0]:.2f}",
        "fp_high": f"{100 * false[1]:.2f}",
        "fp_of_verdicts": _percent(null.said_changed, null.verdicts),
        **_sized(fifth, "20"),
        **_sized(two_fifths, "40"),
        "fp_rule": fp_rule,
        "coverage_rule": coverage,
        "pass": worst(fp_rule, coverage),
    }


def _sized(found: Tally, name: str) -> Row:
    limits = wilson(found.covered, found.intervals)
    return {
        f"settings_{name}": str(found.series),
        f"intervals_{name}": str(found.intervals),
        f"coverage_{name}": _percent(found.covered, found.intervals),
        f"cov_low_{name}": f"{100 * limits[0]:.2f}" if found.intervals else "",
        f"cov_high_{name}": f"{100 * limits[1]:.2f}" if found.intervals else "",
        f"power_{name}": _percent(found.fell, found.series),
        f"width_{name}": f"{statistics.median(found.widths):.1f}" if found.widths else "",
    }


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.2f}" if of else ""
