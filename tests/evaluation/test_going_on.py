"""What goes on after the start as before it: nothing is taken from the figures after."""

import numpy as np
import pandas as pd
import pytest

from analysis.evaluation.designs import design_named
from analysis.evaluation.going_on import going_on
from analysis.evaluation.power import detectable
from analysis.evaluation.setting import Place, Setting

YEARS = pd.period_range("2005-03", periods=9, freq="Y-MAR")
MONTHS = pd.period_range("2015-01", periods=48, freq="M")


def wandering(seed, step, places=26, mean=4000):
    """Councils by year whose levels wander, six years before and three after."""
    rng = np.random.default_rng(seed)
    levels = mean * np.exp(np.cumsum(step * rng.standard_normal((places, len(YEARS))), axis=1))
    held = [Place(str(n), pd.Series(rng.poisson(each), index=YEARS, dtype="Int64")) for n, each in enumerate(levels)]
    return Setting("vandalism", held[0], YEARS[6], YEARS[-1], tuple(held[1:]))


def monthly(comparators=3, **more):
    rng = np.random.default_rng(1)
    held = [Place(str(n), pd.Series(rng.poisson(50, 48), index=MONTHS, dtype="Int64")) for n in range(comparators + 3)]
    return Setting("incidents", held[0], MONTHS[36], MONTHS[-1], tuple(held[1 : comparators + 1]), **more)


def test_what_a_panel_is_said_to_see_is_what_its_interval_then_allows():
    """Of places that wander by the year; half an interval's width times (1.96 + 0.84) / 1.96 is seen four in five."""
    ratios = []
    for seed in range(12):
        one = wandering(seed, 0.08)
        found, said = design_named("panel")(one), detectable(one, "panel")
        allowed = 1.43 * np.log(found.high / found.low) / 2
        ratios.append(-np.log(1 - said.detectable_fall / 100) / allowed)
    assert 0.7 < np.median(ratios) < 1.3


def test_places_that_drift_part_further_than_steady_ones():
    drifting, steady = (detectable(wandering(3, step), "panel").detectable_fall for step in (0.1, 0.0))
    assert drifting > 2 * steady


def test_what_came_to_all_places_comes_to_all_again():
    rng = np.random.default_rng(8)
    common = 200 * np.exp(np.cumsum(0.15 * rng.standard_normal(9)))
    held = [Place(str(n), pd.Series(rng.poisson(10 * common), index=YEARS, dtype="Int64")) for n in range(8)]
    one = Setting("vandalism", held[0], YEARS[6], YEARS[-1], tuple(held[1:]))
    changes = []
    for number in range(30):
        drawn = going_on(one, number)
        levels = [each.counts(one.after).mean() / each.counts(one.before).mean() for each in drawn.places]
        changes.append((np.log(levels[0]), np.log(levels[1:]).mean()))
    alone, others = np.array(changes).T
    assert others.std() > 0.1
    assert (alone - others).std() < 0.05


def test_nothing_is_drawn_without_a_time_before():
    one = monthly()
    whole = Setting("incidents", one.treated, MONTHS[0], MONTHS[-1], one.comparators)
    assert going_on(whole, 0) is whole


def test_the_same_number_gives_the_same_figures_and_another_gives_others():
    one = monthly()
    assert going_on(one, 1).treated.series.equals(going_on(one, 1).treated.series)
    assert not going_on(one, 1).treated.series.equals(going_on(one, 2).treated.series)


def test_a_buffer_and_its_control_go_on_too():
    spare = monthly().comparators
    one = monthly(comparators=1, buffer=spare[1], buffer_control=spare[2])
    drawn = going_on(one, 0)
    for before, after in ((one.buffer, drawn.buffer), (one.buffer_control, drawn.buffer_control)):
        assert after.series[:36].equals(before.series[:36])
        assert after.total(MONTHS[36:]) == pytest.approx(600, rel=0.3)
