import pytest
from statsmodels.stats.proportion import proportion_confint

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
