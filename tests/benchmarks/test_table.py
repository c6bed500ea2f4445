"""The committed table is what the study would write: every cell, its seed, and rules that follow from its counts."""

import pandas as pd
import pytest
from calibration.generator import SEED
from calibration.grid import MOST_CELLS
from calibration.rule import COVERAGE, at_least, at_most
from calibration.studied import STUDIED
from calibration.table import COLUMNS

LINES = [(method, line) for method in STUDIED for line in method.lines]


@pytest.fixture(scope="module")
def table(request):
    return pd.read_csv(request.config.rootpath / "docs" / "evidence" / "calibration.csv")


def test_the_table_has_every_cell_of_every_method_once(table):
    assert tuple(table.columns) == COLUMNS
    expected = {(line.name, cell.name) for method, line in LINES for cell in method.cells}
    assert set(zip(table["method"], table["cell"], strict=True)) == expected
    assert len(table) == len(expected)
    assert table["cell"].nunique() <= MOST_CELLS


def test_the_table_states_the_seed_of_the_study(table, request):
    assert set(table["seed"]) == {SEED}
    assert f"seed {SEED}" in (request.config.rootpath / "benchmarks" / "results" / "calibration.md").read_text()


@pytest.mark.parametrize(("method", "line"), LINES, ids=[line.name for _, line in LINES])
def test_the_rules_of_each_row_follow_from_its_counts(table, method, line):
    for _, row in table[table["method"] == line.name].iterrows():
        if line.limit is not None:
            false = round(row["false_positives"] * row["series"] / 100)
            assert row["fp_rule"] == at_most(line.limit, false, row["series"])
        if row["intervals"]:
            held = round(row["coverage"] * row["intervals"] / 100)
            assert row["coverage_rule"] == at_least(COVERAGE, held, row["intervals"])


def test_rates_lie_within_their_monte_carlo_intervals(table):
    judged = table.dropna(subset="false_positives")
    assert (judged["fp_low"] <= judged["false_positives"]).all()
    assert (judged["false_positives"] <= judged["fp_high"]).all()


def test_ordinary_series_are_mostly_answered(table):
    ordinary = table[
        (table["mean"] >= 10) & (table["dispersion"] <= 1.5) & (table["ar"] <= 0.3) & (table["months"] == 60)
    ]
    for name in ("year on year", "trend", "exceptional month at 5 %"):
        assert (ordinary.loc[ordinary["method"] == name, "refused"] < 50).all()
