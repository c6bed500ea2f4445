import math

import pytest

from analysis.cannot_say import CannotSay
from analysis.evaluation.checks.leave_one_out import CHECK
from analysis.evaluation.effect import Effect
from evaluation.checks.places import ALONE, BESIDE, after, drawn, others, place, ran, replace, setting

WITH_FIFE = setting(place("town", [40] * 60), [place(each, [50] * 60) for each in ("Fife", "Moray", "Angus")])


def beside(run):
    """Refused without comparators, as every design that rests on them is."""
    return lambda given: run(given) if given.comparators else CannotSay("none", "no-comparators")


def reaching(without, with_it):
    """A design whose limits reach otherwise far, on the log scale, without Fife and with it."""

    def run(given):
        reach = with_it if any(each.name == "Fife" for each in given.comparators) else without
        return Effect.of_ratio("made", 40, 0.98, 0.98 * math.exp(-reach), 0.98 * math.exp(reach))

    return replace(BESIDE, run=beside(run))


def test_an_effect_beside_many_like_areas_hangs_on_none():
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.5)), others(6)), BESIDE)
    assert found.outcome == "passed"
    assert found.figures["lowest"] < -35
    assert found.figures["highest"] < -35
    assert "hangs on no single comparator" in found.words


def test_an_effect_made_by_one_comparator_that_rose_fails_and_is_named():
    risen = drawn("the harbour", 200, 7, after(2.0))
    found = ran(CHECK, setting(drawn("town", 60, 1), (risen, *others(2))), BESIDE)
    assert found.outcome == "failed"
    assert "Without the harbour the verdict is another" in found.words


def test_the_range_is_that_of_the_effects_without_each():
    flat, half = place("flat", [50] * 60), place("half", [50] * 48 + [25] * 12)
    asked = setting(place("town", [40] * 48 + [20] * 12), (flat, half))
    found = ran(CHECK, asked, BESIDE)
    assert (found.figures["lowest"], found.figures["highest"]) == pytest.approx((-50, 0))
    assert [each["what"] for each in found.table] == ["without flat", "without half"]


def test_a_width_that_hangs_on_one_comparator_is_said_and_is_no_pass():
    found = ran(CHECK, WITH_FIFE, reaching(0.2, 0.4))
    assert (found.outcome, found.figures["other_width"]) == ("informative", ("Fife",))
    assert (
        "hangs on no single comparator, but the width of its interval hangs on Fife: without it −19.8% to +19.7%"
        in (found.words)
    )


@pytest.mark.parametrize("without", [0.27, 0.13])
def test_a_third_wider_or_narrower_hangs_on_it(without):
    assert ran(CHECK, WITH_FIFE, reaching(without, 0.2)).figures["other_width"] == ("Fife",)


@pytest.mark.parametrize("without", [0.26, 0.2, 0.14])
def test_less_than_a_third_is_no_matter(without):
    found = ran(CHECK, WITH_FIFE, reaching(without, 0.2))
    assert (found.outcome, found.figures["other_width"]) == ("passed", ())


def test_no_more_than_three_are_named():
    def run(given):
        return Effect.of_ratio("made", 40, 0.98, *(0.98 * math.exp(each * len(given.comparators)) for each in (-1, 1)))

    few = setting(place("town", [40] * 60), [place(f"area {n}", [50] * 60) for n in range(3)])
    more = replace(few, comparators=(*few.comparators, place("Fife", [50] * 60)))
    one, none = (ran(CHECK, each, replace(BESIDE, run=beside(run))) for each in (few, more))
    assert one.figures["other_width"] == ("area 0", "area 1", "area 2")
    assert "hangs on area 0, area 1 and area 2: without area 0 " in one.words
    assert none.figures["other_width"] == ()


def test_a_design_without_comparators_has_none_to_leave_out():
    assert ran(CHECK, setting(drawn("town", 60, 1), others(3)), ALONE).rule == "no-comparators"


def test_a_single_comparator_cannot_be_left_out():
    assert ran(CHECK, setting(drawn("town", 60, 1), others(1)), BESIDE).rule == "few-comparators"


def test_an_effect_that_only_appears_without_one_is_shown_and_fails_nothing():
    fell = place("the harbour", [200] * 48 + [100] * 12)
    flat = place("east", [60] * 60), place("west", [60] * 60)
    found = ran(CHECK, setting(place("town", [100] * 48 + [75] * 12), (fell, *flat)), BESIDE)
    assert found.outcome == "informative"
    assert "there would be a clear effect" in found.words
