"""The sections of an evaluation: what stands where, first, marked, and with what beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from made_case import REFUSED, SECTIONS, blocks, check, effect_of, found, power, told

from analysis.assessment.initiative.brief import brief
from analysis.assessment.initiative.disclosed import hidden, without_withheld
from analysis.assessment.initiative.load import evaluated_initiative
from analysis.assessment.initiative.outcomes import standing
from analysis.assessment.initiative.plan import is_planned, plan_sentences, retrospective
from analysis.assessment.initiative.value import money
from analysis.blocks import Document, Exhibit, Front, Heading, Note
from analysis.cannot_say import said
from analysis.errors import RunError
from analysis.evaluation.checks import Check, CheckResult
from analysis.params.plan import plan_hash
from analysis.render.read_references import check_references

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block

    Cases = Callable[[str], Case]

WEST: Final = "west-lothian/2010-11"
LOCKDOWN: Final = "north-west-leicestershire/2022"
MADE_UP: Final = "illustration/2022"


def with_plan(case: Case, **plan: object) -> Case:
    evaluation = case.evaluation.model_copy(update=plan)
    return replace(case, initiative=case.initiative.model_copy(update={"evaluation": evaluation}))


def document(shown: tuple[Block, ...]) -> Document:
    """The sections under one heading, as the notebook's own headings would hold them."""
    first, *rest = shown
    assert isinstance(first, Front)
    return Document(name="initiative", front=first, blocks=(Heading(level=1, text="Report", id="report"), *rest))


@pytest.mark.parametrize("name", [WEST, LOCKDOWN, MADE_UP])
def test_every_reference_of_a_report_leads_somewhere(case: Cases, name: str) -> None:
    check_references(document(blocks(found(case(name)))))


@pytest.mark.parametrize("name", [WEST, LOCKDOWN, MADE_UP])
def test_a_report_whose_design_refuses_is_whole_as_well(case: Cases, name: str) -> None:
    shown = blocks(found(case(name), effect=REFUSED, power=REFUSED))
    check_references(document(shown))


def test_power_stands_before_the_effect(case: Cases) -> None:
    ids = [block.id for block in blocks(found(case(WEST))) if isinstance(block, Heading)]
    assert ids.index("community-safety-unit-power-first") < ids.index("community-safety-unit-the-effect")


def test_that_a_fall_by_half_could_be_missed_is_said_first(case: Cases) -> None:
    first = blocks(found(case(WEST), power=power(61.0, 0.55)), "power")[1]
    assert isinstance(first, Note)
    assert first.title == "Even a fall by half could be missed"


def test_where_a_fall_by_half_would_be_seen_nothing_warns(case: Cases) -> None:
    assert not any(isinstance(block, Note) for block in blocks(found(case(WEST)), "power"))


def test_the_answer_names_what_a_board_asks_in_its_order(case: Cases) -> None:
    terms = [item.term for item in blocks(found(case(WEST)), "answer")[0].items]
    assert terms == [
        "What was tried", "What the figures show", "Compared with what", "How sure", "Other designs",
        "Grade of evidence",
    ]  # fmt: skip


def test_the_answer_says_what_designs_that_the_plan_did_not_ask_for_find(case: Cases) -> None:
    words = told(found(case(WEST)), "answer")
    assert "which the plan did not ask for and which are exploratory" in words


def test_the_count_itself_stands_beside_the_others_own(case: Cases) -> None:
    assert "it fell in all 25 other places too" in told(found(case(WEST)), "answer")


def test_whitburn_is_named_where_the_answer_is(case: Cases) -> None:
    words = told(found(case(WEST)), "answer")
    assert "Annual figures of whole councils cannot say anything of Whitburn" in words


def test_catching_up_stands_beside_the_effect(case: Cases) -> None:
    caught = check("failed", "catching-up", "It was on its way back from a peak in 2006/07.")
    shown = blocks(found(case(WEST), checks=[caught]), "effect")
    notes = [block for block in shown if isinstance(block, Note)]
    assert any(note.tone == "caution" and "peak in 2006/07" in note.spans[0].text for note in notes)  # type: ignore[union-attr]


def test_an_interval_wider_than_expected_is_said_to_be(case: Cases) -> None:
    made = case(WEST)
    assert "wider than the figures before" in told(found(made, effect=effect_of(made, 0.9, 0.6, 1.3)), "effect")
    assert "wider than the figures before" not in told(found(made, effect=effect_of(made, 0.8, 0.7, 0.9)), "effect")


