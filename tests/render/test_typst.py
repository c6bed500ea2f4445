"""The Typst source as a whole."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pdf_document
import pikepdf
import pytest
from pdf_text import drawn, squeezed

from analysis.blocks import Bullets, Definition, Document, Heading, KeyFigure, KeyFigures, Note, Paragraph, text
from analysis.errors import RenderError
from analysis.render.html_blocks import SPOKEN as SPOKEN_ON_SCREEN
from analysis.render.number import number
from analysis.render.pdf import write_pdf
from analysis.render.typst import BLOCK, SPOKEN, described, stays_whole, write_typst
from analysis.render.typst_exhibit import Fit
from analysis.render.typst_figures import LARGEST, SMALLEST, key_figures
from analysis.render.typst_front import cover, page, pairs, title

if TYPE_CHECKING:
    from analysis.blocks import Block


@pytest.fixture(scope="module")
def document() -> Document:
    return pdf_document.document()


def test_source_and_files_are_the_same_each_time(document: Document) -> None:
    assert write_typst(document) == write_typst(document)


def test_every_file_is_named_in_a_source(document: Document) -> None:
    source, files = write_typst(document)
    sources = [source, *(own.decode() for path, own in files.items() if path.endswith(".typ"))]
    assert {path for path in files if any(f'"{path}"' in each for each in sources)} == set(files)
    assert len(files) > 10


def test_an_exhibit_that_gives_way_leaves_the_source_of_all_else_as_it_was(document: Document) -> None:
    before, files = write_typst(document)
    after, others = write_typst(document, {"profile": Fit(tight=True)})
    assert after == before
    assert [path for path in files if files[path] != others[path]] == ["exhibit-profile.typ"]


def test_each_block_is_named_before_its_call(document: Document) -> None:
    source, _ = write_typst(document)
    named = [line.removeprefix(BLOCK) for line in source.splitlines() if line.startswith(BLOCK)]
    assert named == ["front matter", *map(described, document.blocks)]


def test_a_block_is_called_what_a_person_would_call_it(document: Document) -> None:
    assert described(Heading(level=1, text="Summary", id="summary")) == 'heading "summary"'
    assert described(pdf_document.profile()) == 'exhibit "profile"'
    assert described(Note(tone="info", spans=text("A note\nof words"))) == 'note "A note of words"'
    assert described(document.blocks[1]) == "key-figures"


def bullets(count: int, words: str = "One thing.") -> Bullets:
    return Bullets(items=tuple(text(words) for _ in range(count)))


HEADING = Heading(level=1, text="Work", id="work")
LEAD = Paragraph(spans=text("To bear in mind:"))
NOTE = Note(tone="info", spans=text("A note"))


@pytest.mark.parametrize(
    ("lead", "listed", "whole"),
    [
        (HEADING, bullets(6), True), (LEAD, bullets(1), True), (NOTE, bullets(2), False), (HEADING, bullets(7), False),
        (HEADING, bullets(2, "word " * 100), False),
    ],
)  # fmt: skip
def test_a_short_list_stays_whole_under_its_heading_or_lead(lead: Block, listed: Bullets, whole: bool) -> None:
    source, _ = write_typst(Document(name="x", front=pdf_document.front(), blocks=(HEADING, NOTE, lead, listed)))
    assert ("#whole[#bullets(" in source) is whole
    assert stays_whole((lead, listed), 1) is whole and not stays_whole((listed,), 0)


def test_a_list_under_a_heading_goes_to_the_next_page_with_it_rather_than_be_cut() -> None:
    """However full the page is, the heading, the first item and the last are on one page."""
    words = "Filling words that take up a line of the page and nothing else. " * 2
    for lines in range(14, 22):
        fill = tuple(Paragraph(spans=text(words)) for _ in range(lines))
        end = Heading(level=1, text="Then this", id="then")
        listed = Bullets(items=tuple(text(f"Item {n}") for n in range(5)))
        pdf = write_pdf(Document(name="x", front=pdf_document.front(), blocks=(HEADING, *fill, end, listed)))
        with pikepdf.open(BytesIO(pdf)) as opened:
            pages = [squeezed("".join(drawn(page))) for page in opened.pages]
        (page,) = [page for page in pages if "Item0" in page]
        assert "Thenthis" in page.partition("Item0")[0] and "Item4" in page


def test_words_cannot_end_the_comment_that_names_a_block() -> None:
    block = Paragraph(spans=text("first\n#panic()\u2028#panic()"))
    source, _ = write_typst(Document(name="x", front=pdf_document.front(), blocks=(block,)))
    assert not [line for line in source.splitlines() if line.startswith("#panic")]


def test_paper_and_screen_speak_the_tones_alike() -> None:
    assert SPOKEN == SPOKEN_ON_SCREEN


@pytest.mark.parametrize(
    ("title", "spoken"),
    [
        ("", "Not supplied by the partnership."),
        ("Not supplied", "Not supplied by the partnership."),
        ("Targets", "Not supplied by the partnership: Targets."),
        ("Which targets?", "Not supplied by the partnership: Which targets?"),
    ],
)
def test_a_note_says_its_tone_once_and_then_its_title(title: str, spoken: str) -> None:
    note = Note(tone="not-supplied", title=title, spans=text("words"))
    source, _ = write_typst(Document(name="x", front=pdf_document.front(), blocks=(note,)))
    assert f'#note("not-supplied", "{spoken}", ("words",).join())' in source


def test_front_matter_inside_the_text_is_refused() -> None:
    with pytest.raises(RenderError, match="front: cannot stand inside the text"):
        write_typst(Document(name="x", front=pdf_document.front(), blocks=(pdf_document.front(),)))


def test_the_title_says_where_and_when_unless_it_does_already() -> None:
    front = pdf_document.front()
    assert title(front) == f"{front.partnership}: Strategic assessment, {front.period}, ILLUSTRATIVE"
    named = front.model_copy(update={"title": f"Assessment of the {front.partnership}"})
    assert title(named) == f"{named.title}, {front.period}, ILLUSTRATIVE"
    assert title(front, long=False) == "Strategic assessment"
    ending = front.model_copy(update={"period": "Year ending November 2022", "mark": ""})
    assert title(ending).endswith("Strategic assessment, year ending November 2022")


@pytest.mark.parametrize(
    ("language", "said"), [("en-GB", 'lang: "en", region: "GB"'), ("cy", 'lang: "cy", region: none')]
)
def test_the_language_is_declared_as_given(language: str, said: str) -> None:
    assert said in page(pdf_document.front().model_copy(update={"language": language}))


def test_a_restricted_document_says_so_first() -> None:
    front = pdf_document.front().model_copy(update={"audience": "restricted"})
    bare = Document(name="x", front=front, blocks=())
    assert "Restricted: not for publication" in cover(bare, number(bare))


def test_short_terms_stand_beside_their_descriptions_and_long_ones_before_a_colon(document: Document) -> None:
    short, long = (Definition(term=term, spans=text("words")) for term in ("CSP", "A very long term " * 4))
    assert not pairs([short], number(document)).startswith("#pairs(0pt")
    assert pairs([short, long], number(document)).startswith("#pairs(0pt")
    assert pairs([], number(document)) == ""


@pytest.mark.parametrize(("value", "size"), [("7", LARGEST), ("a very long value indeed", SMALLEST)])
def test_key_figures_are_as_large_as_their_cards_allow(document: Document, value: str, size: float) -> None:
    cards = KeyFigures(items=(KeyFigure(label="L", value=value),) * 4)
    assert key_figures(cards, number(document)).startswith(f"#key-figures({size:.1f}pt")
