"""The PDF: to its standard, the same twice, complete, and plain about what it cannot write."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import page
import pdf_document
import pikepdf
import pytest
from pdf_text import squeezed, words_of

from analysis.blocks import (
    Bullets,
    Cell,
    Chart,
    Column,
    Definitions,
    Document,
    Exhibit,
    Heading,
    KeyFigures,
    Note,
    Paragraph,
    Ref,
    Table,
    text,
)
from analysis.errors import ExhibitError, RenderError
from analysis.fonts import FAMILY
from analysis.render.pdf import write_pdf


@pytest.fixture(scope="module")
def document() -> Document:
    return pdf_document.document()


@pytest.fixture(scope="module")
def pdf(document: Document) -> bytes:
    return write_pdf(document)


@pytest.fixture(scope="module")
def words(pdf: bytes) -> str:
    return words_of(pdf)


def holding(*blocks: object) -> Document:
    return Document.model_validate(
        {"name": "small", "front": pdf_document.front(mark=""), "blocks": [*blocks]}, from_attributes=True
    )


def picture(svg: str = "", png: str = "") -> Exhibit:
    table = Table(columns=(Column(key="a", label="A"),), rows=((Cell(text="1"),),))
    chart = Chart(svg=svg, png=png, alt="A square.", width_mm=40, height_mm=40)
    return Exhibit(slug="odd", headline="Odd", subtitle="A square", chart=chart, table=table, source="nowhere", csv="")


def failures(pdf: bytes) -> list[str]:
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


# --- the standard -----------------------------------------------------------------------------------------------------
def test_a_document_with_every_kind_of_block_is_pdf_ua_1(pdf: bytes) -> None:
    assert failures(pdf) == []


def test_a_document_without_mark_details_or_blocks_is_pdf_ua_1() -> None:
    bare = pdf_document.front(mark="").model_copy(update={"details": (), "statement": "", "subtitle": "", "footer": ""})
    assert failures(write_pdf(Document(name="bare", front=bare, blocks=()))) == []


REPORTS = sorted(Path(os.environ["CSP_REPORTS"]).rglob("*.pdf")) if os.environ.get("CSP_REPORTS") else []


@pytest.mark.skipif(not REPORTS, reason="set CSP_REPORTS to a folder of reports to check their PDFs")
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_every_report_that_was_made_is_pdf_ua_1(report: Path) -> None:
    assert failures(report.read_bytes()) == []


def test_the_validator_would_notice_a_document_without_tags(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        del opened.Root.StructTreeRoot
        out = BytesIO()
        opened.save(out)
    assert failures(out.getvalue())


# --- the same bytes ---------------------------------------------------------------------------------------------------
def test_the_same_document_gives_the_same_bytes(document: Document, pdf: bytes) -> None:
    assert write_pdf(document) == pdf


def test_no_clock_and_no_folder_is_in_the_bytes(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert set(opened.docinfo) == {"/Title", "/Creator"}
        assert b"Date" not in opened.Root.Metadata.read_bytes()


# --- what every reader relies on --------------------------------------------------------------------------------------
def test_title_and_language_are_declared(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "en-GB"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        declared = str(opened.docinfo["/Title"])
    front = pdf_document.front()
    assert declared == f"{front.partnership}: {front.title}, {front.period}, {front.mark}"


def test_the_file_opens_at_its_first_page_beside_its_bookmarks(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.Root.OpenAction[0].objgen == opened.pages[0].obj.objgen
        assert opened.Root.PageMode == "/UseOutlines"


def test_a_document_without_sections_opens_without_bookmarks() -> None:
    with pikepdf.open(BytesIO(write_pdf(holding(Paragraph(spans=text("Words.")))))) as opened:
        assert "/PageMode" not in opened.Root


def test_bookmarks_carry_the_shared_numbers(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
        nested = [item.title for item in outline.root[0].children]
    assert titles[:2] == ["1 Summary", "2 Crime and disorder profile"]
    assert nested == ["1.1 What these figures are"]


def test_every_font_is_embedded_and_words_use_the_reports_typeface(pdf: bytes) -> None:
    names = set()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                assert "/FontFile2" in item or "/FontFile3" in item
                names.add(str(item.FontName).partition("+")[2])
    family = FAMILY.replace(" ", "")
    assert {name for name in names if not name.startswith(family)} == {"NewCMMath-Book"}


def test_running_header_footer_and_mark_are_on_every_page(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        count = len(opened.pages)
        for number in range(count):
            with pikepdf.new() as single:
                single.pages.append(opened.pages[number])
                out = BytesIO()
                single.save(out)
            shown = words_of(out.getvalue())
            assert f"Page{number + 1}of{count}" in shown
            assert "Illustration:inventedfigures" in shown
            assert "Strategicassessment" in shown
            assert "NorthExampleCommunitySafetyPartnership" in shown
            assert shown.count("ILLUSTRATIVE") >= 2, "in the header and across the page"


def test_a_document_without_a_mark_shows_none(document: Document) -> None:
    shown = words_of(write_pdf(holding(*document.blocks)))
    assert "ILLUSTRATIVE" not in shown


# --- nothing is lost --------------------------------------------------------------------------------------------------
def said(block: object) -> list[str]:
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return [part.text for part in block.spans if part.kind == "text"]
        case Note():
            return [block.title, *(part.text for part in block.spans if part.kind == "text")]
        case Bullets():
            return [part.text for item in block.items for part in item if part.kind == "text"]
        case KeyFigures():
            return [words for item in block.items for words in (item.label, item.value, item.detail)]
        case Definitions():
            return [item.term for item in block.items]
        case Exhibit():
            return [block.headline, block.subtitle, *block.notes, *block.symbols, *in_table(block)]
    raise AssertionError(block)


def in_table(block: Exhibit) -> list[str]:
    if block.chart and not block.print_table:
        return [f"Data: {block.slug}.csv"]
    cells = [cell for row in block.table.rows for cell in row if not cell.svg]
    labels = [column.label for column in block.table.columns] if cells else ["There are no rows to show."]
    return [*labels, *(cell.text for cell in cells), *(cell.note for cell in cells)]


def test_every_word_of_every_block_is_in_the_pdf(document: Document, words: str) -> None:
    missing = [one for block in document.blocks for one in said(block) if squeezed(one) not in words]
    assert missing == []


def test_front_matter_is_on_the_first_page(document: Document, words: str) -> None:
    front = document.front
    for one in (front.subtitle, front.period, front.status, "Public", front.statement, "not supplied"):
        assert squeezed(one) in words


def test_chart_text_stays_text(words: str) -> None:
    assert squeezed("Covid months") in words


def test_tones_are_said_in_words(words: str) -> None:
    for spoken in ("Caution:", "Note.", "Wecannotsay:", "Notsuppliedbythepartnership:"):
        assert spoken in words


def test_references_say_the_shared_numbers_and_lead_there(pdf: bytes, words: str) -> None:
    assert "(seeTable1andsection3)" in words
    with pikepdf.open(BytesIO(pdf)) as opened:
        links = [a for one in opened.pages for a in one.get("/Annots", []) if a.Subtype == "/Link"]
        inside = [a for a in links if "/Dest" in a or a.get("/A", {}).get("/S") == "/GoTo"]
    assert len(inside) >= 10


def test_maths_that_is_not_understood_is_said_in_words(words: str) -> None:
    assert squeezed("a matrix of one element") in words


def test_letters_that_the_typeface_lacks_are_named_in_text_and_chart() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'><text y='9'>漢 in a chart</text></svg>"
    shown = words_of(write_pdf(holding(Paragraph(spans=text("漢 in words")), picture(svg=svg))))
    assert "[U+6F22]inwords" in shown
    assert "[U+6F22]inachart" in shown


# --- what cannot be written -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("svg", "png", "why"),
    [
        ("<svg nothing", "", "failed to parse SVG"),
        ("", "aGVsbG8=", "failed to decode image"),
        ("", "not base64", "neither an SVG nor a PNG"),
    ],
)
def test_a_broken_picture_is_named(svg: str, png: str, why: str) -> None:
    with pytest.raises(RenderError, match=f'exhibit "odd".*{why}'):
        write_pdf(holding(Paragraph(spans=text("Before.")), picture(svg=svg, png=png)))


def test_a_reference_to_nothing_is_named() -> None:
    with pytest.raises(ExhibitError, match='"nowhere"'):
        write_pdf(holding(Paragraph(spans=(Ref(slug="nowhere"),))))


def test_a_skipped_heading_level_is_named_with_what_to_do() -> None:
    first, third = Heading(level=1, text="One", id="one"), Heading(level=3, text="Deep", id="deep")
    with pytest.raises(RenderError, match=r'"Deep": level 3 follows level 1.*\n.*make it level 2'):
        write_pdf(holding(first, third))


def test_a_heading_without_words_is_named() -> None:
    with pytest.raises(RenderError, match='"empty": it has no words'):
        write_pdf(holding(Heading(level=1, text="  ", id="empty")))
