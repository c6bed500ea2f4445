"""The contents fit the first page, as deep as can be."""

from __future__ import annotations

import pdf_document
import pytest

from analysis.blocks import Definition, Document, Front, Heading, KeyFigure, KeyFigures, Note, text
from analysis.render.pdf_compile import places
from analysis.render.typst import write_typst
from analysis.render.typst_contents import contents, height, lines, on_first_page, room


def document(sections: int, each: int, front: Front | None = None) -> Document:
    """A document of ``sections`` with ``each`` subsections."""
    blocks = []
    for number in range(sections):
        blocks.append(Heading(level=1, text=f"Section {number} about something", id=f"s-{number}"))
        blocks += [Heading(level=2, text=f"Part {part}", id=f"s-{number}-{part}") for part in range(each)]
    return Document(name="x", front=front or pdf_document.front(), blocks=tuple(blocks))


def wordy(details: int) -> Front:
    """Front matter with a long statement and many details."""
    item = Definition(term="Members", spans=text("district council, police, fire and rescue, probation, health " * 2))
    return pdf_document.front().model_copy(update={"details": (item,) * details, "statement": "Invented figures. " * 9})


@pytest.mark.parametrize(
    ("sections", "each", "call"),
    [
        (0, 0, ""),
        (1, 0, ""),
        (3, 1, '#contents("Contents", 2, none)\n'),
        (10, 3, '#contents("Contents", 2, "to-s-5")\n'),
        (14, 6, '#contents("Contents", 1, "to-s-7")\n'),
        (8, 9, '#contents("Contents", 1, none)\n'),
    ],
)
def test_contents_are_as_deep_as_the_first_page_has_room_for(sections: int, each: int, call: str) -> None:
    assert contents(document(sections, each)) == call


@pytest.mark.parametrize("details", [0, 4, 8])
@pytest.mark.parametrize(("sections", "each"), [(6, 0), (9, 2), (14, 0), (14, 1), (14, 2), (14, 3), (14, 4)])
def test_the_text_starts_on_the_second_page(sections: int, each: int, details: int) -> None:
    made = document(sections, each, wordy(details))
    assert places(*write_typst(made))[0].page == 2


def test_long_front_matter_leaves_less_room() -> None:
    assert room(wordy(8)) < room(wordy(2)) < room(pdf_document.front().model_copy(update={"details": ()}))


def test_lines_are_counted_in_the_typeface() -> None:
    assert lines("", 10) == 1
    assert lines("Strategic assessment", 31) == 1
    assert lines("Strategic assessment of crime and disorder in a long place", 31) == 2


CANNOT = Note(tone="info", title="What this edition cannot have", spans=text("Targets, surveys and actions. " * 4))


def noted(made: Document, *blocks: object) -> Document:
    return made.model_copy(update={"blocks": (*blocks, *made.blocks)})


def test_what_an_edition_cannot_have_stands_on_the_first_page_under_the_statement() -> None:
    made = noted(document(6, 0), CANNOT)
    assert on_first_page(made) == (CANNOT,)
    found = places(*write_typst(made))
    assert [found[0].page, found[1].page] == [1, 2]
    assert len(found) == len(made.blocks)


def test_a_note_takes_room_from_the_contents() -> None:
    plain = [document(sections, 3, wordy(2)) for sections in range(8, 15)]
    deep = [
        sum('"Contents", 2' in contents(made) for made in some) for some in (plain, [noted(m, CANNOT) for m in plain])
    ]
    assert deep[0] > deep[1] > 0


def test_a_first_page_that_is_full_leaves_the_note_to_the_second() -> None:
    made = noted(document(14, 0, wordy(9)), CANNOT, CANNOT)
    assert on_first_page(made) == ()
    assert places(*write_typst(made))[0].page == 2


def test_only_text_goes_to_the_first_page_and_never_a_part_of_it() -> None:
    figures = KeyFigures(items=(KeyFigure(label="a", value="1"),))
    assert on_first_page(noted(document(3, 0), CANNOT, figures)) == ()
    assert on_first_page(document(3, 0)) == ()


@pytest.mark.parametrize("details", [0, 3, 6])
@pytest.mark.parametrize(("sections", "each"), [(6, 0), (12, 1), (12, 2), (12, 4)])
def test_the_first_page_still_ends_where_it_should_with_a_note(sections: int, each: int, details: int) -> None:
    made = noted(document(sections, each, wordy(details)), CANNOT)
    assert places(*write_typst(made))[1].page == 2


def test_longer_text_is_higher_and_a_note_higher_than_none() -> None:
    assert height([]) == 0 < height([CANNOT]) < height([CANNOT, CANNOT])
