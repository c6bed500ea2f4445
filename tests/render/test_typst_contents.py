"""The contents fit the first page, as deep as can be."""

from __future__ import annotations

import pdf_document
import pytest

from analysis.blocks import Definition, Document, Front, Heading, text
from analysis.render.pdf_compile import places
from analysis.render.typst import write_typst
from analysis.render.typst_contents import contents, lines, room


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
