"""A file's content is the same whether it is held in memory or left on disk."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from analysis.sources.content import EDGE, of_bytes, of_file


@pytest.mark.parametrize("size", [0, 1, EDGE - 1, EDGE, EDGE + 1, 3 * EDGE])
def test_edges_and_hash_are_those_of_the_bytes(tmp_path: Path, size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    path = tmp_path / "file.csv"
    path.write_bytes(data)
    held, left = of_bytes(data), of_file(path)
    assert (left.head, left.tail, left.sha256) == (held.head, held.tail, held.sha256)
    assert held.sha256 == sha256(data).hexdigest()
    assert (held.head, held.tail) == (data[:EDGE], data[-EDGE:] if data else b"")
    assert (held.scan, left.scan) == (data, path)
