"""Numbers are compared cell by cell and words line by line, with how far apart they are."""

from __future__ import annotations

import math

import pytest
from handed_on import PAGE, unpacked
from hypothesis import given
from hypothesis import strategies as st

from analysis.run.verification.numbers_compared import Difference, compare_data
from analysis.run.verification.words_compared import MOST, compare_lines, notebook_lines, page_lines


def test_the_same_data_agree_and_every_cell_was_looked_at() -> None:
    assert compare_data("a", b"x,y\n1,2\n3,\n", b"x,y\n1,2\n3,\n") == (4, [])


def test_a_number_that_differs_is_told_with_how_much() -> None:
    cells, (found,) = compare_data("a.csv", b"area,count\nA,10\nB,22\n", b"area,count\nA,10\nB,20\n")
    assert cells == 4
    assert found == Difference("a.csv", 2, "count", "22", "20", 2.0, 0.1)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_two_numbers_are_as_far_apart_as_they_are(one: float, other: float) -> None:
    _, found = compare_data("a", f"x\n{one!r}\n".encode(), f"x\n{other!r}\n".encode())
    if repr(one) == repr(other):
        assert found == []
    else:
        assert found[0].absolute == abs(one - other)
        expected = abs(one - other) / abs(other) if other else math.inf
        assert found[0].relative == expected


@pytest.mark.parametrize(("archived", "anew"), [("[c] withheld", "12"), ("", "0"), ("nan", "1"), ("rise", "fall")])
def test_what_is_no_number_differs_without_a_distance(archived: str, anew: str) -> None:
    """A figure that is missing and a nought are two things."""
    _, found = compare_data("a", f"x,y\n{archived},1\n".encode(), f"x,y\n{anew},1\n".encode())
    assert [(each.archived, each.anew, each.absolute) for each in found] == [(archived, anew, None)]


def test_other_columns_or_rows_are_differences() -> None:
    assert compare_data("a", b"x,y\n1,2\n", b"x,z\n1,2\n")[1] == [Difference("a", 0, "the columns", "x, y", "x, z")]
    assert compare_data("a", b"x\n1\n", b"x\n1\n2\n")[1] == [Difference("a", 0, "the number of rows", "1", "2")]
    assert [each.column for each in compare_data("a", b"x,y\n1\n", b"x,y\n1,2\n")[1]] == ["the number of cells"]
    assert compare_data("a", b"", b"x\n1\n")[1][0].column == "the columns"


def test_a_page_is_read_as_its_words_alternatives_and_links() -> None:
    page = (
        b'<style>p{}</style><p>Crime <b>rose</b> by 4.</p><img alt="A line that rises"><p><a href="a.csv">Data</a></p>'
    )
    assert page_lines(page) == ["Crime rose by 4.", "A line that rises a.csv Data"]


def test_a_word_that_differs_is_told_with_both_sides_and_a_drawing_is_not() -> None:
    one = b'<p>Crime rose.</p><svg><path d="M 1.0000001"/><text>12</text></svg>'
    again = one.replace(b"M 1.0000001", b"M 1.0000002")
    assert compare_lines("a", page_lines(one), page_lines(again)) == []
    (found,) = compare_lines("a", page_lines(one), page_lines(one.replace(b"rose", b"fell")))
    assert (found.row, found.archived, found.anew) == (1, "Crime rose.", "Crime fell.")
    assert compare_lines("a", page_lines(one), page_lines(one.replace(b">12<", b">13<")))


def test_a_document_that_differs_in_all_is_told_of_in_part() -> None:
    lines = [str(number) for number in range(400)]
    again = [line if number % 2 else f"{line}x" for number, line in enumerate(lines)]
    assert len(compare_lines("a", lines, again)) == MOST


def test_a_notebook_says_its_cells_and_its_document_but_no_drawing(archive: bytes) -> None:
    executed = unpacked(archive)[PAGE.replace(".html", ".ipynb")]
    lines = notebook_lines(executed, "strategic-assessment")
    assert "front = {" in "\n".join(lines)
    assert any("headline: Records by type" in line for line in lines)
    assert not any(line.startswith(("chart.svg", "svg", "png")) for line in lines)
    assert notebook_lines(b"no notebook", "a")[0].startswith("cannot be read as a document")
