"""Any words at all reach the page as they are."""

from __future__ import annotations

import unicodedata

import pdf_document
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pdf_text import squeezed, words_of

from analysis.blocks import (
    Bullets,
    Cell,
    Column,
    Definition,
    Definitions,
    Document,
    Exhibit,
    Footnote,
    Heading,
    KeyFigure,
    KeyFigures,
    Link,
    Maths,
    Note,
    Paragraph,
    Table,
    Text,
)
from analysis.render.pdf import write_pdf
from analysis.render.typst_text import BREAK, array, breakable, covered, drawable, joined, literal, string


def everywhere(words: str) -> Document:
    """A document that says ``words`` in every place where a string can stand."""
    columns = (Column(key="a", label=words), Column(key="b", label="B", align="right", group=words))
    table = Table(columns=columns, rows=((Cell(text=words, note=words), Cell(text="", note=words)),))
    blocks = (
        Heading(level=1, text=f"H{words}", id="h"),
        Paragraph(
            spans=(
                Text(text=words),
                Text(text=words, style="strong"),
                Text(text=words, style="code"),
                Footnote(text=(Text(text=words),)),
                Link(text=words, href=words),
                Maths(latex=words, alt=words),
            )
        ),
        Bullets(items=((Text(text=words),),)),
        Note(tone="info", title=words, spans=(Text(text=words),)),
        KeyFigures(items=(KeyFigure(label=words, value=words, detail=words),)),
        Definitions(items=(Definition(term=words, spans=(Text(text=words),)),)),
        Exhibit(slug="e", headline=words, subtitle=words, table=table, notes=(words,), source=words, csv=""),
    )
    front = pdf_document.front().model_copy(update={"title": f"T{words}", "statement": words, "mark": words[:12]})
    return Document(name="words", front=front, blocks=blocks)


DRAWN = st.text(st.sampled_from([chr(code) for code in sorted(covered())]), min_size=1, max_size=60)
MARKUP = st.text(st.sampled_from("\\#$*_`<>@[]~=+-/\"'{}()|&%;:,. \n\ta1"), min_size=1, max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.one_of(st.text(min_size=1, max_size=40), DRAWN, MARKUP))
def test_any_words_reach_the_page_and_never_stop_it(words: str) -> None:
    shown = words_of(write_pdf(everywhere(words)))
    assert shown.count(squeezed(drawable(words))) >= 10 or not squeezed(drawable(words))


@pytest.mark.parametrize("words", [pdf_document.HOSTILE, pdf_document.WELSH, "#panic()", '"; #panic(); "', "\\u{7}"])
def test_markup_and_our_languages_letters_are_only_words(words: str) -> None:
    shown = words_of(write_pdf(everywhere(words)))
    assert shown.count(squeezed(words)) >= 10


@given(st.text())
def test_what_is_drawable_has_a_glyph_for_every_character(words: str) -> None:
    assert {ord(character) for character in drawable(words)} <= covered()


@given(st.text(st.sampled_from([chr(code) for code in sorted(covered()) if 32 < code < 0x2000])))
def test_what_the_typeface_has_is_left_alone(words: str) -> None:
    kept = "".join(c for c in unicodedata.normalize("NFC", words) if unicodedata.category(c)[0] != "C")
    assume({ord(character) for character in kept} <= covered())
    assert drawable(words) == kept


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Ⅻ", "XII"),
        ("漢", "[U+6F22]"),
        ("a\nb\tc\u2028d", "a b c d"),
        ("a\u200bb\u200db\ufe0f", "abb"),
        ("e\u0301", "é"),
        ("😀", "[U+1F600]"),
    ],
)
def test_what_it_lacks_is_taken_apart_or_named(words: str, shown: str) -> None:
    assert drawable(words) == shown


def test_only_very_long_words_may_break_anywhere() -> None:
    assert breakable("a word " + "x" * 28) == "a word " + "x" * 28
    assert breakable("y " + "x" * 29) == "y " + BREAK.join("x" * 29)


def test_long_names_of_files_and_addresses_part_at_their_seams() -> None:
    assert breakable("top-places-anti-social-behaviour.csv").split(BREAK) == [
        "top-", "places-", "anti-", "social-", "behaviour.", "csv",
    ]  # fmt: skip
    assert breakable("safety.of.all@brackenford.example.org").split(BREAK)[-2:] == ["example.", "org"]


def test_a_literal_is_exact() -> None:
    assert literal('a"b\\c\n') == '"a\\"b\\\\c\\n"'
    assert string('say "no"\n') == '"say \\"no\\" "'


def test_an_array_of_one_is_an_array() -> None:
    assert array(["1"]) == "(1,)"
    assert array([]) == "()"
    assert joined([]) == "none"
    assert joined(["a", "b"]) == "(a, b,).join()"
