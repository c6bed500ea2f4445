"""How often designs are wrong, in the document on methods: every design told, naive ones beside them, gaps said."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.assessment.methodology.designs import designs, placebos
from analysis.assessment.methodology.evidence import Evidence
from analysis.blocks import Exhibit, Heading, Note

SIZED = {
    "settings": 50,
    "intervals": 50,
    "coverage": 96.0,
    "cov_low": 86.5,
    "cov_high": 98.9,
    "power": 40.0,
    "width": 55.0,
}


def row(design: str, *, ours: str = "yes", chosen: str = "no", false: float = 4.0, judged: str = "borderline") -> dict:
    """One line of the study."""
    return {
        "design": design, "ours": ours, "kind": f"mean 10, dispersion 1, AR 0{', chosen' * (chosen == 'yes')}",
        "mean": 10, "dispersion": 1, "ar": 0, "chosen": chosen, "seed": 1,
        "settings": 50, "refused": 2.0, "verdicts": 49,
        "false_positives": false, "fp_low": 1.1, "fp_high": 13.5, "fp_of_verdicts": 4.1,
        **{f"{name}_{size}": value for size in (20, 40) for name, value in SIZED.items()},
        "fp_rule": judged, "coverage_rule": "met", "pass": judged,
    }  # fmt: skip


def evidence(**tables: list[dict]) -> Evidence:
    """As the job's folder holds it: every cell is text."""
    return Evidence("0", "", {name: pd.DataFrame(rows).astype(str) for name, rows in tables.items()}, {})


def shown(blocks: list, kind: type) -> list:
    return [block for block in blocks if isinstance(block, kind)]


def test_each_design_has_a_chart_and_naive_ones_only_their_line():
    found = designs(
        evidence(
            initiatives=[
                row("bare percentage of 5 % or more", ours="no", false=90.0, judged="missed"),
                row("panel"), row("panel", chosen="yes"), row("with-comparator", false=9.0),
            ]
        )
    )  # fmt: skip
    assert [each.text for each in shown(found, Heading)] == ["Panel", "With-comparator"]
    table, *charts = shown(found, Exhibit)
    assert [cells[0].text for cells in table.table.rows] == [
        "Bare percentage of 5% or more",
        "Panel",
        "With-comparator",
    ]
    assert [each.slug for each in charts] == ["false-positives-of-panel", "false-positives-of-with-comparator"]
    assert "chosen for being high" in charts[0].chart.svg
    assert "at most 9.0% false positives" in charts[1].headline


def test_the_headline_counts_what_clearly_misses_among_our_own_alone():
    naive = row("bare percentage of 5 % or more", ours="no", judged="missed")
    (table, *_) = shown(
        designs(evidence(initiatives=[naive, row("panel"), row("structural", judged="missed")])), Exhibit
    )
    assert "in one of 2 cases" in table.headline


@pytest.mark.parametrize("made", [designs, placebos])
def test_what_was_not_studied_is_said_to_be_missing(made):
    (only,) = made(evidence())
    assert isinstance(only, Note)
    assert "not among this version's evidence" in only.spans[0].text


def placebo(design: str, changed: float, answered: int = 90) -> dict:
    return {
        "source": "lancashire", "design": design, "placebos": 100, "places": 60, "refused": 10.0, "answered": answered,
        "changed": changed if answered else float("nan"), "low": changed / 2, "high": changed * 2,
    }  # fmt: skip


def test_placebos_stand_beside_what_a_bare_percentage_would_have_said():
    found = placebos(evidence(placebos=[
        placebo("bare percentage of 5 % or more", 80.0), placebo("panel", 2.0), placebo("structural", 4.0),
        placebo("interrupted-series", 0.0, answered=0),
    ]))  # fmt: skip
    (table,) = shown(found, Exhibit)
    assert table.headline == (
        "A bare percentage tells of a change in 80% of initiatives that never were; the median design in 3%"
    )
    assert [cells[4].text[:4] for cells in table.table.rows][:3] == ["80.0", "2.0%", "4.0%"]
