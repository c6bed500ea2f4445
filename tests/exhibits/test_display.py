"""What a notebook cell shows, and what becomes of an analyst's own frames and figures."""

from __future__ import annotations

import base64
from itertools import count
from typing import Any

import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from matplotlib.figure import Figure

from analysis import exhibits
from analysis.blocks import MIME, Exhibit, Heading, Note, Output, Paragraph, text
from analysis.cannot_say import CannotSay
from analysis.disclosure import RESTRICTED
from analysis.exhibits.formatters import LONGEST, UNCAPTIONED, figure_display, frame_display, register_formatters

from .frames import HOSTILE, caption, months


def chart() -> exhibits.Shown:
    shown = exhibits.series(months([20] * 30), caption(), unit="u")
    assert not isinstance(shown, CannotSay)
    return shown


def bundle(shown: Any) -> dict[str, Any]:
    found: dict[str, Any] = shown._repr_mimebundle_()
    return found


def test_a_chart_is_shown_as_html_png_and_blocks() -> None:
    found = bundle(chart())
    assert set(found) == {"text/html", "image/png", MIME}
    assert base64.b64decode(found["image/png"]).startswith(b"\x89PNG")
    block = Output.model_validate(found[MIME]).blocks[0]
    assert isinstance(block, Exhibit) and block.slug == "burglary"


def test_the_blocks_say_nothing_of_the_picture_that_jupyter_needs() -> None:
    shown = chart()
    block = Output.model_validate(bundle(shown)[MIME]).blocks[0]
    assert block.model_dump() == shown.model_dump() and "_figure" not in shown.model_dump()


def test_a_cell_of_many_blocks_keeps_their_order() -> None:
    blocks = (Heading(level=2, text="Burglary", id="burglary-section"), Paragraph(spans=text("It rose.")), chart())
    kinds = [block["kind"] for block in bundle(exhibits.display(*blocks))[MIME]["blocks"]]
    assert kinds == ["heading", "paragraph", "exhibit"]


def test_two_charts_in_one_cell_are_both_in_its_html() -> None:
    found = bundle(exhibits.display(chart(), chart()))
    assert found["text/html"].count("<img") == 2 and "image/png" not in found


def test_hostile_text_is_escaped_in_jupyter() -> None:
    html = bundle(exhibits.display(Paragraph(spans=text(HOSTILE)), Note(tone="info", title=HOSTILE, spans=text("x"))))
    assert "<b>Dùn" not in html["text/html"]


def test_an_exhibit_shown_in_a_real_shell_carries_the_blocks() -> None:
    shell = InteractiveShell()
    register_formatters(shell)
    data, _ = shell.display_formatter.format(chart())
    assert MIME in data


def test_a_bare_frame_becomes_an_exhibit_with_a_clear_message() -> None:
    shell = InteractiveShell()
    register_formatters(shell)
    for number in (1, 2):
        data, _ = shell.display_formatter.format(pd.DataFrame({"area": ["Ynys Môn"], "crimes": [1204]}))
        block = Output.model_validate(data[MIME]).blocks[0]
        assert isinstance(block, Exhibit)
        assert (block.slug, block.headline) == (f"own-table-{number}", UNCAPTIONED)
        assert block.table.rows[0][1].text == "1,204" and "attrs" in block.notes[0]


def test_a_frame_says_its_own_slug_and_headline() -> None:
    frame = pd.DataFrame({"a": [1]})
    frame.attrs = {"slug": "Calls by Ward", "headline": "Calls rose", "source": "Source: council"}
    block = frame_display(frame, count(1)).blocks[0]
    assert isinstance(block, Exhibit)
    assert (block.slug, block.headline, block.source, block.notes) == (
        "calls-by-ward",
        "Calls rose",
        "Source: council",
        (),
    )


def test_the_index_of_a_bare_frame_is_its_first_column() -> None:
    frame = pd.DataFrame({"n": [3]}, index=pd.Index(["Leith"], name="ward"))
    block = frame_display(frame, count(1)).blocks[0]
    assert isinstance(block, Exhibit) and block.table.columns[0].label == "Ward"


def test_a_long_frame_is_cut_in_print_and_whole_in_its_csv() -> None:
    block = frame_display(pd.DataFrame({"n": range(LONGEST + 5)}), count(1)).blocks[0]
    assert isinstance(block, Exhibit)
    assert len(block.table.rows) == LONGEST and block.csv.count("\n") == LONGEST + 6
    assert any("The CSV" in note or "the CSV" in note for note in block.notes)


def test_an_empty_frame_is_a_note() -> None:
    assert isinstance(frame_display(pd.DataFrame({"a": []}), count(1)).blocks[0], Note)


@pytest.mark.parametrize("what", ["frame", "figure"])
def test_under_full_control_nothing_bare_is_shown(what: str) -> None:
    shown = (
        frame_display(pd.DataFrame({"victims": [1]}), count(1), RESTRICTED)
        if what == "frame"
        else figure_display(Figure(), count(1), RESTRICTED)
    )
    block = shown.blocks[0]
    assert isinstance(block, Note) and "disclosure control" in str(block.spans)
    assert "victims" not in shown._repr_mimebundle_()["text/html"]


def test_a_bare_figure_needs_words_for_what_it_shows() -> None:
    figure = Figure()
    assert isinstance(figure_display(figure, count(1)).blocks[0], Note)
    figure.alt = "Crime by ward: Leith is highest."  # type: ignore[attr-defined]
    block = figure_display(figure, count(1)).blocks[0]
    assert isinstance(block, Exhibit) and block.chart is not None
    assert block.chart.alt == "Crime by ward: Leith is highest."
