"""The program itself, as one hash: other code may give other figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from analysis.run.inputs import listing, listing_digest

PACKAGE: Final = Path(__file__).resolve().parents[1]


@cache
def package_listing() -> dict[str, str]:
    """SHA-256 of each file of this package by its name, as they were when this process first asked."""
    return listing(PACKAGE)


@cache
def package_digest() -> str:
    """SHA-256 over this package, as it was when the process started to use it."""
    return listing_digest(package_listing())


def package_changed() -> bool:
    """Whether a file of the package is another now: what this process, or one that it starts, makes is of neither."""
    return listing(PACKAGE) != package_listing()
