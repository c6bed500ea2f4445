"""Tables and exhibits in Typst: headers, totals, notes and what stands below."""

from __future__ import annotations

import pdf_document
import pytest

from analysis.blocks import Cell, Chart, Column, Exhibit, Table
from analysis.errors import RenderError
from analysis.render.number import number
from analysis.render.typst_cells import cell, letters
from analysis.render.typst_exhibit import Fit, exhibit, is_tall
from analysis.render.typst_table import table


def made(*rows: tuple[Cell, ...], symbols: tuple[str, ...] = (), total_rows: int = 0) -> Exhibit:
    columns = tuple(Column(key=f"c{i}", label=f"Column {i}") for i in range(len(rows[0]) if rows else 1))
    content = Table(columns=columns, rows=rows, total_rows=total_rows)
    return Exhibit(slug="made", headline="H", subtitle="S", table=content, symbols=symbols, source="nowhere", csv="")


def printed(block: Exhibit, fit: Fit | None = None) -> str:
    document = pdf_document.document().model_copy(update={"blocks": (block,)})
    return exhibit(block, number(document), fit or Fit(), "data/report")[0]


def test_a_note_of_a_cell_gets_a_letter_once() -> None:
    block = made(
        (Cell(text="1", note="low"), Cell(text="2", note="high")), (Cell(text="3", note="low"), Cell(text="4"))
    )
    assert letters(block) == {"low": "a", "high": "b"}


def test_a_note_that_the_symbols_explain_gets_no_letter() -> None:
    block = made((Cell(text="[c]", note="withheld"), Cell(text="5", note="estimated")), symbols=("[c] withheld",))
    assert letters(block) == {"estimated": "a"}


def test_the_twenty_seventh_note_is_aa() -> None:
    block = made(tuple(Cell(text="1", note=f"note {n}") for n in range(28)))
    assert list(letters(block).values())[25:] == ["z", "aa", "ab"]


def test_a_cell_without_words_says_its_note() -> None:
    column = Column(key="a", label="A")
    assert cell(Cell(text="", note="not supplied"), column, {}, strong=False) == 'emph("not supplied")'


def test_a_cell_with_a_note_carries_its_letter() -> None:
    shown = cell(Cell(text="7", note="low"), Column(key="a", label="A"), {"low": "c"}, strong=False)
    assert shown == '{ "7"; marker("c") }'


def test_a_sparkline_is_said_in_its_words_or_at_least_its_column() -> None:
    column = Column(key="a", label="36 months", spark=True)
    assert ', "rising")' in cell(Cell(text="rising", svg="<svg/>"), column, {}, strong=False)
    assert ', "36 months")' in cell(Cell(text="", svg="<svg/>"), column, {}, strong=False)


def test_a_sparkline_needs_no_file_since_a_process_has_names_for_so_many_files_only() -> None:
    block = made((Cell(text="up", svg='<svg d="M0 0"/>'),))
    source, files = exhibit(
        block, number(pdf_document.document().model_copy(update={"blocks": (block,)})), Fit(), "data"
    )
    assert r'spark("<svg d=\"M0 0\"/>", "up")' in source and files == {}


def test_totals_are_strong() -> None:
    source = table(made((Cell(text="Robbery"),), (Cell(text="All"),), total_rows=1)).sources[0]
    assert '"Robbery"' in source
    assert 'head("Robbery")' not in source
    assert 'head("All")' in source


def test_a_spanning_header_stands_over_its_columns() -> None:
    source = table(pdf_document.profile()).sources[0]
    assert 'table.cell(colspan: 2, align: center + bottom, head("Records"))' in source
    assert 'table.cell(rowspan: 2, head("Category"))' in source


def test_a_ragged_table_is_refused_with_its_row() -> None:
    with pytest.raises(RenderError, match='exhibit "made": row 2 has 1 cells for 2 columns'):
        table(made((Cell(text="1"), Cell(text="2")), (Cell(text="3"),)))


def test_a_row_taller_than_a_page_may_break() -> None:
    source = table(made((Cell(text="1"), Cell(text="word " * 3000)))).sources[0]
    assert "table.cell(breakable: true" in source
    assert "table.cell(breakable: true" not in table(made((Cell(text="1"), Cell(text="word")))).sources[0]


def test_long_tables_break_over_pages_and_short_ones_do_not() -> None:
    assert is_tall(pdf_document.long_table())
    assert not is_tall(pdf_document.wide_table())
    assert "breakable: true" in printed(pdf_document.long_table())
    assert "breakable: true" not in printed(pdf_document.wide_table())
    assert "breakable: true" in printed(pdf_document.wide_table(), Fit(broken=True))


def test_every_exhibit_leads_to_its_figures() -> None:
    to_them = 'link("data/report/trend.csv", "trend.csv")'
    for table_too in (True, False):
        source = printed(pdf_document.figure_exhibit("trend", "H", print_table=table_too))
        assert to_them in source
        assert ("rows-of" in source) is table_too


def test_a_chart_with_its_table_has_both() -> None:
    source = printed(pdf_document.figure_exhibit("trend", "H", print_table=True))
    assert source.index("images/trend.svg") < source.index("rows-of")


def test_a_table_without_rows_says_so() -> None:
    assert "There are no rows to show." in printed(made())


def test_a_chart_is_never_wider_than_the_text_and_shrinks_when_told() -> None:
    block = pdf_document.figure_exhibit("trend", "H")
    assert block.chart is not None
    wide = block.model_copy(update={"chart": block.chart.model_copy(update={"width_mm": 400.0})})
    assert "width: 170.00mm" in printed(wide)
    assert "width: 153.00mm" in printed(block, Fit(scale=0.9))


def test_source_is_labelled_once() -> None:
    block = made((Cell(text="1"),))
    assert '"Source: nowhere. Data: "' in printed(block)
    assert '"Source: here. Data: "' in printed(block.model_copy(update={"source": "Source: here."}))
    assert '{ "Data: "; link(' in printed(block.model_copy(update={"source": ""}))


def test_tight_rows_stand_closer_and_others_as_the_template_has_them() -> None:
    block = made((Cell(text="1"),))
    assert "clear: 1.5pt" in printed(block, Fit(tight=True))
    assert "clear:" not in printed(block)


SYMBOLS = ("[x] not available", "[low] low reliability")


@pytest.mark.parametrize(
    ("svg", "table_too", "kept"),
    [
        ("<svg><text>+5% [low]</text></svg>", False, SYMBOLS[1:]),
        ("<svg><text>5</text></svg>", False, ()),
        ("<svg><text>5</text></svg>", True, SYMBOLS),
    ],
)
def test_only_symbols_that_are_printed_are_explained(svg: str, table_too: bool, kept: tuple[str, ...]) -> None:
    block = pdf_document.figure_exhibit("trend", "H", print_table=table_too)
    assert block.chart is not None
    chart = block.chart.model_copy(update={"svg": svg})
    source = printed(block.model_copy(update={"chart": chart, "symbols": SYMBOLS}))
    assert [words for words in SYMBOLS if words in source] == list(kept)


def test_a_picture_whose_words_cannot_be_read_keeps_every_symbol() -> None:
    block = pdf_document.figure_exhibit("map", "H")
    chart = Chart(png="iVBORw0KGgo=", alt="A map.", width_mm=40, height_mm=40)
    source = printed(block.model_copy(update={"chart": chart, "symbols": SYMBOLS}))
    assert all(words in source for words in SYMBOLS)
