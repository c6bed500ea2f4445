"""Deciding once: what is covered, what is not, what is refused."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counts import period
from analysis.disclosure import OPEN, RESTRICTED, attack, cell, decide, lattice
from analysis.errors import ExhibitError

FRAME = pd.DataFrame(
    {
        "area": ["E1", "E1", "E2", "E2"],
        "month": [period("2022-01"), period("2022-02")] * 2,
        "category": ["burglary"] * 4,
        "count": pd.array([3, 12, 40, pd.NA], dtype="Int64"),
        "status": ["present", "present", "present", "missing"],
    }
)


def test_open_data_has_nothing_withheld() -> None:
    decision = decide(FRAME, [("area", "month")], OPEN)
    assert not decision.primary and not decision.secondary


def test_a_decision_answers_for_the_cells_it_covers() -> None:
    decision = decide(FRAME, [("area", "month")], RESTRICTED)
    assert decision.withholds({"area": "E1", "month": period("2022-01")})
    assert not decision.withholds({"area": "E2", "month": period("2022-01")})


def test_a_margin_nobody_decided_on_is_refused() -> None:
    decision = decide(FRAME, [("area", "month")], RESTRICTED)
    with pytest.raises(ExhibitError, match="no disclosure decision covers counts by area"):
        decision.withholds({"area": "E1"})


def test_a_label_in_place_of_a_code_is_refused_and_not_taken_for_published() -> None:
    decision = decide(FRAME, [("area", "month")], RESTRICTED)
    with pytest.raises(ExhibitError, match="slugs and codes"):
        decision.withholds({"area": "Ynys Môn", "month": period("2022-01")})


def test_a_cell_with_a_missing_part_has_no_count_to_publish() -> None:
    cells = lattice(FRAME, [("area",), ("month",)])
    assert cell({"area": "E2"}) not in cells.counts
    assert cell({"area": "E2"}) in cells.groups
    assert cells.counts[cell({"area": "E1"})] == 15


def test_an_unknown_dimension_is_refused_by_name() -> None:
    with pytest.raises(ExhibitError, match="ward"):
        decide(FRAME, [("ward",)], RESTRICTED)


def test_the_same_cube_gives_the_same_decision_in_any_order_of_rows() -> None:
    shuffled = FRAME.sample(frac=1, random_state=3)
    margins = [("area", "month"), ("area",)]
    assert decide(FRAME, margins, RESTRICTED) == decide(shuffled, margins, RESTRICTED)


def test_the_order_of_dimensions_in_a_margin_does_not_matter() -> None:
    decision = decide(FRAME, [("month", "area")], RESTRICTED)
    assert decision.withholds({"month": period("2022-01"), "area": "E1"})


def test_nothing_is_withheld_that_follows_from_what_is_published() -> None:
    """Two sums that differ by one month give that month away, so withholding it would protect nobody."""
    counts = {"a": (30, 40, 2), "b": (25, 35, 9), "c": (50, 60, 12), "d": (70, 20, 33)}
    rows = [
        {"line": line, "month": month, "year": "all", "part": "out" if month == 3 else "in", "count": count}
        for line, months in counts.items()
        for month, count in enumerate(months, 1)
    ]
    cube = pd.DataFrame(rows).assign(all="all", status="present")
    margins = [(what, over) for what in ("line", "all") for over in ("month", "year", "part")]
    public = [cell({"line": line, "year": "all"}) for line in counts]
    decision = decide(cube, margins, RESTRICTED, public=public)
    cells, hidden = lattice(cube, margins), decision.primary | decision.secondary
    assert cell({"line": "a", "month": 3}) in decision.primary
    assert decision.secondary
    assert all(attack(cells, hidden, name).width > 0.5 for name in hidden)
    assert all(attack(cells, hidden, name).width >= RESTRICTED.width for name in decision.primary)
