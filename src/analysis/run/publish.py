"""Put what a job brought where people look: each document whole, by rename, or not at all."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.run.code_commit import code_commit
from analysis.run.documents import belongs, held, is_submission, record_name
from analysis.run.manifest import as_file, manifest, published_files
from analysis.run.stopping import undisturbed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from analysis.run.outcome import Outcome
    from analysis.run.planned import Makeable


@contextmanager
def alone(reports: Path) -> Iterator[None]:
    """Hold ``reports`` for one writer: another run waits its turn, and Ctrl-C until what is under way is whole."""
    reports.mkdir(parents=True, exist_ok=True)
    held = os.open(reports, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        with undisturbed():
            yield
    finally:
        os.close(held)


def replace_folder(folder: Path, files: Mapping[str, bytes], kept: Collection[str] = ()) -> None:
    """Make ``folder`` hold exactly ``files``, and of what it holds already the files ``kept``, by relative name.

    Whoever looks sees the old folder or the new one, never a mixture. For one writer at a time (``alone``): what
    another that was killed has left half done beside it is put right.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = (folder.with_name(f".{folder.name}.{name}") for name in ("new", "old"))
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        fresh.mkdir()
        _fill(fresh, files, folder, kept)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)


def _fill(fresh: Path, files: Mapping[str, bytes], folder: Path, kept: Collection[str]) -> None:
    """Write ``files`` into ``fresh``, and give what is ``kept`` of ``folder`` a second name there."""
    for name, content in files.items():
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in kept:
        path = fresh / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.hardlink_to(folder / name)
        except OSError:  # a file system that knows one name a file
            shutil.copy2(folder / name, path)


def replace_file(path: Path, content: bytes) -> None:
    """Write one file whole, by rename; for one writer at a time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def report_folder(reports: Path, made: Makeable) -> Path:
    """``reports/<partnership>/<edition>/<audience>``."""
    return reports / made.inputs.partnership / made.inputs.edition / made.inputs.audience


def publish(reports: Path, made: Makeable, outcome: Outcome) -> Path:
    """Replace one document by what its job brought, good or failed, beside the others there; returns the folder.

    An archive handed on goes with the documents that it was made of: it is taken away where this one was made anew
    from other inputs.
    """
    document = made.inputs.document
    told = as_file(manifest(made, outcome, code_commit()))
    files = {**published_files(document, outcome), record_name(document): told}
    folder = report_folder(reports, made)
    with alone(reports):
        same = _key_of(folder, document) == made.inputs.key and not outcome.failure
        kept = [name for name in held(folder) if not belongs(name, document) and (same or not is_submission(name))]
        replace_folder(folder, files, kept)
    return folder


def _key_of(folder: Path, document: str) -> str:
    """Key of the inputs that the document in ``folder`` was made from; empty where there is none."""
    path = folder / record_name(document)
    return str(json.loads(path.read_text(encoding="utf-8"))["key"]) if path.is_file() else ""
