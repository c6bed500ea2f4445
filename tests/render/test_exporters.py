"""nbconvert's way to the same documents."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import nbformat
import pytest
from documents import GLANCE, TREND
from notebooks import code, emitted, notebook

from analysis.render import read_document, write_html
from analysis.render.exporters import AssessmentHTMLExporter, slug

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOK = notebook(code(emitted(GLANCE, TREND)))


def test_the_exporter_writes_what_the_writer_writes() -> None:
    resources = {"metadata": {"name": "Strategic_assessment"}}
    page, resources = AssessmentHTMLExporter().from_notebook_node(NOTEBOOK, resources)
    assert page == write_html(read_document(NOTEBOOK, "strategic-assessment"))
    assert resources["output_extension"] == ".html"


def test_the_data_that_the_page_links_to_comes_with_it() -> None:
    _, resources = AssessmentHTMLExporter().from_notebook_node(NOTEBOOK, {"metadata": {"name": "a"}})
    assert resources["outputs"] == {
        "data/a/crime-glance.csv": GLANCE.csv.encode(),
        "data/a/crime-trend.csv": TREND.csv.encode(),
    }


@pytest.mark.parametrize(("name", "expected"), [("Strategic_assessment", "strategic-assessment"), ("", "document")])
def test_a_document_is_named_as_its_notebook(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "start"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-")])
def test_nbconvert_knows_the_exporters_by_name(tmp_path: Path, kind: str, start: bytes) -> None:
    nbformat.write(NOTEBOOK, tmp_path / "made.ipynb")  # type: ignore[no-untyped-call]
    run = [sys.executable, "-m", "nbconvert", "--to", f"assessment-{kind}", "made.ipynb"]
    subprocess.run(run, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / f"made.{kind}").read_bytes().startswith(start)
