"""What holds of every section of every edition that ships."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from written_edition import SECTIONS, notebook_anchors, references, strings

from analysis.blocks import Exhibit, Front, Heading, Note, Output

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from written_edition import Written

    from analysis.params import Catalogue

KINDS = (
    "north-west-leicestershire/2022", "west-lancashire/2022", "warwickshire/2022", "west-lothian/2021-22",
    "illustration/2022", "warwickshire/2011-12", "west-lothian/2010-11", "west-lancashire/2011-12",
    "north-west-leicestershire/2009-10", "north-west-leicestershire/2017-18",
)  # fmt: skip
"""One of each kind, and every restated document."""
ALIKE = ("north-warwickshire/2022", "nuneaton-and-bedworth/2022", "rugby/2022", "south-warwickshire/2022")
"""Editions of the same kind as Warwickshire's."""
EDITIONS = [*KINDS, *(pytest.param(name, marks=pytest.mark.slow) for name in ALIKE)]

UNFINISHED = {
    "a missing value": r"\bnan\b|NaN|<NA>|\bNaT\b|\binf\b|(?<=[a-z,(0-9] )None\b",
    "a doubled word": r"\b(the|a|an|of|to|is|are|in|for|and) \1\b",
    "words that do not meet": r"\bin the those\b|\bno (fell|rose)\b|\bnone are\b",
    "a doubled or stray mark": r"  | ,|(?<!\.)\.\.(?![./])|\(\)|\( | \)|;\.|:\.",
    "a share of nothing": r"(?<![\d.])0\.0% of records",
    "more decimals than can be meant": r"\d\.\d{3,}",
    "a piece of code": r"CannotSay|Unknown\.|State\.|Period\(|dtype|\{[a-z_]+\}",
}
P_VALUES = re.compile(r"(under )?0\.00\d")


def test_every_shipped_edition_is_looked_at(shipped: Catalogue) -> None:
    assert sorted("/".join(pair) for pair in shipped.editions) == sorted([*KINDS, *ALIKE])


@pytest.mark.parametrize("name", EDITIONS)
def test_every_section_gives_blocks_that_writers_take(name: str, written: Callable[[str], Written]) -> None:
    sections = written(name).sections
    # A restated document without claims or slips has nothing to say of what its figures are, and most take no extract.
    silent = ("figures",) if written(name).assessment.declaration.edition.partners else ("figures", "partners")
    empty = [section for section in SECTIONS if not sections[section] and section not in silent]
    assert empty == []
    for blocks in sections.values():
        assert Output.model_validate_json(Output(blocks=blocks).model_dump_json()).blocks == tuple(
            _plain(block) for block in blocks
        )


def _plain(block: Any) -> Any:
    """An exhibit on show is an exhibit with more than its fields."""
    return Exhibit.model_validate(block.model_dump()) if isinstance(block, Exhibit) else block


@pytest.mark.parametrize("name", EDITIONS)
def test_the_front_stands_first_and_once(name: str, written: Callable[[str], Written]) -> None:
    blocks = written(name).blocks
    assert [isinstance(block, Front) for block in blocks] == [True] + [False] * (len(blocks) - 1)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_reference_leads_to_an_exhibit_or_a_section(
    name: str, written: Callable[[str], Written], root: Path
) -> None:
    edition = written(name)
    anchors = notebook_anchors(root) | {heading.id for heading in edition.headings}
    there = set(edition.exhibits) | {f"section:{anchor}" for anchor in anchors}
    asked = {slug for block in edition.blocks for slug in references(block.model_dump())}
    assert asked - there == set()


@pytest.mark.parametrize("name", EDITIONS)
def test_no_slug_and_no_anchor_stands_twice(name: str, written: Callable[[str], Written], root: Path) -> None:
    edition = written(name)
    names = [block.slug for block in edition.blocks if isinstance(block, Exhibit)]
    names += [block.id for block in edition.blocks if isinstance(block, Heading)]
    names += sorted(notebook_anchors(root))
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize("name", EDITIONS)
def test_no_text_is_unfinished(name: str, written: Callable[[str], Written]) -> None:
    found = [
        (section, fault, text)
        for section, blocks in written(name).sections.items()
        for block in blocks
        for text in strings(block.model_dump())
        for fault, pattern in UNFINISHED.items()
        if re.search(pattern, text) and not P_VALUES.fullmatch(text)
    ]
    assert found == []


@pytest.mark.parametrize("name", EDITIONS)
def test_no_sentence_runs_into_the_next(name: str, written: Callable[[str], Written]) -> None:
    edition = written(name)
    lines = [line for section in SECTIONS for line in edition.words(section).splitlines()]
    assert [line for line in lines if re.search(r"  | \.|\.[A-Z][a-z]|, \.|\.\)\.", line)] == []


@pytest.mark.parametrize("name", EDITIONS)
def test_every_chart_says_what_it_shows_and_has_its_table(name: str, written: Callable[[str], Written]) -> None:
    for slug, exhibit in written(name).exhibits.items():
        assert exhibit.table.rows, slug
        assert exhibit.headline and exhibit.subtitle and exhibit.source, slug
        if exhibit.chart is not None:
            assert "<path" in exhibit.chart.svg and len(exhibit.chart.alt) > 40, slug


@pytest.mark.parametrize("name", EDITIONS)
def test_every_csv_holds_as_many_rows_as_its_table_at_least(name: str, written: Callable[[str], Written]) -> None:
    edition = written(name)
    short = [slug for slug, exhibit in edition.exhibits.items() if len(edition.rows(slug)) < 1]
    assert short == []


@pytest.mark.parametrize("name", EDITIONS)
def test_whoever_could_have_said_it_is_named(name: str, written: Callable[[str], Written]) -> None:
    """Open data lacks what the partnership has not supplied; a document lacks what it does not publish."""
    edition = written(name)
    notes = [block for block in edition.blocks if isinstance(block, Note)]
    supplied = [note for note in notes if note.tone == "not-supplied"]
    absent = [note for note in notes if note.title == "Not in the published document"]
    basis = edition.assessment.declaration.edition.basis
    if basis == "open data":
        assert len(supplied) >= 6 and not absent
    elif basis == "published document":
        assert not supplied and "not supplied" not in edition.document
    else:
        assert not supplied and not absent


@pytest.mark.parametrize("name", EDITIONS)
def test_only_the_fictional_partnership_carries_the_mark(name: str, written: Callable[[str], Written]) -> None:
    edition = written(name)
    illustrative = name.startswith("illustration/")
    front = edition.sections["front"][0]
    assert isinstance(front, Front) and (front.mark == "ILLUSTRATIVE") == illustrative
    for slug in edition.exhibits:
        marks = {row.get("mark") for row in edition.rows(slug)}
        assert marks == ({"ILLUSTRATIVE"} if illustrative else {None}), slug
