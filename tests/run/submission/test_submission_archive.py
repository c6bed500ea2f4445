"""One archive: whole, the same bytes for the same documents, telling nothing of the machine."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rocrate
from handed_on import DATA, INPUTS, PAGE, unpacked
from repository_tree import small_repository

from analysis.errors import RunError
from analysis.params.plan import plan_hash
from analysis.run.plan import declared
from analysis.run.submission.archive import MANIFEST, packed
from analysis.run.submission.contents import contents
from analysis.run.submission.crate import speaks_from
from analysis.run.submission.make import write_submission
from analysis.run.submission.plans import plans_of

if TYPE_CHECKING:
    from analysis.run.job import House, Job

METHODS = "reports/methodology/0.1.0/public/methodology"


@pytest.fixture(scope="module")
def files(archive: bytes) -> dict[str, bytes]:
    return unpacked(archive)


def test_it_holds_documents_data_parameters_inputs_methods_and_environment(files: dict[str, bytes]) -> None:
    documents = [
        f"{path}.{kind}" for path in (PAGE.removesuffix(".html"), METHODS) for kind in ("html", "pdf", "ipynb")
    ]
    inputs = [
        f"{INPUTS}/{name}" for name in ("declared.json", "inputs.json", "notebook.ipynb", "slices/counts.parquet")
    ]
    others = [
        DATA, "params/rugby/partnership.yml", "params/rugby/2022/edition.yml", "params/areas.csv", "dictionary.csv",
        "checks.csv", "plans.json", "methods.md", "requirements.lock", "environment.json", "README.md", MANIFEST,
        "ro-crate-metadata.json", "inputs/methodology/0.1.0/methodology/evidence/cases.csv",
    ]  # fmt: skip
    assert set(documents + inputs + others) <= set(files)


def test_the_manifest_lists_every_other_file_by_its_hash(files: dict[str, bytes]) -> None:
    listed = dict(reversed(line.split("  ", 1)) for line in files[MANIFEST].decode().splitlines())
    assert listed == {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != MANIFEST}


def test_the_same_documents_give_the_same_bytes(
    archive: bytes, short_place: House, short_jobs: list[Job], files: dict[str, bytes]
) -> None:
    assert write_submission(declared(short_place), short_jobs, short_place).read_bytes() == archive
    own = {name: files[name] for name in files if name != MANIFEST}
    assert packed(dict(reversed(own.items()))) == archive
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist() == sorted(file.namelist())


def test_no_file_tells_where_or_when_it_was_made(files: dict[str, bytes], short_place: House) -> None:
    for name, content in files.items():
        assert str(short_place.root).encode() not in content, name
        assert not re.search(rb"/(root|home|tmp)/[a-z]", content) or name.endswith((".pdf", ".parquet")), name


def test_a_file_that_names_a_path_of_this_machine_stops_it(
    short_place: House, short_jobs: list[Job], archive: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = f"made in {short_place.root.resolve()}".encode()
    monkeypatch.setattr("analysis.run.submission.contents.read_me", lambda *_: told)
    with pytest.raises(RunError, match=r"README\.md: tells where on this machine it was made"):
        contents(declared(short_place), short_jobs, short_place)


def test_links_between_the_documents_lead_to_files_of_the_archive(files: dict[str, bytes]) -> None:
    folder = Path(PAGE).parent
    links = re.findall(rb'href="([^"#:]+)"', files[PAGE])
    assert DATA.removeprefix(f"{folder}/").encode() in links
    for link in links:
        assert os.path.normpath(folder / link.decode()) in files


def test_the_dictionary_has_every_column_of_every_table(files: dict[str, bytes]) -> None:
    told = {
        (row["document"], row["exhibit"], row["column"])
        for row in csv.DictReader(files["dictionary.csv"].decode().splitlines())
    }
    tables = {name: next(csv.reader([files[name].decode().splitlines()[0]])) for name in files if "/data/" in name}
    there = {
        (Path(name).parent.name, Path(name).stem, column)
        for name, header in tables.items()
        for column in header
        if name.startswith("reports/")
    }
    assert told == there != set()


def test_the_state_of_every_plan_is_told_with_both_hashes(root: Path, tmp_path: Path) -> None:
    place = small_repository(root, tmp_path, ("west-lothian",))
    edition = declared(place).edition("west-lothian", "2010-11")
    (unit,) = [one for one in edition.initiatives if one.evaluation]
    (told,) = plans_of(edition)
    assert told["initiative"] == unit.id
    assert unit.evaluation and told["hash_now"] == plan_hash(unit.evaluation)
    assert told["state"] in ("fixed", "not fixed")
    assert (told["hash_fixed"] == told["hash_now"]) == (told["state"] == "fixed")


def test_the_crate_is_dated_by_what_is_declared_and_never_by_the_clock(root: Path, tmp_path: Path) -> None:
    place = small_repository(root, tmp_path, ("rugby", "west-lothian"))
    found = declared(place)
    assert speaks_from(found.edition("rugby", "2022")).isoformat() == "2023-01-31"
    assert speaks_from(found.edition("west-lothian", "2010-11")).isoformat() == "2011-03-31"


def test_the_crate_lists_every_file_and_says_what_was_made_from_what(files: dict[str, bytes]) -> None:
    graph = {entity["@id"]: entity for entity in json.loads(files["ro-crate-metadata.json"])["@graph"]}
    listed = {part["@id"] for part in graph["./"]["hasPart"]}
    assert listed == set(files) - {"ro-crate-metadata.json", MANIFEST}
    for name in listed:
        assert graph[name]["contentSize"] == str(len(files[name]))
        assert graph[name]["identifier"] == f"sha256:{hashlib.sha256(files[name]).hexdigest()}"
    made = graph["#made-strategic-assessment"]
    assert {part["@id"] for part in made["object"]} == {name for name in files if name.startswith(f"{INPUTS}/")}
    assert {DATA, PAGE} <= {part["@id"] for part in made["result"]}


VALIDATION = """
import json, sys
from pathlib import Path
import rdflib.plugins.shared.jsonld.context as contexts
import requests, requests_cache
crate, context = sys.argv[1:]
text = Path(context).read_text()
contexts.Context._fetch_context = lambda *_, **__: json.loads(text)
def answer(self, method, url, *_, **__):
    response = requests.Response()
    response.url, response.status_code, response._content = url, 200 if "/ro/crate/" in url else 503, text.encode()
    response.headers["Content-Type"] = "application/ld+json"
    return response
