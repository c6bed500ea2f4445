"""Finding street files, in whatever way they were downloaded."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from analysis.errors import SourceError
from analysis.sources.archive import street_files

NAMES = (
    "2022-10/2022-10-kent-street.csv",
    "2022-11/2022-11-kent-street.csv",
    "2022-11/2022-11-avon-and-somerset-street.csv",
)
BESIDE = (
    "2022-11/2022-11-kent-outcomes.csv",
    "2022-11/2022-11-kent-stop-and-search.csv",
    "__MACOSX/2022-11/2022-11-kent-street.csv",
)
FOUND = [("avon-and-somerset", "2022-11"), ("kent", "2022-10"), ("kent", "2022-11")]


def unpacked(folder: Path) -> Path:
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def zipped(path: Path, names: tuple[str, ...] = (*NAMES, *BESIDE)) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, name * 50)
    return path


def test_an_archive_and_the_folder_it_unpacks_to_hold_the_same_files(tmp_path: Path) -> None:
    in_zip = street_files(zipped(tmp_path / "archive.zip"))
    in_folder = street_files(unpacked(tmp_path / "folder"))
    assert [(f.force, f.month) for f in in_zip] == [(f.force, f.month) for f in in_folder] == FOUND


def test_loose_files_in_one_folder_are_found(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / Path(name).name).write_bytes(b"")
    assert [(f.force, f.month) for f in street_files(tmp_path)] == FOUND


def test_one_file_alone_is_found_and_read(tmp_path: Path) -> None:
    path = tmp_path / "2022-11-kent-street.csv"
    path.write_bytes(b"content")
    (only,) = street_files(path)
    assert (only.force, only.month, only.read().head) == ("kent", "2022-11", b"content")


def test_outcomes_searches_and_leavings_of_an_archiver_are_passed_over(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "archive.zip")
    assert {file.where for file in street_files(archive)} == {f"{archive}/{name}" for name in NAMES}


def test_the_same_month_of_the_same_force_twice_is_refused(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", (*NAMES, "copy/2022-11-kent-street.csv"))
    with pytest.raises(SourceError, match=r"is kent in 2022-11 a second time; the first is .*\n  keep one of the two"):
        street_files(archive)


@pytest.mark.parametrize("name", ["notes.txt", "2022-13/2022-13-kent-street.csv", "2022-11/2022-11-Kent-street.csv"])
def test_an_archive_without_street_files_says_what_one_looks_like(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        SourceError, match=r"holds no street-level file\n  an archive of data.police.uk holds files such as"
    ):
        street_files(zipped(tmp_path / "a.zip", (name,)))


def test_a_csv_not_named_as_published_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "crimes.csv"
    path.write_bytes(b"")
    with pytest.raises(SourceError, match="does not name its month and force"):
        street_files(path)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none.zip: is not there"):
        street_files(tmp_path / "none.zip")


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.write_bytes(b"<html>Not found</html>")
    with pytest.raises(SourceError, match=r"archive.zip: cannot be opened as a zip archive .*\n  download it again"):
        street_files(path)


def test_a_damaged_member_is_named_when_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "archive.zip")
    content = bytearray(path.read_bytes())
    content[60:80] = b"\xff" * 20
    path.write_bytes(bytes(content))
    damaged = next(file for file in street_files(path) if (file.force, file.month) == ("kent", "2022-10"))
    with pytest.raises(SourceError, match=r"2022-10-kent-street.csv: is damaged"):
        damaged.read()
