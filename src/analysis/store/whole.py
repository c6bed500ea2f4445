"""Folders that appear whole or not at all."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def being_built(target: Path) -> Iterator[Path]:
    """Give an empty folder beside ``target`` to build in; it is removed on leaving, unless ``put`` has moved it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    building = target.with_name(f".{target.name}.{uuid4().hex[:12]}.building")
    building.mkdir()
    try:
        yield building
    finally:
        shutil.rmtree(building, ignore_errors=True)


def put(building: Path, target: Path) -> None:
    """Put ``building`` in the place of ``target`` by renaming; what was there stays until the new one stands."""
    old = _set_aside(target)
    if target.exists():
        target.rename(old)
    try:
        building.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(target: Path) -> None:
    """Bring back what a ``put`` that was killed between its two renames had set aside."""
    old = _set_aside(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _set_aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")
