"""Everything a report is made from, frozen and hashed: cache key, provenance, and what a verification compares."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ASSESSMENT: Final = "strategic-assessment"
METHODOLOGY: Final = "methodology"
MAIN: Final = frozenset({ASSESSMENT, METHODOLOGY})
"""Documents that go by the name of their edition; all others stand behind them and have their own name too."""


def digest(content: bytes) -> str:
    """SHA-256 of ``content``, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def listing(folder: Path, patterns: Iterable[str] = ("**/*",)) -> dict[str, str]:
    """SHA-256 of the content of every file of ``folder`` that matches, by relative name, in order of name."""
    files = {f for p in patterns for f in folder.glob(p) if f.is_file() and "__pycache__" not in f.parts}
    return {f.relative_to(folder).as_posix(): digest(f.read_bytes()) for f in sorted(files)}


def listing_digest(files: Mapping[str, str]) -> str:
    """SHA-256 over names and hashes of files, as ``listing`` gives them."""
    return digest("\n".join(f"{name} {each}" for name, each in files.items()).encode())


def tree_digest(folder: Path, patterns: Iterable[str] = ("**/*",)) -> str:
    """SHA-256 over the names and contents of every file of ``folder`` that matches, in order of name."""
    return listing_digest(listing(folder, patterns))


@dataclass(frozen=True)
class Inputs:
    """The inputs of one report, each by its SHA-256; ``key`` changes when any of them does."""

    partnership: str
    edition: str
    document: str
    audience: str
    declared: str
    notebook: str
    package: str
    lock: str
    slices: Mapping[str, str]

    @cached_property
    def key(self) -> str:
        """SHA-256 of everything above, in canonical form."""
        return digest(self.as_json().encode())

    @property
    def name(self) -> str:
        """``north-west-leicestershire/2022``; with any document but the assessment,
        ``west-lothian/2010-11/initiative-community-safety-unit``.
        """
        of = "" if self.document in MAIN else f"/{self.document}"
        return f"{self.partnership}/{self.edition}{of}"

    def as_json(self) -> str:
        """Canonical JSON, keys sorted."""
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))

    def as_file(self) -> bytes:
        """The same JSON laid out for people to read."""
        return json.dumps(asdict(self), sort_keys=True, indent=1).encode()
