"""An archive is made anew from its own inputs; whatever was tampered with is found, and told by how much."""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from handed_on import DATA, INPUTS, PAGE, repacked, unpacked
from repository_tree import FRONT, notebook

from analysis.errors import RunError
from analysis.run.outcome import Failure, Outcome
from analysis.run.verification import verify as verifying
from analysis.run.verification.inside import inside
from analysis.run.verification.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from analysis.run.job import House, Job
    from analysis.run.verification.verdict import Compared, Verified

RUGBY = "rugby/2022/strategic-assessment"


@pytest.fixture
def made_before(short_outcomes: dict[str, Outcome], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the documents made anew be those made before from the same inputs; holds the names asked for."""
    asked: list[str] = []

    def run(jobs: list[Job], _: int) -> Iterator[Outcome]:
        for job in jobs:
            asked.append(job.inputs.name)
            yield short_outcomes[job.inputs.name]

    monkeypatch.setattr(verifying, "run_jobs", run)
    return asked


@pytest.fixture
def verified(short_place: House, tmp_path: Path) -> Callable[..., Verified]:
    """Verify an archive of these bytes in the clone."""

    def call(content: bytes, **options: bool) -> Verified:
        path = tmp_path / "archive.zip"
        path.write_bytes(content)
        return verify(path, short_place, 1, **options)

    return call


def rugby(found: Verified) -> Compared:
    (document,) = [document for document in found.documents if document.name == RUGBY]
    return document


def first_count(data: bytes) -> tuple[str, str]:
    """The first row's count, and another in its place."""
    count = next(csv.DictReader(io.StringIO(data.decode())))["count"]
    return count, str(int(count) + 7)


def tampered(archive: bytes) -> bytes:
    """The data with one count seven higher."""
    data = unpacked(archive)[DATA]
    count, other = first_count(data)
    return data.replace(f",{count},".encode(), f",{other},".encode(), 1)


@pytest.mark.slow
def test_an_untouched_archive_agrees_when_it_is_really_made_again(
    archive: bytes, verified: Callable[..., Verified], scratch: Path, tmp_path: Path, short_place: House
) -> None:
    before = sorted(path.relative_to(short_place.root) for path in short_place.root.rglob("*"))
    found = verified(archive)
    assert found.agrees, found.as_dict()
    assert rugby(found).cells > 30
    assert rugby(found).changed == rugby(found).drawn == ()
    assert list(scratch.iterdir()) == []
    assert sorted(path.relative_to(short_place.root) for path in short_place.root.rglob("*")) == before


@pytest.mark.slow
def test_a_number_tampered_with_is_found_by_making_it_anew_though_the_checksum_was_adjusted(
    archive: bytes, verified: Callable[..., Verified]
) -> None:
    found = verified(repacked(archive, {DATA: tampered(archive)}, adjusted=True))
    count, other = first_count(unpacked(archive)[DATA])
    (difference,) = rugby(found).differences
    assert not found.agrees
    assert found.tampered == ()
    assert (difference.where, difference.row, difference.column) == (DATA.split("public/")[1], 1, "count")
    assert (difference.archived, difference.anew, difference.absolute) == (other, count, 7.0)
    assert difference.relative == pytest.approx(7 / int(count))


def test_a_number_tampered_with_is_found_by_its_checksum_and_nothing_is_made(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    found = verified(repacked(archive, {DATA: tampered(archive)}, adjusted=False))
    assert found.tampered == (f"{DATA} was changed: its SHA-256 is not the one listed",)
    assert not found.agrees
    assert found.documents == ()
    assert made_before == []


def test_every_document_of_the_archive_is_made_from_the_archive_s_own_inputs(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    assert verified(archive).agrees
    assert made_before == ["methodology/0.1.0", "rugby/2022"]


def changed(archive: bytes, name: str, old: bytes, new: bytes) -> bytes:
    content = unpacked(archive)[name]
    assert old in content
    return repacked(archive, {name: content.replace(old, new, 1)}, adjusted=True)


def test_a_word_tampered_with_in_the_page_or_the_notebook_is_found(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    for name in (PAGE, PAGE.replace(".html", ".ipynb")):
        found = verified(changed(archive, name, b"Records by type, Rugby", b"Records by type, Warwick"))
        (difference,) = rugby(found).differences
        assert "Warwick" in difference.archived
        assert "Warwick" not in difference.anew


def test_a_page_drawn_otherwise_with_the_same_words_agrees_and_is_named(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    found = verified(changed(archive, PAGE, b"<body", b"<body data-drawn='otherwise'"))
    assert found.agrees
    assert rugby(found).drawn == ("strategic-assessment.html",)


@pytest.mark.parametrize("name", [PAGE.replace(".html", ".pdf"), DATA])
def test_a_document_or_table_that_is_not_there_differs(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str], name: str
) -> None:
    (difference,) = rugby(verified(repacked(archive, {name: None}, adjusted=True))).differences
    assert (difference.column, difference.archived) == ("the file", "not there")


def test_a_pdf_that_is_another_differs(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    name = PAGE.replace(".html", ".pdf")
    found = verified(repacked(archive, {name: unpacked(archive)[name] + b"%"}, adjusted=True))
    assert [each.column for each in rugby(found).differences] == ["the bytes"]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (f"{INPUTS}/declared.json", b'"name": "Rugby"', b'"name": "Rugbi"', "declared"),
        (f"{INPUTS}/slices/sources.json", b"Open Government", b"Closed Government", "sources"),
        (f"{INPUTS}/notebook.ipynb", b"cell-0", b"cell-9", "notebook"),
        ("inputs/methodology/0.1.0/methodology/methods.md", b"#", b"##", "declared"),
    ],
)
def test_inputs_that_are_not_what_was_recorded_are_named(
    archive: bytes,
    verified: Callable[..., Verified],
    made_before: list[str],
    name: str,
    old: bytes,
    new: bytes,
    said: str,
) -> None:
    found = verified(changed(archive, name, old, new), run_its_notebooks=True)
    assert not found.agrees
    assert [line for document in found.documents for line in document.broken] == [
        f"{said} is not what its recorded hash says"
    ]


def test_a_dictionary_checks_plans_or_parameters_that_tell_otherwise_are_found(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    for name, old, new, where in (
        ("dictionary.csv", b"Number recorded", b"Number invented", "dictionary.csv"),
        ("checks.csv", b"words\n", b"words\nstrategic-assessment,one,Placebo,passed,None\n", "checks.csv"),
        ("plans.json", b"[]", b'[{"initiative": "a"}]', "plans.json"),
        ("params/rugby/2022/edition.yml", b"status: draft", b"status: final", "params/rugby/2022"),
        ("requirements.lock", b"#", b"##", "requirements.lock"),
    ):
        found = verified(changed(archive, name, old, new))
        assert {each.where for each in found.beside} == {where}
        assert not found.agrees


def test_a_notebook_that_is_none_of_the_clone_s_is_not_run_unless_asked(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    """It is code, and whoever made the archive could have put anything there."""
    content = repacked(archive, {f"{INPUTS}/notebook.ipynb": notebook(FRONT, "import os")}, adjusted=True)
    found = verified(content)
    assert "--run-its-notebooks" in rugby(found).not_made
    assert not found.agrees
    assert made_before == ["methodology/0.1.0"]
    verified(content, run_its_notebooks=True)
    assert made_before[1:] == ["methodology/0.1.0", "rugby/2022"]


def test_what_the_clone_has_otherwise_is_said_and_does_not_decide(
    archive: bytes, short_place: House, verified: Callable[..., Verified], made_before: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("analysis.run.verification.inside.package_digest", lambda: "other")
    monkeypatch.setattr(type(short_place), "lock_digest", lambda _: "other")
    found = verified(archive)
    assert {document.changed for document in found.documents} == {("package", "lock")}
    assert found.agrees


def test_a_document_that_cannot_be_made_anew_says_why(
    archive: bytes,
    verified: Callable[..., Verified],
    short_outcomes: dict[str, Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(jobs: list[Job], _: int) -> Iterator[Outcome]:
        for job in jobs:
            made = short_outcomes[job.inputs.name]
            failure = Failure("notebook", "ValueError: no") if job.inputs.partnership == "rugby" else None
            yield replace(made, failure=failure)

    monkeypatch.setattr(verifying, "run_jobs", run)
    found = verified(archive)
    assert rugby(found).not_made == "it failed at notebook: ValueError: no"
    assert not found.agrees


def test_inputs_that_cannot_be_read_are_said_before_anything_is_made(
    archive: bytes, short_place: House, made_before: list[str]
) -> None:
    files = unpacked(archive)
    for changes, said in (
        ({f"{INPUTS}/inputs.json": b"{"}, "cannot be read"),
        ({f"{INPUTS}/inputs.json": b'{"partnership": "rugby"}'}, "cannot be read"),
        ({f"{INPUTS}/slices/counts.parquet": b"PAR1"}, "cannot be read"),
        ({f"{INPUTS}/inputs.json": files[f"{INPUTS}/inputs.json"].replace(b"2022", b"2021")}, "holds the inputs of"),
    ):
        with pytest.raises(RunError, match=said):
            inside({**files, **changes}, short_place)
    with pytest.raises(RunError, match=r"lacks 'declared\.json'"):
        inside({name: files[name] for name in files if not name.endswith("declared.json")}, short_place)
    with pytest.raises(RunError, match="holds no inputs"):
        inside({name: files[name] for name in files if not name.startswith("inputs/")}, short_place)
    assert made_before == []


def test_what_was_found_is_json_without_infinities(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str]
) -> None:
    zero = re.sub(rb",\d+,[\d.]+\n", b",0,0\n", unpacked(archive)[DATA], count=1)
    found = verified(repacked(archive, {DATA: zero}, adjusted=True)).as_dict()
    told = json.loads(json.dumps(found, allow_nan=False))
    assert told["agrees"] is False
    (one,) = [document for document in told["documents"] if document["document"] == RUGBY]
    assert {each["column"] for each in one["differences"]} == {"count", "share"}
    assert one["cells"] > 30


def test_temporary_files_do_not_stay(
    archive: bytes, verified: Callable[..., Verified], made_before: list[str], scratch: Path
) -> None:
    assert tempfile.gettempdir() == str(scratch)
    verified(archive)
    assert list(scratch.iterdir()) == []
