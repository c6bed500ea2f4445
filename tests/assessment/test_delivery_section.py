"""The delivery section: progress, what changed since the last edition published, the thread, the year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from written_edition import Written, rows_of, sentences

from analysis.assessment import delivery
from analysis.assessment.before import Before
from analysis.blocks import Exhibit

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.assessment.context import Context
    from analysis.params import Action

ILLUSTRATION = "illustration/2022"


@pytest.fixture
def brackenford(written: Callable[[str], Written]) -> Written:
    return written(ILLUSTRATION)


def with_before(written: Written, actions: list[Action]) -> Context:
    context = written.assessment.context
    earlier = context.edition.model_copy(update={"edition": "2021", "actions": tuple(actions)})
    declared = written.assessment.declaration.model_copy(update={"edition": earlier})
    return replace(context, before=Before(declared, {}))


def test_the_statuses_by_priority_add_up_to_the_plan(brackenford: Written) -> None:
    rows = brackenford.rows("delivery-progress")
    for column in ("actions", "done", "on_track", "due", "overdue", "no_evidence", "undated"):
        assert sum(int(row[column]) for row in rows[:-1]) == int(rows[-1][column])
    assert int(rows[-1]["actions"]) == 22


def test_the_illustration_shows_every_status(brackenford: Written) -> None:
    total = brackenford.rows("delivery-progress")[-1]
    assert all(int(total[name]) > 0 for name in ("done", "on_track", "due", "overdue", "no_evidence"))


def test_what_is_overdue_is_listed_with_its_owner_the_longest_first(brackenford: Written) -> None:
    rows = brackenford.rows("delivery-overdue")
    assert [row["number"] for row in rows] == ["V3", "N3", "T3", "D3", "C2", "N5"]
    assert [(row["owner"], row["owner_note"]) for row in rows[-2:]] == [("", "not supplied")] * 2


def test_where_nothing_was_published_before_the_section_says_so(brackenford: Written) -> None:
    assert "No earlier edition was published from here" in brackenford.words("delivery")
    assert "delivery-changes" not in brackenford.exhibits


def test_what_changed_since_the_last_edition_is_said_and_listed(brackenford: Written) -> None:
    now = [each for each in brackenford.assessment.context.edition.actions if each.plan == "delivery"]
    before = [each.model_copy(update=_earlier(each)) for each in now if each.id != "v4"]
    before.append(now[0].model_copy(update={"id": "gone", "ref": "N9", "status": "not started"}))
    blocks = delivery.delivery(with_before(brackenford, before))
    said = "\n".join(sentences(tuple(blocks)))
    assert (
        "Actions since the last edition published, 2021: one newly done, one put back, one given to another owner, one "
        "new, one dropped without being done and 18 unchanged."
    ) in said
    (table,) = [block for block in blocks if isinstance(block, Exhibit) and block.slug == "delivery-changes"]
    rows = {row["number"]: row for row in rows_of(table)}
    assert list(rows) == ["N1", "N2", "V2", "V4", "N9"]
    assert rows["N2"]["days_later"] == "31" and rows["N9"]["due"] == "no such action"


def _earlier(action: Action) -> dict[str, Any]:
    return {
        "n1": {"status": "in progress"},
        "n2": {"due": action.due.replace(month=2, day=28)} if action.id == "n2" else {},  # type: ignore[union-attr]
        "v2": {"owner": "Police"},
    }.get(action.id, {})


def test_an_edition_before_without_a_plan_is_nothing_to_compare_with(brackenford: Written) -> None:
    said = "\n".join(sentences(tuple(delivery.delivery(with_before(brackenford, [])))))
    assert "The last edition published, 2021, had no actions to compare with." in said


def test_every_loose_end_of_the_illustration_is_named(brackenford: Written) -> None:
    said = brackenford.words("delivery")
    assert "One priority has no local outcome: Confidence and hate crime." in said
    assert "Five actions have no indicator: N5, V3, T3, D3 and Y2." in said
    assert "Two evaluations have no action or indicator above: Safe Way Home and No Cold Callers." in said


def test_the_thread_of_a_document_is_what_it_publishes_and_no_more(written: Callable[[str], Written]) -> None:
    plan = written("north-west-leicestershire/2017-18")
    assert all(not row["national_outcome"] and not row["indicator"] for row in plan.rows("golden-thread"))
    assert len([row for row in plan.rows("golden-thread") if row["action"]]) == 34
    heading = plan.exhibits["golden-thread"].headline
    assert heading == "Of 34 threads, none runs from a national outcome to an indicator"
    assert "All 34 actions have no indicator." in plan.words("delivery")


def test_national_indicators_that_a_strategy_names_hang_on_its_thread(written: Callable[[str], Written]) -> None:
    strategy = written("north-west-leicestershire/2009-10")
    (crime,) = [row for row in strategy.rows("golden-thread") if row["priority_id"] == "crime-and-fear"]
    assert crime["local_outcome"].startswith("LAA 1.3")
    assert crime["indicator"].split("; ") == [
        "NI 18 Adult re-offending under probation", "NI 19 Proven re-offending by young offenders",
        "NI 16 Acquisitive crime",
    ]  # fmt: skip


def test_a_thread_that_names_no_outcome_is_not_drawn(written: Callable[[str], Written]) -> None:
    lothian = written("west-lothian/2010-11")
    assert "golden-thread" not in lothian.exhibits
    assert "it names no outcome" in lothian.words("delivery")


def test_open_data_alone_has_no_thread(written: Callable[[str], Written]) -> None:
    assert "golden-thread" not in written("north-west-leicestershire/2022").exhibits


def test_a_plan_with_too_few_days_has_no_year_and_says_why(written: Callable[[str], Written]) -> None:
    lancashire = written("west-lancashire/2011-12")
    assert "delivery-year" not in lancashire.exhibits
    assert "6 of 136 actions have a day on which they are due" in lancashire.words("delivery")


def test_a_year_without_a_day_to_see_it_from_gives_no_status(written: Callable[[str], Written]) -> None:
    rows = written("north-west-leicestershire/2017-18").rows("delivery-year")
    assert len(rows) == 33 and {row["status"] for row in rows} == {""}


def test_what_all_actions_share_is_said_once(written: Callable[[str], Written]) -> None:
    table = written("west-lancashire/2011-12").exhibits["delivery-actions-violent-crime"]
    assert "Funding, for every action: existing budgets." in table.notes
    assert "Funding" not in [column.label for column in table.table.columns]


def test_flags_of_unnumbered_actions_lead_to_their_table(written: Callable[[str], Written]) -> None:
    said = written("west-lancashire/2011-12").words("delivery")
    assert "Objective 4: reduce domestic violence, no. 4: The date lies before the plan's year begins." in said


def test_all_nine_characteristics_stand_in_the_table_of_a_document_that_names_six(
    written: Callable[[str], Written],
) -> None:
    strategy = written("north-west-leicestershire/2009-10")
    assert len(strategy.rows("equality-evidence")) == 9
    said = strategy.words("equality")
    assert "without any evidence" in said and "gender reassignment" in said
    assert "The nine are those of the Equality Act 2010, which came after this document." in said


def test_the_grid_has_a_cell_for_every_priority_and_characteristic(brackenford: Written) -> None:
    rows = brackenford.rows("equality-by-priority")
    priorities = [each.id for each in brackenford.assessment.context.edition.priorities]
    assert len(rows) == 10
    for row in rows[:9]:
        assert {row[name] for name in priorities} <= {"known", "gap", "not recorded"}


def test_a_withheld_group_is_withheld_in_every_face(brackenford: Written) -> None:
    shown = brackenford.exhibits["equality-victims-by-ethnic-group"]
    hidden = [row for row in rows_of(shown) if not row["count"]]
    assert [row["group"] for row in hidden] == ["Black or Black British", "Any other group"]
    assert all(not row["percent"] and row["count_note"].startswith("[c]") for row in hidden)
    assert any("[c]" in symbol for symbol in shown.symbols)


def test_actions_of_the_impact_assessment_have_the_same_statuses(brackenford: Written) -> None:
    statuses = {row["number"]: row["status"] for row in brackenford.rows("equality-actions")}
    assert statuses == {
        "E1": "overdue", "E2": "done", "E3": "on track", "E4": "no evidence", "E5": "on track", "E6": "no evidence",
    }  # fmt: skip


def test_an_edition_that_declares_nothing_names_the_nine_that_are_missing(written: Callable[[str], Written]) -> None:
    said = written("north-west-leicestershire/2017-18").words("equality")
    assert "pregnancy and maternity" in said and "sexual orientation" in said
