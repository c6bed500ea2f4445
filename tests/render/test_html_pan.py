"""A map in a page: its buttons are there to be brought out, and its ground is a window inside the picture."""

from __future__ import annotations

from documents import FRONT, TREND

from analysis.blocks import Document
from analysis.render import write_html
from analysis.render.html_pan import STEPS
from analysis.render.pdf import write_pdf

MAP = """<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="60pt" viewBox="0 0 100 60">
<svg class="ground" x="0" y="0" width="60" height="50" viewBox="0 0 60 50">
<g id="map-pan-map"><path d="M5 5h40v30z" style="fill: #12436d"/></g></svg>
<g id="map-pan-rest"><path d="M70 5h20v10z" style="fill: #3d3d3d"/></g></svg>"""


def _document(*, pannable: bool) -> Document:
    assert TREND.chart
    chart = TREND.chart.model_copy(update={"svg": MAP, "pannable": pannable})
    return Document(
        name="maps", front=FRONT.model_copy(update={"details": ()}), blocks=(TREND.model_copy(update={"chart": chart}),)
    )


def test_a_map_has_a_button_for_every_step_hidden_until_the_script_shows_them() -> None:
    page = write_html(_document(pannable=True))
    assert '<div class="pan-controls" hidden>' in page
    for step, (_, words) in STEPS.items():
        assert f'data-step="{step}" aria-label="{words}: Figure 1' in page


def test_another_chart_has_none() -> None:
    assert "data-step=" not in write_html(_document(pannable=False)).partition("<script>")[0]


def test_the_window_on_the_ground_keeps_its_size_inside_the_page() -> None:
    page = write_html(_document(pannable=True))
    assert 'class="ground" x="0" y="0" width="60" height="50" viewBox="0 0 60 50"' in page


def test_paper_ignores_that_a_map_can_be_moved() -> None:
    assert write_pdf(_document(pannable=True)) == write_pdf(_document(pannable=False))
