"""What nobody declares any more is taken away, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from analysis.run.outcome import Outcome
from analysis.run.portfolio import write_index
from analysis.run.publish import publish
from analysis.run.withdraw import withdraw

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import Job


@pytest.fixture
def documents(job: Job, tmp_path: Path) -> list[Job]:
    """An assessment and two initiatives, all published, with an archive beside them."""
    names = ("strategic-assessment", "initiative-one", "initiative-two")
    made = [replace(job, inputs=replace(job.inputs, document=name)) for name in names]
    for each in made:
        name = each.inputs.document
        publish(tmp_path, each, Outcome(each.inputs.name, {f"{name}.html": b"<p>", f"data/{name}/a.csv": b"1"}, {}))
    (tmp_path / "rugby/2022/public/submission-rugby-2022.zip").write_bytes(b"PK")
    return made


def test_nothing_is_taken_away_while_all_is_declared(documents: list[Job], tmp_path: Path) -> None:
    assert withdraw(tmp_path, documents) == []
    assert (tmp_path / "rugby/2022/public/submission-rugby-2022.zip").exists()


def test_an_initiative_that_is_no_longer_declared_goes_with_all_its_files_and_the_archive_that_held_it(
    documents: list[Job], tmp_path: Path
) -> None:
    folder = tmp_path / "rugby/2022/public"
    assert withdraw(tmp_path, documents[:2]) == [
        f"rugby/2022/public/{name}"
        for name in (
            "data/initiative-two/a.csv", "initiative-two.html", "initiative-two.json", "submission-rugby-2022.zip",
        )
    ]  # fmt: skip
    assert {path.name for path in folder.iterdir()} == {
        "data", "initiative-one.html", "initiative-one.json", "strategic-assessment.html", "strategic-assessment.json",
    }  # fmt: skip
    write_index(tmp_path)
    page = (tmp_path / "index.html").read_text()
    assert "initiative-one.html" in page
    assert "initiative-two" not in page


def test_what_was_public_does_not_stay_when_the_edition_is_restricted(documents: list[Job], tmp_path: Path) -> None:
    withdraw(tmp_path, [replace(job, inputs=replace(job.inputs, audience="restricted")) for job in documents])
    assert not (tmp_path / "rugby/2022/public").exists()


def test_other_editions_are_left_alone(documents: list[Job], tmp_path: Path) -> None:
    other = replace(documents[0], inputs=replace(documents[0].inputs, edition="2021"))
    assert withdraw(tmp_path, [other]) == []
    assert (tmp_path / "rugby/2022/public/initiative-two.html").exists()
