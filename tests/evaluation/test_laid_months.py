import numpy as np
import pandas as pd
import pytest

from analysis.cannot_say import said
from analysis.evaluation.agreeing import disagreeing
from analysis.evaluation.laid_months import laid_months
from analysis.evaluation.monthly_course import monthly_course
from analysis.evaluation.two_answers import answer_of, simulated_p
from analysis.measures import Mixture

from .interrupted import LAST, place, setting, smooth


def laid(counts=None, *others):
    asked = setting(smooth() if counts is None else counts, *others)
    return laid_months(asked, asked.places)


def normal(middle, error=0.1):
    return Mixture(np.array([middle]), np.array([error]), np.array([1.0]))


def test_months_run_from_the_first_usable_one_to_the_last():
    found = laid([None if at in (0, 1, 22) else each for at, each in enumerate(smooth(months=50))])
    assert (found.when[0], found.when[-1]) == (LAST - 47, LAST)
    assert (len(found.when), found.used.sum()) == (48, 47)
    assert np.isnan(found.counts[0, ~found.used]).all()
    assert found.at.tolist() == [at for at in range(48) if at != 20]


def test_the_totals_and_means_are_those_of_each_side():
    counts = np.concatenate([np.full(36, 20), np.full(12, 10)])
    found = laid(counts)
    assert found.totals(0) == (720, 120)
    assert (found.mean(0, after=False), found.mean(0, after=True)) == (20, 10)


def test_exposure_is_the_days_of_the_month():
    found = laid()
    assert np.exp(found.log_days[-1]) == pytest.approx(31)
    assert (found.years[12], found.waves.shape, found.season.shape) == (1, (48, 4), (48, 11))


def test_half_a_year_each_year_carries_no_season():
    counts = [20 + at % 5 if at % 12 < 6 else None for at in range(84)]
    asked = setting(counts, after=24)
    found = laid_months(asked, [asked.treated])
    assert (found.form, found.waves.shape, found.season.shape[1]) == ("none", (78, 0), 0)


def test_a_month_must_be_known_in_every_place_asked_for():
    asked = setting(smooth(), [None if at < 13 else 5 for at in range(48)])
    assert said(laid_months(asked, [asked.treated]))
    refused = laid_months(asked, asked.places)
    assert (refused.rule, refused.reason[:2]) == ("too-short", "23")


def test_one_month_is_told_in_the_singular():
    asked = setting([*smooth(months=36), *[None] * 11, 50])
    assert laid_months(asked, [asked.treated]).reason.startswith("one month after the start has")


def test_no_counts_at_all_are_too_short():
    assert laid([None] * 48).rule == "too-short"


def test_the_course_is_brought_to_what_was_counted_and_expected():
    found = laid(np.concatenate([np.full(36, 30), np.full(12, 10)]))
    course = monthly_course(found, np.zeros(48), np.full(48, 0.1), 360.0)
    assert [each.expected for each in course] == pytest.approx([30] * 48)
    assert course[0].high / course[0].low == pytest.approx(np.exp(2 * 1.959964 * 0.1), rel=1e-5)
    assert [each.observed for each in course[-2:]] == [10, 10]
    assert [each.period for each in course] == list(found.when)


@pytest.mark.parametrize("middles", [(0.05, -0.05), (0.5, 0.4), (-0.5, -0.9)])
def test_models_that_say_the_same_agree(middles):
    assert disagreeing(normal(middles[0]), normal(middles[1]), ("one", "other")) is None


@pytest.mark.parametrize("middles", [(0.5, 0.05), (0.05, -0.5), (0.5, -0.5)])
def test_models_that_do_not_are_both_named(middles):
    refused = disagreeing(normal(middles[0]), normal(middles[1]), ("a level", "a regression"))
    assert refused.rule == "models-disagree"
    assert "by a level; " in refused.reason
    assert refused.reason.endswith("by a regression)")


def test_what_disagrees_is_told_in_percent():
    refused = disagreeing(normal(np.log(0.7), 0.05), normal(0.0, 0.05), ("a level", "a regression"))
    assert "−30%, −37% to −23% by a level" in refused.reason
    assert "0%, −9% to +10% by a regression" in refused.reason


def test_an_answer_is_kept_as_a_ratio_with_its_limits():
    kept = answer_of("local_level", normal(np.log(0.5), 0.1))
    assert kept["local_level_ratio"] == pytest.approx(0.5)
    assert kept["local_level_high"] == pytest.approx(0.5 * np.exp(0.1959964), rel=1e-6)


def test_noise_that_does_not_hang_together_passes_as_often_as_it_should():
    rng = np.random.default_rng(6)
    at = np.arange(48)
    design = np.column_stack([np.ones(48), at, np.eye(12)[at % 12][:, 1:]])
    basis = np.linalg.qr(design)[0]
    draws = rng.standard_normal((150, 48))
    p = [simulated_p(each - basis @ (basis.T @ each), design, np.ones(48, dtype=bool))[1] for each in draws]
    assert 0.005 <= np.mean(np.array(p) <= 0.05) <= 0.11


def test_waves_are_found_and_gaps_are_kept():
    known = np.arange(60) % 10 != 0
    wave = np.sin(np.arange(60) / 3)[known]
    q, p = simulated_p(wave, np.ones((54, 1)), known)
    assert (q > 60, p) == (True, 0.0025)


def test_a_place_without_figures_after_the_start_is_too_short():
    asked = setting(smooth())
    later = place(smooth(), last=LAST - 12)
    assert laid_months(asked, [asked.treated, later]).rule == "too-short"
    assert pd.Period("2018-12", "M") == later.series.index[-1]