requests.Session.request = requests_cache.CachedSession.request = answer
from rocrate_validator import models, services
result = services.validate(services.ValidationSettings(
    rocrate_uri=crate, profile_identifier="ro-crate-1.1", requirement_severity=models.Severity.REQUIRED,
))
print([f"{issue.check.identifier} {issue.message}" for issue in result.get_issues()])
"""
"""Runs the official validator with the context that rocrate ships, so that nothing is fetched."""


def validated(archive: bytes, folder: Path) -> str:
    """What the validator finds; it wants older libraries than reports do, so it lives in an environment of its own."""
    python = os.environ.get("CSP_ROC_VALIDATOR", "")
    if not python:
        pytest.skip("set CSP_ROC_VALIDATOR to a Python that has roc-validator to run this")
    context = Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld"
    for name, content in unpacked(archive).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    command = [python, "-c", VALIDATION, str(folder), str(context)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def test_the_official_validator_of_ro_crates_finds_nothing_required_amiss(archive: bytes, tmp_path: Path) -> None:
    assert validated(archive, tmp_path / "crate") == "[]"


def test_the_official_validator_would_find_a_date_that_is_none(
    archive: bytes, files: dict[str, bytes], tmp_path: Path
) -> None:
    broken = files["ro-crate-metadata.json"].replace(b'"datePublished": "2023-01-31"', b'"datePublished": "lately"')
    own = {**files, "ro-crate-metadata.json": broken}
    assert "date" in validated(packed({n: c for n, c in own.items() if n != MANIFEST}), tmp_path / "crate").lower()


def test_making_an_archive_does_not_need_the_validator() -> None:
    code = "import sys\nimport analysis.run.submission.make\nprint('rocrate_validator' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
