"""Executed notebooks to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import nbformat
import pytest
from documents import DOCUMENT, GLANCE, TREND, heading
from notebooks import code, emitted, markdown, notebook, output

from analysis.blocks import MIME, KeyFigure, KeyFigures, Link, Note, Paragraph, Text, ref, text
from analysis.errors import ExhibitError, RenderError
from analysis.render import read_document

if TYPE_CHECKING:
    from pathlib import Path


def test_cells_become_one_document_in_their_order() -> None:
    made = notebook(markdown("# Profile\n\nSee [](#crime-glance)."), code(emitted(GLANCE, TREND)), markdown("The end."))
    document = read_document(made, "strategic-assessment", key="abc")
    assert document.name == "strategic-assessment"
    assert document.key == "abc"
    assert document.front.title == "Strategic assessment"
    assert document.blocks == (
        heading(1, "Profile", "profile"),
        Paragraph(spans=text("See ", ref("crime-glance"), ".")),
        GLANCE,
        TREND,
        Paragraph(spans=text("The end.")),
    )


def test_the_first_page_says_what_it_was_made_from_and_leads_to_the_manifest() -> None:
    made, key = notebook(code(emitted(*DOCUMENT.blocks))), "0f1e2d3c4b5a69788796a5b4c3d2e1f0" * 2
    *before, stamped = read_document(made, "strategic-assessment", key).front.details
    assert stamped.term == "Made from"
    assert stamped.spans == text(
        "inputs 0f1e2d3c4b5a6978; how it was made: ",
        Link(text="strategic-assessment.json", href="strategic-assessment.json"),
    )
    assert tuple(before) == read_document(made, "strategic-assessment").front.details


def test_a_document_survives_a_notebook_file(tmp_path: Path) -> None:
    path = tmp_path / "made.ipynb"
    nbformat.write(notebook(code(emitted(*DOCUMENT.blocks))), path)  # type: ignore[no-untyped-call]
    assert read_document(path, DOCUMENT.name).blocks == DOCUMENT.blocks


def test_a_file_that_is_no_notebook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ipynb"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(RenderError, match=r"broken\.ipynb: cannot be read as a notebook"):
        read_document(path, "document")


@pytest.mark.parametrize("tag", ["remove", "parameters", "injected-parameters"])
def test_cells_that_are_no_part_of_the_document_are_left_out(tag: str) -> None:
    noisy = code(output("stream", name="stdout", text="loading"), source="load()", tags=(tag,))
    assert read_document(notebook(noisy), "document").blocks == ()


def test_a_cell_that_failed_stops_the_document_even_where_it_is_left_out() -> None:
    error = output("error", ename="ExhibitError", evalue="no such slug", traceback=[])
    with pytest.raises(RenderError, match=r"cell 2 \(chapter\.show\(\)\): failed: ExhibitError: no such slug"):
        read_document(notebook(code(error, tags=("remove",))), "document")


def test_an_empty_stream_is_nothing() -> None:
    assert read_document(notebook(code(output("stream", name="stderr", text=" \n"))), "document").blocks == ()


@pytest.mark.parametrize(
    ("shown", "says"),
    [
        (output("stream", name="stdout", text="12 rows\n"), "prints '12 rows'"),
        (output("execute_result", data={"text/plain": "42"}), r"shows a bare value \(42\)"),
        (output("execute_result", data={"text/plain": "f", "text/html": "<table>"}), "shows a bare frame"),
        (output("display_data", data={"text/plain": "<Figure>", "image/png": "aGk="}), "shows a bare figure"),
    ],
)
def test_what_is_shown_bare_is_refused_and_the_cell_named(shown: nbformat.NotebookNode, says: str) -> None:
    with pytest.raises(RenderError, match=says) as refused:
        read_document(notebook(code(shown)), "document")
    assert str(refused.value).startswith("cell 2 (chapter.show()): ")
    assert 'tag the cell "remove"' in str(refused.value)


@pytest.mark.parametrize(
    "blocks",
    [
        [{"kind": "paragraph", "spans": [], "colour": "red"}],
        [{"kind": "film", "reel": 1}],
        [{"kind": "heading", "level": "1", "text": "Title", "id": "title"}],
    ],
)
def test_blocks_that_break_the_contract_are_refused_not_dropped(blocks: list[object]) -> None:
    broken = output("display_data", data={MIME: {"blocks": blocks}})
    with pytest.raises(RenderError, match=r"cell 2 .*break the contract at blocks\.0"):
        read_document(notebook(code(broken)), "document")


def test_the_front_matter_stands_first_and_once() -> None:
    late = notebook(markdown("Words."), front=False)
    twice = notebook(code(emitted(DOCUMENT.front)))
    for wrong in (late, twice, notebook(front=False)):
        with pytest.raises(RenderError, match="not exactly one front matter"):
            read_document(wrong, "document")


def test_a_reference_may_point_forward_but_not_to_nothing() -> None:
    forward = notebook(markdown("See [](#crime-trend)."), code(emitted(TREND)))
    assert len(read_document(forward, "document").blocks) == 2
    with pytest.raises(ExhibitError, match='did you mean "crime-trend"'):
        read_document(notebook(markdown("See [](#crime-tend)."), code(emitted(TREND))), "document")


@pytest.mark.parametrize(
    "block",
    [
        KeyFigures(items=(KeyFigure(label="crimes", value="1", ref="crime-tend"),)),
        Note(tone="caution", spans=text(ref("crime-tend"))),
    ],
)
def test_references_in_every_block_are_followed(block: KeyFigures | Note) -> None:
    with pytest.raises(ExhibitError, match="crime-tend"):
        read_document(notebook(code(emitted(TREND, block))), "document")


def test_no_name_stands_twice_among_exhibits_and_sections() -> None:
    with pytest.raises(ExhibitError, match='"crime-trend": names two sections or exhibits'):
        read_document(notebook(code(emitted(TREND, TREND))), "document")
    with pytest.raises(ExhibitError, match="give the heading an id of its own"):
        read_document(notebook(markdown("# Places\n\n# Places")), "document")
    with pytest.raises(ExhibitError, match="crime-trend"):
        read_document(notebook(code(emitted(TREND)), markdown("# Crime trend")), "document")


@pytest.mark.parametrize("source", ["## Second first", "# One\n\n### Three"])
def test_heading_levels_never_skip(source: str) -> None:
    with pytest.raises(RenderError, match="after level"):
        read_document(notebook(markdown(source)), "document")


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("initiative-patrols.html", True),
        ("../../../methodology/0.1.0/public/methodology.html", True),
        ("../initiative-patrols.html", False),
        ("data/one.csv", False),
        ("initiative-patrols.exe", False),
        ("/initiative-patrols.html", False),
        ("//elsewhere.html", False),
    ],
)
def test_a_link_may_lead_to_another_document_of_the_edition_or_of_reports(href: str, leads: bool) -> None:
    made = notebook(code(emitted(Paragraph(spans=(Link(text="there", href=href),)))))
    if leads:
        assert read_document(made, "document").blocks
    else:
        with pytest.raises(RenderError, match="another document of reports"):
            read_document(made, "document")


def test_a_link_that_runs_a_script_is_refused() -> None:
    link = Paragraph(spans=(Link(text="go", href="javascript:alert(1)"), Text(text=".")))
    with pytest.raises(RenderError, match="javascript"):
        read_document(notebook(code(emitted(link))), "document")
