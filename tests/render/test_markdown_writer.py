"""A document as Markdown for Quarto and pandoc."""

from __future__ import annotations

import json
import re

import pytest
from documents import CHART, DOCUMENT, FRONT, GLANCE, HOSTILE, TREND
from markdown_it import MarkdownIt

from analysis.blocks import Document, Heading, Link, Paragraph, Text, ref, strong, text
from analysis.render.markdown import write_markdown
from analysis.render.markdown_exhibit import table_markdown
from analysis.render.markdown_inline import escaped, spans_markdown
from analysis.render.number import number

WRITTEN = write_markdown(DOCUMENT)


def test_the_head_of_the_file_is_yaml_whatever_it_says() -> None:
    head = WRITTEN.split("---\n")[1]
    pairs = dict(line.split(": ", 1) for line in head.splitlines())
    assert json.loads(pairs["title"]) == "Strategic assessment – ILLUSTRATIVE"
    assert json.loads(pairs["lang"]) == "en-GB"


def test_words_from_data_stay_words() -> None:
    rendered = MarkdownIt("commonmark").renderInline(escaped(HOSTILE))
    assert "<script>" not in rendered
    assert "<em>" not in rendered
    assert "<a " not in rendered
    assert rendered.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&") == HOSTILE


@pytest.mark.parametrize(
    "start", ["- item", "+ item", "1. item", "a) item", "(iv) item", "# title", ": term", "% title"]
)
def test_a_line_never_starts_something_by_chance(start: str) -> None:
    assert MarkdownIt("commonmark").render(escaped(start)).startswith("<p>")
    assert re.match(r"\W*\w*\\", escaped(start))


def test_dashes_and_points_are_not_made_into_others() -> None:
    assert escaped("2011--12 ... x") == r"2011-\-12 .\.\. x"


def test_numbers_and_references_are_those_of_every_writer() -> None:
    assert "# 1 Summary {#summary}" in WRITTEN
    assert "### 2.2.1 Against the months before Covid {#before-covid}" in WRITTEN
    assert "see [Table 1](#crime-glance)" in WRITTEN
    assert "see [section 5](#methods)" in WRITTEN


def test_every_exhibit_is_there_with_caption_table_source_and_data() -> None:
    for slug, label in number(DOCUMENT).exhibits.items():
        assert f"::: {{#{slug} .exhibit}}\n\n**{label}: " in WRITTEN
        assert f"[{label} data (CSV)](data/strategic-assessment/{slug}.csv)" in WRITTEN
    assert WRITTEN.count("| Area ") == 3001
    assert WRITTEN.count("\n:::\n") == WRITTEN.count("\n::: {")


def test_a_chart_is_in_the_file_with_its_alternative() -> None:
    assert TREND.chart is not None
    assert f"![{escaped(TREND.chart.alt)}](data:image/svg+xml;base64," in WRITTEN
    assert CHART not in WRITTEN


def test_the_whole_of_the_front_matter_is_kept() -> None:
    for words in (FRONT.statement, FRONT.footer, "Members", "District council, police"):
        assert words in WRITTEN


def test_a_table_says_groups_and_markers_in_words() -> None:
    lines = table_markdown(GLANCE.table).splitlines()
    assert "Crimes in year ending November: 2022" in lines[0]
    assert lines[1] == "| :--- | ---: | ---: | ---: | :--- |"
    assert r"\[c\] (withheld, too few to publish)" in lines[4]
    assert lines[5].startswith("| **All crime** |")


def test_emphasis_leaves_spaces_outside_its_signs() -> None:
    spans = (
        Text(text="a"),
        Text(text=" b ", style="strong"),
        Text(text="c`d", style="code"),
        Link(text="l", href="https://e.org/>"),
    )
    assert spans_markdown(spans, number(DOCUMENT)) == "a **b** ``c`d``[l](<https://e.org/%3E>)"


def test_a_small_document_is_written_whole() -> None:
    front = FRONT.model_copy(update={"mark": "", "details": ()})
    blocks = (
        Heading(level=1, text="One", id="one"),
        Paragraph(spans=text("See ", ref("section:one"), " ", strong("now"), ".")),
    )
    written = write_markdown(Document(name="small", front=front, blocks=blocks))
    assert written.endswith(
        "# 1 One {#one}\n\nSee [section 1](#one) **now**.\n\nInvented figures, for illustration\n",
    )
