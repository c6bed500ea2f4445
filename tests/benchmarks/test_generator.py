import numpy as np
import pandas as pd
import pytest
from calibration.generator import EFFECTS, changed, generator_of, noise, season, simulated
from calibration.grid import Cell

MANY = 60_000


def drawn(cell, months, count=MANY):
    """``count`` independent stretches of the level's noise, one a row."""
    rng = np.random.default_rng(7)
    return np.array([noise(cell, months, rng) for _ in range(count)])


@pytest.mark.parametrize("cell", [Cell(2, 3.0, 0.6, 36), Cell(40, 1.5, 0.3, 36), Cell(200, 3.0, 0.0, 60)])
def test_counts_have_the_mean_dispersion_and_correlation_that_the_cell_names(cell):
    level = drawn(cell, 3)
    counts = np.random.default_rng(8).poisson(cell.mean * level)
    spread = np.log1p((cell.dispersion - 1) / cell.mean)
    assert counts.mean() == pytest.approx(cell.mean, rel=0.02)
    assert counts[:, 0].var() / cell.mean == pytest.approx(cell.dispersion, rel=0.06)
    assert np.corrcoef(np.log(level[:, 0]), np.log(level[:, 1]))[0, 1] == pytest.approx(cell.ar, abs=0.02)
    apart_two = np.cov(counts[:, 0], counts[:, 2])[0, 1]
    closed_form = cell.mean**2 * np.expm1(spread * cell.ar**2)
    assert apart_two == pytest.approx(closed_form, abs=0.04 * cell.mean * cell.dispersion)


def test_without_overdispersion_the_level_stands_still():
    assert (noise(Cell(40, 1.0, 0.0, 36), 36, np.random.default_rng(1)) == 1).all()


def test_the_season_neither_adds_nor_takes_away_over_a_year():
    assert season(60).reshape(5, 12).mean(axis=1) == pytest.approx(np.ones(5))
    assert season(36).max() == pytest.approx(1.15)


def test_each_effect_is_the_size_that_it_is_called():
    year = changed(36, "-20 % on the year")
    assert year[-12:].sum() / year[-24:-12].sum() == pytest.approx(0.8)
    yearly = changed(36, "-10 % a year")
    assert yearly[12] / yearly[0] == pytest.approx(0.9)
    assert changed(36, "last month doubled").tolist() == [1.0] * 35 + [2.0]
    assert set(changed(36, "none")) == {1.0}
    assert set(EFFECTS) == {"none", "-20 % on the year", "-10 % a year", "last month doubled"}


def test_a_series_is_whole_months_of_nullable_counts_before_covid_and_the_same_each_time():
    cell = Cell(10, 1.5, 0.3, 36)
    first, second = (simulated(cell, "none", generator_of(cell, 0, 5)) for _ in range(2))
    pd.testing.assert_series_equal(first, second)
    assert (len(first), str(first.index[-1]), str(first.dtype)) == (36, "2019-12", "Int64")


def test_the_months_after_follow_the_series_without_a_gap():
    cell = Cell(10, 1.5, 0.3, 36)
    longer = simulated(cell, "none", generator_of(cell, 0, 5), ahead=12)
    assert (str(longer.index[35]), str(longer.index[-1]), len(longer)) == ("2019-12", "2020-12", 48)


def test_every_series_of_every_cell_and_stage_has_luck_of_its_own():
    cells = [Cell(10, 1.5, 0.3, 36), Cell(10, 1.5, 0.6, 36), Cell(10, 1.5, 0.3, 60)]
    seen = {generator_of(cell, stage, number).random() for cell in cells for stage in (0, 1) for number in range(50)}
    assert len(seen) == 3 * 2 * 50
