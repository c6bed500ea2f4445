"""Which months an indicator's target and baseline mean, and which categories of the data measure it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from written_edition import Written, changed

from analysis.assessment.counted_targets import (
    baseline_window,
    counted_of,
    part_of_year,
    recorded_otherwise,
    target_window,
)
from analysis.cannot_say import CannotSay
from analysis.params.indicator import Indicator
from analysis.params.recording import RecordingBreak


def indicator(**given: Any) -> Indicator:
    return Indicator.model_validate(
        {
            "id": "burglary", "group": "Ours", "name": "Burglary", "unit": "count", "direction": "lower",
            "baseline_period": "2021/22", "baseline": "265", "target_period": "2022/23", "rule": "at most",
            "target": "300", "category": "burglary", **given,
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2022/23", "2022-04", "2023-03"),
        ("year ending November 2022", "2021-12", "2022-11"),
        ("March 2022", "2021-04", "2022-03"),
        ("2022", "2022-01", "2022-12"),
    ],
)
def test_a_period_in_words_is_twelve_months(leicestershire: Written, words: str, first: str, last: str) -> None:
    found = target_window(indicator(target_period=words), leicestershire.assessment.context)
    assert found is not None
    assert (found.start, found.end) == (pd.Period(first, "M"), pd.Period(last, "M"))


@pytest.mark.parametrize("words", ["", "autumn 2022", "each month to March 2023", "2023/24"])
def test_a_period_that_names_no_year_or_has_not_begun_has_no_months(leicestershire: Written, words: str) -> None:
    assert target_window(indicator(target_period=words), leicestershire.assessment.context) is None


def test_an_edition_without_data_counts_nothing(agreement: Written) -> None:
    assert target_window(indicator(target_period="2010/11"), agreement.assessment.context) is None
    assert part_of_year(indicator(target_period="2010/11"), agreement.assessment.context) == ""


def test_the_part_of_the_year_is_what_the_data_cover(leicestershire: Written) -> None:
    context = leicestershire.assessment.context
    assert part_of_year(indicator(), context) == "April to November 2022"
    assert part_of_year(indicator(target_period="year ending November 2022"), context) == ""


@pytest.mark.parametrize("words", ["", "2004 to 2008 average", "autumn 2021"])
def test_a_baseline_of_several_years_or_of_none_has_no_twelve_months(leicestershire: Written, words: str) -> None:
    assert baseline_window(indicator(baseline_period=words), leicestershire.assessment.context) is None


def test_a_year_by_financial_years_is_one_period(lothian: Written) -> None:
    context = lothian.assessment.context
    found = target_window(indicator(target_period="2021/22"), context)
    assert found is not None and len(found.periods) == 1
    assert target_window(indicator(target_period="2022/23"), context) is None
    assert baseline_window(indicator(), context) is None


def test_months_and_their_year_before_stand_behind_a_count(leicestershire: Written) -> None:
    results = leicestershire.assessment.results
    found = counted_of(indicator(), leicestershire.assessment.context, results)
    assert found is not None and found.series is not None and found.period is not None
    assert found.actual == found.series["2022-04":"2022-11"].sum()
    assert found.on_the_year is not None
    assert found.swing is not None and found.swing > 1


def test_a_baseline_that_is_not_the_year_before_brings_no_year_on_year(leicestershire: Written) -> None:
    given = indicator(baseline_period="2018/19", target_period="year ending November 2022")
    found = counted_of(given, leicestershire.assessment.context, leicestershire.assessment.results)
    assert found is not None and found.on_the_year is None


@pytest.mark.parametrize("sum_of", ["burglary+missing", "burglary+typed", "burglary+later"])
def test_a_sum_is_counted_only_where_every_part_is_over_the_same_period(leicestershire: Written, sum_of: str) -> None:
    parts = (
        indicator(),
        indicator(id="typed", category=""),
        indicator(id="later", category="robbery", target_period="year ending November 2022"),
    )
    whole = indicator(id="both", category="", sum_of=sum_of)
    asked = changed(leicestershire, edition={"indicators": (*parts, whole)}).assessment.context
    assert counted_of(whole, asked, leicestershire.assessment.results) is None


def test_a_declared_total_of_counted_parts_keeps_its_declared_figure(leicestershire: Written) -> None:
    whole = indicator(id="both", category="", sum_of="burglary", actual="999")
    asked = changed(leicestershire, edition={"indicators": (indicator(), whole)}).assessment.context
    found = counted_of(whole, asked, leicestershire.assessment.results)
    assert found is not None and found.actual == 999
    assert found.series is not None


def test_many_missing_months_are_counted_and_few_are_named(leicestershire: Written) -> None:
    results, context = leicestershire.assessment.results, leicestershire.assessment.context
    found = counted_of(indicator(target_period="year ending November 2019"), context, results)
    assert found is not None and isinstance(found.actual, CannotSay)
    assert found.actual.reason.endswith("are not in the data")
    assert "of its 12 months" in found.actual.reason or "2019" in found.actual.reason


def test_a_step_in_recording_between_baseline_and_target_is_seen(leicestershire: Written) -> None:
    context, results = leicestershire.assessment.context, leicestershire.assessment.results
    assert not recorded_otherwise(indicator(), context, results)
    step = RecordingBreak(
        id="rules", name="New rules", start="2022-04", end="2022-04", kind="step", countries=("england",),
        effect="more crimes", source="the rules",
    )  # fmt: skip
    declared = leicestershire.assessment.declaration
    told = declared.model_copy(update={"breaks": (*declared.breaks, step)})
    edition = Written(type(leicestershire.assessment)(told, leicestershire.assessment.slices)).assessment
    assert recorded_otherwise(indicator(), edition.context, edition.results)
    assert not recorded_otherwise(indicator(baseline_period=""), edition.context, edition.results)
