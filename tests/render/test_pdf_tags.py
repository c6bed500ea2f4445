"""Tags: what a screen reader finds in a table, a chart and the page's furniture."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pdf_document
import pikepdf
import pytest

from analysis.blocks import Document
from analysis.render.pdf import write_pdf
from analysis.render.pdf_tags import body_rows, elements

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def opened() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(write_pdf(pdf_document.document()))) as pdf:
        yield pdf


def kinds(parent: pikepdf.Object) -> list[str]:
    children = parent.K if isinstance(parent.K, pikepdf.Array) else [parent.K]
    return [str(child.S) for child in children if isinstance(child, pikepdf.Dictionary) and "/S" in child]


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [element for element in elements(pdf) if kind == element.S]


def test_each_row_of_a_body_starts_with_its_header(opened: pikepdf.Pdf) -> None:
    rows = list(body_rows(opened))
    assert len(rows) == 12 + 4 + 11 + 60 + 18 + 2
    for row in rows:
        assert kinds(row)[0] == "/TH"
        assert set(kinds(row)[1:]) <= {"/TD"}


def test_a_row_header_says_that_it_heads_a_row(opened: pikepdf.Pdf) -> None:
    scopes = {str(row.K[0].A[0].Scope) for row in body_rows(opened)}
    assert scopes == {"/Row"}


def test_a_column_header_says_that_it_heads_a_column(opened: pikepdf.Pdf) -> None:
    heads = of_kind(opened, "/THead")
    assert len(heads) == 6
    cells = [cell for head in heads for row in of_rows(head) for cell in row]
    assert {str(cell.S) for cell in cells} == {"/TH"}
    assert {str(next(a.Scope for a in cell.A if "/Scope" in a)) for cell in cells} == {"/Column"}


def of_rows(head: pikepdf.Dictionary) -> list[list[pikepdf.Dictionary]]:
    rows = head.K if isinstance(head.K, pikepdf.Array) else [head.K]
    return [list(row.K) for row in rows]


def test_a_spanning_header_gives_a_table_two_header_rows(opened: pikepdf.Pdf) -> None:
    assert [len(of_rows(head)) for head in of_kind(opened, "/THead")] == [2, 1, 1, 1, 1, 1]


def test_a_caption_belongs_to_its_table_or_chart(opened: pikepdf.Pdf) -> None:
    captions = of_kind(opened, "/Caption")
    assert len(captions) == len([b for b in pdf_document.document().blocks if b.kind == "exhibit"])
    assert {str(caption.P.S) for caption in captions} <= {"/Table", "/Div"}


def test_each_picture_has_its_own_words(opened: pikepdf.Pdf) -> None:
    said = [str(figure.Alt) for figure in of_kind(opened, "/Figure")]
    assert said.count("steady, with a dip in spring 2020") == 11
    assert "Map: two clusters of records in the two town centres." in said
    assert all(said)


def test_an_equation_is_said_in_words(opened: pikepdf.Pdf) -> None:
    assert [str(one.Alt)[:30] for one in of_kind(opened, "/Formula")] == ["mu i equals the exponential of"]


def test_the_title_is_a_title_and_sections_are_headings(opened: pikepdf.Pdf) -> None:
    assert len(of_kind(opened, "/Title")) == 1
    assert [len(of_kind(opened, f"/H{level}")) for level in (1, 2, 3)] == [5, 2, 1]


def test_contents_lists_and_footnotes_are_tagged(opened: pikepdf.Pdf) -> None:
    assert len(of_kind(opened, "/TOC")) >= 1
    assert len(of_kind(opened, "/L")) == 5
    assert len(of_kind(opened, "/Note")) == 1


def test_header_footer_and_watermark_are_not_read_out_on_every_page(opened: pikepdf.Pdf) -> None:
    artifacts = 0
    for page in opened.pages:
        marks = [(str(o), [str(x) for x in args]) for args, o in pikepdf.parse_content_stream(page)]
        artifacts += any(operator in {"BMC", "BDC"} and args[0] == "/Artifact" for operator, args in marks)
    assert artifacts == len(opened.pages)


def test_a_document_without_tables_is_finished_too() -> None:
    plain = Document(name="plain", front=pdf_document.front(), blocks=(pdf_document.filler(),))
    with pikepdf.open(BytesIO(write_pdf(plain))) as pdf:
        assert list(body_rows(pdf)) == []
