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


def test_an_outcome_too_unsure_to_have_failed_is_said_to_be_weak_and_is_no_pass():
    few = replace(setting(drawn("town", 0.5, 3)), outcome="fraud")
    plan = setting(drawn("town", 60, 1, after(0.7)), falsification=(few,))
    found = ran(CHECK, plan)
    assert (found.outcome, found.figures["weak"]) == ("informative", 1)
    assert "The interval of fraud is so wide that a change as large as that would hardly have been clear" in found.words
    assert found.words.endswith("too weak to decide.")


def test_one_that_could_have_failed_is_enough_to_pass_beside_a_weak_one():
    few = replace(setting(drawn("town", 0.5, 3)), outcome="fraud")
    sure = replace(setting(drawn("town", 60, 11)), outcome="shoplifting")
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.7)), falsification=(few, sure)))
    assert (found.outcome, found.figures["weak"]) == ("passed", 1)
    assert "The interval of fraud is so wide" in found.words


def test_a_sure_outcome_is_not_called_weak():
    found = ran(CHECK, asked(1.0))
    assert found.figures["weak"] == 0
    assert "weak" not in found.words


def test_two_weak_ones_are_told_in_the_plural():
    few = (replace(setting(drawn("town", 0.5, seed)), outcome=name) for seed, name in ((3, "fraud"), (4, "theft")))
    found = ran(CHECK, setting(drawn("town", 60, 1, after(0.7)), falsification=tuple(few)))
    assert "The intervals of fraud and theft are so wide" in found.words
