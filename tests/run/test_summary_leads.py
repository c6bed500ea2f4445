"""Every number in a summary leads to its exhibit, to the data of it, and to its place in the manifest."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from leads import LISTS_ITSELF, Figure, astray, figures, told_by

from analysis.run.inputs import digest
from analysis.run.manifest import manifest

if TYPE_CHECKING:
    from analysis.run.job import Job
    from analysis.run.outcome import Outcome

CODE = {"commit": None, "changed": None, "why": "a test"}
METHODOLOGY = "methodology"
"""Its four figures count parts of rows, such as reasons that stand in one cell: they lead to a table, not to a cell."""


@pytest.fixture(scope="module")
def told(job: Job, outcome: Outcome) -> dict[str, Any]:
    """The manifest of the report of the session."""
    return manifest(job, outcome, CODE)


def leads(told: dict[str, Any], files: dict[str, bytes]) -> list[str]:
    """What of a summary leads nowhere, a sentence each."""
    exhibits, listed = told["provenance"]["exhibits"], told["files"]
    wrong = []
    for statement in told["provenance"]["summary"]:
        if LISTS_ITSELF not in statement["text"] and figures(statement["text"]) and not statement["exhibits"]:
            wrong.append(f"leads to no exhibit: {statement['text']}")
        for slug in statement["exhibits"]:
            own = exhibits.get(slug)
            if (
                own is None
                or digest(files[own["csv"]]) != own["sha256"]
                or listed[own["csv"]]["sha256"] != own["sha256"]
            ):
                wrong.append(f"{slug} is not there as the manifest has it")
    return wrong


@pytest.mark.slow
def test_each_statement_with_a_number_leads_to_an_exhibit_whose_data_is_there(
    told: dict[str, Any], outcome: Outcome
) -> None:
    assert sum(bool(figures(each["text"])) for each in told["provenance"]["summary"]) > 4
    assert leads(told, dict(outcome.files)) == []


@pytest.mark.slow
def test_each_number_of_the_summary_stands_in_the_data_it_leads_to(told: dict[str, Any], outcome: Outcome) -> None:
    assert list(astray(told, dict(outcome.files))) == []


@pytest.mark.slow
def test_page_and_notebook_lead_to_the_data_and_the_manifest(told: dict[str, Any], outcome: Outcome) -> None:
    page = outcome.files["strategic-assessment.html"].decode()
    assert 'href="strategic-assessment.json"' in page
    assert told["key"] in page
    for slug, own in told["provenance"]["exhibits"].items():
        assert f'href="{own["csv"]}"' in page
        assert f'id="{slug}"' in page


def published() -> list[Path]:
    folder = os.environ.get("CSP_REPORTS")
    return sorted(Path(folder).glob("*/*/[!.]*/[!.]*.json")) if folder else []


@pytest.mark.skipif(not published(), reason="set CSP_REPORTS to a folder of reports to follow the numbers in them")
def test_every_number_of_every_published_summary_leads_to_its_data() -> None:
    for path in published():
        told = json.loads(path.read_text())
        files = {name: (path.parent / name).read_bytes() for name in told["files"]}
        assert leads(told, files) == [], path
        evaluations = [each.read_bytes() for each in path.parent.glob("data/initiative-*/*.csv")]
        if told["document"] != METHODOLOGY:
            assert list(astray(told, files, evaluations)) == [], path


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (
            "Burglary rose by 27.7% in the year ending November 2022: 517 (95% interval: 9.6% to 48.8%)",
            "27.7 517 9.6 48.8",
        ),
        ("7,470, against 7,123 (Figure 1; Table 12)", "7,470 7,123"),
        ("In West Lothian in 2010/11 to 2012/13 vandalism came to 6,543, where 7,329 ... −10.7%", "6,543 7,329 −10.7"),
    ],
)
def test_the_figures_of_a_statement_are_those_of_the_report(words: str, printed: str) -> None:
    assert [figure.printed for figure in figures(words)] == printed.split()


def test_a_figure_is_found_at_the_rounding_it_is_printed_with_and_nowhere_else() -> None:
    table = b"line,change,note\nburglary,27.6501,went from 87% to 95%\ntheft,-3.04,\nother,,x\n"
    for printed, how in (
        ("27.7", "cell"),
        ("27.65", "cell"),
        ("27.8", ""),
        ("−3.0", "cell"),
        ("87", "words"),
        ("24.6", "sum"),
    ):
        assert told_by(Figure(printed, under=False), [table]) == how, printed
    assert told_by(Figure("6", under=False), [table, table]) == "count"
    assert told_by(Figure("0.1", under=True), [b"x\n0.04\n"]) == "cell"
    assert told_by(Figure("0.1", under=True), [b"x\n0.4\n"]) == ""
