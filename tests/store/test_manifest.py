"""Manifests and hashes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from analysis.errors import StoreError
from analysis.store.manifest import file_sha256, listing_sha256, read_manifest, write_manifest


def test_a_manifest_reads_back_and_does_not_depend_on_the_order_of_keys(tmp_path: Path) -> None:
    for name, content in (("a", {"x": 1, "y": "é"}), ("b", {"y": "é", "x": 1})):
        (tmp_path / name).mkdir()
        write_manifest(tmp_path / name, content)
    assert read_manifest(tmp_path / "a") == {"x": 1, "y": "é"}
    assert (tmp_path / "a/manifest.json").read_bytes() == (tmp_path / "b/manifest.json").read_bytes()


def test_a_folder_without_a_manifest_has_none(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    assert read_manifest(tmp_path / "none") is None


def test_a_damaged_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"x": ')
    with pytest.raises(StoreError, match=r"manifest.json: is damaged .*\n  remove its folder and ingest again"):
        read_manifest(tmp_path)


def test_a_files_hash_is_that_of_its_bytes(tmp_path: Path) -> None:
    content = b"0123456789" * 300_000
    (tmp_path / "file").write_bytes(content)
    assert file_sha256(tmp_path / "file") == sha256(content).hexdigest()


def test_a_listings_hash_knows_names_and_contents_but_no_order() -> None:
    one = listing_sha256([("a", "1"), ("b", "2")])
    assert one == listing_sha256([("b", "2"), ("a", "1")])
    assert one != listing_sha256([("a", "2"), ("b", "1")])
