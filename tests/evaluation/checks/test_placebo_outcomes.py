from analysis.evaluation.checks.placebo_outcomes import CHECK
from evaluation.checks.places import ALONE, after, drawn, ran, replace, setting


def asked(*factors, real=0.5):
    untouched = tuple(
        replace(setting(drawn("town", 60, 10 + n, after(each))), outcome=f"outcome {n}")
        for n, each in enumerate(factors)
    )
    return setting(drawn("town", 60, 1, after(real)), falsification=untouched)


def test_an_untouchable_outcome_that_stays_passes():
    found = ran(CHECK, asked(1.0))
    assert found.outcome == "passed"
    assert "outcome 0" in found.words


def test_an_untouchable_outcome_that_falls_as_much_fails():
    found = ran(CHECK, asked(1.0, 0.5))
    assert found.outcome == "failed"
    assert found.figures["like"] == 1
    assert "So outcome 1 changed in the same way" in found.words


def test_a_clear_but_much_smaller_fall_does_not_explain_the_effect():
    found = ran(CHECK, asked(0.82, real=0.35))
    assert found.figures["clear"] == 1
    assert found.outcome == "informative"


def test_a_change_the_other_way_does_not_explain_it():
    found = ran(CHECK, asked(1.6))
    assert (found.figures["clear"], found.outcome) == (1, "informative")


def test_where_no_effect_is_claimed_nothing_fails():
    assert ran(CHECK, asked(0.5, real=1.0)).outcome == "informative"


def test_without_such_an_outcome_it_cannot_be_said():
    assert ran(CHECK, asked()).rule == "no-falsification"


def test_outcomes_that_cannot_carry_the_design_are_no_evidence():
    plan = asked(1.0)
    late = replace(plan.falsification[0], first=plan.start)
    assert ran(CHECK, replace(plan, falsification=(late,)), ALONE).rule == "no-falsification"
