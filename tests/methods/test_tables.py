"""A table of someone's own: every row that is wrong at once, with its line; a gap stays a gap."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.errors import MethodError
from analysis.methods.areas import areas, own_and_others
from analysis.methods.counted import beside, counted
from analysis.methods.figures import column, number, people, several, whole_number
from analysis.methods.given import Given
from analysis.methods.table import SHOWN, table

GOOD = "month,n,pop\n2022-01,5,100\n2022-02,,100\n2022-03,7,100\n2022-04,0,100\n"


def read(text: str, count: str = "n") -> pd.Series:
    return counted(table(text, "mine.csv"), "month", count)


def problems(text: str) -> list[str]:
    with pytest.raises(MethodError) as error:
        read(text)
    return str(error.value).splitlines()


def test_an_empty_cell_stays_a_gap_and_a_zero_a_zero() -> None:
    found = read(GOOD)
    assert found.tolist() == [5, pd.NA, 7, 0]
    assert found.index.freqstr == "M"


def test_every_bad_row_is_named_at_once_with_its_line() -> None:
    said = problems("month,n\n2022-01,5\n2022-02,-3\n2022-03,many\n15 March,4\n,9\n2022-06,2.5\n")
    assert said[0] == "mine.csv: 5 problems, nothing was computed:"
    assert [line.split(" ")[2].rstrip(":") + " " + line.split(" ")[3].rstrip(":") for line in said[1:]] == [
        "mine.csv:3 n", "mine.csv:4 n", "mine.csv:5 month", "mine.csv:6 month", "mine.csv:7 n",
    ]  # fmt: skip
    assert "-3 is below zero" in said[1]
    assert "leave the cell empty where the count is not known" in said[2]


def test_of_very_many_bad_rows_the_first_are_shown_and_the_rest_counted() -> None:
    said = problems("month,n\n" + "".join(f"{year}-01,x\n" for year in range(1950, 2000)))
    assert len(said) == SHOWN + 2
    assert said[-1] == f"  and {50 - SHOWN} more"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("2022-01,5\n2022-01,6\n", "mine.csv:3 month: 2022-01 stands in line 2 too"),
        ("2022-02,5\n2022-01,6\n", "mine.csv:3 month: 2022-01 comes after 2022-02: put the rows in order of date"),
        ("2022-01,5\n2022-03,6\n", "2022-02 is left out: a gap needs a row with an empty count"),
        ("2022-01,5\n2022-06,6\n", "2022-02 to 2022-05 are left out"),
        ("2022-01,5\n2021/22,6\n", "mine.csv:3 month: is a financial year, where line 2 is a month"),
        ("2022-01-03,5\n2022-01-10,6\n", "is a day: write a month as 2022-06, and sum days or weeks to months"),
    ],
)
def test_rows_that_are_no_series_are_refused(rows: str, message: str) -> None:
    assert message in "\n".join(problems(f"month,n\n{rows}"))


@pytest.mark.parametrize(("text", "value"), [("1,204", 1204), ("12.0", 12), ("0", 0)])
def test_a_count_may_have_the_commas_and_the_nought_of_a_spreadsheet(text: str, value: int) -> None:
    assert read(f'month,n\n2022-01,"{text}"\n').tolist() == [value]


def test_an_unknown_column_gets_the_nearest_and_all_of_them() -> None:
    with pytest.raises(MethodError) as error:
        read(GOOD, "nn")
    assert str(error.value) == (
        'mine.csv: has no column "nn"; did you mean "n"?\n  Name one with --count; its columns are month, n, pop.'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("month,n\n", "has no rows below its header"),
        ("month;n\n2022-01;5\n", "parted by semicolons"),
        ("month,n\n2022-01,5,6\n", "has 3 cells, the header has 2"),
        ('month,n\n2022-01,"5\n', "cannot be read as CSV"),
        ("month,n,n\n2022-01,5,5\n", "stands twice in the header"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(text: str, message: str) -> None:
    with pytest.raises(MethodError, match=message):
        table(text, "mine.csv")


def test_people_are_one_figure_a_calendar_year() -> None:
    assert people(table(GOOD, "mine.csv"), "month", "pop") == {2022: 100.0}
    for text, message in (
        (GOOD.replace("4,0,100", "4,0,101"), "mine.csv:5 pop: 2022 has another figure in line 2"),
        (GOOD.replace("5,100", "5,0"), "mine.csv:2 pop: 0 is not above zero"),
        (GOOD.replace("5,100", "5,few"), 'mine.csv:2 pop: "few" is not a number'),
    ):
        with pytest.raises(MethodError, match=message):
            people(table(text, "mine.csv"), "month", "pop")


def test_a_column_beside_a_series_is_above_zero_or_not_known() -> None:
    shares = table("month,n,share\n2022-01,5,0.9\n2022-02,6,\n", "mine.csv")
    assert beside(shares, "month", "share", "exposure").tolist() == [0.9, pd.NA]
    with pytest.raises(MethodError, match=r"mine.csv:2 share: 0 is not above zero"):
        beside(table("month,n,share\n2022-01,5,0\n", "mine.csv"), "month", "share", "exposure")


def test_a_column_of_numbers_must_be_whole() -> None:
    assert column(table("p\n0.5\n1e-3\n", "mine.csv"), "p", "p-values") == [0.5, 0.001]
    with pytest.raises(MethodError, match=r'mine.csv:3 p: "x" is not a number'):
        column(table("p\n0.5\nx\n", "mine.csv"), "p", "p-values")


def test_numbers_are_read_as_they_are_written() -> None:
    assert (number("1,234.5"), number("\u22123"), whole_number("1,234")) == (1234.5, -3.0, 1234)
    assert several("0.01, 0.2;0.3 4") == [0.01, 0.2, 0.3, 4.0]
    for wrong in ("", "nan", "inf", "1,23", "one", "0x10", "1_000", "1e400"):
        with pytest.raises(ValueError, match=r"is not a number"):
            number(wrong)
    with pytest.raises(ValueError, match=r"is not a whole number"):
        whole_number("1.5")


def test_areas_are_read_with_every_bad_row_and_the_own_one_apart() -> None:
    given = Given({"own": "B"})
    found = areas(table("area,count,population\nA,5,100\nB,6,200\n", "mine.csv"), given)
    own, others = own_and_others(found, "B")
    assert (own.name, [each.name for each in others]) == ("B", ["A"])
    with pytest.raises(MethodError, match=r'no row of the file is named "Bb"; did you mean "B"'):
        own_and_others(found, "Bb")
    with pytest.raises(MethodError) as error:
        areas(table("area,count,population\nA,,100\nB,6,0\nC,-1,5\n", "mine.csv"), given)
    assert [line.strip()[:10] for line in str(error.value).splitlines()[1:]] == [
        "mine.csv:2",
        "mine.csv:3",
        "mine.csv:4",
    ]
