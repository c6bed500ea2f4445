import numpy as np
import pandas as pd
import pytest

from analysis.cannot_say import CannotSay, said
from analysis.evaluation.asked_once import asked_once
from analysis.evaluation.design import Design
from analysis.evaluation.designs import design_named
from analysis.evaluation.effect import Effect
from analysis.evaluation.setting import Place, Setting
from analysis.evaluation.specifications import MOST, Specification, chosen, held, specifications

MONTHS = pd.period_range("2014-01", periods=60, freq="M")


def setting(comparators=3, **more):
    rng = np.random.default_rng(1)
    places = [
        Place(f"p{n}", pd.Series(rng.poisson(20, 60), index=MONTHS, dtype="Int64")) for n in range(1 + comparators)
    ]
    return Setting("incidents", places[0], MONTHS[48], MONTHS[-1], tuple(places[1:]), **more)


def telling(name, maryland=2, calls=None):
    """A design whose ratio tells how much it was given: periods before, after, comparators; its limits, which ones."""

    def run(given):
        if calls is not None:
            calls.append(given)
        ratio = (len(given.before) + len(given.after) / 100) / 100 + len(given.comparators)
        which = sum(int(each.name[1:]) for each in given.comparators)
        return Effect.of_ratio(name, 10, ratio, ratio / (2 + which / 1000), ratio * 2)

    return Design(name, name, maryland, "nothing", run)


def test_the_plans_own_choices_come_first_and_are_the_only_ones_asked_for():
    found = specifications(setting(), "b", [telling("a"), telling("b")])
    assert [each.asked for each in found] == [True, *[False] * (len(found) - 1)]
    assert (found[0].design.name, set(found[0].choices.values())) == ("b", {"all", "as planned"})


def test_a_design_without_comparators_has_times_and_first_periods():
    found = specifications(setting(), "a", [telling("a")])
    assert len(found) == 4 * 2
    assert {each.choices["comparators"] for each in found} == {"all"}
    by = {(each.choices["time before"], each.choices["first periods"]): each.effect.ratio - 3 for each in found}
    assert by["12 months", "as planned"] == pytest.approx(0.12 + 0.0012)
    assert by["24 months", "without the first three months"] == pytest.approx(0.24 + 0.0009)


def test_a_design_with_comparators_leaves_out_each_in_turn():
    found = specifications(setting(), "a", [telling("a", 3)])
    assert {each.choices["comparators"] for each in found} == {"all", "all but p1", "all but p2", "all but p3"}
    assert len(found) == 4 * 2 * 4


def test_with_too_many_the_rest_is_counted_and_every_single_choice_of_the_plan_stays():
    designs = [telling(name, 3) for name in "abcdef"]
    split = chosen(setting(20), "c", designs)
    assert len(split.kept) == MOST
    assert len(split.kept) + len(split.left_out) == 6 * 8 * 21
    mine = [choices["comparators"] for design, choices, _ in split.kept if design.name == "c"]
    assert {f"all but p{n}" for n in range(1, 21)} <= set(mine)
    assert {design.name for design, _, _ in split.kept} == set("abcdef")


def test_choices_that_give_the_very_same_effect_are_told_once():
    """What uses the latest year before alone gives one answer, whatever the time before is."""

    def latest(given):
        return Effect.of_ratio("latest", 10 + len(given.after), 0.8, 0.7, 0.9)

    found = specifications(setting(), "latest", [Design("latest", "latest", 2, "nothing", latest), telling("a")])
    mine = [each for each in found if each.design.name == "latest"]
    assert [(each.choices["time before"], each.choices["first periods"]) for each in mine] == [
        ("all", "as planned"), ("all", "without the first three months"),
    ]  # fmt: skip
    assert [each.asked for each in mine] == [True, False]
    assert len(found) == 2 + 8


def test_other_limits_or_another_design_are_answers_of_their_own():
    def run(given):
        return Effect.of_ratio("wide", 10, 0.8, 0.7 - len(given.before) / 1000, 0.9)

    designs = [Design(name, name, 2, "nothing", run) for name in ("a", "b")]
    found = specifications(setting(), "a", designs)
    assert len(found) == 2 * 4


def test_each_refusal_is_counted():
    refusing = Design("a", "a", 2, "nothing", lambda given: CannotSay("too short", "too-short"))
    assert len(specifications(setting(), "a", [refusing])) == 4 * 2


def test_of_a_real_design_no_effect_is_told_twice_and_one_with_other_limits_is_kept():
    years = pd.period_range("2000-03", periods=12, freq="Y-MAR")
    place = Place("p", pd.Series(range(50, 62), index=years, dtype="Int64"))
    found = specifications(Setting("i", place, years[8], years[-1]), "before-after", [design_named("before-after")])
    effects = [(each.effect.ratio, each.effect.low, each.effect.high) for each in found if said(each.effect)]
    assert len(effects) == len(set(effects))
    assert len({each[0] for each in effects}) < len(effects)


def test_years_have_three_and_five():
    years = pd.period_range("2000-03", periods=12, freq="Y-MAR")
    place = Place("p", pd.Series(range(50, 62), index=years, dtype="Int64"))
    found = specifications(Setting("i", place, years[8], years[-1]), "a", [telling("a")])
    assert {each.choices["time before"] for each in found} == {"all", "3 years", "5 years"}
    assert {each.choices["first periods"] for each in found} == {"as planned", "without the first year"}


def spec(ratio, low, high, *, asked=False):
    return Specification(telling("a"), {}, Effect.of_ratio("a", 10, ratio, low, high), asked)


def test_how_often_the_verdict_and_the_direction_hold():
    refused = Specification(telling("a"), {}, CannotSay("too short", "too-short"), False)
    found = held([spec(0.6, 0.4, 0.9, asked=True), spec(0.8, 0.6, 1.1), spec(1.2, 0.9, 1.5), refused])
    assert (found.verdict, found.answered, found.refused) == ("fewer", 3, 1)
    assert (found.same_verdict, found.same_direction) == pytest.approx((1 / 3, 2 / 3))


def test_without_the_one_asked_for_nothing_can_hold():
    assert held([spec(0.6, 0.4, 0.9)]).rule == "no-effect"
    assert held([Specification(telling("a"), {}, CannotSay("too short", "too-short"), True)]).rule == "too-short"


def test_the_same_question_is_worked_out_once_and_another_one_again():
    calls = []
    once = asked_once(telling("a", calls=calls))
    assert once(setting()) == once(setting())
    assert len(calls) == 1
    once(setting(2))
    once(setting(first=MONTHS[1]))
    other = setting()
    other.treated.series.iloc[0] = pd.NA
    once(other)
    assert len(calls) == 4


def test_an_unknown_count_is_not_taken_for_nought():
    calls = []
    once = asked_once(telling("a", calls=calls))
    for value in (0, pd.NA):
        given = setting()
        given.treated.series.iloc[0] = value
        once(given)
    assert len(calls) == 2
