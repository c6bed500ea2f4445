"""Whatever a partner's file holds, the answer is an extract or a refusal in words, never another exception."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from partner_files import AREAS, FIRE, FIRE_FILE, INCIDENTS, INCIDENTS_FILE, TODAY, WIDE, WIDE_FILE, mapped

from analysis.errors import SourceError
from analysis.sources.partners import read_extract

FILES = ((FIRE, FIRE_FILE.encode("cp1252")), (WIDE, WIDE_FILE.encode()), (INCIDENTS, INCIDENTS_FILE.encode()))
PIECES = [b",", b"\n", b'"', b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b";", b"9" * 400, b"31/02/2022", b"Total", b"*"]
PIECES += [b"-1", b"1e999", b"NaN", "٣".encode(), b"=1+1", b"<html>", b"PK\x03\x04", b"0000-00-00", b"29 February 2023"]


def reads_or_says(number: int, content: bytes, name: str = "sent.csv") -> None:
    mapping, _ = FILES[number]
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(SourceError):
        path = Path(folder) / name
        path.write_bytes(content)
        found = read_extract(path, mapped(mapping), AREAS, vintage=None, today=TODAY)
        assert found.counts["count"].fillna(0).ge(0).all()


@settings(deadline=None, max_examples=150)
@given(st.integers(0, 2), st.binary(max_size=300))
def test_of_any_bytes(number: int, content: bytes) -> None:
    reads_or_says(number, content)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 2), st.data())
def test_of_a_good_file_with_anything_put_into_it_or_cut_out(number: int, data: st.DataObject) -> None:
    content = FILES[number][1]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    piece = data.draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)))
    reads_or_says(number, content[:start] + piece + content[end:])


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=200))
def test_of_anything_that_is_named_a_workbook(content: bytes) -> None:
    reads_or_says(2, content, "sent.xlsx")
