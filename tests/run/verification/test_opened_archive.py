"""What is no whole submission is refused with its reason, and nothing of it is written."""

from __future__ import annotations

import io
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest
from handed_on import DATA, repacked, unpacked, with_manifest

from analysis.errors import RunError
from analysis.run.submission.archive import MANIFEST
from analysis.run.verification import opened as reading
from analysis.run.verification.opened import not_as_listed, opened

if TYPE_CHECKING:
    from pathlib import Path


def at(folder: Path, content: bytes) -> Path:
    path = folder / "archive.zip"
    path.write_bytes(content)
    return path


def zipped(*names: str, link: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK if link else stat.S_IFREG) << 16
            file.writestr(info, b"x")
    return out.getvalue()


def refusal(path: Path) -> str:
    with pytest.raises(RunError) as caught:
        opened(path)
    return str(caught.value)


def test_a_whole_archive_is_read_and_as_listed(archive: bytes, tmp_path: Path) -> None:
    files = opened(at(tmp_path, archive))
    assert files == unpacked(archive)
    assert not_as_listed(files) == []
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]


def test_what_is_not_there_or_no_archive_is_said(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "none.zip")
    assert "is not there" in refusal(tmp_path)
    assert "is not an archive" in refusal(at(tmp_path, b"a letter, not an archive"))
    assert "is not an archive" in refusal(at(tmp_path, b""))


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.99])
def test_an_archive_that_is_cut_short_is_said(archive: bytes, tmp_path: Path, kept: float) -> None:
    assert "is cut short or damaged" in refusal(at(tmp_path, archive[: int(kept * len(archive))]))


def test_an_archive_whose_bytes_were_damaged_is_said(archive: bytes, tmp_path: Path) -> None:
    middle = len(archive) // 2
    assert "damaged" in refusal(at(tmp_path, archive[:middle] + b"\xff" * 64 + archive[middle + 64 :]))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../outside.txt", "which leads out of the archive"),
        ("reports/../../outside.txt", "which leads out of the archive"),
        ("/etc/passwd", "which is no name within an archive"),
        ("C:/windows.txt", "which is no name within an archive"),
        ("a\\..\\b.txt", "which is no name within an archive"),
        ("a\nb.txt", "which is no name within an archive"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_before_anything_is_read(tmp_path: Path, name: str, said: str) -> None:
    words = refusal(at(tmp_path, zipped("README.md", name)))
    assert said in words
    assert "nothing was unpacked" in words


def test_a_link_a_file_twice_and_a_flood_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "which is a link" in refusal(at(tmp_path, zipped("a.txt", link=True)))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped("a.txt", "a.txt")
    assert "more than once" in refusal(at(tmp_path, twice))
    monkeypatch.setattr(reading, "LARGEST", 2)
    assert "would unpack to more than" in refusal(at(tmp_path, zipped("a.txt", "b.txt", "c.txt")))


@pytest.mark.parametrize("part", [MANIFEST, "dictionary.csv", "requirements.lock"])
def test_a_part_that_is_missing_is_named(archive: bytes, tmp_path: Path, part: str) -> None:
    assert f"is no submission: it lacks {part}" in refusal(
        at(tmp_path, repacked(archive, {part: None}, adjusted=False))
    )


def test_a_file_changed_lost_or_added_is_named(archive: bytes) -> None:
    files = unpacked(archive)
    lost = {name: content for name, content in files.items() if name != "checks.csv"}
    changed = {**lost, DATA: files[DATA] + b" ", "extra.txt": b"x"}
    assert not_as_listed(changed) == [
        f"{DATA} was changed: its SHA-256 is not the one listed",
        "checks.csv is listed and not there",
        "extra.txt is there and not listed",
    ]
    assert not_as_listed(with_manifest(changed)) == []


def test_a_manifest_that_is_none_is_said(archive: bytes) -> None:
    files = {**unpacked(archive), MANIFEST: b"\xff nothing\n"}
    assert "has a line that names no file" in not_as_listed(files)[0]
