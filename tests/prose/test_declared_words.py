"""Targets, claims and initiatives in words no stronger than their figures."""

from __future__ import annotations

from analysis.blocks import Spans
from analysis.disclosure import OPEN, publish, target_columns
from analysis.evaluation import before_after
from analysis.params.edition import Claim
from analysis.params.indicator import Indicator
from analysis.params.initiative import Outcome
from analysis.prose import claim_figure, claim_sentence, initiative_sentence, target_sentence
from analysis.targets import assess


def words(spans: Spans) -> str:
    return "".join(getattr(span, "text", "[ref]") for span in spans)


def target(**given: str) -> str:
    base = {"id": "i", "group": "g", "name": "NI 15", "unit": "count", "direction": "lower", "rule": "at most"}
    indicator = Indicator.model_validate(
        {**base, "baseline": "323", "target": "288", "target_period": "2010/11", **given}
    )
    return words(target_sentence(publish([target_columns(assess(indicator))], OPEN, key=["id"]).rows[0]))


def test_a_missed_target_says_how_far_off_without_judging() -> None:
    assert target(actual="335") == (
        "NI 15: 335 in 2010/11, target at most 288: missed. That is 16.3% above the target and 3.7% above the baseline."
    )


def test_a_figure_that_is_not_there_is_named_as_what_it_is() -> None:
    assert target(actual="N/A") == "NI 15: not measured in 2010/11; target at most 288."
    assert "not yet known" in target(actual="TBC")


def test_a_coin_toss_is_called_one() -> None:
    said = target(baseline="2,883", target="2,882", actual="2,880")
    assert "chance alone would meet this target 50% of the time" in said
    assert "chance alone" not in target(actual="335")


def test_part_of_a_year_is_said() -> None:
    assert "covers only part of the period (to November 2010)" in target(actual="200", part_year="to November 2010")


def test_percentages_are_points_apart() -> None:
    said = target(unit="percent", rule="at least", direction="higher", baseline="25", target="30", actual="28")
    assert "28% in 2010/11, target at least 30%" in said and "2.0 percentage points below the target" in said


def test_a_target_without_a_figure_says_what_it_asks() -> None:
    assert "target to reduce it" in target(rule="reduce", target="", actual="300")


def claim(**given: object) -> Claim:
    base = {"id": "c", "statement": "Fall in vandalism and hate crime.", "figure": "-40", "unit": "percent change"}
    return Claim.model_validate({**base, **given})


def test_a_claim_stands_beside_what_may_be_asked_of_it() -> None:
    said = words(claim_sentence(claim(period="not published", query="it joins two outcomes.")))
    assert said == "Fall in vandalism and hate crime: −40% (period not published). It joins two outcomes."


def test_a_claims_figure_keeps_its_unit() -> None:
    assert claim_figure(claim(figure="63", unit="people arrested")) == "63 people arrested"
    assert claim_figure(claim(figure="25", unit="percent of crime")) == "25% of crime"
    assert claim_figure(claim(figure="not published")) == "not published"


def outcome(**given: object) -> Outcome:
    base = {"id": "o", "name": "recorded vandalism", "direction": "lower", "compared": "June 2010 against June 2009"}
    return Outcome.model_validate({**base, **given})


def initiative(**given: object) -> str:
    made = outcome(**given)
    return words(initiative_sentence(made, before_after(made)))


def beside_an_evaluation(*, chosen: bool, after: str = "120") -> str:
    made = outcome(before="200", after=after, months_before="12", months_after="12")
    return words(initiative_sentence(made, before_after(made), comparator="Whinbridge", evaluated=True, chosen=chosen))


def test_beside_an_evaluation_the_published_counts_join_nothing_to_the_initiative() -> None:
    said = beside_an_evaluation(chosen=False)
    assert said.startswith("Recorded vandalism fell by 40.0%") and "200 before and 120 after" in said
    assert "associated" not in said and "initiative" not in said and "chosen" not in said
    assert "what happened elsewhere is not worked into it" in said and "comparison named" not in said


def test_a_fall_from_the_figures_that_a_place_was_chosen_by_says_so_in_the_same_sentence() -> None:
    first = beside_an_evaluation(chosen=True).split(". ")[0]
    assert "fell by 40.0%" in first and "so part of such a fall comes by itself: 200 before and 120 after" in first


def test_a_rise_from_the_figures_that_a_place_was_chosen_by_does_not_come_by_itself() -> None:
    assert "comes by itself" not in beside_an_evaluation(chosen=True, after="320")
    assert "comes by itself" not in beside_an_evaluation(chosen=True, after="190")


def test_a_bare_percentage_says_what_count_it_would_take() -> None:
    said = initiative(change_percent="-34", months_before="2", months_after="2")
    assert "−34% was published" in said and "With fewer than 64 before" in said
    assert "cannot be put down to the initiative" in said and "equally long" not in said


def test_periods_of_unknown_length_are_taken_as_equal_and_that_is_said() -> None:
    assert "equally long, which is not published" in initiative(change_percent="-60")


def test_a_proportion_without_people_is_worked_through() -> None:
    said = initiative(level_percent="2")
    assert "Of 25 people that would be nobody" in said and "13.7%" in said


def test_counts_allow_an_association_and_no_more() -> None:
    said = initiative(before="200", after="120", months_before="12", months_after="12")
    assert said.startswith("The initiative was associated with a fall in recorded vandalism of 40.0%")
    assert "Without a comparison area" in said
    assert not any(word in said for word in ("caused", "led to", "because of", "reduced"))


def test_an_unclear_effect_is_no_effect() -> None:
    said = initiative(before="200", after="190", months_before="12", months_after="12")
    assert "That is no clear change" in said and "associated" not in said


def test_nothing_published_is_a_refusal() -> None:
    assert initiative().startswith("We cannot say whether recorded vandalism changed")