def test_a_refusal_is_the_finding_and_the_chart_shows_the_counts_alone(case: Cases) -> None:
    shown = blocks(found(case(LOCKDOWN), effect=REFUSED), "effect")
    taken_out, refusal = shown[1:3]
    assert isinstance(taken_out, Note) and "takes out of every comparison" in taken_out.spans[0].text  # type: ignore[union-attr]
    assert isinstance(refusal, Note) and refusal.tone == "cannot-say"
    course = next(block for block in shown if isinstance(block, Exhibit))
    assert [column.key for column in course.table.columns] == ["month", "count"]


def test_a_refusal_does_not_send_the_reader_to_a_design_that_answers(case: Cases) -> None:
    assert "would undo the plan" in told(found(case(WEST), effect=REFUSED), "effect")


def test_a_question_not_answered_is_not_answered_with_no(case: Cases) -> None:
    assert "has not been answered with no" in told(found(case(WEST), effect=REFUSED), "conclusions")


def test_an_event_is_told_from_an_initiative(case: Cases) -> None:
    words = told(found(case(LOCKDOWN), effect=REFUSED))
    assert "An event, not an initiative" in [
        b.title for b in blocks(found(case(LOCKDOWN)), "problem") if isinstance(b, Note)
    ]
    assert "whether the first Covid lockdown made a difference" in words


def test_all_but_the_plan_is_exploratory(case: Cases) -> None:
    chart = next(b for b in blocks(found(case(WEST)), "designs") if isinstance(b, Exhibit))
    plan = [row[-1].text for row in chart.table.rows]
    assert plan[0] == "as planned"
    assert set(plan[1:]) == {"exploratory"}


@pytest.mark.parametrize("change", [{"plan": None}, {"decision_rule": "Whatever comes out, go on."}])
def test_without_a_plan_that_stands_everything_is_exploratory(case: Cases, change: dict[str, object]) -> None:
    made = with_plan(case(WEST), **change)
    assert not is_planned(made)
    chart = next(b for b in blocks(found(made), "designs") if isinstance(b, Exhibit))
    assert {row[-1].text for row in chart.table.rows} == {"exploratory"}
    assert "exploratory" in told(found(made), "answer")


def test_date_and_hash_of_the_plan_are_printed(case: Cases) -> None:
    made = found(case(WEST))
    plan = made.evaluation.plan
    assert plan is not None and plan.hash == plan_hash(made.evaluation)
    front = blocks(made, "front")[0]
    assert isinstance(front, Front)
    assert any(plan.hash in str(each.spans) for each in front.details)


def test_a_plan_fixed_when_the_figures_were_public_is_called_retrospective(case: Cases) -> None:
    made = case(WEST)
    assert retrospective(made)
    assert "retrospective" in " ".join(plan_sentences(made))


def test_the_statement_is_that_of_open_data_and_no_body_is_put_words_in_its_mouth(case: Cases) -> None:
    front = blocks(found(case(WEST)), "front")[0]
    assert isinstance(front, Front)
    assert front.statement.startswith("Analysis of open data; not produced or endorsed by the partnership")
    assert front.mark == ""


def test_what_is_simulated_is_marked_on_every_page_and_in_every_file(case: Cases) -> None:
    shown = blocks(found(case(MADE_UP)))
    assert isinstance(shown[0], Front) and shown[0].mark == "SIMULATED"
    exhibits = [block for block in shown if isinstance(block, Exhibit)]
    own = [each for each in exhibits if each.slug.startswith("street-care")]
    assert own and all(each.csv.splitlines()[1].startswith("SIMULATED,") for each in own)


def test_the_truth_is_shown_of_simulated_figures_alone(case: Cases) -> None:
    assert not blocks(found(case(WEST)), "truth")
    assert "the true −30%" in told(found(case(MADE_UP)), "truth")


def test_no_cost_is_asked_of_an_event(case: Cases) -> None:
    assert not blocks(found(case(LOCKDOWN)), "value")


def test_a_loss_is_in_the_range_where_the_interval_has_one(case: Cases) -> None:
    made = case(WEST)
    words = told(found(made, effect=effect_of(made, 0.95, 0.8, 1.1)), "value")
    assert "anything from a loss of £" in words
    assert "what it cost is not published" in words


@pytest.mark.parametrize(
    ("pounds", "words"), [(12_345.0, "£12,300"), (-4_100, "−£4,100"), (0.2, "£0"), (-0.2, "£0"), (950, "£950")]
)
def test_money_is_written_with_its_sign_before_the_pound(pounds: float, words: str) -> None:
    assert money(pounds) == words


def test_the_logic_model_names_its_gaps(case: Cases) -> None:
    made = case(WEST)
    gone = made.evaluation.logic.model_copy(update={"outputs": ()})
    shown = blocks(found(with_plan(made, logic=gone)), "logic_model")
    drawn = next(block for block in shown if isinstance(block, Exhibit))
    assert "Outputs" in drawn.headline and "not published" in drawn.headline


