import numpy as np
import pytest
from statsmodels.stats.diagnostic import acorr_ljungbox

from analysis.evaluation.checks.residuals import CHECK
from analysis.evaluation.effect import Point
from evaluation.checks.places import ALONE, drawn, in_years, place, ran, replace, setting, years


def expecting(values):
    """A design that expected ``values`` in the months before."""

    def run(asked):
        counts = asked.treated.series
        course = tuple(
            Point(when, float(counts[when]), float(each)) for when, each in zip(asked.before, values, strict=True)
        )
        return replace(ALONE.run(asked), course=course)

    return replace(ALONE, run=run)


def test_a_fit_that_chance_explains_is_for_information():
    found = ran(CHECK, setting(drawn("town", 60, 1)), expecting([60] * 48))
    assert found.outcome == "informative"
    assert found.figures["phi"] == pytest.approx(1, abs=0.4)
    assert found.figures["miss"] < 0.1


def test_a_design_that_misses_half_of_every_month_fails():
    found = ran(CHECK, setting(drawn("town", 60, 1)), expecting([30] * 48))
    assert found.outcome == "failed"
    assert "does not describe even the time before" in found.words


def test_a_course_of_its_own_that_the_design_does_not_know_fails():
    wave = 1 + 0.22 * np.sin(np.arange(60) * 2 * np.pi / 40)
    found = ran(CHECK, setting(drawn("town", 1000, 1, wave)), expecting([1000] * 48))
    assert found.figures["miss"] < 0.25
    assert found.figures["autocorrelation"] > 0.7
    assert found.outcome == "failed"


def test_the_test_of_autocorrelation_is_that_of_statsmodels():
    asked = setting(drawn("town", 60, 4))
    found = ran(CHECK, asked, expecting([60] * 48))
    residuals = (asked.treated.series[:48].to_numpy(dtype=float) - 60) / np.sqrt(60)
    assert found.figures["ljung_box"] == pytest.approx(acorr_ljungbox(residuals, lags=[12])["lb_pvalue"].iloc[0])


def test_only_the_time_before_is_judged():
    worse = place("town", [60, 62, 58, 61] * 12 + [5] * 12)
    found = ran(CHECK, setting(worse), ALONE)
    assert found.figures["periods"] == 48
    assert found.outcome == "informative"


def test_a_design_that_says_nothing_of_the_time_before_cannot_be_judged():
    by = replace(ALONE, run=lambda asked: replace(ALONE.run(asked), course=()))
    assert ran(CHECK, setting(drawn("town", 60, 1)), by).rule == "no-course"


def test_its_sentences_are_of_periods_as_counted_and_end_with_what_the_interval_does():
    words = ran(CHECK, setting(drawn("town", 60, 1)), expecting([60] * 48)).words
    assert "counted in 48 months before the start" in words
    assert words.endswith("The interval of the effect is made to allow for a misfit of this size.")
    yearly = ran(CHECK, in_years(years("town", [120, 130, 118, 125, 122, 119, 90]), "2011", "2011")).words
    assert "counted in six years before the start" in yearly
    assert "month" not in yearly
