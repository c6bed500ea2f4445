"""Periods as people write them."""

from __future__ import annotations

import pytest

from analysis.counts import period_text
from analysis.methods.dates import stretch, when


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2022-06", "2022-06"), ("2022-06-01", "2022-06"), ("2022-06-01 00:00:00", "2022-06"), ("Jun 2022", "2022-06"),
        ("June 2022", "2022-06"), ("Sept 2022", "2022-09"), ("may 2022", "2022-05"), ("Jun-22", "2022-06"),
        ("Jun-98", "1998-06"), ("2022/23 Q1", "2022/23 Q1"), ("2021/22", "2021/22"), ("1999/00", "1999/00"),
    ],
)  # fmt: skip
def test_a_period_is_read_however_it_is_usually_written(text: str, read: str) -> None:
    assert period_text(when(text)) == read


@pytest.mark.parametrize("text", ["2022-06-15", "01/06/2022", "3/4/22", "2022-06-01 13:00:00", "06.2022.01"])
def test_a_day_is_no_month_since_it_may_be_a_week_or_the_fourth_of_march(text: str) -> None:
    with pytest.raises(ValueError, match=r"is a day|is not a month"):
        when(text)


@pytest.mark.parametrize("text", ["", "2022", "2022-13", "2021/23", "2022/23 Q5", "Juno 2022", "week 3", "Total"])
def test_what_is_no_period_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a month"):
        when(text)


def test_a_stretch_has_two_ends_of_one_kind_in_order() -> None:
    assert stretch("2021-12 to Nov 2022").text == "year ending November 2022"
    for wrong in ("2021-12", "2022-11 to 2021-12", "2021/22 to 2022-11"):
        with pytest.raises(ValueError, match=r"stretch|does not run"):
            stretch(wrong)
