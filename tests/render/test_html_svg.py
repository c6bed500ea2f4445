"""Charts inside a page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from documents import CHART

from analysis.errors import RenderError
from analysis.render.html_svg import inline_svg

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def test_names_and_what_refers_to_them_are_prefixed_by_the_slug() -> None:
    root = ElementTree.fromstring(inline_svg(CHART, "crime-trend", "Fell."))
    names = {node.get("id") for node in root.iter() if node.get("id")}
    assert names == {"crime-trend-p1", "crime-trend-dot", "crime-trend-axes"}
    assert {node.get("clip-path") for node in root.iter("g")} == {None, "url(#crime-trend-p1)"}
    assert [node.get("href") for node in root.iter("use")] == ["#crime-trend-dot"]


@pytest.mark.parametrize("written", ["url(#a)", "url('#a')", 'url( "#a")'])
def test_references_in_styles_are_prefixed_however_written(written: str) -> None:
    escaped = written.replace('"', "&quot;")
    made = inline_svg(f'<svg {NS} viewBox="0 0 1 1"><g style="fill: {escaped}"/></svg>', "slug", "A chart.")
    assert "#slug-a" in made


def test_a_chart_is_a_picture_with_its_alternative_escaped() -> None:
    root = ElementTree.fromstring(inline_svg(CHART, "x", 'Rose & "fell" <b>'))
    assert root.get("role") == "img"
    assert root.get("aria-label") == 'Rose & "fell" <b>'


def test_the_size_is_left_to_the_page_and_the_shape_kept() -> None:
    root = ElementTree.fromstring(inline_svg(f'<svg {NS} width="90pt" height="40.5pt"/>', "x", "A chart."))
    assert root.get("viewBox") == "0 0 90 40.5"
    assert root.get("width") is None


def test_a_rule_on_everything_stays_inside_the_chart() -> None:
    made = inline_svg(CHART, "x", "A chart.")
    assert "<style" not in made
    assert "stroke-linejoin: round" in str(ElementTree.fromstring(made).get("style"))


def test_what_the_drawing_program_says_of_itself_is_dropped() -> None:
    assert "drawing program" not in inline_svg(CHART, "x", "A chart.")


def test_spaces_between_words_of_a_label_are_kept() -> None:
    made = inline_svg(
        f'<svg {NS} viewBox="0 0 1 1"><text>All <tspan>crime</tspan> <tspan>here</tspan></text></svg>', "x", "A."
    )
    assert "All <tspan>crime</tspan> <tspan>here" in made


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<g onclick="alert(1)"/>', "onclick"),
        ("<foreignObject/>", "foreignObject"),
        ('<image href="https://example.org/a.png"/>', "fetches"),
        ('<image xlink:href="https://example.org/a.png"/>', "fetches"),
        ('<g style="fill: url(https://example.org/a.svg#b)"/>', "fetches"),
        ("<style>.axis{fill:red}</style>", "style sheet of its own"),
        ("<g>", "cannot be read"),
    ],
)
def test_what_could_run_fetch_or_leak_is_refused(inside: str, says: str) -> None:
    with pytest.raises(RenderError, match="crime-trend") as refused:
        inline_svg(f"<svg {NS}>{inside}</svg>", "crime-trend", "A chart.")
    assert says in str(refused.value)
