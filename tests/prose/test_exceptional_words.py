import pandas as pd
import pytest

from analysis.disclosure import OPEN, publish
from analysis.prose.exceptional import chance_words, exceptional_sentence, expected_words, verdict_words


def row(**changed):
    cells = {
        "month": pd.Period("2022-06", "M"), "observed": 37, "expected": 3.04, "low": 0, "high": 12,
        "verdict": "exceptional", "among": "", "events": "", "breaks": "", **changed,
    }  # fmt: skip
    return publish([cells], OPEN, key=["month"], counts=["observed"]).rows[0]


def words(**changed):
    return "".join(span.text for span in exceptional_sentence(row(**changed), ""))


@pytest.mark.parametrize(
    ("p", "said"),
    [
        (0.0000007, "under 1 in 10,000"),
        (0.0001, "1 in 10,000"),
        (0.0036, "1 in 280"),
        (0.00055, "1 in 1,800"),
        (0.01, "1 in 100"),
        (0.5, "1 in 2"),
        (1.0, "1 in 1"),
    ],
)
def test_a_chance_is_told_as_odds_of_two_digits(p, said):
    assert chance_words(p) == said


@pytest.mark.parametrize(("value", "said"), [(3.04, "3.0"), (9.96, "10"), (71.4, "71"), (0.2, "0.2")])
def test_small_expected_counts_keep_a_decimal(value, said):
    assert expected_words(value) == said


def test_the_sentence_gives_the_count_what_was_expected_and_the_limits():
    assert words() == (
        "June 2022 had 37, against 3.0 expected (99% limits: 0 to 12). Nothing that would explain it is declared."
    )


def test_an_event_of_that_month_is_named_and_not_called_the_cause():
    said = words(events="Festival, 10 to 12 June")
    assert (
        "In the events calendar of that month: Festival, 10 to 12 June. That this was the cause is not shown." in said
    )
    assert "Nothing that would" not in said


def test_a_pulse_explains_without_saying_how_much():
    said = words(breaks="Covid restrictions")
    assert "under Covid restrictions, which explains a departure without saying how much of it." in said


def test_a_month_that_stands_out_in_its_group_only_is_said_to_do_so():
    said = words(among="with a declared event")
    assert "It stands out among the months with a declared event; among all months of the period it would not." in said
    assert "stands out among" not in words()


def test_the_verdict_names_the_group_of_months_that_makes_it():
    assert verdict_words("", explained=False) == "exceptional"
    assert verdict_words("", explained=True) == "exceptional, explained"
    among = "exceptional among months with a declared event"
    assert verdict_words("with a declared event", explained=False) == among
