"""Numbers typed into a narrative are found; what is no figure is let be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.prose import typed_numbers


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("Burglary rose by 12.5% to 1,234.", ["12.5%", "1,234"]),
        ("It cost £3,000 a year.", ["£3,000"]),
        ("There were 7 in all", ["7"]),
        ("A fall of -14 % on the year", ["-14 %"]),
        ("Of 2500 records", ["2500"]),
        ("| area | 5 |", ["5"]),
    ],
)
def test_a_typed_figure_is_found(markdown: str, found: list[str]) -> None:
    assert typed_numbers(markdown) == found


@pytest.mark.parametrize(
    "markdown",
    [
        "# 3 things to know in 2022",
        "The year ending November 2022, and 2021/22, and 11 February 2010, and 2009-10.",
        "Shown with its 95% interval, or a 99 % prediction interval.",
        "1. first\n2. second",
        "NI30 and Covid-19 are names.",
        "See [the guide](https://example.org/2022/7) and https://example.org/12.",
        "`count = 5` and\n```\nx = 12\n```\n",
        "$\\exp(12 b) - 1$",
        "A note.[^1] {#section-2}",
        "<!-- 12 -->",
        "No figures at all, not even three.",
    ],
)
def test_headings_dates_levels_and_names_are_let_be(markdown: str) -> None:
    assert typed_numbers(markdown) == []


def test_no_notebook_types_a_number_that_a_result_should_give(root: Path) -> None:
    books = sorted((root / "notebooks").glob("*.ipynb"))
    cells = [
        (book.name, "".join(cell["source"]))
        for book in books
        for cell in json.loads(book.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    assert {name: found for name, source in cells if (found := typed_numbers(source))} == {}
