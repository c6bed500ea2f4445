import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from analysis import targets
from analysis.params.figure import Unknown


@pytest.mark.parametrize(("percent", "people"), [(75, 1000), (0, 40), (100, 25), (2, 50), (66, 366)])
def test_the_limits_are_wilsons(percent, people):
    found = targets.proportion(percent, people)
    expected = proportion_confint(percent / 100 * people, people, method="wilson")
    assert (found.low / 100, found.high / 100) == pytest.approx(expected, abs=1e-9)


def test_an_unknown_percentage_or_sample_is_refused_for_what_it_is():
    assert targets.proportion(Unknown.NOT_MEASURED, 100).rule == "figure-not-measured"
    assert targets.proportion(75, Unknown.NOT_PUBLISHED).rule == "no-sample-size"
    assert targets.proportion(75, 0).rule == "no-sample-size"


def test_newcombes_own_examples_of_1998():
    """Table II of Newcombe (1998), method 10: 56/70 against 48/80, 9/10 against 3/10, and so on."""
    printed = {
        (56, 70, 48, 80): (0.0524, 0.3339),
        (9, 10, 3, 10): (0.1705, 0.8090),
        (6, 7, 2, 7): (0.0582, 0.8062),
        (5, 56, 0, 29): (-0.0381, 0.1926),
    }
    for (hit, of, other, of_other), limits in printed.items():
        found = targets.points_change(100 * other / of_other, of_other, 100 * hit / of, of)
        assert (found.low / 100, found.high / 100) == pytest.approx(limits, abs=5e-5)


def test_the_difference_of_two_samples_agrees_with_statsmodels():
    found = targets.points_change(69, 1_000, 71, 1_100)
    expected = confint_proportions_2indep(781, 1_100, 690, 1_000, method="newcomb")
    assert (found.low / 100, found.high / 100) == pytest.approx(expected, abs=1e-9)
    assert found.verdict == "no clear change"


def test_a_clear_difference_is_called_by_its_interval():
    assert targets.points_change(60, 1_000, 70, 1_000).verdict == "rose"
    assert targets.points_change(70, 1_000, 60, 1_000).verdict == "fell"
    assert targets.points_change(60, 40, 70, 40).verdict == "no clear change"


def test_two_surveys_without_both_sample_sizes_have_no_interval():
    for sizes in ((Unknown.NOT_PUBLISHED, 100), (100, Unknown.NOT_SUPPLIED)):
        assert targets.points_change(60, sizes[0], 70, sizes[1]).rule == "no-sample-size"
    assert targets.points_change(Unknown.NOT_YET_KNOWN, 100, 70, 100).rule == "figure-not-yet-known"


@pytest.mark.parametrize("wrong", [-1, 100.5, float("nan")])
def test_what_is_no_percentage_is_an_error(wrong):
    with pytest.raises(ValueError, match="no percentage"):
        targets.proportion(wrong, 100)


@given(st.floats(0, 100), st.integers(1, 10**6), st.floats(0, 100), st.integers(1, 10**6))
def test_limits_hold_the_figure_and_stay_where_percentages_are(before, asked, after, asked_later):
    one, both = targets.proportion(before, asked), targets.points_change(before, asked, after, asked_later)
    assert 0 <= one.low <= before <= one.high <= 100
    assert -100.000001 <= both.low <= both.points <= both.high <= 100.000001
