"""The registry says the truth of every method: what it is, what it takes, where its formula stands, what refuses."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from analysis.cli.method_words import SENTENCES
from analysis.errors import MethodError
from analysis.evaluation.checks import CHECKS
from analysis.evaluation.designs import DESIGNS
from analysis.methods import METHODS, Method, method_named
from analysis.methods.evaluations import EVALUATIONS
from analysis.methods.option import options

if TYPE_CHECKING:
    from pathlib import Path

EVERY = pytest.mark.parametrize("method", METHODS, ids=lambda each: each.name)


@EVERY
def test_a_method_is_a_documented_function_of_the_analysis(method: Method) -> None:
    assert inspect.isfunction(method.function)
    assert method.function.__module__.startswith("analysis.")
    assert len(method.summary) > 30
    assert method.summary.endswith(".") or method.summary.endswith('"')


@EVERY
def test_every_option_says_what_it_means(method: Method) -> None:
    for option in options(method):
        assert option.meaning or option.kind in (
            "series", "areas", "breaks", "pulses", "population", "beside", "setting", "effect",
            "scores",
        )  # fmt: skip


@EVERY
def test_the_formula_and_the_rules_stand_in_the_methods_page(method: Method, root: Path) -> None:
    page = (root / "docs" / "methods.md").read_text(encoding="utf-8")
    assert re.search(rf"^##+ {re.escape(method.section)}$", page, re.MULTILINE)
    table = page.split("## Rules of refusal")[1]
    assert [rule for rule in method.refuses if f"`{rule}`" not in table] == []
    assert sorted(method.refuses) == list(method.refuses)


@EVERY
def test_a_question_fits_its_line_of_the_list(method: Method) -> None:
    assert method.question.endswith("?")
    assert len(method.question) <= 55


def test_names_are_given_once() -> None:
    names = [each.name for each in METHODS]
    assert len(set(names)) == len(names)
    assert len({each.entry for each in METHODS}) == len(names)


def test_every_method_has_its_sentence_and_no_other() -> None:
    assert set(SENTENCES) == {each.name for each in METHODS}


def test_an_unknown_name_gets_the_nearest() -> None:
    with pytest.raises(MethodError, match=r'"rate-ration": is not a method; did you mean "rate-ratio"'):
        method_named("rate-ration")


def test_the_list_needs_no_library_that_takes_long_to_load() -> None:
    code = (
        "import sys, analysis.methods; print(*sorted({'pandas', 'scipy', 'numpy', 'statsmodels'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""


@EVERY
def test_only_functions_that_reports_use_are_registered(method: Method, root: Path) -> None:
    """Of Ljung and Box reports use the statistic, and draw its p; the desk gives the p of the books beside it.

    A plan has no report yet; what finds the smallest change for it finds the one that reports tell.
    """
    if method in EVALUATIONS:
        assert method.function in {each.run for each in (*DESIGNS, *CHECKS)}, "an evaluation runs every one of these"
        return
    name = {"ljung-box": "simulated_ljung_box", "power": "smallest"}.get(method.name, method.function.__name__)
    used = [
        path
        for path in (root / "src" / "analysis").rglob("*.py")
        if re.search(rf"\b{name}\(", path.read_text(encoding="utf-8")) and "/methods/" not in path.as_posix()
    ]
    assert [path for path in used if not re.search(rf"def {name}\(", path.read_text(encoding="utf-8"))]


@EVERY
def test_every_source_stands_in_the_methods_page_or_in_the_docstring(method: Method, root: Path) -> None:
    """Each surname with its year behind it; a test called by its authors, or a work without a year, by its words."""
    said = f"{(root / 'docs' / 'methods.md').read_text(encoding='utf-8')}\n{method.about}"
    for source in method.source.split("; "):
        year = re.search(r"\d{4}$", source)
        surnames = re.split(r" and |, ", source.removesuffix(f" {year[0]}")) if year else []
        if len(surnames) > 1 and "-".join(surnames) in said:
            continue
        for name in (each for each in surnames if each != "others"):
            assert re.search(rf"\b{name}\b[^.\n]{{0,60}}\b{year[0]}\b", said), source
        assert year or all(words in said for words in source.split(", ")[-2:] if words != "2.7"), source


def test_every_design_and_check_is_at_the_desk() -> None:
    names = {each.name for each in EVALUATIONS}
    assert {each.name for each in (*DESIGNS, *CHECKS)} == names
