import pandas as pd
import pytest

from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, publish
from analysis.errors import ExhibitError
from analysis.exhibits.exceptional import exceptional
from analysis.prose.exceptional import chance_words, expected_words

from .frames import HOSTILE, caption

ROW = {
    "category": HOSTILE, "month": pd.Period("2022-06", "M"), "observed": 37, "expected": 3.04, "low": 0, "high": 12,
    "ratio": 12.14, "p": 0.0036, "verdict": "exceptional", "explanation": "Festival",
}  # fmt: skip


def drawn(rows):
    frame = publish(pd.DataFrame(rows, columns=list(ROW)), OPEN, key=["category", "month"], counts=["observed"])
    return exceptional(frame, caption("exceptional-months"), expected=expected_words, chance=chance_words)


def test_a_row_says_recorded_expected_limits_ratio_chance_and_why():
    (row,) = drawn([ROW]).table.rows
    assert [cell.text for cell in row] == [
        HOSTILE, "Jun 2022", "37", "3.0", "0 to 12", "12.1", "1 in 280", "exceptional", "Festival",
    ]  # fmt: skip


def test_the_notes_say_that_some_lie_outside_by_chance():
    assert any("some lie outside by chance" in note for note in drawn([ROW]).notes)


def test_the_csv_has_the_whole_frame():
    assert drawn([ROW]).csv.count("2022-06") == 1
    assert "3.04" in drawn([ROW]).csv


def test_without_a_month_outside_its_limits_there_is_no_table():
    assert isinstance(drawn([]), CannotSay)


def test_a_bare_frame_is_refused():
    with pytest.raises(ExhibitError, match="takes a published frame"):
        exceptional(pd.DataFrame([ROW]), caption(), expected=expected_words, chance=chance_words)
