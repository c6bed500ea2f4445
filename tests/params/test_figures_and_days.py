"""How figures, days and months are written, and how they may not be."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from analysis.params import Unknown, known
from analysis.params.figure import Figure, Id, Month, When
from analysis.params.month import last_day, month_words, months_between, vintage_end

FIGURE: TypeAdapter[Any] = TypeAdapter(Figure)
WHEN: TypeAdapter[Any] = TypeAdapter(When)


@pytest.mark.parametrize(
    ("written", "figure"),
    [("7,243", 7243), ("-8.5", -8.5), ("+10.3", 10.3), ("0", 0), (" 12 ", 12), ("1,234,567", 1234567), (7, 7)],
)
def test_a_figure_is_read_as_people_write_it(written: Any, figure: float) -> None:
    assert FIGURE.validate_python(written) == figure


@pytest.mark.parametrize(
    ("written", "way"),
    [
        ("", Unknown.NOT_SUPPLIED),
        ("N/A", Unknown.NOT_MEASURED),
        ("n/a", Unknown.NOT_MEASURED),
        ("TBC", Unknown.NOT_YET_KNOWN),
        ("to be confirmed", Unknown.NOT_YET_KNOWN),
        ("Not published", Unknown.NOT_PUBLISHED),
        ("not supplied", Unknown.NOT_SUPPLIED),
    ],
)
def test_each_way_of_not_knowing_has_its_words_and_is_never_zero(written: str, way: Unknown) -> None:
    assert FIGURE.validate_python(written) is way
    assert WHEN.validate_python(written) is way
    assert not known(way)


@pytest.mark.parametrize(
    "written",
    ["7,24", "72,43", "7.243,5", "1 234", "12%", "£5", "1e5", "nan", "inf", "-", "١٢", "9" * 16, True, ["1"], None],
)
def test_what_may_mean_two_figures_or_none_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError, match="must be a number such as"):
        FIGURE.validate_python(written)


@pytest.mark.parametrize("written", ["31/03/2018", "2018-3-31", "20180331", "2018-W13-6", "2018-02-30", 2018])
def test_a_day_is_written_one_way(written: Any) -> None:
    with pytest.raises(ValidationError, match="must be a day such as"):
        WHEN.validate_python(written)


def test_a_day_is_read() -> None:
    assert WHEN.validate_python("2018-03-31") == dt.date(2018, 3, 31)
    assert known(WHEN.validate_python("2018-03-31"))


@pytest.mark.parametrize("written", ["2022-00", "2022-13", "22-06", "2022-6", "٢٠٢٢-06", "2022-06-01"])
def test_a_month_is_written_one_way(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Month).validate_python(written)


@pytest.mark.parametrize("written", ["", "A", "a--b", "-a", "a_b", "a b", "é"])
def test_an_id_can_stand_in_an_address(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(written)


def test_months_are_counted_with_both_ends_and_said_in_words() -> None:
    assert months_between("2021-12", "2022-11") == 12
    assert months_between("2022-06", "2022-06") == 1
    assert month_words("2022-06") == "June 2022"
    assert last_day("2020-02") == dt.date(2020, 2, 29)


@pytest.mark.parametrize(
    ("source", "vintage", "ends"),
    [
        ("police-uk", "2022-11", "2022-11"),
        ("scotland", "2021-22", "2022-03"),
        ("scotland", "2011-12", "2012-03"),
        ("police-uk", "2011-12", "2011-12"),
        ("scotland", "June extract", None),
        ("police-uk", "2021-22", None),
    ],
)
def test_a_vintage_ends_when_its_name_says_if_it_does(source: str, vintage: str, ends: str | None) -> None:
    assert vintage_end(source, vintage) == ends