def test_without_a_logic_model_there_is_a_note_and_no_picture(case: Cases) -> None:
    shown = blocks(found(case(LOCKDOWN)), "logic_model")
    assert [block.kind for block in shown] == ["note"]


def test_every_figure_of_the_answer_stands_in_an_exhibit(case: Cases) -> None:
    made = found(case(WEST))
    table = next(b for b in blocks(made, "effect") if isinstance(b, Exhibit) and b.slug.endswith("-effect"))
    cells = {cell.text for cell in table.table.rows[0]}
    for figure in (item for block in blocks(made, "answer") if block.kind == "key-figures" for item in block.items):
        if figure.label != "Maryland level, of 5":
            assert figure.value in cells, figure


def test_the_page_for_the_assessment_leads_to_the_document(case: Cases) -> None:
    page = brief(found(replace(case(WEST), brief=True)))
    links = [span.href for block in page for span in getattr(block, "spans", ()) if span.kind == "link"]
    assert links == ["initiative-community-safety-unit.html"]
    assert sum(isinstance(block, Exhibit) for block in page) == 1


def test_small_counts_of_a_restricted_source_are_withheld_with_what_rests_on_them(case: Cases) -> None:
    made = case(MADE_UP)
    series = made.setting.treated.series.copy()
    series[made.setting.after[0]] = 2
    thin = replace(made.setting, treated=replace(made.setting.treated, series=series))
    hidden = found(made)
    del hidden.__dict__["decision"]
    hidden.__dict__["settings"] = type("Given", (), {"primary": thin})()
    words = told(hidden, "effect")
    assert "withheld to protect people" in words
    course = next(block for block in blocks(hidden, "effect") if isinstance(block, Exhibit))
    assert "[c]" in [row[1].text for row in course.table.rows]


def test_what_rests_on_a_withheld_total_of_another_place_is_withheld(case: Cases) -> None:
    """What was expected is the treated place's own count times those of the others: with the rest it tells of one."""
    made = case(MADE_UP)
    first, *rest = made.setting.comparators
    series = first.series.mask(first.series.index.isin(made.setting.after), 0)
    series[made.setting.after[0]] = 3
    thin = replace(made.setting, comparators=(replace(first, series=series), *rest))
    few = found(made)
    del few.__dict__["decision"]
    few.__dict__["settings"] = type("Given", (), {"primary": thin})()
    assert hidden(few, thin) and not hidden(made, made.setting)
    assert "withheld to protect people" in told(few, "effect")


def test_a_check_of_outcomes_that_are_withheld_says_how_it_came_out_and_no_figure(case: Cases) -> None:
    made = case(MADE_UP)
    assert any(hidden(made, each) for each in made.setting.falsification)
    row = {"what": "recorded other theft", "percent": -12.6, "low": -33.5, "high": 14.6, "verdict": "no clear"}
    answer = CheckResult("passed", "Recorded other theft -12.6%.", (row, row), {})
    result = replace(found(made).asked, checks=((Check("placebo-outcomes", "P", "Q?", 1, lambda *_: answer), answer),))
    ((_, masked),) = without_withheld(made, result).checks
    assert said(masked) and masked.outcome == "passed"
    assert "12.6" not in masked.words and masked.table == ()


def test_an_initiative_is_named_by_its_id_or_is_the_only_one(case: Cases) -> None:
    declaration = case(WEST).declaration
    assert evaluated_initiative(declaration, "").id == "community-safety-unit"
    with pytest.raises(RunError, match="community-safety-unit"):
        evaluated_initiative(declaration, "whitburn")


def test_outcomes_stand_only_when_all_are_allowed_for(case: Cases) -> None:
    setting = case(WEST).setting
    clear, weak = effect_of(case(WEST), 0.8, 0.7, 0.9), effect_of(case(WEST), 0.9, 0.81, 0.999)
    weak = replace(weak, p=0.049)
    found_all = [("primary outcome", setting, weak), ("further outcome", setting, replace(clear, p=0.5))]
    assert standing(found_all) == ["no", "no"]
    assert standing([("primary outcome", setting, clear), ("could not be touched", setting, clear)]) == [
        "yes",
        "not asked",
    ]


def test_the_notebook_calls_every_section_once_in_order(root) -> None:  # type: ignore[no-untyped-def]
    import json

    cells = json.loads((root / "notebooks" / "initiative_evaluation.ipynb").read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    calls = [source.split("report.")[-1].removesuffix("()") for source in sources if "report." in source]
    assert tuple(calls) == SECTIONS
