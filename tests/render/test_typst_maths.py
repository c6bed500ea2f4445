"""Maths: the small part of LaTeX that is set, and words for the rest."""

from __future__ import annotations

import pdf_document
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.blocks import Document, Maths, Paragraph
from analysis.render.pdf_compile import compiled
from analysis.render.typst import write_typst
from analysis.render.typst_maths import Unknown, equation, typst_maths


@pytest.mark.parametrize(
    ("latex", "typst"),
    [
        (r"\mu_i", "mu _(i)"),
        (r"e^{x+1}", "e ^(x + 1)"),
        (r"x_i^2", "x _(i) ^(2)"),
        (r"\frac{a}{b_i}", "frac(a, b _(i))"),
        (r"\exp(\alpha + \beta x)", r"exp \( alpha + beta x \)"),
        (r"\log \hat{\mu}", "log hat(mu)"),
        (r"\sum_{i=1}^{n} x_i", "sum _(i = 1) ^(n) x _(i)"),
        (r"95\%", '95 "%"'),
        (r"\text{rate per 1,000} \le 3.5", '"rate per 1,000" <= 3.5'),
        (r"\left[ a, b \right)", r" \[ a \, b  \)"),
        (r"{ab}^2", "a b ^(2)"),
    ],
)
def test_the_small_part_is_set(latex: str, typst: str) -> None:
    assert typst_maths(latex) == typst


@pytest.mark.parametrize(
    "latex",
    [
        "",
        r"\begin{matrix}x\end{matrix}",
        "x^",
        "^2",
        "x^2^3",
        "{x",
        "x}",
        r"\frac{a}",
        r"\unknown",
        "#panic()",
        "é",
        "$",
    ],
)
def test_the_rest_is_not_guessed(latex: str) -> None:
    with pytest.raises(Unknown):
        typst_maths(latex)


def test_what_is_not_set_is_said_in_words() -> None:
    assert equation(Maths(latex=r"\unknown", alt="something else")) == '"something else"'
    assert equation(Maths(latex="x", alt="x itself")) == 'math.equation(alt: "x itself", $x$)'


PIECES = (
    *(
        r"\frac",
        r"\frac{a}{b}",
        r"\alpha",
        r"\left",
        r"\right",
        r"\%",
        r"\,",
        r'\text{a"b}',
        r"\hat",
        r"\sqrt{x}",
        r"\sum",
    ),
    *(r"\log", r"\ell", "\\", "^{2}", "_{i}", "12", "3.5", *"{}^_xy+-=()[]/|,.:!'*&;#$\"<>"),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join))
def test_no_maths_ever_stops_the_page(latex: str) -> None:
    block = Paragraph(spans=(Maths(latex=latex, alt="in words"),))
    assert compiled(*write_typst(Document(name="maths", front=pdf_document.front(), blocks=(block,))))
