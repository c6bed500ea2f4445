"""What an answer hangs on: who is left out, whether designs agree and how sound they are, one place, lost months."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest
from made_case import blocks, check, effect_of, found, told

from analysis.assessment.initiative.absorbed import absorbed, raw_counts
from analysis.assessment.initiative.agreement import agreement, answering, sounder
from analysis.assessment.initiative.certainty import certainty, p_and_width
from analysis.assessment.initiative.conclusions import to_hold_against
from analysis.assessment.initiative.neighbours import left_out, neighbours
from analysis.assessment.initiative.outcomes import _headline as of_outcomes
from analysis.assessment.initiative.windows import own_window, periods_before
from analysis.blocks import Exhibit
from analysis.evaluation.checks import CheckResult
from analysis.evaluation.designs import DESIGNS
from analysis.evaluation.grading import Grade

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.assessment.initiative.case import Case
    from analysis.evaluation.evaluate import DesignResult

    Cases = Callable[[str], Case]

WEST: Final = "west-lothian/2010-11"
LOCKDOWN: Final = "north-west-leicestershire/2022"
MADE_UP: Final = "illustration/2022"
SIX: Final = [
    "City of Edinburgh", "Falkirk", "Midlothian", "North Lanarkshire", "Scottish Borders", "South Lanarkshire",
]  # fmt: skip


def others(case: Case, *given: tuple[int, float, float, str]) -> tuple[DesignResult, ...]:
    """Results of designs not asked for, by level, limits and the outcome of their one check."""
    made = found(case).evaluated.others
    return tuple(
        replace(
            result,
            effect=effect_of(case, (low + high) / 2, low, high),
            checks=(check(outcome),),
            grade=Grade(level, level, (), 0, (), True),
        )
        for result, (level, low, high, outcome) in zip(made, given, strict=False)
    )


def exhibit_of(case: Case, section: str, name: str) -> Exhibit:
    return next(b for b in blocks(case, section) if isinstance(b, Exhibit) and b.slug.endswith(name))


def test_the_councils_that_border_west_lothian_are_named_as_left_out(case: Cases) -> None:
    assert sorted(neighbours(case(WEST))) == SIX


@pytest.mark.parametrize("section", ["answer", "comparison"])
def test_who_is_left_out_stands_where_the_comparison_is_told(case: Cases, section: str) -> None:
    words = told(found(case(WEST)), section)
    assert "six areas that border West Lothian are left out" in words
    assert all(name in words for name in SIX)


def test_the_indicators_name_who_is_left_out(case: Cases) -> None:
    assert "could spill over there" in told(found(case(WEST)), "indicators")


def test_that_neighbours_were_not_looked_at_is_said_under_displacement(case: Cases) -> None:
    assert "Nor were the six areas that border West Lothian" in told(found(case(WEST)), "displacement")


def test_a_neighbour_watched_as_buffer_is_not_called_left_out(case: Cases) -> None:
    assert left_out(case(MADE_UP)) == ""


def test_designs_that_agree_are_said_to(case: Cases) -> None:
    made = case(WEST)
    low = found(made, others=others(made, (3, 0.6, 0.9, "passed"), (2, 0.7, 0.95, "failed")))
    assert agreement(low) == ["All three designs that answer agree, so it does not hang on the choice."]
    assert sounder(low) == []


def test_designs_that_find_otherwise_but_stand_lower_are_told_apart(case: Cases) -> None:
    made = case(WEST)
    unclear = effect_of(made, 0.9, 0.6, 1.3)
    given = others(made, (3, 0.7, 1.2, "passed"), (3, 0.7, 0.95, "failed"), (2, 0.7, 0.95, "passed"))
    words = " ".join(agreement(found(made, effect=unclear, checks=[check("passed")], others=given)))
    assert "The two designs of level 3 with no failed check both find no clear difference" in words
    assert "each of the two that find otherwise fails a check or stands at a lower level" in words
    assert "does not hang on the choice" not in words


def test_sound_designs_that_disagree_leave_it_open(case: Cases) -> None:
    made = case(WEST)
    words = sounder(found(made, checks=[check("passed")], others=others(made, (3, 0.6, 1.4, "passed"))))
    assert words == [
        "Even the two designs of level 3 with no failed check disagree, so whether there is a clear difference hangs "
        "on the choice of design."
    ]


def test_where_all_of_the_highest_level_fail_a_check_none_stands_out(case: Cases) -> None:
    made = case(WEST)
    words = sounder(found(made, checks=[check("failed")], others=others(made, (2, 0.6, 1.4, "passed"))))
    assert words == ["No design of the highest level reached, 3, is without a failed check, so none stands out."]


def test_intervals_without_a_common_part_are_said_to_disagree_over_size(case: Cases) -> None:
    made = case(WEST)
    words = " ".join(agreement(found(made, others=others(made, (3, 1.1, 1.4, "passed")))))
    assert "No difference lies in all their intervals" in words


def test_a_design_that_counts_next_door_too_is_not_set_against_the_others(case: Cases) -> None:
    names = {each.design.name for each in answering(found(case(MADE_UP)))}
    assert names == {each.name for each in DESIGNS} - {"displacement-difference"}


def test_the_truth_is_not_asked_of_a_design_that_counts_next_door_too(case: Cases) -> None:
    shown = exhibit_of(found(case(MADE_UP)), "truth", "truth")
    assert not any("displacement" in row[0].text for row in shown.table.rows)
    assert shown.chart is not None and "dashed line marks the known truth, −30.0%" in shown.chart.alt


def test_level_and_failed_checks_of_each_design_are_printed(case: Cases) -> None:
    shown = exhibit_of(found(case(WEST), checks=[check("failed")]), "designs", "standing")
    assert shown.print_table
    assert [cell.text for cell in shown.table.rows[0]][2:4] == ["3", "one: Placebo dates"]


def test_a_design_of_matched_years_names_its_own_three(case: Cases) -> None:
    made = case(WEST)
    assert own_window(made, "before-after") == "2007/08 to 2009/10 (three years)"
    assert own_window(made, "panel") == "as the plan"
    assert periods_before(made.setting, "panel") is None


def test_the_places_table_explains_the_percentage_of_before_and_after(case: Cases) -> None:
    shown = exhibit_of(found(case(WEST)), "comparison", "places")
    assert any("2007/08 to 2009/10" in note and "−40.0%" in note for note in shown.notes)


def test_the_others_together_are_a_row_of_places(case: Cases) -> None:
    rows = exhibit_of(found(case(WEST)), "comparison", "places").table.rows
    last = [cell.text for cell in rows[-1]]
    assert last[0] == "The 25 others together"
    before = sum(int(row[4].text.replace(",", "")) for row in rows[1:-1])
    assert int(last[4].replace(",", "")) == before


def ranked(case: Case, rank: int, p: float, **more: Any) -> Case:
    effect = replace(effect_of(case, 0.9, 0.6, 1.3, figures={"rank": rank, "comparators": 25}), p=p)
    return found(case, effect=effect, **more)


def test_a_p_that_is_a_rank_is_told_as_one(case: Cases) -> None:
    words = p_and_width(ranked(case(WEST), 9, 9 / 26))
    assert words == ["p 0.346: nine of the 26 places, itself among them, differ from the rest as much or more."]


def test_the_first_of_all_is_told_as_such(case: Cases) -> None:
    assert "none of the 25 other places" in p_and_width(ranked(case(WEST), 1, 1 / 26))[0]


def test_a_p_that_is_no_rank_is_not_told_as_one(case: Cases) -> None:
    assert "by chance" in p_and_width(ranked(case(WEST), 9, 0.2))[0]


@pytest.mark.parametrize(("narrow", "said"), [((-20.0, 5.0), True), ((-39.0, 28.0), False)])
def test_a_place_on_which_the_width_hangs_is_named(case: Cases, narrow: tuple[float, float], said: bool) -> None:
    one, _ = check("passed", "leave-one-out")
    rows = (
        {"what": "without Angus", "percent": -10.0, "low": -40.0, "high": 30.0, "verdict": "no clear difference"},
        {
            "what": "without Fife",
            "percent": -10.0,
            "low": narrow[0],
            "high": narrow[1],
            "verdict": "no clear difference",
        },
    )
    made = ranked(case(WEST), 9, 9 / 26, checks=[(one, CheckResult("passed", "It was left out.", rows))])
    assert any("without Fife" in line for line in certainty(made)) is said


def test_the_result_stands_beside_the_rule_and_no_branch_is_chosen(case: Cases) -> None:
    made = found(case(WEST))
    made.__dict__["by_outcome"] = [
        *made.by_outcome,
        ("could not be touched", made.setting.falsification[0], effect_of(made, 1.0, 0.8, 1.2)),
    ]
    words = to_hold_against(made)
    assert "recorded vandalism, fewer than expected, −20.0% (95% interval: −30.0% to −10.0%)" in words
    assert "Of what the initiative could not touch: recorded fraud, no clear difference" in words


def test_the_result_is_printed_under_the_rule_it_is_held_against(case: Cases) -> None:
    made = found(case(MADE_UP))
    assert to_hold_against(made) in told(made, "conclusions")


def test_months_that_the_register_takes_out_are_named_first_with_their_counts(case: Cases) -> None:
    made = case(LOCKDOWN)
    assert "The event is itself that change" in absorbed(made)
    assert raw_counts(made).startswith("Counted all the same, and not comparable with the months before: ")
    assert "164 in June 2020" in raw_counts(made)


def test_where_periods_are_left_nothing_is_called_taken_out(case: Cases) -> None:
    assert absorbed(case(WEST)) == raw_counts(case(WEST)) == ""


def test_an_event_is_asked_nothing_that_only_an_initiative_can_answer(case: Cases) -> None:
    made = found(case(LOCKDOWN))
    assert not blocks(made, "displacement")
    assert not any(isinstance(block, Exhibit) for block in blocks(made, "grade"))
    assert "whoever plans the next one" not in told(made, "lessons")


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 5, 5), "No clear difference in any of the five things counted"),
        ((0, 2, 4), "No clear difference in any of the two things counted that can be answered; two cannot say"),
        ((1, 2, 4), "A clear difference in one of the two things counted that can be answered; two cannot say"),
        ((3, 4, 4), "Clear differences in three of the four things counted"),
    ],
)
def test_only_outcomes_that_can_be_answered_are_counted(counts: tuple[int, int, int], words: str) -> None:
    assert of_outcomes(*counts) == words


def test_the_value_is_headed_as_a_supposition_and_names_the_source_of_its_prices(case: Cases) -> None:
    shown = exhibit_of(found(case(WEST)), "value", "value")
    assert "were it all the initiative's doing" in shown.headline
    assert "Home Office Research Report 99" in shown.source
    assert not any("1.000" in note for note in shown.notes)


def test_every_tile_leads_to_an_exhibit_that_holds_its_figure(case: Cases) -> None:
    made = found(case(WEST))
    shown = {block.slug: block for block in blocks(made) if isinstance(block, Exhibit)}
    for tile in next(block for block in blocks(made, "answer") if block.kind == "key-figures").items:
        cells = {cell.text for row in shown[tile.ref].table.rows for cell in row}
        assert tile.value in cells, tile
