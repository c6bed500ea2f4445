"""Put what a job brought where people look: each document whole, by rename, or not at all."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.run.code_commit import code_commit
from analysis.run.documents import belongs, held, is_submission, record_name
from analysis.run.manifest import as_file, manifest, published_files
from analysis.run.replace import replace_folder, writing
from analysis.run.standing import read_record
from analysis.run.stopping import undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from analysis.run.outcome import Outcome
    from analysis.run.planned import Makeable


@contextmanager
def alone(reports: Path) -> Iterator[None]:
    """Hold ``reports`` for one writer: another run waits its turn, and Ctrl-C until what is under way is whole."""
    with writing(reports):
        reports.mkdir(parents=True, exist_ok=True)
        held = os.open(reports, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        with undisturbed():
            yield
    finally:
        os.close(held)


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
        before = read_record(folder / record_name(document)) or {}
        same = before.get("key") == made.inputs.key and not outcome.failure
        kept = [name for name in held(folder) if not belongs(name, document) and (same or not is_submission(name))]
        replace_folder(folder, files, kept)
    return folder
