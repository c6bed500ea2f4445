"""A year of which one month holds much: whether that month decides, and what is said of it."""

from __future__ import annotations

import pandas as pd
import pytest
from written_edition import Written, changed, sentences

from analysis.assessment.lone_month import deciding_month, heavy_month, lone_month

DISTRICT = "E07000134"
BEFORE, AFTER = pd.Period("2020-12", "M"), pd.Period("2021-12", "M")


def shoplifting(edition: Written, before: list[int], after: list[int]) -> Written:
    """The edition with these counts of shoplifting by month, the year before and the latest."""
    counts = dict(zip(pd.period_range(BEFORE, periods=24, freq="M"), [*before, *after], strict=True))
    frame = edition.assessment.results.slices.districts
    frame = frame[frame["month"] >= BEFORE].copy()
    ours = (frame["category"] == "shoplifting") & (frame["area"] == DISTRICT)
    frame.loc[ours, "count"] = frame.loc[ours, "month"].map(counts).astype("Int64")
    report = edition.assessment.results.slices.completeness.assign(without_location=0)
    return changed(edition, districts=frame, completeness=report, edition={"events": ()})


def said(edition: Written) -> str:
    assessment = edition.assessment
    return "\n".join(sentences(tuple(lone_month(assessment.context, assessment.results, "shoplifting"))))


def titles(edition: Written) -> list[str]:
    assessment = edition.assessment
    return [getattr(note, "title", "") for note in lone_month(assessment.context, assessment.results, "shoplifting")]


EVEN = [10] * 12


def test_an_even_year_has_no_such_month(leicestershire: Written) -> None:
    edition = shoplifting(leicestershire, EVEN, [20] * 12)
    assert heavy_month(edition.assessment.results, "shoplifting") is None
    assert said(edition) == ""


def test_a_month_decides_where_the_verdict_is_another_without_it(leicestershire: Written) -> None:
    edition = shoplifting(leicestershire, EVEN, [14] * 6 + [60] + [14] * 5)
    found = deciding_month(edition.assessment.results, "shoplifting")
    assert found is not None and (found.month, found.count) == (pd.Period("2022-06", "M"), 60)
    assert titles(edition) == ["One month decides"]
    assert said(edition).startswith(
        "June 2022 alone has 60 of the 214. Without June in either year there is no clear change: 154 against 110"
    )


def test_a_heavy_month_does_not_decide_where_the_verdict_stays(leicestershire: Written) -> None:
    edition = shoplifting(leicestershire, EVEN, [40, 40, 40, 40, 40, 40, 200, 40, 40, 40, 40, 40])
    assert deciding_month(edition.assessment.results, "shoplifting") is None
    assert titles(edition) == ["One month weighs most"]
    assert "Without June in either year it rose too: 440 against 110" in said(edition)


def test_two_unclear_changes_are_not_called_a_decision(leicestershire: Written) -> None:
    edition = shoplifting(leicestershire, [10] * 6 + [35] + [10] * 5, [10] * 6 + [35] + [10] * 5)
    assert titles(edition) == ["One month weighs most"]
    assert "Without June in either year there is no clear change either" in said(edition)


def test_a_fall_that_one_month_hides_is_said_as_it_is(leicestershire: Written) -> None:
    edition = shoplifting(leicestershire, [40] * 12, [20] * 6 + [100] + [20] * 5)
    assert titles(edition) == ["One month decides"]
    assert "Without June in either year it fell: 220 against 440" in said(edition)


@pytest.mark.parametrize("count", [1, 9])
def test_fewer_than_ten_in_a_month_are_left_to_chance(leicestershire: Written, count: int) -> None:
    edition = shoplifting(leicestershire, [1] * 12, [0] * 6 + [count] + [0] * 5)
    assert said(edition) == ""


def test_annual_figures_have_no_months_that_could_decide(lothian: Written) -> None:
    results = lothian.assessment.results
    assert all(heavy_month(results, line) is None for line in results.lines)


def test_a_line_with_withheld_months_names_none(illustration: Written) -> None:
    results = illustration.assessment.results
    assert results.any_withheld("robbery")
    assert heavy_month(results, "robbery") is None
