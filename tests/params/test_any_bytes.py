"""Whatever a file holds, the answer is a catalogue or a list of problems, never another exception."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from params_tree import GOOD, Tree

from analysis.errors import ParameterError

EDITION = (GOOD / "params" / "ashby" / "2011-12" / "edition.yml").read_bytes()
ROWS = (GOOD / "params" / "ashby" / "2011-12" / "indicators.csv").read_bytes()
PIECES = [b"\t", b"\n", b": ", b"- ", b"&a ", b"*a", b"!!x ", b'"', b"'", b"[", b"{", b"}", b"]", b"\x00", b"<<", b"~"]
PIECES += [
    b"%YAML 9.9\n---\n",
    b"---\n",
    b"...\n",
    b"? ",
    b"|\n",
    b">-\n",
    b"\xff",
    "\u2028".encode(),
    b"1e999",
    b",",
    b";",
]
PIECES += [b"9" * 400, b"\\U00110000", b"\\ud800"]


def loads_or_says(file: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(ParameterError):
        tree = Tree(Path(folder))
        tree.write(f"params/ashby/2011-12/{file}", content)
        assert tree.load().edition("ashby", "2011-12").edition == "2011-12"


@st.composite
def spoilt(draw: st.DrawFn, good: bytes) -> bytes:
    """A good file with pieces put in, or cut out, in a few places."""
    content = good
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        stop = min(len(content), start + draw(st.integers(0, 30)))
        content = content[:start] + draw(st.sampled_from([b"", *PIECES])) + content[stop:]
    return content


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes_as_an_edition(content: bytes) -> None:
    loads_or_says("edition.yml", content)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(spoilt(EDITION))
def test_a_spoilt_edition(content: bytes) -> None:
    loads_or_says("edition.yml", content)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(spoilt(ROWS))
def test_spoilt_rows(content: bytes) -> None:
    loads_or_says("indicators.csv", content)


@pytest.mark.parametrize("value", ["[", "{", "- ", "? ", "[{"])
def test_nesting_without_end_is_refused_and_does_not_exhaust_anything(tree: Tree, value: str) -> None:
    tree.write("params/ashby/2011-12/edition.yml", "format: 1\ntitle: " + value * 20000)
    assert tree.problems()[0].endswith("[yaml-syntax]")
