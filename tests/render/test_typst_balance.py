"""Widths are shared so that rows are low, and lines are counted as a typesetter would set them."""

from __future__ import annotations

import pdf_document
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_typst_widths import table

from analysis.blocks import Cell, Column, Table
from analysis.render.typst_balance import Bounds, balanced
from analysis.render.typst_lines import ColumnLines, columns, heights, lines
from analysis.render.typst_measure import PAGE, measure
from analysis.render.typst_widths import layout, paddings

SENTENCE = "Finish the strategic review of domestic abuse and, after consulting, bring in its service model"
PLAN = table(
    ["No.", *(str(n) for n in range(1, 19))],
    ["Priority", *["Serious violent crime"] * 18],
    ["Action", *[SENTENCE] * 18],
    ["Intended outcome", *["Strategy in force"] * 18],
    ["Owner", *["not published"] * 18],
    ["Barriers", *["not published"] * 18],
    ["Due", *["by March 2012"] * 17, "commence on 1st December 2011"],
    ["Status", *["not published"] * 18],
)
"""A delivery plan of which one column says something and the others hardly anything."""


def height(content: Table) -> int:
    made = layout(content)
    rooms = [(width - clear) / made.size for width, clear in zip(made.widths, paddings(content), strict=True)]
    return sum(heights(columns(content), rooms))


# --- lines ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "room", "count"),
    [((), 5, 1), ((3.0,), 5, 1), ((2.0, 2.0), 5, 1), ((3.0, 3.0), 5, 2), ((1.0,) * 9, 4, 3), ((12.0,), 5, 3)],
)
def test_words_are_set_one_after_another(words: tuple[float, ...], room: float, count: int) -> None:
    assert lines(words, room) == count


@given(st.lists(st.floats(0.5, 9), max_size=12), st.floats(3, 60))
def test_more_room_never_takes_more_lines_and_all_words_fit_one_long_line(words: list[float], room: float) -> None:
    assert lines(words, 200) == 1
    assert 1 <= lines([min(word, room) for word in words], room) <= max(1, len(words))


def test_a_picture_takes_one_line_and_a_note_alone_its_own() -> None:
    content = Table(
        columns=(Column(key="a", label="A", spark=True), Column(key="b", label="B")),
        rows=((Cell(text="rising " * 30, svg="<svg/>"), Cell(text="", note="not supplied by the partnership")),),
    )
    picture, noted = columns(content)
    assert picture.at(2.0) == (1, 1)
    assert noted.at(4.0)[1] > 1


def test_totals_are_measured_in_bold() -> None:
    rows = ((Cell(text="Total"),), (Cell(text="Total"),))
    content = Table(columns=(Column(key="a", label="A"),), rows=rows, total_rows=1)
    _, plain, bold = columns(content)[0].cells
    assert bold == (measure("Total", bold=True),) > plain


# --- balance ----------------------------------------------------------------------------------------------------------
def test_an_empty_column_gives_its_room_to_a_full_one() -> None:
    parts = [ColumnLines(((2.0,),) * 5), ColumnLines(((4.0,) * 10,) * 5)]
    wide = balanced(parts, [20.0, 20.0], [Bounds(3.0, 30.0), Bounds(3.0, 60.0)])
    assert wide[0] < 20 and sum(wide) == pytest.approx(40)
    assert sum(heights(parts, wide)) < sum(heights(parts, [20.0, 20.0]))


@given(st.lists(st.lists(st.floats(0.5, 6), max_size=9), min_size=2, max_size=5), st.floats(8, 20))
def test_balancing_keeps_the_sum_and_the_bounds_and_never_makes_a_table_higher(
    cells: list[list[float]], each: float
) -> None:
    parts = [ColumnLines((tuple(words),)) for words in cells]
    bounds = [Bounds(6.0, 30.0)] * len(parts)
    found = balanced(parts, [each] * len(parts), bounds)
    assert sum(found) == pytest.approx(each * len(parts))
    assert all(5.99 <= room <= 30.01 for room in found)
    assert sum(heights(parts, found)) <= sum(heights(parts, [each] * len(parts)))


def test_a_plan_with_one_full_column_has_low_rows() -> None:
    assert height(PLAN) <= 4 * 19
    widths = layout(PLAN).widths
    assert widths[2] == max(widths) and sum(widths) <= PAGE + 0.01


def test_the_same_table_gets_the_same_widths() -> None:
    first = layout(PLAN)
    layout.cache_clear()
    assert layout(PLAN) == first


def test_a_table_in_which_nothing_wraps_keeps_the_widths_of_its_words() -> None:
    content = pdf_document.profile().table
    assert height(content) <= len(content.rows) + 2
