"""What is said of a target whose period is not over, of a change on a baseline, and of a percentage of a sample."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from analysis.blocks import Spans
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, Row, publish, target_rows
from analysis.params.indicator import Indicator
from analysis.prose import changed_target_sentence, open_target_sentence, survey_sentence
from analysis.targets import Outlook, TargetResult, assess


def words(spans: Spans) -> str:
    return "".join(getattr(span, "text", "[ref]") for span in spans)


def indicator(**given: str) -> Indicator:
    plain = {
        "id": "i", "group": "g", "name": "Robbery", "unit": "count", "direction": "lower", "rule": "at most",
        "baseline_period": "2021/22", "baseline": "100", "target_period": "2022/23", "target": "110",
    }  # fmt: skip
    return Indicator.model_validate(plain | given)


def row(result: TargetResult) -> Row:
    return publish(target_rows([result]), OPEN, key=["id"]).rows[0]


def opened(**given: Any) -> str:
    shown = Outlook(0.64, "too close to call", 70, 4, low=98, high=121)
    result = assess(indicator(), actual=70.0)
    outlook = replace(shown, **given)
    return words(open_target_sentence(row(replace(result, outlook=outlook, status=outlook.status))))


def test_an_open_target_says_what_was_counted_how_likely_it_is_and_where_it_may_end() -> None:
    assert opened() == (
        "Robbery: 70 so far in 2022/23, four months to come. The chance of meeting the target, at most 110, is 64%: "
        "too close to call. The whole is likely (80%) to be 98 to 121. Before the period began, with no change from "
        "the baseline, it was 71%."
    )


def test_a_target_that_is_settled_is_said_to_be_and_given_no_range() -> None:
    said = opened(probability=0.0, status="missed", so_far=112)
    assert "enough to say that the target, at most 110, is missed, unless the counts are revised" in said
    assert "likely (80%)" not in said


def test_nothing_is_ever_quite_certain() -> None:
    assert "is over 99%: on track" in opened(probability=1.0, status="on track")
    assert "is under 1%: at risk" in opened(probability=0.0, status="at risk")


def test_months_that_are_not_in_the_data_are_said_to_be_unknown_and_not_zero() -> None:
    said = opened(missing=(pd.Period("2022-06", "M"),))
    assert "One month so far is not in the data, and allowed for as unknown, not as zero." in said
    two = opened(missing=tuple(pd.period_range("2022-06", periods=2, freq="M")))
    assert "Two months so far are not in the data" in two


def test_totals_and_short_series_are_said_to_be_what_they_are() -> None:
    assert opened(basis="totals", low=None, high=None, proven=False).endswith("so no season is allowed for.")
    unproven = opened(proven=False)
    assert unproven.endswith(
        "The chance is unproven here: too few months lie outside any break to have shown what it is worth."
    )
    assert "likely (80%)" not in unproven


def test_a_year_earlier_that_cannot_be_compared_says_why() -> None:
    result = replace(assess(indicator(), actual=70.0), outlook=Outlook(0.64, "too close to call", 70, 4))
    refused = replace(result, on_the_year=CannotSay("recording changed in between (a step)", "recording-break"))
    said = words(open_target_sentence(row(refused)))
    assert "Whether that is more or less than a year earlier cannot be said: recording changed in between" in said


def changed(**given: str) -> str:
    return words(changed_target_sentence(row(assess(indicator(**given)))))


def test_a_clear_change_is_called_better_or_worse_by_the_declared_direction() -> None:
    assert changed(actual="200").startswith("Robbery rose by 100.0%, which is worse (95% interval: rise of")
    assert "rose by 100.0%, which is better" in changed(actual="200", direction="higher", rule="at least")
    assert changed(actual="20").startswith("Robbery fell by 80.0%, which is better (95% interval: fall of")


def test_an_ambiguous_indicator_is_called_neither() -> None:
    said = changed(actual="200", direction="ambiguous", rule="none", target="")
    assert said.startswith("Robbery rose by 100.0% (95% interval")


def test_what_chance_could_explain_is_no_clear_change_whatever_the_percentage() -> None:
    assert changed(actual="110").startswith("Robbery: no clear change (+10.0%, 95% interval: between a fall of")


def test_counts_too_small_for_a_percentage_are_given_as_counts() -> None:
    assert changed(baseline="3", actual="5") == "Robbery: no clear change (5 against 3)."
    assert changed(baseline="2", actual="60") == "Robbery rose, which is worse (60 against 2)."


def survey(**given: str) -> str:
    told = {"name": "Feel safe", "unit": "percent", "direction": "higher", "rule": "at least", "target": "70"}
    told |= {"baseline": "69", "actual": "71", "sample_size": "1,104"}
    return words(survey_sentence(row(assess(indicator(**{**told, **given})))))


def test_a_sample_that_may_be_on_either_side_of_its_target_says_so() -> None:
    assert survey() == (
        "Feel safe: 71% of 1,104 (95% interval: 68.3% to 73.6%). The target, at least 70%, lies within that range, so "
        "chance alone may have decided whether it was met."
    )
    assert "The baseline, 69%, lies within that range" in survey(rule="maintain", target="not supplied", actual="70")


def test_a_sample_clear_of_its_target_says_no_more_than_its_range() -> None:
    assert survey(actual="80") == "Feel safe: 80% of 1,104 (95% interval: 77.5% to 82.3%)."


def test_two_samples_are_compared_in_points_with_their_interval() -> None:
    assert survey(baseline_sample_size="1,087").endswith(
        "Against the baseline it is no clear change: +2.0 points (95% interval: −1.8 to +5.8)."
    )
    assert "it is a rise: +11.0 points" in survey(baseline_sample_size="1,087", actual="80")
    assert "it is a fall: −9.0 points" in survey(baseline_sample_size="1,087", actual="60")


@pytest.mark.parametrize("target", ["TBC", "not published"])
def test_a_sample_without_a_target_is_judged_by_none(target: str) -> None:
    assert "lies within" not in survey(rule="to be agreed", target=target)
