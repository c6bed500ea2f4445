"""The leaflet: two pages, plain words, and the very figures of the assessment."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from written_edition import rows_of, sentences

from analysis.assessment.both_changes import STANDING
from analysis.assessment.leaflet import LeafletReport
from analysis.assessment.leaflet.plain import OLDEST, held_to_age
from analysis.assessment.results import standing_out
from analysis.blocks import Document, Exhibit, Front, Heading, KeyFigures, Paragraph, text
from analysis.errors import RunError
from analysis.render.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

    from analysis.blocks import Block
    from analysis.params import Catalogue

SECTIONS = ("front", "counted", "changed", "doing", "ask", "about")
SHIPPED = (
    "illustration/2022", "north-west-leicestershire/2022", "north-warwickshire/2022", "nuneaton-and-bedworth/2022",
    "rugby/2022", "south-warwickshire/2022", "warwickshire/2022", "west-lancashire/2022", "west-lothian/2021-22",
)  # fmt: skip


@pytest.fixture(scope="module", params=SHIPPED)
def edition(request: pytest.FixtureRequest, written: Callable[[str], Written]) -> Written:
    return written(request.param)


@pytest.fixture(scope="module")
def leaflet(edition: Written) -> LeafletReport:
    return LeafletReport(edition.assessment.declaration, edition.assessment.slices)


def blocks(leaflet: LeafletReport) -> list[Block]:
    """Its blocks with the headings of the notebook."""
    titles = {"counted": "What was recorded", "changed": "What changed", "doing": "What the partnership is doing",
              "ask": "How to report or ask", "about": "About these figures"}  # fmt: skip
    found: list[Block] = []
    for name in SECTIONS:
        found += [Heading(level=1, text=titles[name], id=name)] if name in titles else []
        found += getattr(leaflet, name)().blocks
    return found


def test_every_edition_that_declares_a_leaflet_is_looked_at_here(shipped: Catalogue) -> None:
    declared = {"/".join(pair) for pair, edition in shipped.editions.items() if edition.leaflet}
    assert declared == set(SHIPPED)


def test_it_is_two_pages_and_reads_for_a_reader_of_twelve(leaflet: LeafletReport) -> None:
    front, *rest = blocks(leaflet)
    assert isinstance(front, Front)
    written = write_pdf(Document(name="leaflet", front=front, blocks=tuple(rest)))
    with pikepdf.open(io.BytesIO(written)) as opened:
        assert len(opened.pages) == 2
    assert leaflet.reading.age <= OLDEST == 12


def test_its_large_numbers_and_bars_are_those_of_the_assessment(leaflet: LeafletReport, edition: Written) -> None:
    profile = {row["category"]: row["latest"] for row in edition.rows("profile")}
    made = leaflet.counted().blocks
    (figures,) = [block for block in made if isinstance(block, KeyFigures)]
    for figure in figures.items:
        name = "All recorded crime" if figure.label == "Crimes recorded" else figure.label
        assert figure.value.replace(",", "") == profile[name]
    (bars,) = [block for block in made if isinstance(block, Exhibit)]
    assert {row["place"]: row["after"] for row in rows_of(bars)}.items() <= profile.items()
    assert bars.headline == f"{rows_of(bars)[0]['place']} is the type recorded most"


def test_it_calls_up_or_down_only_what_the_assessment_calls_risen_or_fallen(
    leaflet: LeafletReport, edition: Written
) -> None:
    slugs = ("changes-on-the-year", "changes-since-before-covid")
    edition.section("profile")
    for line in sentences(leaflet.changed().blocks):
        name, _, said = line.partition(": ")
        if not said.startswith(("went up", "went down", "no clear change")):
            continue
        verdicts = [
            row for slug in slugs if slug in edition.exhibits for row in edition.rows(slug) if row["category"] == name
        ]
        word = {"went u": "rose", "went d": "fell", "no cle": "no clear change"}[said[:6]]
        assert word in {row["verdict"] for row in verdicts}, line


def test_what_the_assessment_calls_risen_or_fallen_is_named_if_only_as_less_sure(
    leaflet: LeafletReport, edition: Written
) -> None:
    said = "\n".join(sentences(leaflet.changed().blocks)).lower()
    results = edition.assessment.results
    slug, found = ("changes-on-the-year", results.on_the_year)
    if slug not in edition.exhibits:
        slug, found = ("changes-since-before-covid", results.since_before_covid)
    clear = [row for row in edition.rows(slug) if row["verdict"] in ("rose", "fell")]
    alone = [row["category"].lower() for row in clear if row["line"] not in {*STANDING, *standing_out(found)}]
    assert [name for name in alone if name not in said.partition("less sure: ")[2]] == []


def test_what_only_the_partnership_can_say_is_not_made_up(leicestershire: Written) -> None:
    made = LeafletReport(leicestershire.assessment.declaration, leicestershire.assessment.slices)
    words = "\n".join(sentences(tuple(blocks(made))))
    assert "Only the partnership can tell you that." in words
    assert "Analysis of open data; not produced or endorsed by the partnership." in words


def test_the_illustration_says_what_it_is_and_prints_what_it_declares(illustration: Written) -> None:
    made = LeafletReport(illustration.assessment.declaration, illustration.assessment.slices)
    words = "\n".join(sentences(tuple(blocks(made))))
    leaflet = illustration.assessment.declaration.edition.leaflet
    assert leaflet is not None
    assert all(each in words for each in (*leaflet.doing, *leaflet.ask))
    assert "made-up place" in words
    assert "999" not in words


def test_words_that_are_too_hard_fail_with_the_hardest_named(illustration: Written) -> None:
    declaration = illustration.assessment.declaration
    hard = "Multidisciplinary practitioners operationalise intersectional safeguarding interventions collaboratively."
    leaflet = declaration.edition.leaflet
    assert leaflet is not None
    edition = declaration.edition.model_copy(update={"leaflet": leaflet.model_copy(update={"doing": (hard,) * 12})})
    made = LeafletReport(declaration.model_copy(update={"edition": edition}), illustration.assessment.slices)
    with pytest.raises(RunError, match="Multidisciplinary") as caught:
        made.front()
    assert "illustration/2022, leaflet: has a reading age of" in str(caught.value)
    assert "and may have 12 at most" in str(caught.value)


def test_labels_and_source_lines_are_not_measured() -> None:
    plain = Paragraph(spans=text("Crime went up. We do not know why."))
    assert held_to_age([plain, Heading(level=1, text="Criminality characteristics", id="x")], "a/b").words == 8
