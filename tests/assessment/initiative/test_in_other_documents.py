"""What a strategic assessment says of its evaluations outside their own pages: cover, summary, sources, methods."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from made_case import effect_of, found
from written_edition import Written, references, rows_of, sentences

from analysis.assessment import Assessment
from analysis.assessment.evaluated import evaluation_data
from analysis.assessment.evaluation_findings import evaluation_findings
from analysis.assessment.initiatives import chosen_by
from analysis.assessment.peers import peer_blocks
from analysis.cannot_say import CannotSay

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Spans

UNCLEAR = (0.893, 0.636, 1.252)
"""What the panel finds in West Lothian."""


@pytest.fixture(scope="module")
def lothian(case: Callable[[str], Case]) -> Written:
    """West Lothian 2010/11: published figures, with an evaluation from open data."""
    return with_case(case("west-lothian/2010-11"), UNCLEAR)


def with_case(case: Case, effect: tuple[float, float, float] | CannotSay, slices: Any = None) -> Written:
    """The edition of ``case`` with what was found made up."""
    answer = effect if isinstance(effect, CannotSay) else effect_of(case, *effect)
    assessment = Assessment(case.declaration, slices, evaluations={case.initiative.id: case.slices})
    made = found(replace(case, brief=True), effect=answer)
    # A brief case works out the design asked for alone; here that is made up too.
    made.__dict__["asked"] = made.evaluated.asked
    assessment.__dict__["cases"] = {case.initiative.id: made}
    return Written(assessment)


@pytest.fixture(scope="module")
def plain(lothian: Written) -> Written:
    """The same edition without its evaluation."""
    old = lothian.assessment.declaration
    kept = tuple(each for each in old.edition.initiatives if not each.evaluation)
    edition = old.edition.model_copy(update={"initiatives": kept})
    return Written(Assessment(old.model_copy(update={"edition": edition}), None))


def text_of(spans: Spans) -> str:
    return "".join(getattr(each, "text", "") or f"<{getattr(each, 'slug', '')}>" for each in spans)


def test_the_cover_names_the_data_of_an_evaluation(lothian: Written, plain: Written) -> None:
    cover = lothian.words("front")
    assert "Data: published figures; scotland, vintage 2021-22, for the evaluation of West Lothian" in cover
    assert "published figures only" not in cover
    assert "The evaluation of West Lothian Community Safety Unit is not from it but from open data." in cover
    assert "Data: published figures only" in plain.words("front") and "is not from it" not in plain.words("front")


def test_an_evaluation_of_the_editions_own_data_is_not_named_twice(case: Callable[[str], Case]) -> None:
    edition = case("north-west-leicestershire/2022").declaration.edition
    assert evaluation_data(edition) == ""


def test_other_data_than_the_documents_are_listed_with_vintage_and_licence(lothian: Written, plain: Written) -> None:
    said = lothian.words("data")
    assert "No other data were used" not in said
    assert "Other data were used for the evaluation of West Lothian Community Safety Unit" in said
    rows = rows_of(lothian.exhibits["sources-used"])
    held = lothian.assessment.evaluations["community-safety-unit"].sources
    assert sorted(row["sha256"] for row in rows) == sorted({record.sha256 for record in held})
    assert all(row["vintage"] and row["licence"] for row in rows)
    assert "No other data were used." in plain.words("data") and "sources-used" not in plain.exhibits


def test_the_methods_name_the_design_that_was_used(lothian: Written, plain: Written) -> None:
    said = lothian.words("data")
    assert "Panel of many areas: The design of the evaluation of West Lothian Community Safety Unit" in said
    assert "whole 95% interval lies on one side" in said
    assert "Panel of many areas" not in plain.words("data")


def test_the_section_on_other_areas_owns_to_the_evaluations_comparison(lothian: Written, plain: Written) -> None:
    def said(written: Written) -> str:
        return " ".join(sentences(tuple(peer_blocks(written.assessment.context, written.assessment.results))))

    assert "beside 25 other areas, from data that the document did not use." in said(lothian)
    assert "so none can be set beside its figures." in said(plain) and "25" not in said(plain)


def test_the_summary_of_a_restated_document_opens_with_what_its_evaluation_found(lothian: Written) -> None:
    first = lothian.words("summary").splitlines()[0]
    assert first.startswith("Evaluated: West Lothian Community Safety Unit. ")
    assert "recorded vandalism came to 6,543" in first and "That is no clear difference" in first
    assert "<community-safety-unit-course>" in first and "community-safety-unit-course" in lothian.exhibits


def test_every_reference_leads_to_an_exhibit_of_the_same_document(lothian: Written) -> None:
    asked = {slug for block in lothian.blocks for slug in references(block.model_dump())}
    missing = {slug for slug in asked if not slug.startswith("section:")} - set(lothian.exhibits)
    assert missing == set()


def test_a_clear_finding_has_the_verb_of_its_grade_and_no_other(case: Callable[[str], Case]) -> None:
    made = case("west-lothian/2010-11")
    for level in (2, 3):
        known = found(made, effect=effect_of(made, 0.7, 0.6, 0.8), level=level)
        (finding,) = evaluation_findings({"unit": known})
        said = known.asked.grade
        assert not isinstance(said, CannotSay)
        assert f"The initiative {said.verb} a fall in recorded vandalism of 30.0%" in text_of(finding)
        assert text_of(finding).endswith(" fewer; <community-safety-unit-course>).")


def test_a_refusal_is_a_finding_with_its_reason(case: Callable[[str], Case]) -> None:
    made = case("north-west-leicestershire/2022")
    (finding,) = evaluation_findings({"x": found(made, effect=CannotSay("three months come before", "too-few"))})
    said = text_of(finding)
    assert said.startswith("Evaluated: The first Covid lockdown. We cannot say whether the first Covid lockdown made")
    assert said.endswith("three months come before (<first-lockdown-course>).")


def test_at_most_eight_findings_stay_and_the_evaluation_is_among_them(
    case: Callable[[str], Case], written: Callable[[str], Written]
) -> None:
    made = case("north-west-leicestershire/2022")
    edition = with_case(made, CannotSay("three months come before", "too-few"),
                        written("north-west-leicestershire/2022").assessment.slices)  # fmt: skip
    (bullets,) = [block for block in edition.section("summary") if block.kind == "list"]
    said = [text_of(item) for item in bullets.items]
    place = next(n for n, item in enumerate(said) if item.startswith("Evaluated: "))
    assert len(said) <= 8 and place > 0
    assert "All recorded crime" in said[0] and not any("Out of the ordinary" in item for item in said[:place])


def test_beside_other_areas_stands_what_west_lothian_did_itself(lothian: Written) -> None:
    """3,300 and 2,382 are the Scottish Government's own counts of vandalism there in the two years."""
    said = lothian.words("initiatives")
    others = "In 25 other areas together, recorded vandalism fell by 11.8% from 2009/10 to 2010/11 (57,022 to 50,270)."
    own = "West Lothian's own fell by 27.8% (3,300 to 2,382); the six areas that border it are not among the others."
    assert said.count(f"{others} {own}") == 2


