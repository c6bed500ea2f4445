"""What is said beside a table of targets, so that nobody takes it at its word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from written_edition import Written, changed

from analysis.assessment.target_standing import STANDING, standing_sentences
from analysis.blocks import Exhibit
from analysis.params.indicator import Indicator
from analysis.targets import assess

if TYPE_CHECKING:
    from collections.abc import Sequence


def indicator(**given: Any) -> Indicator:
    return Indicator.model_validate(
        {
            "id": "robbery", "group": "Ours", "name": "Robbery", "unit": "count", "direction": "lower",
            "baseline_period": "2021/22", "baseline": "66", "target_period": "2022/23", "rule": "at most",
            "target": "70", "category": "robbery", **given,
        }
    )  # fmt: skip


def performance(edition: Written, *indicators: Indicator) -> tuple[str, list[list[str]]]:
    asked = changed(edition, edition={"indicators": indicators})
    (table,) = [block for block in asked.section("performance") if isinstance(block, Exhibit)]
    return asked.words("performance"), [[cell.text for cell in row] for row in table.table.rows]


def test_a_withheld_count_is_marked_withheld_and_tells_of_nothing(illustration: Written) -> None:
    said, (row,) = performance(illustration, indicator())
    assert row[3] == "[c]"
    assert "withheld" in row
    assert "not supplied" not in row
    assert "one is withheld to protect people" in said
    assert "the chance of meeting the target cannot be given: withheld so that nobody can be identified" in said


def test_an_open_period_is_judged_from_its_months(leicestershire: Written) -> None:
    said, (row,) = performance(leicestershire, indicator(category="burglary", name="Burglary", target="20"))
    assert row[-1] == "under 1%"
    assert "missed" in row
    assert "so far in 2022/23, four months to come" in said


def test_a_total_of_counted_parts_is_looked_ahead_by_its_own_months(leicestershire: Written) -> None:
    parts = [indicator(id=slug, name=slug, category=slug) for slug in ("burglary", "shoplifting")]
    whole = indicator(id="both", name="Both", category="", sum_of="burglary+shoplifting", baseline="", target="900")
    said, rows = performance(leicestershire, *parts, whole)
    counted = [int(row[3].split()[0].replace(",", "")) for row in rows]
    assert counted[2] == counted[0] + counted[1]
    assert rows[2][1] == "132"
    assert "Both: " in said and "The chance of meeting the target, at most 900, is" in said


def test_a_baseline_with_months_of_covid_is_named(leicestershire: Written) -> None:
    told = {"category": "burglary", "target_period": "year ending November 2022", "target": "300"}
    said, _ = performance(leicestershire, indicator(**told, baseline_period="year ending November 2021"))
    assert "The baseline takes in months of Covid restrictions: Robbery." in said
    later, _ = performance(leicestershire, indicator(**told, baseline_period="year ending July 2022"))
    assert "The baseline takes in" not in later


def test_every_change_of_counts_stands_with_its_interval(agreement: Written) -> None:
    said = agreement.words("performance")
    assert "NI 15 Most serious violent crime: no clear change (+3.7%, 95% interval: between a fall of" in said
    assert "NI 16 Serious acquisitive crime fell by 8.5%, which is better (95% interval: fall of" in said


def test_a_percentage_without_a_sample_size_is_said_to_have_no_range(agreement: Written) -> None:
    given = {"unit": "percent", "category": "", "target": "30", "baseline": "25", "actual": "31", "name": "Feel safe"}
    said, _ = performance(agreement, indicator(**given, target_period="2010/11"))
    assert "No range can be given for Feel safe: of how many people is not known." in said


def test_nothing_is_said_of_chances_where_no_period_is_open(agreement: Written) -> None:
    assert "Targets whose period is not over" not in agreement.words("performance")


def test_a_target_that_can_hardly_be_missed_is_said_to_be_one(agreement: Written) -> None:
    given = {"category": "", "actual": "70", "target_period": "2010/11", "rule": "maintain", "target": ""}
    said, _ = performance(agreement, indicator(**given))
    assert "Met unless there is a clear change: Robbery (met up to 104 on 66, +57.6%; with no change, 98% of" in said
    large, _ = performance(agreement, indicator(**given | {"baseline": "6600", "actual": "6600"}))
    assert "Met unless there is a clear change" not in large


def test_the_table_says_why_a_known_swing_is_not_used(illustration: Written) -> None:
    said = " ".join(
        note for block in illustration.section("performance") if isinstance(block, Exhibit) for note in block.notes
    )
    assert "Months behind Burglary, robbery and vehicle crime together are withheld" in said
    assert "Months behind Recorded robbery" not in said


def standing(*given: dict[str, str]) -> str:
    plain = {"category": "", "target_period": "2010/11"}
    return standing_sentences([assess(indicator(**plain, **each)) for each in given])


def test_the_lead_reads_as_sentences() -> None:
    met, missed, none = {"actual": "60"}, {"actual": "90"}, {"rule": "to be agreed", "target": "TBC"}
    assert standing(met, met, missed, none) == (
        "Four indicators are declared. Two were met and one was missed. Of the others, one has no target. For each it "
        "is declared whether a lower or a higher figure is better."
    )
    assert standing(none, {"actual": "TBC"}).startswith(
        "Two indicators are declared. None can be judged: one has no target and one is not yet known."
    )


def test_an_ambiguous_direction_is_explained_only_where_there_is_one() -> None:
    assert "neither better nor worse" in standing({"actual": "60", "direction": "ambiguous"})
    assert "neither better nor worse" not in standing({"actual": "60"})


@pytest.mark.parametrize("number", [0, 1])
def test_every_status_has_words_for_one_and_for_several(number: int) -> None:
    forms: Sequence[str] = [words[number] for words in STANDING.values()]
    assert all(form and form == form.strip(" .") for form in forms)
    assert len(set(forms)) == len(forms)
