"""The section Prioritisation, as a reader of the illustration finds it, and where there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_edition import Written, changed, strings

from analysis import numbers
from analysis.blocks import Exhibit, Note
from analysis.params import Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.params.scoring import Score

SLUGS = ("scoring-matrix", "scoring-order", "scoring-left-out", "scoring-overrides", "scoring-evidence")


def rescored(edition: Written, change: Callable[[Score], Score | None], **scoring: object) -> Written:
    """The illustration with other scores, and another round where ``scoring`` says so."""
    declared = edition.assessment.context.edition
    scores = tuple(new for score in declared.scores if (new := change(score)) is not None)
    assert declared.scoring is not None
    return changed(edition, edition={"scores": scores, "scoring": declared.scoring.model_copy(update=scoring)})


def test_the_illustration_shows_the_whole_matrix(illustration: Written) -> None:
    made = [block.slug for block in illustration.section("prioritisation") if isinstance(block, Exhibit)]
    assert made == list(SLUGS)


def test_scores_are_called_views_and_set_no_priority(illustration: Written) -> None:
    said = illustration.words("prioritisation")
    assert "They set no priority: the partnership does" in said
    assert "a missing score is never nought" in said
    for word in ("data set", "must be a priority", "MoRiLE", "proves"):
        assert word not in said


def test_the_five_that_score_highest_stand_with_their_chance_and_the_ranks_they_may_have(illustration: Written) -> None:
    rows = illustration.rows("scoring-order")
    assert [row["issue"] for row in rows[:6]] == [
        "Domestic abuse and sexual violence",
        "Violence and a safe evening out",
        "Burglary, vehicle crime and theft from shops",
        "Cleaner and calmer neighbourhoods",
        "Road safety",
        "Children and young people at risk",
    ]
    ranked = [row for row in rows if row["place"]]
    assert sum(float(row["chance"]) for row in ranked) == pytest.approx(500)
    for row in ranked:
        assert int(row["place_low"]) <= int(row["place"]) <= int(row["place_high"])


def test_the_override_stands_beside_the_rank_of_the_scores_alone(illustration: Written) -> None:
    (row,) = illustration.rows("scoring-overrides")
    assert (row["issue"], row["unforced"], row["to"]) == ("Children and young people at risk", "6", "priority")
    assert row["by"] == "Community Safety Steering Group"
    assert illustration.row("scoring-order", issue="Children and young people at risk")["forced"] == "5"
    assert "moved to 5" in (illustration.exhibits["scoring-order"].chart or pytest.fail()).alt


def test_how_many_are_called_likely_agrees_with_the_chances_as_printed(illustration: Written) -> None:
    rows = [row for row in illustration.rows("scoring-order") if row["place"] and int(row["place"]) <= 5]
    printed = sum(round(float(row["chance"])) >= 90 for row in rows)
    assert illustration.exhibits["scoring-order"].headline.startswith(
        f"{numbers.sentence_case(numbers.in_words(printed))} of"
    )


def test_an_issue_that_two_agencies_scored_is_not_ranked(illustration: Written) -> None:
    said = illustration.words("prioritisation")
    assert "Modern slavery and exploitation (2 agencies scored it; 3 are needed)" in said
    assert illustration.row("scoring-order", issue="Modern slavery and exploitation")["place"] == ""


def test_the_planted_disagreement_is_named(illustration: Written) -> None:
    assert "Brackenford University College sees the order differently" in illustration.words("prioritisation")
    row = illustration.row("scoring-left-out", left_out="Brackenford University College")
    assert float(row["w"]) > 0.6


def test_without_the_planted_disagreement_nobody_is_named(illustration: Written) -> None:
    calm = rescored(illustration, lambda score: None if score.agency == "university-college" else score)
    assert "sees the order differently" not in calm.words("prioritisation")


def test_a_cross_cutting_issue_is_a_suggestion_that_the_partnership_confirms(illustration: Written) -> None:
    said = illustration.words("prioritisation")
    assert "It is a rule of thumb, not a finding" in said
    assert "Drugs and alcohol: nine of 10 agencies" in said
    assert "The partnership has confirmed it as cross-cutting" in said
    assert "Children and young people at risk: " not in said


def test_evidence_has_columns_of_its_own_and_is_unknown_where_the_data_have_nothing(illustration: Written) -> None:
    rows = illustration.rows("scoring-evidence")
    assert {row["issue"] for row in rows} == {
        "Violence and a safe evening out", "Burglary, vehicle crime and theft from shops",
        "Cleaner and calmer neighbourhoods", "Drugs and alcohol",
    }  # fmt: skip
    assert "Road safety" in illustration.words("prioritisation").split("the data have no category")[0]
    profile = {row["line"]: row["latest"] for row in illustration.rows("profile")}
    assert all(row["after"] == profile[row["line"]] for row in rows)


def test_a_missing_score_is_hatched_and_never_nought(illustration: Written) -> None:
    gone = rescored(
        illustration,
        lambda score: (
            score.model_copy(update={"score": Unknown.NOT_SUPPLIED})
            if (score.issue, score.criterion) == ("theft", "environment")
            else score
        ),
    )
    row = gone.row("scoring-matrix", issue="Burglary, vehicle crime and theft from shops")
    assert row["mean_environment"] == ""
    assert "Hatched: no agency scored it." in gone.exhibits["scoring-matrix"].notes[-1]
    assert "Burglary, vehicle crime and theft from shops (no agency scored it on harm to the environment" in (
        gone.words("prioritisation")
    )


def test_two_agencies_give_an_order_without_a_chance(illustration: Written) -> None:
    two = rescored(illustration, lambda score: score if score.agency in ("police", "county-council") else None, least=2)
    assert {row["chance"] for row in two.rows("scoring-order")} == {""}
    assert "how sure that is cannot be said" in two.exhibits["scoring-order"].headline
    assert "Whether the agencies agree on the order cannot be said: 2 agencies" in two.words("prioritisation")


def test_one_agency_alone_ranks_nothing(illustration: Written) -> None:
    one = rescored(illustration, lambda score: score if score.agency == "police" else None)
    notes = [block for block in one.section("prioritisation") if isinstance(block, Note)]
    assert [note.tone for note in notes] == ["cannot-say"]


def test_a_grid_is_put_together_as_one(illustration: Written) -> None:
    grid = rescored(illustration, lambda score: score, rule="grid", volume=None)
    assert "likelihood is multiplied by impact" in grid.words("prioritisation")
    scores = [float(row["score"]) for row in grid.rows("scoring-order") if row["score"]]
    assert max(scores) <= 16
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("name", "tone"), [("north-west-leicestershire/2022", "not-supplied"), ("west-lothian/2010-11", "info")]
)
def test_an_edition_without_scores_says_so_in_one_note(name: str, tone: str, written: Callable[[str], Written]) -> None:
    (note,) = written(name).section("prioritisation")
    assert isinstance(note, Note)
    assert note.tone == tone
    assert "Scores of issues by member agencies" in " ".join(strings(note.model_dump()))
