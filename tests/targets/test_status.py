import pandas as pd
import pytest

from analysis import targets


@pytest.mark.parametrize(
    ("rule", "target", "actual", "expected"),
    [
        ("at most", "10", 10, "met"),
        ("at most", "10", 11, "missed"),
        ("below", "10", 10, "missed"),
        ("below", "10", 9, "met"),
        ("at least", "10", 10, "met"),
        ("at least", "10", 9, "missed"),
        ("reduce", "", 99, "met"),
        ("reduce", "", 100, "missed"),
        ("to be agreed", "TBC", 50, "no target set"),
        ("none", "", 50, "no target set"),
        ("establish baseline", "TBC", 50, "baseline being set"),
        ("at most", "TBC", 50, "no target set"),
    ],
)
def test_each_rule_is_judged_as_it_is_written(indicator, rule, target, actual, expected):
    given = indicator(rule=rule, target=target, baseline="100")
    assert targets.status(given, float(actual)) == expected


def test_maintain_allows_for_chance_and_no_more(indicator):
    given = indicator(rule="downward or maintain", baseline="100")
    margin = targets.assess(given).margin
    assert 115 < margin < 160
    assert targets.assess(given, actual=float(margin)).status == "met"
    assert targets.assess(given, actual=float(margin + 1)).status == "missed"
    assert targets.assess(given, actual=float(margin + 1)).evidence.verdict == "rose"


def test_downward_or_maintain_of_a_percentage_cannot_be_judged_above_its_baseline(indicator):
    given = indicator(rule="downward or maintain", unit="percent", baseline="20")
    assert targets.assess(given, actual=19.0).status == "met"
    assert targets.assess(given, actual=21.0).status == "not judged"


def test_a_percentage_is_maintained_when_it_is_at_least_its_level(indicator):
    given = indicator(rule="maintain", unit="percent", direction="higher", baseline="75", target="75")
    assert targets.status(given, 75.0) == "met"
    assert targets.status(given, 74.0) == "missed"


def test_no_rule_is_judged_against_a_baseline_that_is_not_comparable(indicator):
    assert targets.status(indicator(rule="reduce", baseline="100", comparable="no"), 50.0) == "not judged"


def test_a_rule_that_needs_an_unknown_baseline_is_not_judged(indicator):
    assert targets.status(indicator(rule="downward or maintain", baseline="TBC"), 50.0) == "not judged"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2011/12", "2012-03"),
        ("March 2012", "2012-03"),
        ("each month to March 2012", "2012-03"),
        ("2012", "2012-12"),
        ("", None),
        ("autumn 2012", None),
    ],
)
def test_the_end_of_a_period_is_read_from_its_words(text, end):
    assert targets.period_end(text) == (None if end is None else pd.Period(end, freq="M"))


def test_an_average_says_how_many_years_it_stands_for():
    assert targets.years_averaged("2004 to 2008 average") == 5
    assert targets.years_averaged("2010/11") == 1
