import pytest

from analysis import targets
from analysis.cannot_say import CannotSay
from analysis.params.figure import Unknown


def test_a_missed_target_can_still_be_no_clear_change(indicator):
    found = targets.assess(indicator(baseline="323", target="288", actual="335"))
    assert (found.status, found.reading) == ("missed", "no clear change")


def test_a_clear_fall_is_better_where_lower_is_better_and_worse_where_higher_is(indicator):
    figures = {"baseline": "6,937", "target": "7,195", "actual": "6,346"}
    assert targets.assess(indicator(**figures)).reading == "better"
    assert targets.assess(indicator(**figures, direction="higher")).reading == "worse"


def test_an_ambiguous_indicator_is_never_better_or_worse(indicator):
    for actual in ("400", "6,346", "20,000"):
        found = targets.assess(indicator(baseline="6,937", actual=actual, direction="ambiguous"))
        assert found.reading == "ambiguous"
        assert not found.target_worse_than_baseline


def test_percentages_differ_in_percentage_points(indicator):
    told = {"unit": "percent", "direction": "higher", "rule": "at least"}
    found = targets.assess(indicator(**told, baseline="25", target="26.3", actual="29.5"))
    assert (found.change.value, found.change.unit) == (4.5, "percentage points")
    assert found.against_target.value == pytest.approx(3.2)
    assert found.evidence.rule == "no-sample-size"


def test_a_percentage_without_a_sample_size_has_no_interval_and_says_so(indicator):
    found = targets.assess(indicator(unit="percent", actual="75", sample_size="not published"))
    assert isinstance(found.interval, CannotSay)
    assert found.interval.rule == "no-sample-size"


def test_a_percentage_with_a_sample_size_has_wilson_limits(indicator):
    found = targets.assess(indicator(unit="percent", actual="75", sample_size="1,000"))
    assert (found.interval.low, found.interval.high) == pytest.approx((72.22, 77.59), abs=0.01)


def test_a_count_has_no_interval_of_a_percentage(indicator):
    assert targets.assess(indicator(actual="75")).interval is None


def test_a_counted_actual_overrides_the_declared_one(indicator):
    found = targets.assess(indicator(baseline="100", target="90", actual="TBC", category="burglary"), actual=60.0)
    assert (found.actual, found.status) == (60, "met")


def test_a_total_is_summed_from_its_parts_when_it_was_not_given(indicator):
    parts = [indicator(id="a", actual="4", baseline="5"), indicator(id="b", actual="6", baseline="7")]
    total = indicator(id="t", sum_of="a+b", baseline="12", target="11")
    *_, found = targets.assess_all([*parts, total])
    assert (found.actual, found.status, found.baseline_sum.agrees) == (10, "met", True)


def test_a_total_with_an_unknown_part_is_unknown_and_not_smaller(indicator):
    parts = [indicator(id="a", actual="4"), indicator(id="b", actual="TBC")]
    *_, found = targets.assess_all([*parts, indicator(id="t", sum_of="a+b", target="11")])
    assert found.actual_sum.value is Unknown.NOT_YET_KNOWN
    assert found.actual is Unknown.NOT_SUPPLIED


def test_a_total_that_does_not_add_up_is_said_not_to(indicator):
    parts = [indicator(id="a", baseline="4"), indicator(id="b", baseline="5")]
    *_, found = targets.assess_all([*parts, indicator(id="t", sum_of="a+b", baseline="10")])
    assert (found.baseline_sum.value, found.baseline_sum.agrees) == (9, False)


def test_all_are_assessed_in_the_order_declared(indicator):
    found = targets.assess_all([indicator(id="z", actual="1"), indicator(id="a")], counted={"a": targets.Counted(5.0)})
    assert [(each.indicator.id, each.actual) for each in found] == [("z", 1), ("a", 5)]


def test_an_average_of_five_years_is_compared_as_five_years(indicator):
    found = targets.assess(indicator(baseline_period="2004 to 2008 average", baseline="63", target="53", actual="50"))
    assert (found.evidence.before, found.evidence.exposure_before) == (315, 5)
    assert found.change.value == pytest.approx(-20.63, abs=0.01)


def test_a_baseline_of_zero_has_no_percentage_but_its_counts_are_compared(indicator):
    found = targets.assess(indicator(baseline="0", target="0", actual="12"))
    assert found.change.rule == "zero-reference"
    assert found.evidence.verdict == "rose"


@pytest.mark.parametrize("missing", ["N/A", "TBC", "not published", ""])
def test_no_way_of_not_knowing_becomes_a_number(indicator, missing):
    found = targets.assess(indicator(baseline="10", target="9", actual=missing))
    assert isinstance(found.actual, Unknown)
    for answer in (found.change, found.against_target, found.evidence, found.reading):
        assert isinstance(answer, CannotSay)
    assert found.status == str(found.actual)


def test_a_series_that_swings_more_needs_a_larger_change(indicator):
    given = indicator(baseline="300", target="290", actual="240")
    assert targets.assess(given, dispersion=1).reading == "better"
    assert targets.assess(given, dispersion=6).reading == "no clear change"
