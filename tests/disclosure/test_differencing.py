"""What an earlier edition published is known: nothing now may be told apart by it."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.counts import period
from analysis.disclosure import RESTRICTED, Known, attack, cell, decide, lattice
from analysis.disclosure.cells import known_cell

MONTHS = ["2022-01", "2022-02", "2022-03", "2022-04"]
CUBE = pd.DataFrame(
    [
        {"month": period(month), "category": category, "count": count, "status": "present"}
        for category, counts in {"burglary": [3, 20, 30, 40], "robbery": [25, 35, 15, 18]}.items()
        for month, count in zip(MONTHS, counts, strict=True)
    ]
)
MARGINS = [("category", "month")]
SECRET = cell({"category": "burglary", "month": "2022-01"})


def rows(category: str, *months: str) -> frozenset[int]:
    wanted = (CUBE["category"] == category) & CUBE["month"].isin([period(m) for m in months])
    return frozenset(int(n) for n in CUBE.index[wanted])


def test_months_alone_are_safe_and_an_earlier_total_over_them_gives_one_away() -> None:
    alone = decide(CUBE, MARGINS, RESTRICTED)
    assert (alone.primary, alone.secondary) == ({SECRET}, frozenset())
    total = Known(rows("burglary", *MONTHS), 93)
    both = lattice(CUBE, MARGINS, [total])
    assert attack(both, {SECRET}, SECRET).width == 0


def test_a_second_month_is_withheld_where_an_earlier_total_is_known() -> None:
    total = Known(rows("burglary", *MONTHS), 93)
    told = decide(CUBE, MARGINS, RESTRICTED, known=[total])
    assert told.primary == {SECRET} and len(told.secondary) == 1 and not told.exposed
    assert known_cell(0) not in told.cells | told.secondary
    assert attack(lattice(CUBE, MARGINS, [total]), told.primary | told.secondary, SECRET).width >= RESTRICTED.width


def test_a_month_that_was_published_before_protects_nobody_and_is_not_what_is_withheld() -> None:
    total = Known(rows("burglary", *MONTHS), 93)
    february = Known(rows("burglary", "2022-02"), 20)
    told = decide(CUBE, MARGINS, RESTRICTED, known=[total, february])
    assert told.secondary == {cell({"category": "burglary", "month": "2022-03"})}


def test_a_count_that_earlier_editions_give_away_is_said_to_be() -> None:
    known = [Known(rows("burglary", *MONTHS), 93), *(Known(rows("burglary", m), n) for m, n in
             (("2022-02", 20), ("2022-03", 30), ("2022-04", 40)))]  # fmt: skip
    told = decide(CUBE, MARGINS, RESTRICTED, known=known)
    assert told.exposed == {SECRET} == told.primary


@pytest.mark.parametrize("count", [92, 94, 0])
def test_of_a_sum_that_was_revised_nothing_is_known(count: int) -> None:
    known = Known(rows("burglary", *MONTHS), count)
    assert not known.holds(CUBE)
    assert decide(CUBE, MARGINS, RESTRICTED, known=[known]) == decide(CUBE, MARGINS, RESTRICTED)


def test_a_sum_with_a_month_that_is_missing_is_not_known() -> None:
    cube = CUBE.copy()
    cube["count"] = cube["count"].astype("Int64")
    cube.loc[0, ["count", "status"]] = [pd.NA, "missing"]
    assert not Known(rows("burglary", *MONTHS), 90).holds(cube)
    assert not Known(frozenset(), 0).holds(cube)


def test_a_cell_that_differs_a_little_from_one_of_other_areas_is_withheld_as_a_small_count_is() -> None:
    near = cell({"category": "robbery", "month": "2022-02"})
    told = decide(CUBE, MARGINS, RESTRICTED, near=[near])
    assert told.primary == {SECRET, near}
    assert told.withholds({"category": "robbery", "month": period("2022-02")})
