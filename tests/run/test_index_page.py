"""``reports/index.html`` tells all there is, what failed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from repository_tree import FRONT, with_notebook

from analysis.run.execute import execute
from analysis.run.outcome import Failure, Outcome
from analysis.run.portfolio import write_index
from analysis.run.publish import publish

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job


def test_a_report_that_was_built_is_linked_with_all_its_files(job: Job, tmp_path: Path) -> None:
    publish(tmp_path, job, execute(with_notebook(job, FRONT)))
    write_index(tmp_path)
    page = (tmp_path / "index.html").read_text()
    for kind in ("html", "pdf", "ipynb"):
        assert f'href="rugby/2022/public/strategic-assessment.{kind}"' in page
    assert 'href="rugby/2022/public/strategic-assessment.json"' in page
    assert job.inputs.key[:16] in page
    assert "January to November 2022" in page
    assert "not produced or endorsed by the partnership" in page


def test_the_cell_that_failed_and_its_error_are_on_the_page(job: Job, tmp_path: Path) -> None:
    publish(tmp_path, job, execute(with_notebook(job, "raise ValueError('no <b> figure')")))
    write_index(tmp_path)
    page = (tmp_path / "index.html").read_text()
    assert (
        "raise ValueError(&#x27;no &lt;b&gt; figure&#x27;)" in page or "raise ValueError('no &lt;b&gt; figure')" in page
    )
    assert "ValueError: no &lt;b&gt; figure" in page
    assert 'href="rugby/2022/public/strategic-assessment.failure.log"' in page
    assert "strategic-assessment.html" not in page


def test_the_page_is_made_of_the_manifests_alone(job: Job, tmp_path: Path) -> None:
    """So that it is as quick for many reports as for few: no PDF is opened to count its pages."""
    checks = [{"exhibit": "e", "check": str(each), "outcome": "passed"} for each in range(3)]
    checks.append({"exhibit": "e", "check": "Small counts", "outcome": "cannot be run"})
    files = {"strategic-assessment.html": b"<p>", "strategic-assessment.pdf": b"no PDF at all"}
    folder = publish(tmp_path, job, Outcome(job.inputs.name, files, {}, provenance={"pages": 31, "checks": checks}))
    (folder / "strategic-assessment.html").unlink()
    write_index(tmp_path)
    page = (tmp_path / "index.html").read_text()
    assert "31 pages" in page
    assert "3 passed, 1 cannot be run" in page
    assert 'href="rugby/2022/public/strategic-assessment.html"' in page


def test_a_manifest_that_was_cut_short_does_not_stop_the_page(job: Job, tmp_path: Path) -> None:
    folder = publish(tmp_path, job, Outcome(job.inputs.name, {}, {}, Failure("pdf", "RenderError: no")))
    path = folder / "strategic-assessment.json"
    path.write_bytes(path.read_bytes()[:100])
    write_index(tmp_path)
    assert b"RenderError" not in (tmp_path / "index.html").read_bytes()


def test_what_a_killed_run_left_half_done_is_not_on_the_page(job: Job, tmp_path: Path) -> None:
    folder = publish(tmp_path, job, Outcome(job.inputs.name, {}, {}, Failure("pdf", "RenderError: no")))
    write_index(tmp_path)
    before = (tmp_path / "index.html").read_bytes()
    folder.rename(folder.with_name(".public.old"))
    write_index(tmp_path)
    assert (tmp_path / "index.html").read_bytes() != before
    assert b"RenderError" not in (tmp_path / "index.html").read_bytes()


def test_a_page_of_nothing_is_a_page(tmp_path: Path) -> None:
    write_index(tmp_path / "reports")
    assert b"<main" in (tmp_path / "reports" / "index.html").read_bytes()
