"""The sentences of an outlook, no stronger than its intervals and its past."""

import pandas as pd

from analysis.disclosure import OPEN, publish
from analysis.prose import outlook_sentence

YEAR = ("months", "so_far", "low95", "low80", "expected", "high80", "high95")


def row(**changed):
    values = {
        "category": "Burglary", "model": "Theta", "first_month": pd.Period("2022-12", "M"), "expected": 52,
        "low80": 44, "high80": 61, "low95": 40, "high95": 66, "mase": 0.8, "naive_mase": 1.0, "coverage80": 81.0,
        "coverage95": 94.0, "origins": 17, "too_wide": "no",
    }  # fmt: skip
    year = ("April 2022 to March 2023", 315, 450, 470, 516, 560, 623)
    values |= {f"financial_year_{part}": value for part, value in zip(YEAR, year, strict=True)}
    for part in YEAR:
        values |= {f"calendar_year_{part}": None, f"calendar_year_{part}_status": "not applicable"}
    return publish([values | changed], OPEN, key=["category"]).rows[0]


def words(**changed):
    spans = outlook_sentence(row(**changed), see="outlook-of-burglary")
    return "".join(getattr(span, "text", "<ref>") for span in spans)


def test_it_says_the_next_month_with_both_intervals():
    assert "December 2022 may bring about 52 (80% interval: 44 to 61; 95%: 40 to 66; <ref>)." in words()


def test_it_rests_on_things_going_on_as_they_have():
    assert words().startswith("Outlook. If things go on as they have, ")


def test_it_says_where_the_year_may_end_and_what_is_counted():
    year = "The financial year April 2022 to March 2023 had 315 so far and may end at about 516"
    assert f"{year} (95% interval: 450 to 623)." in words()
    assert "calendar year" not in words()


def test_it_says_what_the_model_was_worth_beside_last_year():
    said = words()
    assert (
        "Tried at 17 past dates, its error was 20% smaller than that of repeating the same month a year before" in said
    )
    assert "its 80% intervals held 81% of what came, its 95% intervals 94%." in said


def test_seasonal_naive_is_called_what_it_is():
    said = words(model="seasonal naive", mase=1.0)
    assert "no model came nearer than repeating the same month a year before" in said
    assert "smaller" not in said


def test_intervals_that_held_too_little_are_called_too_narrow():
    assert words().endswith("94%.")
    assert words(coverage80=60.0).endswith("Take the intervals as too narrow: they held less than they should.")
    assert words(coverage95=80.0).endswith("Take the intervals as too narrow: they held less than they should.")


def test_intervals_that_held_clearly_more_than_they_should_are_called_wide():
    assert words(coverage80=100.0, too_wide="yes").endswith(
        "The intervals are wider than they need be: they held clearly more than they should."
    )
    assert "wider" not in words(coverage80=92.0)


def test_a_gain_under_a_tenth_is_about_as_good_as_last_year():
    said = words(mase=0.95)
    assert "Tried at 17 past dates, which overlap, it was about as good as repeating the same month a year" in said
    assert "smaller" not in said
    assert "its error was 11% smaller" in words(mase=0.89)