def test_published_counts_beside_an_evaluation_stand_by_themselves(
    case: Callable[[str], Case], written: Callable[[str], Written]
) -> None:
    held = written("illustration/2022").assessment.slices
    edition = with_case(case("illustration/2022"), UNCLEAR, held)
    said = edition.words("initiatives")
    assert said.count("The published figures by themselves, apart from the evaluation above:") == 1
    damage = next(line for line in said.splitlines() if line.startswith("Recorded criminal damage and arson in Tann"))
    assert "fell by 37.7%" in damage and "281 before and 175 after" in damage
    assert "by which the place was chosen, so part of such a fall comes by itself: 281" in damage.split(". ")[0]
    assert "associated" not in damage and "comparison named" not in said


def test_a_share_stands_in_the_table_with_its_numbers_and_its_interval(written: Callable[[str], Written]) -> None:
    edition = written("illustration/2022")
    (row,) = [row for row in edition.rows("initiative-outcomes") if row["id"].startswith("second-look")]
    assert (row["after"], row["of"]) == ("15", "84")
    assert [round(float(row[name]), 1) for name in ("share_low", "share_high")] == [10.4, 27.7]
    assert row["before"] == row["change"] == "" and row["before_note"] == row["change_note"] == "[z] not applicable"
    assert edition.exhibits["initiative-outcomes"].headline == (
        "Of eight published outcomes of initiatives, one changed by more than chance commonly does; one is a share of "
        "a known number, with no time before; two came without counts and cannot be checked"
    )


def test_columns_that_no_outcome_fills_are_left_out(lothian: Written) -> None:
    table = lothian.exhibits["initiative-outcomes"].model_dump()["table"]
    printed = json.dumps(table)
    assert "Of how many" not in printed and "Before count needed" in printed
    assert "only a bare percentage needs one" not in printed


def test_queries_are_introduced_as_the_statements_that_they_are(lothian: Written) -> None:
    said = lothian.words("initiatives")
    assert "To bear in mind before believing it:" in said and "ask:" not in said
    assert "neither counts nor a percentage was published" in said


def test_an_event_is_told_apart_from_the_initiatives_that_were_not_supplied(case: Callable[[str], Case]) -> None:
    edition = with_case(case("north-west-leicestershire/2022"), CannotSay("three months come before", "too-few"))
    note, words, heading = edition.section("initiatives")[:3]
    assert (note.kind, words.kind, heading.kind) == ("note", "paragraph", "heading")
    assert "none of it is an initiative of the partnership" in " ".join(sentences((words,)))


@pytest.mark.parametrize(
    ("months", "by", "shared"), [("12", "yes", True), ("1", "yes", True), ("12", "no", False), ("", "yes", False)]
)
def test_only_months_that_it_was_chosen_by_are_said_to_be(
    months: str, by: str, shared: bool, case: Callable[[str], Case]
) -> None:
    initiative = case("illustration/2022").initiative
    assert initiative.evaluation
    chosen = initiative.evaluation.chosen.model_copy(update={"by_figures": by})
    plan = initiative.evaluation.model_copy(update={"chosen": chosen})
    outcome = initiative.outcomes[0].model_validate(
        {**initiative.outcomes[0].model_dump(), "months_before": months or "not published"}
    )
    assert chosen_by(initiative.model_copy(update={"evaluation": plan}), outcome) is shared


def test_figures_of_another_time_are_not_those_that_it_was_chosen_by(case: Callable[[str], Case]) -> None:
    initiative = case("illustration/2022").initiative
    assert initiative.evaluation
    chosen = initiative.evaluation.chosen.model_copy(update={"start": "2018-01", "end": "2018-12"})
    plan = initiative.evaluation.model_copy(update={"chosen": chosen})
    assert not chosen_by(initiative.model_copy(update={"evaluation": plan}), initiative.outcomes[0])
