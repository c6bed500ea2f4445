import numpy as np
import pytest

from analysis.evaluation.checks.comparators import rests_on_comparators
from analysis.evaluation.checks.plain import plain_design
from analysis.evaluation.checks.stretch import own_change, relative_change
from analysis.measures import series_dispersion
from evaluation.checks.places import BESIDE, MONTHS, drawn, in_years, others, place, setting, years

EARLIER, LATER = MONTHS[:36], MONTHS[36:48]


def test_own_change_is_the_ratio_of_means_widened_by_the_series_own_swing():
    asked = setting(drawn("town", 60, 1))
    found = own_change(asked, EARLIER, LATER)
    counts = asked.treated.series[:48]
    assert found.ratio == pytest.approx(counts[36:].mean() / counts[:36].mean())
    assert found.dispersion == pytest.approx(series_dispersion(counts).widening(compared=list(LATER)))


def test_relative_change_is_that_of_the_share():
    town, beside = place("town", [60] * 36 + [45] * 24), place("else", [100] * 36 + [50] * 24)
    assert relative_change(setting(town, (beside,)), EARLIER, LATER).ratio == pytest.approx(0.75 / 0.5)


def test_what_all_places_share_widens_nothing_relative():
    swing = np.exp(np.random.default_rng(3).normal(0, 0.4, 60))
    asked = setting(drawn("town", 200, 1, swing), others(6, factor=swing, mean=200))
    own, relative = (each(asked, EARLIER, LATER) for each in (own_change, relative_change))
    assert relative.dispersion < 4 < own.dispersion


@pytest.mark.parametrize("relative", [False, True])
def test_nothing_counted_before_has_no_change(relative):
    asked = setting(place("town", [0] * 36 + [5] * 24), others(2))
    compare = relative_change if relative else own_change
    assert compare(asked, EARLIER, LATER).rule == "no-records"


def test_three_years_are_too_few_to_know_a_share_by():
    asked = in_years(years("town", [50, 60, 40]), "2007", "2007", (years("else", [90, 95, 99]),))
    assert relative_change(asked, asked.before[:1], asked.before[1:]).rule == "no-dispersion"


def test_the_plain_comparison_takes_the_same_months_of_earlier_years():
    season = np.tile([100] + [10] * 11, 5)
    asked = setting(place("town", season), start=MONTHS[48], end=MONTHS[50])
    found = plain_design(False)(asked)
    assert found.ratio == pytest.approx(1)


def test_a_design_that_ignores_comparators_does_not_rest_on_them():
    asked = setting(drawn("town", 60, 1), others(3))
    alone = plain_design(False)
    assert not rests_on_comparators(asked, alone, alone(asked))
    assert rests_on_comparators(asked, BESIDE, BESIDE(asked))
