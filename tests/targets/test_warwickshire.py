"""Table 1 and the 2011/12 targets of Warwickshire's agreement for 2011/12, from the counts printed there."""

import pandas as pd
import pytest

from analysis import targets
from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "change", "against", "status"),
    [
        ("323", "288", "335", 3.7, 16.3, "missed"),
        ("6,937", "7,195", "6,346", -8.5, -11.8, "met"),
        ("308", "304", "301", -2.3, -1.0, "met"),
    ],
)
def test_the_six_published_percentages_are_reproduced(indicator, baseline, target, actual, change, against, status):
    found = targets.assess(indicator(baseline=baseline, target=target, actual=actual))
    assert round(found.change.value, 1) == change
    assert round(found.against_target.value, 1) == against
    assert (found.change.unit, found.status) == ("%", status)


def test_what_was_not_measured_stays_not_measured(indicator):
    ni21 = indicator(unit="percent", direction="higher", rule="at least", baseline="25", target="29.5", actual="N/A")
    found = targets.assess(ni21)
    assert (found.status, found.actual) == ("not measured", Unknown.NOT_MEASURED)
    assert isinstance(found.change, CannotSay)
    assert found.change.rule == "figure-not-measured"


def test_what_is_not_yet_known_stays_not_yet_known_and_mixed_units_are_never_subtracted(indicator):
    ni30 = indicator(unit="mixed", rule="reduce", baseline="120", target="29", actual="TBC", comparable="no")
    found = targets.assess(ni30)
    assert found.status == "not yet known"
    assert found.change.rule == "figure-not-yet-known"
    known = targets.assess(ni30, actual=28.0)
    assert (known.status, known.change.rule, known.against_target.rule) == ("not judged", "mixed-units", "mixed-units")
    assert not known.target_worse_than_baseline


def test_a_part_year_is_set_against_no_whole_year(indicator):
    ni40 = indicator(
        direction="higher", rule="at least", baseline="1,140", target="1,074", actual="1,128",
        part_year="to the end of November 2010",
    )  # fmt: skip
    found = targets.assess(ni40)
    assert found.status == "not yet known"
    assert found.change.rule == found.against_target.rule == found.evidence.rule == "part-year"
    assert found.notes == ("covers only to the end of November 2010",)


def test_the_two_derived_totals_agree_with_their_parts(indicator):
    parts = {"a": "335", "b": "2,548", "c": "2,021", "d": "299", "e": "4,026"}
    others = {key: indicator(id=key, baseline=value, actual="not published") for key, value in parts.items()}
    violent = indicator(id="v", baseline="2,883", sum_of="a+b", actual="not published")
    acquisitive = indicator(id="s", baseline="6,346", sum_of="c+d+e", actual="not published")
    for total in (violent, acquisitive):
        found = targets.assess(total, others={**others, total.id: total})
        assert found.baseline_sum.agrees is True
        assert found.actual_sum.value is Unknown.NOT_PUBLISHED
        assert found.actual_sum.agrees is None


def test_a_target_one_below_its_baseline_is_a_coin_toss(indicator):
    found = targets.assess(indicator(baseline="2,883", target="2,882"))
    assert found.chance == pytest.approx(0.5, abs=0.01)
    assert found.coin_toss


def test_a_real_target_is_no_coin_toss(indicator):
    found = targets.assess(indicator(baseline="323", target="288"))
    assert found.chance < 0.2
    assert not found.coin_toss


def test_a_target_above_its_baseline_is_shown_as_what_it_is(indicator):
    found = targets.assess(indicator(unit="rate per 100,000", baseline="1,603", target="1,779"))
    assert found.target_worse_than_baseline
    assert found.chance is None


def test_a_changed_definition_gives_no_change(indicator):
    asb = indicator(rule="establish baseline", baseline="25,748", target="TBC", comparable="no")
    found = targets.assess(asb, actual=24_000.0)
    assert (found.status, found.change.rule) == ("baseline being set", "not-comparable")
    assert found.notes == ("what is measured changed in between",)


def test_a_period_that_is_not_over_is_not_due(indicator):
    later = indicator(target_period="2011/12", baseline="301", target="298", actual="not published")
    assert targets.assess(later, on=pd.Period("2011-04", freq="M")).status == "not due"
    assert targets.assess(later, on=pd.Period("2012-03", freq="M")).status == "not published"
    assert targets.assess(later).status == "not published"
