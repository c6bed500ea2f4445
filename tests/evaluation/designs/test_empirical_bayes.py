import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.cannot_say import said
from analysis.evaluation.designs import design_named
from analysis.evaluation.designs.empirical_bayes import DESIGN, Reference, empirical_bayes
from analysis.evaluation.regression_to_mean import expected_count, prior_of
from analysis.evaluation.setting import Place, Setting
from analysis.measures import Window, change, least

START, LAST = pd.Period("2019-01", "M"), pd.Period("2019-12", "M")


@pytest.fixture
def rng():
    return np.random.default_rng(20221130)


def sites(rng, many=31, mean=4.0, shape=2.0, effect=0.0, level=1.0):
    """Sites with gamma distributed means over three years; the one highest in the second year is treated."""
    means = mean * rng.gamma(shape, 1 / shape, many)
    expected = np.repeat(means[:, None], 36, axis=1)
    expected[:, 24:] *= level
    counts = rng.poisson(expected)
    picked = int(counts[:, 12:24].sum(axis=1).argmax())
    counts[picked, 24:] = rng.poisson(expected[picked, 24:] * (1 + effect))
    return setting_of(counts[picked], np.delete(counts, picked, axis=0))


def setting_of(treated, others):
    when = pd.period_range("2017-01", periods=36, freq="M")
    series = [pd.Series(each, index=when, dtype="Int64") for each in (treated, *others)]
    town, *rest = (Place(f"site {number}", each) for number, each in enumerate(series))
    return Setting("x", town, START, LAST, comparators=tuple(rest))


def test_it_is_level_two_and_found_by_its_name():
    assert (design_named("empirical-bayes"), DESIGN.maryland) == (DESIGN, 2)


def test_what_it_expects_is_hauers_estimate_times_the_others_change(rng):
    asked = sites(rng)
    found = empirical_bayes(asked)
    before = [each.series["2018-01":"2018-12"].sum() for each in asked.places]
    prior = prior_of(before, [1] * 31, dispersion=found.figures["phi"])
    mine = expected_count(before[0], prior, dispersion=found.figures["phi"])
    assert found.figures["expected_before"] == pytest.approx(mine.count)
    assert found.figures["weight"] == pytest.approx(mine.weight)
    assert np.mean(before[1:]) < mine.count < before[0]
    assert found.expected == pytest.approx(mine.count * found.figures["reference_ratio"])
    assert sum(each.expected for each in found.course) == pytest.approx(found.expected)


def test_what_was_picked_for_being_high_is_not_said_to_have_fallen(rng):
    corrected, uncorrected, called, naive = [], [], 0, 0
    for _ in range(40):
        found = empirical_bayes(sites(rng, mean=1.5, shape=12))
        corrected.append(found.ratio - 1)
        uncorrected.append(found.figures["uncorrected_ratio"] - 1)
        called += found.verdict != "no clear difference"
        naive += change(found.figures["before"], found.observed).p_exact < 0.05
    assert np.mean(corrected) == pytest.approx(0, abs=0.1)
    assert np.mean(uncorrected) < -0.08
    assert called <= 4
    assert naive >= called


def test_a_true_fall_is_found_beyond_that(rng):
    found = [empirical_bayes(sites(rng, mean=15, effect=-0.5)) for _ in range(12)]
    assert sum(each.verdict == "fewer" for each in found) >= 11
    assert sum(each.low <= 0.5 <= each.high for each in found) >= 10


def test_what_happened_to_all_sites_is_no_effect(rng):
    found = [empirical_bayes(sites(rng, mean=15, level=0.6)) for _ in range(12)]
    assert np.mean([each.figures["reference_ratio"] for each in found]) == pytest.approx(0.6, abs=0.03)
    assert sum(each.verdict != "no clear difference" for each in found) <= 1


def test_the_months_by_which_it_was_picked_are_what_is_corrected(rng):
    asked = sites(rng)
    chosen = replace(asked, chosen_on=Window(pd.Period("2018-01", "M"), pd.Period("2018-12", "M")))
    assert empirical_bayes(chosen) == empirical_bayes(asked)


def test_fewer_places_alike_tell_less(rng):
    asked = sites(rng, many=41)
    few = replace(asked, comparators=asked.comparators[:12])
    whole, part = empirical_bayes(asked), empirical_bayes(few)
    assert part.figures["reference_error"] > whole.figures["reference_error"]


def test_the_error_of_the_reference_is_the_scatter_of_what_other_sites_would_have_said(rng):
    def drawn():
        means = np.append(400.0, 10 * rng.gamma(3, 1 / 3, 25) * 12)
        before, after = rng.poisson(means), rng.poisson(means)
        before[0] = 400
        return Reference((*map(float, before),), (*map(float, after),), (1.0,) * 26, 1.0)

    found = [drawn() for _ in range(300)]
    scatter = np.std([math.log(each.forecast) for each in found])
    assert np.median([each.error for each in found[:100]]) == pytest.approx(scatter, rel=0.25)


def test_none_after_has_limits(rng):
    asked = sites(rng)
    none = asked.treated.series.copy()
    none["2019-01":] = 0
    found = empirical_bayes(replace(asked, treated=Place("site", none)))
    assert (found.ratio, found.low, found.verdict) == (0, 0, "fewer")
    assert found.high < 1


def test_too_few_places_alike_are_refused(rng):
    asked = sites(rng)
    few = replace(asked, comparators=asked.comparators[: int(least("reference-sites")) - 1])
    found = empirical_bayes(few)
    assert not said(found)
    assert (found.rule, found.reason) == ("few-reference-sites", "nine places alike are named, and 10 are needed")
    assert said(empirical_bayes(replace(asked, comparators=asked.comparators[:10])))


def test_places_alike_without_any_incident_are_refused(rng):
    found = empirical_bayes(setting_of(rng.poisson(5, 36), np.zeros((12, 36), dtype=int)))
    assert found.rule == "small-counts"


def test_one_month_is_refused(rng):
    assert empirical_bayes(replace(sites(rng), end=START)).rule == "few-matched-months"
