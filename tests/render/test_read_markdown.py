"""Markdown cells to blocks."""

from __future__ import annotations

import pytest

from analysis.blocks import Bullets, Footnote, Heading, Link, Maths, Note, Paragraph, Ref, Text
from analysis.errors import RenderError
from analysis.render.read_markdown import anchor, read_markdown
from analysis.render.read_maths import spoken


def paragraph(source: str) -> tuple[object, ...]:
    (block,) = read_markdown(source, "cell 1")
    assert isinstance(block, Paragraph)
    return block.spans


def test_a_heading_takes_its_anchor_from_its_words() -> None:
    assert read_markdown("## What *people* told us", "cell 1") == (
        Heading(level=2, text="What people told us", id="what-people-told-us"),
    )


def test_a_heading_may_name_its_own_anchor() -> None:
    assert read_markdown("# Places {#where}", "cell 1") == (Heading(level=1, text="Places", id="where"),)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Gŵyr a’r Fro", "gwyr-ar-fro"), ("Dùn Èideann", "dun-eideann"), ("2011/12: targets", "2011-12-targets")],
)
def test_an_anchor_is_plain_letters_whatever_the_language(title: str, expected: str) -> None:
    assert anchor(title) == expected


def test_emphasis_code_and_line_ends_become_spans() -> None:
    assert paragraph("Plain **strong** and\n*soft* `code`.") == (
        Text(text="Plain "),
        Text(text="strong", style="strong"),
        Text(text=" and "),
        Text(text="soft", style="emphasis"),
        Text(text=" "),
        Text(text="code", style="code"),
        Text(text="."),
    )


def test_a_link_goes_out_and_an_empty_one_refers_within() -> None:
    assert paragraph("[the *guide*](https://example.org) [](#crime-trend) [](#section:places)") == (
        Link(text="the guide", href="https://example.org"),
        Text(text=" "),
        Ref(slug="crime-trend"),
        Text(text=" "),
        Ref(slug="section:places"),
    )


def test_the_role_of_jupyter_book_is_a_reference_too() -> None:
    assert paragraph("See {ref}`crime-trend`, not `code`.") == (
        Text(text="See "),
        Ref(slug="crime-trend"),
        Text(text=", not "),
        Text(text="code", style="code"),
        Text(text="."),
    )


def test_a_reference_with_words_of_its_own_is_refused() -> None:
    with pytest.raises(RenderError, match=r"write \[\]\(#crime-trend\)"):
        read_markdown("[Figure 3](#crime-trend)", "cell 4")


def test_maths_is_kept_and_said_in_words() -> None:
    assert paragraph(r"A rate $\frac{n}{N}$ for £5 or $5 each.") == (
        Text(text="A rate "),
        Maths(latex=r"\frac{n}{N}", alt="n over N"),
        Text(text=" for £5 or $5 each."),
    )


@pytest.mark.parametrize(
    ("latex", "words"),
    [
        ("x^2", "x squared"),
        (r"\lambda_1 = 2", "lambda sub 1 equals 2"),
        (r"p \leq 0.05", "p is at most 0.05"),
        (r"\sqrt{\phi} \times 2 - 1", "square root of phi times 2 minus 1"),
    ],
)
def test_short_maths_is_spoken(latex: str, words: str) -> None:
    assert spoken(latex) == words


def test_a_footnote_stands_where_it_is_called() -> None:
    blocks = read_markdown("Word[^a] and^[inline].\n\n[^a]: See [guide](https://example.org).\n", "cell 1")
    assert len(blocks) == 1
    assert paragraph("Word[^a] and^[inline].\n\n[^a]: See [guide](https://example.org).\n") == (
        Text(text="Word"),
        Footnote(text=(Text(text="See "), Link(text="guide", href="https://example.org"), Text(text="."))),
        Text(text=" and"),
        Footnote(text=(Text(text="inline"),)),
        Text(text="."),
    )


def test_a_footnote_called_in_a_list_is_found() -> None:
    (block,) = read_markdown("- one[^1]\n- two\n\n[^1]: why\n", "cell 1")
    assert block == Bullets(
        items=((Text(text="one"), Footnote(text=(Text(text="why"),))), (Text(text="two"),)),
    )


def test_a_footnote_without_a_text_is_refused() -> None:
    with pytest.raises(RenderError, match=r"cell 3: has no text for the footnote \[\^9\]"):
        read_markdown("Word[^9].", "cell 3")


def test_lists_and_quotations_become_blocks() -> None:
    blocks = read_markdown("1. one\n2. two\n\n> Mind **this**.", "cell 1")
    assert blocks == (
        Bullets(ordered=True, items=((Text(text="one"),), (Text(text="two"),))),
        Note(tone="info", spans=(Text(text="Mind "), Text(text="this", style="strong"), Text(text="."))),
    )


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", "show a frame as an exhibit"),
        ("<div>hello</div>", "has HTML"),
        ("Some <b>bold</b>.", "has HTML"),
        ("![alt](picture.png)", "has an image"),
        ("```\ncode\n```", "has a block of code"),
        ("    indented", "has a block of code"),
        ("$$x = 1$$", "maths on lines of its own"),
        ("text\n\n---\n\ntext", "horizontal rule"),
        ("#### Deep", "level 4"),
        ("# ***", "heading without a word"),
        ("- one\n\n  - nested", "one level deep"),
        ("> one\n>\n> two", "one level deep"),
        ("Word^[see $x$].", "a footnote holds words and links"),
    ],
)
def test_what_a_document_cannot_hold_is_refused_with_what_to_do(source: str, says: str) -> None:
    with pytest.raises(RenderError) as refused:
        read_markdown(source, "cell 7 (first line)")
    assert says in str(refused.value)
    assert str(refused.value).startswith("cell 7 (first line): ")


def test_a_script_address_stays_plain_text() -> None:
    assert paragraph("[go](javascript:alert(1))") == (Text(text="[go](javascript:alert(1))"),)
