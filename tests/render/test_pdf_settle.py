"""Pages without large gaps: what gives way, and that nothing gives way needlessly."""

from __future__ import annotations

from functools import cache

import pdf_document
import pytest

from analysis.blocks import Block, Bullets, Chart, Document, Exhibit, Heading, Note, Paragraph, text
from analysis.render.pdf_compile import Place, places
from analysis.render.pdf_gaps import BOTTOM, LARGE, STUB, TOP, badness, gaps
from analysis.render.pdf_settle import SHORT, SMALLEST, settled
from analysis.render.typst import write_typst


@cache
def chart(height_mm: float) -> Chart:
    return pdf_document.line_chart(height_mm)


def figure(slug: str, height_mm: float) -> Exhibit:
    plain = pdf_document.figure_exhibit(slug, "Crime is back")
    return plain.model_copy(update={"chart": chart(height_mm)})


def document(*blocks: object) -> Document:
    return Document.model_validate(
        {"name": "pages", "front": pdf_document.front(), "blocks": [*blocks]}, from_attributes=True
    )


def ends(made: Document, fits: object = None) -> list[Place]:
    return places(*write_typst(made, fits or {}))


def slugs(made: Document) -> list[str]:
    return [getattr(block, "slug", block.kind) for block in made.blocks]


def test_places_say_where_each_block_ends() -> None:
    made = document(pdf_document.filler(), figure("one", 70), pdf_document.filler())
    found = ends(made)
    assert [place.page for place in found] == [2, 2, 2]
    assert TOP < found[0].y < found[1].y < found[2].y < BOTTOM
    assert found[1].y - found[0].y == pytest.approx(70 * 72 / 25.4 + 75, abs=20)


def test_what_does_not_compile_has_no_places() -> None:
    assert places("#panic()", {}) == []


def test_an_exhibit_that_fits_stays_as_it_is() -> None:
    made = document(pdf_document.filler(), figure("one", 70), pdf_document.filler())
    assert settled(made) == (made, {})


def test_a_chart_a_little_too_tall_shrinks_to_fit_the_page() -> None:
    made = document(figure("one", 86), pdf_document.filler(), figure("two", 115))
    assert ends(made)[2].page == 3, "or this shows nothing"
    after, fits = settled(made)
    assert after == made
    assert SMALLEST <= fits["two"].scale < 1
    assert ends(after, fits)[2].page == 2


def test_text_goes_before_a_chart_that_is_much_too_tall() -> None:
    made = document(
        figure("one", 86), figure("two", 78), figure("three", 86), pdf_document.filler(), pdf_document.filler()
    )
    assert list(gaps(made.blocks, ends(made))), "or this shows nothing"
    after, _ = settled(made)
    assert slugs(after)[:3] == ["one", "two", "paragraph"]
    assert sorted(slugs(after)) == sorted(slugs(made))


@pytest.mark.parametrize(
    "remarks",
    [
        (Note(tone="caution", spans=text("Read it with care.")),),
        (Paragraph(spans=text("Changes on the baseline:")), Bullets(items=(text("Robbery rose."),))),
    ],
)
def test_what_is_said_of_a_chart_never_goes_before_it(remarks: tuple[Block, ...]) -> None:
    made = document(figure("one", 86), figure("two", 78), figure("three", 86), *remarks)
    assert list(gaps(made.blocks, ends(made))), "or this shows nothing"
    assert settled(made)[0] == made


def test_a_lead_goes_on_to_the_page_of_its_list() -> None:
    line, items = Paragraph(spans=text("One line.")), Bullets(items=(text("Robbery rose."),))
    found = [ends(document(*[line] * before, line, items))[-2:] for before in range(41, 47)]
    assert {item.page for _, item in found} == {2, 3}, "or this shows nothing"
    assert all(lead.page == item.page for lead, item in found)


def test_text_never_goes_before_a_chart_of_another_section() -> None:
    head = Heading(level=1, text="Another section", id="another")
    made = document(figure("one", 86), figure("two", 78), figure("three", 86), head, pdf_document.filler())
    assert list(gaps(made.blocks, ends(made))), "or this shows nothing"
    assert settled(made)[0] == made


def test_a_table_breaks_rather_than_leave_half_a_page() -> None:
    made = document(figure("one", 86), pdf_document.filler(7), pdf_document.wide_table())
    assert list(gaps(made.blocks, ends(made))), "or this shows nothing"
    _, fits = settled(made)
    assert fits["by-month"].broken


