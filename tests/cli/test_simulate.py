"""``csp simulate national``: a whole repository that checks, ingests and reports; or nothing at all."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from analysis.cli import simulate
from analysis.errors import SourceError
from analysis.sources import national

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.run.house import House
    from conftest import Said

SMALL = ("--rows", "20000", "--forces", "2", "--partnerships", "4", "--months", "14", "--seed", "5")
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def nation(csp: Callable[..., Said], tmp_path: Path) -> Path:
    """A small nation, as the command makes it."""
    assert csp("simulate", "national", tmp_path / "nation", *SMALL).code == 0
    return tmp_path / "nation"


def what_is_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_it_says_what_it_made_and_how_to_use_it(csp: Callable[..., Said], tmp_path: Path) -> None:
    said = csp("simulate", "national", tmp_path / "nation", *SMALL)
    assert said.code == 0
    assert "SIMULATED rows of 14 months to 2025-11" in said.out
    assert f"export CSP_ROOT={tmp_path / 'nation'}" in said.out.replace("\n", "")
    assert what_is_in(tmp_path) >= {"nation/README.md", "nation/archive", "nation/params/areas.csv"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_the_same_seed_gives_the_same_repository(csp: Callable[..., Said], nation: Path, tmp_path: Path) -> None:
    csp("simulate", "national", tmp_path / "again", *SMALL)
    assert what_is_in(tmp_path / "again") == what_is_in(nation)
    for path in filter(Path.is_file, nation.rglob("*")):
        assert (tmp_path / "again" / path.relative_to(nation)).read_bytes() == path.read_bytes()


def test_what_it_declares_is_right_once_its_archive_is_ingested(csp: Callable[..., Said], nation: Path) -> None:
    root = {"CSP_ROOT": str(nation)}
    ingested = csp("ingest", "police-uk", nation / "archive", **root)
    assert (ingested.code, ingested.out.count(": new; ")) == (0, 2), ingested.err
    checked = csp("check", **root)
    assert checked.out == "4 partnerships with 4 editions: nothing wrong\n", checked.err
    listed = csp("list", **root).out
    assert listed.count("illustration") == 4
    assert not (nation / "data" / "store" / "police-uk").exists()


def test_ingesting_it_into_the_real_repository_keeps_it_apart(
    csp: Callable[..., Said], nation: Path, place: House
) -> None:
    assert csp("ingest", "police-uk", nation / "archive").code == 0
    assert [path.name for path in place.store.iterdir()] == ["simulated"]


def test_what_was_set_aside_on_the_way_in_is_told(csp: Callable[..., Said], nation: Path) -> None:
    said = csp("ingest", "police-uk", nation / "archive", CSP_ROOT=str(nation)).out
    for trap in ("missing: ", "failed in ", "repeats removed", "no location", "outside"):
        assert trap in said


def test_a_report_of_it_says_on_its_face_that_it_is_fictional(csp: Callable[..., Said], nation: Path) -> None:
    root = {"CSP_ROOT": str(nation)}
    csp("ingest", "police-uk", nation / "archive", **root)
    register = pl.read_csv(nation / "params" / "areas.csv", infer_schema=False)
    name = next(path.parent.name for path in sorted(nation.glob("params/*/partnership.yml")))
    said = csp("reports", "-p", name, "-j", "1", **root)
    assert said.code == 0, said.out + said.err
    (page,) = nation.glob(f"reports/{name}/2025/public/*.html")
    text = page.read_text(encoding="utf-8")
    assert "ILLUSTRATIVE" in text
    assert "SIMULATED street-level crime" in text
    assert "data.police.uk" not in text.split("Sources of the figures in this document")[-1]
    assert any(each in text for each in register["name"])


def test_a_folder_with_something_in_it_is_refused(csp: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "nation").mkdir()
    (tmp_path / "nation" / "mine.txt").write_text("mine")
    said = csp("simulate", "national", tmp_path / "nation", *SMALL)
    assert (said.code, "is not an empty folder" in said.err) == (1, True)
    assert what_is_in(tmp_path / "nation") == {"mine.txt"}


def test_a_file_in_its_place_is_refused(csp: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "nation").write_text("mine")
    assert csp("simulate", "national", tmp_path / "nation", *SMALL).code == 1
    assert (tmp_path / "nation").read_text() == "mine"


def test_an_empty_folder_is_filled(csp: Callable[..., Said], tmp_path: Path) -> None:
    (tmp_path / "nation").mkdir()
    assert csp("simulate", "national", tmp_path / "nation", *SMALL).code == 0
    assert (tmp_path / "nation" / "archive").is_dir()


def test_too_small_a_disk_is_refused_before_anything_is_written(
    csp: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 10**10, 10**9))
    before = what_is_in(tmp_path)
    said = csp("simulate", "national", tmp_path / "nation")
    assert (said.code, "has room for 1.0 GB, and about 4.8 GB are needed" in said.err) == (1, True)
    assert what_is_in(tmp_path) == before


def test_numbers_that_make_no_nation_are_refused_with_one_message(csp: Callable[..., Said], tmp_path: Path) -> None:
    before = what_is_in(tmp_path)
    said = csp("simulate", "national", tmp_path / "nation", "--rows", "20000", "--forces", "0")
    assert said.code == 1
    assert said.err.startswith("--forces 0: cannot be simulated")
    assert what_is_in(tmp_path) == before


def test_nothing_is_left_of_a_nation_that_was_broken_off(
    csp: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> int:
        raise SourceError("broken off")

    monkeypatch.setattr(simulate, "_copy_house", broken_off)
    before = what_is_in(tmp_path)
    assert csp("simulate", "national", tmp_path / "nation", *SMALL).err == "broken off\n"
    assert what_is_in(tmp_path) == before


def test_the_defaults_are_the_size_of_england_and_wales() -> None:
    size = national.Size()
    assert (size.rows, size.forces, size.partnerships, size.months) == (18_000_000, 43, 310, 36)
