"""The performance report: what was known at the end of its month, and nothing that came later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from written_edition import rows_of, sentences

from analysis.assessment.as_at import as_at, indicator_as_at
from analysis.assessment.performance_report import PerformanceReport
from analysis.blocks import Exhibit, Front
from analysis.params.figure import Unknown
from analysis.params.performance import Performance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from written_edition import Written

    from analysis.blocks import Block

QUARTER = Performance(month="2022-09", months=3)


def report(written: Written, asked: Performance = QUARTER) -> PerformanceReport:
    declaration, slices = written.assessment.declaration, written.assessment.slices
    return PerformanceReport(as_at(declaration, asked), slices.until(asked.month) if slices else None)


@pytest.fixture(scope="module")
def made(illustration: Written) -> PerformanceReport:
    return report(illustration)


def exhibits(blocks: Sequence[Block]) -> dict[str, Exhibit]:
    return {block.slug: block for block in blocks if isinstance(block, Exhibit)}


def indicators(found: PerformanceReport) -> dict[str, dict[str, str]]:
    shown = exhibits(found.targets().blocks).values()
    return {row["id"]: row for exhibit in shown for row in rows_of(exhibit)}


def test_counts_that_came_later_change_nothing(illustration: Written) -> None:
    slices = illustration.assessment.slices
    assert slices is not None
    later = slices.districts["month"] > pd.Period("2022-09", "M")
    assert later.any()
    wild = slices.districts.assign(count=slices.districts["count"].mask(later, 9999))
    other = replace(illustration.assessment, slices=replace(slices, districts=wild))
    one, two = report(illustration), report(replace(illustration, assessment=other))
    assert indicators(one) == indicators(two)
    assert list(sentences(one.exceptional().blocks)) == list(sentences(two.exceptional().blocks))


def test_figures_declared_for_later_months_change_nothing(illustration: Written, made: PerformanceReport) -> None:
    declaration = illustration.assessment.declaration
    ids = ("crime-rate", "safe-after-dark", "domestic-abuse-reports", "hate-incidents", "acquisitive-crime")
    indicators_then = tuple(
        each.model_copy(update={"actual": 123456.0, "note": "123456"}) if each.id in ids else each
        for each in declaration.edition.indicators
    )
    edition = declaration.edition.model_copy(update={"indicators": indicators_then})
    other = PerformanceReport(as_at(declaration.model_copy(update={"edition": edition}), QUARTER), made.slices)
    assert "123456" not in other.declaration.model_dump_json()
    assert indicators(other) == indicators(made)


def test_an_actual_for_a_period_that_was_not_over_is_not_yet_known(made: PerformanceReport) -> None:
    found = indicators(made)
    assert found["crime-rate"]["actual_note"] == "not yet known"
    assert found["hate-incidents"]["actual_note"] == "not yet known"
    assert found["road-casualties"]["actual"] == "38"


def test_a_part_of_a_year_that_was_over_is_shown_and_a_later_one_is_not(illustration: Written) -> None:
    (treatment,) = [e for e in illustration.assessment.declaration.edition.indicators if e.id == "treatment-completed"]
    assert indicator_as_at(treatment, pd.Period("2022-09", "M")).actual == 118
    before = indicator_as_at(treatment, pd.Period("2022-08", "M"))
    assert (before.actual, before.part_year) == (Unknown.NOT_YET_KNOWN, "")


@pytest.mark.parametrize(
    ("period", "known"), [("2021/22", True), ("Autumn 2022", False), ("Autumn 2021", True), ("", False)]
)
def test_a_period_without_a_month_may_go_to_the_end_of_its_year(
    illustration: Written, period: str, known: bool
) -> None:
    first = illustration.assessment.declaration.edition.indicators[0]
    own = first.model_copy(update={"target_period": period, "actual": 5.0, "part_year": ""})
    assert (indicator_as_at(own, pd.Period("2022-09", "M")).actual == 5.0) is known


def test_open_periods_have_their_chance(made: PerformanceReport) -> None:
    found = indicators(made)
    assert 0 <= float(found["shoplifting"]["chance_now"]) <= 100
    assert found["damage-financial-year"]["status"] in ("on track", "at risk", "too close to call")


def test_remarks_written_later_and_approvals_are_left_out(made: PerformanceReport) -> None:
    edition = made.declaration.edition
    assert not [each.note for each in edition.indicators if "four months are still to come" in each.note]
    assert (edition.approved, edition.revision, edition.claims, edition.initiatives) == (None, "", (), ())
    assert edition.produced == dt.date(2022, 9, 30)


def test_only_months_looked_at_stand_in_the_table_of_exceptional_months(leicestershire: Written) -> None:
    found = report(leicestershire, Performance(month="2022-06"))
    (table,) = exhibits(found.exceptional().blocks).values()
    assert {row["month"] for row in rows_of(table)} <= {"2022-04", "2022-05", "2022-06"}
    assert "earlier months" not in "\n".join(sentences(found.exceptional().blocks))


def test_actions_that_are_overdue_or_due_soon_are_listed_and_no_others(illustration: Written) -> None:
    found = report(illustration, Performance(month="2022-11", months=1))
    shown = exhibits(found.actions().blocks)
    (soon,) = [each for slug, each in shown.items() if slug == "actions-due-soon"]
    days = [dt.date.fromisoformat(row["due_date"]) for row in rows_of(soon)]
    assert days and all(dt.date(2022, 11, 30) <= day <= dt.date(2023, 2, 28) for day in days)


def test_an_action_not_done_when_its_status_was_declared_was_overdue_before(illustration: Written) -> None:
    declaration = illustration.assessment.declaration
    first = declaration.edition.actions[0].model_copy(update={"due": dt.date(2022, 6, 30), "status": "in progress"})
    done = first.model_copy(update={"id": "done", "status": "done"})
    silent = first.model_copy(update={"id": "silent", "status": "not supplied"})
    edition = declaration.edition.model_copy(update={"actions": (first, done, silent)})
    found = PerformanceReport(as_at(declaration.model_copy(update={"edition": edition}), QUARTER), None)
    (late,) = exhibits(found.actions().blocks).values()
    assert [row["id"] for row in rows_of(late)] == [first.id]
    words = "\n".join(sentences(found.actions().blocks))
    assert "One is overdue. One is done now; by which day is not declared." in words
    assert "Of one nothing is declared that would show it." in words


def test_an_action_done_since_may_have_been_late_so_none_is_only_not_known_to_be(made: PerformanceReport) -> None:
    words = "\n".join(sentences(made.actions().blocks))
    assert "None is known to be overdue. Three are done now; by which day is not declared." in words


def test_the_approval_of_the_edition_does_not_make_an_earlier_report_final(made: PerformanceReport) -> None:
    (first,) = [block for block in made.front().blocks if isinstance(block, Front)]
    assert first.status == "Draft or final: not stated"


def test_open_data_have_no_targets_and_no_actions(leicestershire: Written) -> None:
    found = report(leicestershire)
    assert "only the partnership can set" in "\n".join(sentences(found.targets().blocks))
    assert "only the partnership can declare" in "\n".join(sentences(found.actions().blocks))


def test_it_says_as_at_which_day(made: PerformanceReport) -> None:
    words = "\n".join(sentences(made.front().blocks))
    assert "As at: 30 September 2022" in words
    assert "Made of what was known at the end of September 2022." in words
