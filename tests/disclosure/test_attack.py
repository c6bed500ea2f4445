"""Suppression withstands an outsider who tries everything."""

from __future__ import annotations

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.disclosure import RESTRICTED, Decision, Range, attack, cell, decide, lattice

MARGINS = (("area", "category"), ("area",), ("category",), ())


def cube(table: list[list[int]]) -> pd.DataFrame:
    rows = [
        {"area": f"a{i}", "category": f"c{j}", "count": count, "status": "present"}
        for i, row in enumerate(table)
        for j, count in enumerate(row)
    ]
    return pd.DataFrame(rows)


def outsider(frame: pd.DataFrame, decision: Decision) -> dict[int, set[int]]:
    """Try every whole number in every withheld cell of the body: the values that fit all that is published."""
    cells = lattice(frame, MARGINS)
    hidden = decision.primary | decision.secondary
    atoms = [cell({"area": a, "category": c}) for a, c in zip(frame["area"], frame["category"], strict=True)]
    free = [i for i, atom in enumerate(atoms) if atom in hidden]
    guesses = np.array(list(product(range(1, 11), repeat=len(free))), dtype=np.int8)
    fits = np.ones(len(guesses), dtype=bool)
    truth = frame["count"].to_numpy()
    for name, count in cells.counts.items():
        inside = [all(frame[d].iloc[i] == value for d, value in name) for i in range(len(frame))]
        if name in hidden or not any(inside[i] for i in free):
            continue
        rest = sum(int(truth[i]) for i in range(len(frame)) if inside[i] and i not in free)
        fits &= guesses[:, [inside[i] for i in free]].sum(axis=1) + rest == count
    return {i: set(guesses[fits, place].tolist()) for place, i in enumerate(free)}


def test_a_lone_small_count_is_not_recovered_by_subtraction() -> None:
    frame = cube([[2, 30, 40], [50, 60, 70]])
    decision = decide(frame, MARGINS, RESTRICTED)
    assert decision.primary == {cell({"area": "a0", "category": "c0"})}
    assert decision.secondary
    found = attack(lattice(frame, MARGINS), decision.primary | decision.secondary, next(iter(decision.primary)))
    assert found.low <= 2 <= found.high and found.width >= RESTRICTED.width


def test_without_secondary_suppression_the_attack_recovers_the_count() -> None:
    frame = cube([[2, 30, 40], [50, 60, 70]])
    secret = cell({"area": "a0", "category": "c0"})
    found = attack(lattice(frame, MARGINS), {secret}, secret)
    assert (found.low, found.high) == pytest.approx((2, 2))
    assert found.through


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_no_withheld_count_of_a_small_table_has_one_possible_value(seed: int) -> None:
    table = np.random.default_rng(seed).integers(0, 11, (2, 3)).tolist()
    frame = cube(table)
    decision = decide(frame, MARGINS, RESTRICTED)
    assert decision.primary
    possible = outsider(frame, decision)
    for i, values in possible.items():
        if RESTRICTED.protects(int(frame["count"].iloc[i])):
            assert len(values) >= 3, (table, i, values)


@pytest.mark.parametrize("seed", range(6))
def test_every_protected_cell_of_a_larger_table_keeps_its_range(seed: int) -> None:
    frame = cube(np.random.default_rng(seed).poisson(4, (7, 6)).tolist())
    decision = decide(frame, MARGINS, RESTRICTED)
    cells, hidden = lattice(frame, MARGINS), decision.primary | decision.secondary
    assert decision.primary
    for target in decision.primary:
        assert attack(cells, hidden, target).width >= RESTRICTED.width - 1e-6


def test_coarser_dimensions_that_overlap_are_held_together() -> None:
    months = ["2022-01", "2022-02", "2022-03", "2022-04"]
    counts = {"burglary": [2, 9, 8, 7], "robbery": [6, 6, 6, 6]}
    rows = [
        {"month": month, "window": "latest" if i > 1 else "previous", "category": name, "count": n, "status": "present"}
        for name, column in counts.items()
        for i, (month, n) in enumerate(zip(months, column, strict=True))
    ]
    frame, margins = pd.DataFrame(rows), (("category", "month"), ("category", "window"), ("month",))
    decision = decide(frame, margins, RESTRICTED)
    cells, hidden = lattice(frame, margins), decision.primary | decision.secondary
    assert decision.primary == {cell({"category": "burglary", "month": "2022-01"})}
    assert all(attack(cells, hidden, target).width >= RESTRICTED.width - 1e-6 for target in decision.primary)


def test_a_row_of_ones_hides_its_total_too() -> None:
    decision = decide(cube([[1, 1, 1], [20, 20, 20]]), MARGINS, RESTRICTED)
    assert cell({"area": "a0"}) in decision.primary


def test_a_zero_is_never_withheld() -> None:
    frame = cube([[0, 2, 30], [0, 40, 50], [3, 60, 0]])
    decision = decide(frame, MARGINS, RESTRICTED)
    zeros = {
        cell({"area": a, "category": c})
        for a, c, n in zip(frame["area"], frame["category"], frame["count"], strict=True)
        if n == 0
    }
    assert not zeros & (decision.primary | decision.secondary)


def test_a_range_knows_its_width() -> None:
    assert Range(1, 6, ()).width == 5


def test_a_cell_that_nothing_bounds_may_be_as_large_as_can_be() -> None:
    frame = cube([[2, 30], [50, 60]])
    only = cell({"area": "a0", "category": "c0"})
    found = attack(lattice(frame, [("area", "category")]), {only}, only)
    assert found.high > 100 and not found.through
