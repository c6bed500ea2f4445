"""Indicators that the data themselves measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from written_edition import Written, changed

from analysis.assessment.targets import assessed, targets_slug
from analysis.blocks import Exhibit
from analysis.cannot_say import CannotSay
from analysis.measures import TYPICAL_PHI, Change, Comparison
from analysis.params.figure import Unknown
from analysis.params.indicator import Indicator

if TYPE_CHECKING:
    from analysis.targets import TargetResult


def indicator(**given: Any) -> Indicator:
    return Indicator.model_validate(
        {
            "id": "burglary", "group": "Ours", "name": "Burglary", "unit": "count", "direction": "lower",
            "baseline_period": "year ending November 2021", "baseline": "265",
            "target_period": "year ending November 2022", "rule": "at most", "target": "300", "category": "burglary",
            **given,
        }
    )  # fmt: skip


def found(edition: Written, **given: Any) -> TargetResult:
    asked = changed(edition, edition={"indicators": (indicator(**given),)}).assessment
    (result,) = assessed(asked.context, edition.assessment.results)
    return result


def test_the_actual_of_a_category_is_counted_and_not_typed(leicestershire: Written) -> None:
    result = found(leicestershire, actual="1")
    assert result.actual == 358
    assert result.status == "missed"


def test_a_period_that_ends_after_the_data_is_counted_as_part_of_a_year(leicestershire: Written) -> None:
    result = found(leicestershire, target_period="2022/23", baseline_period="2021/22")
    months = [f"2022-{month:02d}" for month in range(4, 12)]
    rows = {row["month"]: row["count"] for row in leicestershire.rows("course-of-burglary")}
    assert result.actual == sum(int(rows[month]) for month in months)
    assert result.indicator.part_year == "April to November 2022"
    assert result.status in ("on track", "at risk", "too close to call", "missed")
    assert result.outlook.so_far == result.actual
    assert result.outlook.months_left == 4


def test_a_period_that_has_not_begun_is_not_counted_as_nought(leicestershire: Written) -> None:
    result = found(leicestershire, target_period="2023/24")
    assert result.actual is Unknown.NOT_SUPPLIED
    assert result.status == "not due"


def test_a_period_with_missing_months_is_not_counted_and_says_which(leicestershire: Written) -> None:
    result = found(leicestershire, target_period="year ending November 2019")
    assert isinstance(result.actual, CannotSay)
    assert result.actual.reason.endswith("not in the data")
    assert result.status == "not in the data"


def test_a_category_that_the_data_do_not_hold_is_not_counted(leicestershire: Written, illustration: Written) -> None:
    for edition in (leicestershire, illustration):
        assert found(edition, category="piracy").actual is Unknown.NOT_SUPPLIED


def test_annual_figures_count_a_financial_year(lothian: Written) -> None:
    line = "all-group-3-crimes-of-dishonesty"
    assert found(lothian, category=line, target_period="2021/22").actual == 3053
    assert found(lothian, category=line, target_period="2022/23").actual is Unknown.NOT_SUPPLIED


@pytest.mark.parametrize(
    ("group", "slug"), [("Performance 2010/11", "targets-performance-2010-11"), ("Ours!", "targets-ours")]
)
def test_the_slug_of_a_group(group: str, slug: str) -> None:
    assert targets_slug(group) == slug


def test_the_summary_counts_what_the_table_counts(leicestershire: Written) -> None:
    edition = changed(
        leicestershire, edition={"indicators": (indicator(), indicator(id="later", target_period="2023/24"))}
    )
    said = edition.words("performance")
    assert "Two indicators are declared" in said
    (table,) = [block for block in edition.section("performance") if isinstance(block, Exhibit)]
    assert table.headline == "Of two indicators, one missed; one cannot be judged"
    assert "data.police.uk" in table.source


ROBBERY: dict[str, str] = {
    "id": "robbery", "name": "Robbery", "category": "robbery", "baseline": "66", "rule": "downward or maintain",
    "target": "",
}  # fmt: skip


def test_a_change_is_the_one_that_the_category_prints_though_months_are_withheld(illustration: Written) -> None:
    result, results = found(illustration, **ROBBERY), illustration.assessment.results
    assert results.any_withheld("robbery")
    printed = results.on_the_year["robbery"]
    assert isinstance(printed, Comparison) and isinstance(result.evidence, Change)
    assert (result.evidence.low, result.evidence.high) == (printed.change.low, printed.change.high)
    assert result.own_swing and not result.swing_withheld


def test_the_swing_of_withheld_months_is_not_told_of_a_stretch_printed_nowhere(illustration: Written) -> None:
    other = {"baseline_period": "year ending October 2020", "target_period": "year ending November 2022"}
    result = found(illustration, **ROBBERY, **other)
    assert result.swing_withheld and not result.own_swing
    assert result.dispersion == TYPICAL_PHI
