"""The typeface inside a page."""

from __future__ import annotations

import base64
import io
import re

from fontTools.ttLib import TTFont

from analysis.fonts import REGULAR
from analysis.render.html_fonts import USUAL, font_faces, subset


def test_a_page_has_the_three_faces_of_the_family() -> None:
    rules = font_faces("words")
    assert re.findall(r'font-family:"Source Sans 3";font-weight:(\d+);font-style:(\w+)', rules) == [
        ("400", "normal"),
        ("700", "normal"),
        ("400", "italic"),
    ]


def test_a_face_holds_the_characters_of_the_page_and_few_others() -> None:
    (data, *_) = re.findall(r"base64,([^)]+)\)", font_faces("χ ŵ"))
    with TTFont(io.BytesIO(base64.b64decode(data))) as font:
        held = {chr(code) for code in font.getBestCmap()}
    assert set("χŵ−–≤▲") <= held
    assert held <= USUAL | set("χŵ")


def test_a_character_that_no_face_has_is_left_to_the_reader() -> None:
    assert font_faces("漢") == font_faces("")


def test_the_same_characters_make_the_same_bytes() -> None:
    first = subset(REGULAR, USUAL)
    subset.cache_clear()
    assert subset(REGULAR, USUAL) == first
    assert len(first) < 45_000
