"""Every case, called in process: what we answer is within its tolerance, or stands among the known misses with why."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from .case import read_cases
from .table import REQUIRED, answering, cases_of, known_misses, rows

pytestmark = pytest.mark.data

FOLDER = Path(os.environ.get("CSP_TEST_DATA", "nowhere")).resolve() / "cases"
CASES = {case.id: case for case in cases_of(FOLDER)} if FOLDER.is_dir() else {}
LISTED = sorted(CASES) or ["none"]


@cache
def found(name: str) -> list[dict[str, str]]:
    """The rows of one case; worked out once for all tests."""
    return rows(CASES[name])


@pytest.mark.parametrize("name", LISTED)
def test_our_answers_are_within_the_stated_tolerance(shared: Path, name: str) -> None:
    missed = {row["quantity"]: (row["published"], row["ours"]) for row in found(name) if row["agrees"] == "no"}
    told = {quantity for case, quantity in known_misses() if case == name}
    assert {quantity: both for quantity, both in missed.items() if quantity not in told} == {}


@pytest.mark.parametrize("name", LISTED)
def test_every_quantity_is_answered_or_said_why_not(shared: Path, name: str) -> None:
    unsaid = [row["quantity"] for row in found(name) if row["agrees"] == "not answered" and not row["why"]]
    assert unsaid == []


def test_every_case_of_the_required_families_is_there(shared: Path) -> None:
    assert {case.id for case in read_cases(FOLDER) if case.family in REQUIRED} <= set(CASES)
    assert set(answering()) <= set(CASES)


def test_no_known_miss_is_one_no_longer(shared: Path) -> None:
    used = {
        (row["case"], quantity)
        for name in CASES
        for row in found(name)
        if row["agrees"] != "yes"
        for quantity in (row["quantity"], *(["*"] if row["agrees"] == "not answered" else []))
    }
    assert sorted(set(known_misses()) - used) == []


def close(one: str, other: str) -> bool:
    """Whether two cells say the same: words alike, numbers alike but for the last digits of another machine."""
    try:
        pairs = zip(map(float, one.split()), map(float, other.split()), strict=True)
        return all(abs(a - b) <= 1e-4 * max(abs(a), abs(b)) + 1e-9 for a, b in pairs)
    except ValueError:
        return one == other


def test_the_committed_table_tells_what_we_answer_now(shared: Path, root: Path) -> None:
    committed = pd.read_csv(root / "docs" / "evidence" / "cases.csv", dtype=str, keep_default_na=False)
    now = pd.DataFrame([row for name in sorted(CASES) for row in found(name)])
    assert list(committed.columns) == list(now.columns)
    assert committed[["case", "quantity"]].to_numpy().tolist() == now[["case", "quantity"]].to_numpy().tolist()
    differing = [
        (row.case, row.quantity, column)
        for row, new in zip(committed.itertuples(), now.itertuples(), strict=True)
        for column in now.columns
        if not close(str(getattr(row, column)), str(getattr(new, column)))
    ]
    assert differing == [], "write it anew: python benchmarks/cases.py"