def test_a_gap_is_room_left_by_an_exhibit_and_its_headings() -> None:
    head = Heading(level=1, text="Section", id="section")
    blocks = (pdf_document.filler(), head, figure("one", 70), pdf_document.filler())
    found = list(gaps(blocks, [Place(2, 600.0), Place(3, 80.0), Place(3, 350.0), Place(3, 400.0)]))
    assert [(gap.index, gap.room, gap.foot) for gap in found] == [(2, BOTTOM - 600, 350.0)]


@pytest.mark.parametrize("y", [BOTTOM - LARGE, BOTTOM])
def test_a_small_rest_of_a_page_is_no_gap(y: float) -> None:
    blocks = (pdf_document.filler(), figure("one", 70))
    assert list(gaps(blocks, [Place(2, y), Place(3, 350.0)])) == []


def test_an_exhibit_straight_after_the_first_page_left_no_gap() -> None:
    assert list(gaps((figure("one", 70),), [Place(2, 350.0)])) == []


def test_a_long_table_breaks_anyway_and_left_no_gap() -> None:
    blocks = (pdf_document.filler(), pdf_document.long_table())
    assert list(gaps(blocks, [Place(2, 300.0), Place(3, 700.0)])) == []


def test_one_gap_of_half_a_page_is_worse_than_two_of_a_quarter() -> None:
    blocks = (pdf_document.filler(), figure("one", 70), figure("two", 70))
    half = badness(gaps(blocks, [Place(2, BOTTOM - 360), Place(3, 350.0), Place(3, 600.0)]))
    quarters = badness(gaps(blocks, [Place(2, BOTTOM - 180), Place(3, BOTTOM - 180), Place(4, 300.0)]))
    assert half > quarters > 0


def test_pages_are_never_worse_for_being_settled() -> None:
    made = document(
        pdf_document.filler(2),
        *(block for n in range(6) for block in (figure(f"e-{n}", 70 + 9 * n), pdf_document.filler())),
    )
    after, fits = settled(made)
    before = badness(gaps(made.blocks, ends(made)))
    assert before > 0, "or this shows nothing"
    assert badness(gaps(after.blocks, ends(after, fits))) <= before


@pytest.mark.parametrize(("foot", "found"), [(TOP + STUB - 1, 1), (TOP + STUB + 1, 0)])
def test_a_line_or_two_of_a_table_on_a_page_of_their_own_are_a_stub(foot: float, found: int) -> None:
    blocks = (pdf_document.filler(), pdf_document.long_table())
    stubs = list(gaps(blocks, [Place(2, 300.0), Place(3, foot)]))
    assert [gap.stub for gap in stubs] == [True] * found


def test_a_note_on_the_first_page_leaves_no_gap_below_it() -> None:
    assert list(gaps((pdf_document.filler(), figure("one", 70)), [Place(1, 300.0), Place(2, 350.0)])) == []


def rows(count: int) -> Exhibit:
    """A table of so many rows, short ones."""
    whole = pdf_document.long_table()
    return whole.model_copy(update={"table": whole.table.model_copy(update={"rows": whole.table.rows[:count]})})


def test_a_table_closes_its_rows_up_rather_than_leave_its_last_line_alone() -> None:
    count = next(n for n in range(30, 60) if _tail(n) < STUB)
    made = document(pdf_document.filler(), rows(count))
    after, fits = settled(made)
    assert fits["small-areas"].tight
    assert ends(after, fits)[1].page == 2


def _tail(count: int) -> float:
    """How far a table of so many rows reaches on the third page; far if it does not."""
    place = ends(document(pdf_document.filler(), rows(count)))[1]
    return place.y - TOP if place.page == 3 else 1e3


def test_a_last_page_with_next_to_nothing_is_saved() -> None:
    blocks = [figure("one", 84), figure("two", 84)]
    times = next(n for n in range(2, 30) if _over(*blocks, pdf_document.filler(n)) < SHORT)
    made = document(*blocks, pdf_document.filler(times))
    after, fits = settled(made)
    assert ends(after, fits)[-1].page == 2
    assert {fit.scale for fit in fits.values()} == {SMALLEST}


def _over(*blocks: object) -> float:
    place = ends(document(*blocks))[-1]
    return place.y - TOP if place.page == 3 else 1e3
