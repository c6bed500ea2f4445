"""Columns: measured in the typeface, never wider than the page, never too small to read."""

from __future__ import annotations

import pdf_document
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.blocks import Cell, Column, Table
from analysis.render.typst_measure import PAGE, measure
from analysis.render.typst_needs import SPARK, need
from analysis.render.typst_widths import PADDING, PARTING, SIZES, layout, paddings, parts


def table(*columns: list[str], align: str = "left") -> Table:
    """A table of these columns, the first string of each its label."""
    heads = tuple(Column.model_validate({"key": f"c{i}", "label": c[0], "align": align}) for i, c in enumerate(columns))
    rows = zip(*(column[1:] for column in columns), strict=True)
    return Table(columns=heads, rows=tuple(tuple(Cell(text=words) for words in row) for row in rows))


def test_words_are_measured_in_the_reports_typeface() -> None:
    assert measure("0123456789") == pytest.approx(4.97)
    assert measure("iii") < measure("mmm")
    assert measure("Total", bold=True) > measure("Total")
    assert measure("") == 0


def test_a_small_table_is_large_and_no_wider_than_it_needs() -> None:
    made = layout(table(["Year", "2021", "2022"], ["Records", "7,402", "7,419"]))
    assert made.size == SIZES[0]
    assert sum(made.widths) < PAGE / 2


def test_twelve_columns_of_numbers_fit_at_a_size_that_can_be_read() -> None:
    made = layout(pdf_document.wide_table().table)
    assert sum(made.widths) <= PAGE + 0.01
    assert made.size >= 7.5


def test_sentences_get_smaller_type_and_the_longest_the_most_room() -> None:
    made = layout(pdf_document.plan_table().table)
    assert sum(made.widths) == pytest.approx(PAGE, abs=0.1)
    assert 8.0 <= made.size < 9.0
    assert max(made.widths) == made.widths[1]


def test_a_date_in_a_table_of_sentences_stays_on_one_line() -> None:
    content = pdf_document.plan_table().table
    made = layout(content)
    assert made.widths[5] >= PADDING + max(measure(row[5].text) for row in content.rows) * made.size


def test_a_number_is_never_broken() -> None:
    asked = need(table(["Interval", "−1.8% to +9.9%"], align="right"), 0)
    assert asked.least == pytest.approx(measure("−1.8% to +9.9%"))
    assert need(table(["Interval", "−1.8% to +9.9%"]), 0).least < asked.least


def test_a_heading_may_take_two_lines() -> None:
    asked = need(table(["x", "1"], ["Rate per 1,000 residents", "1"]), 1)
    assert asked.comfort == pytest.approx(measure("Rate per 1,000", bold=True))


def test_sparklines_keep_their_width_at_every_size() -> None:
    content = Table(columns=(Column(key="s", label="Line", spark=True),), rows=())
    assert {need(content, 0).at(size).least for size in SIZES} == {SPARK}


def test_words_after_figures_are_set_apart() -> None:
    columns = [Column(key="a", label="A"), Column(key="b", label="B", align="right"), Column(key="c", label="C")]
    assert paddings(Table(columns=tuple(columns), rows=())) == [PADDING, PADDING, PADDING + PARTING]


def test_a_table_too_wide_for_the_page_comes_in_parts_with_its_first_column_in_each() -> None:
    wide = table(["Place", "Town"], *([f"Column {n}", "12,345"] for n in range(40)), align="right")
    made = parts(wide)
    assert len(made) > 1
    assert {part.columns[0].label for part in made} == {"Place"}
    shown = [column.label for part in made for column in part.columns[1:]]
    assert shown == [column.label for column in wide.columns[1:]]
    assert all(sum(layout(part).widths) <= PAGE + 0.01 for part in made)


def test_a_table_that_fits_comes_in_one_part() -> None:
    content = pdf_document.profile().table
    assert parts(content) == [content]


WORDS = st.text("abc WM.,1234567890", max_size=90)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=14), st.sampled_from(["left", "right"]))
def test_no_table_is_ever_wider_than_the_page(columns: list[list[str]], align: str) -> None:
    for part in parts(table(*columns, align=align)):
        made = layout(part)
        assert made.size in SIZES
        assert sum(made.widths) <= PAGE + 0.01
        assert min(made.widths) > 0


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_every_column_has_room_for_its_longest_word(columns: list[list[str]]) -> None:
    for part in parts(table(*columns)):
        made = layout(part)
        for index, width in enumerate(made.widths):
            asked = need(part, index).at(made.size).least
            assert width + 0.01 >= asked + PADDING
