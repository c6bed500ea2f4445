"""A change in words: the verb is the interval's."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.blocks import Ref, Spans
from analysis.cannot_say import CannotSay
from analysis.disclosure import DERIVED, OPEN, RESTRICTED, Row, change_columns, decide, publish
from analysis.errors import ExhibitError
from analysis.measures import change
from analysis.prose import cannot_say_note, change_headline, change_sentence, limits

PERIODS = {"after": "the year ending November 2022", "before": "the year ending November 2021"}


def row(answer: Any) -> Row:
    found = publish([{"category": "x", **change_columns(answer)}], OPEN, key=["category"], derived=DERIVED)
    return found.rows[0]


def words(spans: Spans) -> str:
    return "".join(getattr(span, "text", "[ref]") for span in spans)


def test_a_clear_fall_has_both_counts_the_percentage_and_its_interval() -> None:
    said = words(change_sentence(row(change(1000, 877)), "burglary", **PERIODS))
    assert said == (
        "Burglary fell by 12.3% in the year ending November 2022: 877, against 1,000 in the year ending November 2021 "
        "(95% interval: fall of 20.0% to 3.9%)."
    )


def test_a_clear_rise_is_a_rise_and_never_worse() -> None:
    said = words(change_sentence(row(change(100, 180)), "recorded domestic abuse", **PERIODS))
    assert said.startswith("Recorded domestic abuse rose by 80.0%")
    assert not any(word in said for word in ("worse", "better", "increase in harm", "improve"))


def test_an_interval_across_no_change_is_no_clear_change_whatever_the_point() -> None:
    said = words(change_sentence(row(change(18, 35, dispersion=2)), "robbery", **PERIODS))
    assert said.startswith("No clear change in robbery in the year ending November 2022: 35, against 18")
    assert "+94.4%" in said and "between a fall of" in said and "rose" not in said


def test_counts_too_small_for_a_percentage_are_given_alone() -> None:
    said = words(change_sentence(row(change(3, 8)), "arson", **PERIODS))
    assert "8, against 3" in said and "%" not in said and said.endswith("Counts this small carry no percentage.")


def test_the_exhibit_is_referred_to_by_its_slug() -> None:
    spans = change_sentence(row(change(100, 180)), "burglary", **PERIODS, see="burglary-series")
    assert Ref(slug="burglary-series") in spans
    assert words(spans).count("(") == 1


def test_a_refusal_gives_its_reason_and_no_number() -> None:
    said = words(change_sentence(row(CannotSay("recording changed in between")), "burglary", **PERIODS))
    assert said == "We cannot say whether burglary changed: recording changed in between."
    assert "cannot" not in change_headline(row(change(1, 2)), "burglary", after="the year")


def test_months_and_breaks_are_said() -> None:
    given = {"category": "x", **change_columns(change(100, 180)), "months": "May and June only", "breaks": "Covid"}
    said = words(change_sentence(publish([given], OPEN, key=["category"]).rows[0], "burglary", **PERIODS))
    assert "so it compares May and June only." in said and said.endswith("The comparison takes in Covid.")


def test_a_withheld_figure_is_said_to_be_withheld_and_gives_nothing_away() -> None:
    cube = pd.DataFrame({"category": ["arson"] * 2, "window": ["a", "b"], "count": [3, 40], "status": ["present"] * 2})
    decision = decide(cube, [("category", "window")], RESTRICTED)
    hidden = publish(
        [{"category": "arson", **change_columns(change(40, 3))}], RESTRICTED, key=["category"], derived=DERIVED,
        counts={"after": {"window": "a"}, "before": {"window": "b"}}, decision=decision,
    ).rows[0]  # fmt: skip
    said = words(change_sentence(hidden, "arson", **PERIODS)) + change_headline(hidden, "arson", after="the year")
    assert "withheld" in said and not any(digit in said for digit in "3456789")


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (7.3, 70.4, "rise of 7.3% to 70.4%"),
        (-17.9, -6.4, "fall of 17.9% to 6.4%"),
        (-5, 9, "between a fall of 5.0% and a rise of 9.0%"),
        (0, 9, "between no change and a rise of 9.0%"),
        (-5, 0.01, "between a fall of 5.0% and no change"),
        (5, float("inf"), "rise of 5.0% to no limit"),
    ],
)
def test_limits_are_said_as_falls_and_rises(low: float, high: float, said: str) -> None:
    assert limits(low, high) == said


def test_a_refusal_makes_a_note_with_its_reason() -> None:
    note = cannot_say_note(CannotSay("only five months have figures"), "whether burglary has a trend")
    assert note.tone == "cannot-say"
    assert words(note.spans) == "Whether burglary has a trend: only five months have figures."


def test_a_published_refusal_makes_the_same_note() -> None:
    note = cannot_say_note(row(CannotSay("a reason"))["change"], "what changed")
    assert words(note.spans) == "What changed: a reason."


def test_an_answer_is_not_refused() -> None:
    with pytest.raises(ExhibitError, match="there is an answer"):
        cannot_say_note(row(change(100, 180))["change"], "what changed")
