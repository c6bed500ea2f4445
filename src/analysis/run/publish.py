"""Put what a job brought where people look: whole, by rename, or not at all."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analysis.run.stopping import undisturbed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from analysis.run.job import Job
    from analysis.run.outcome import Outcome

RECORD = "report.json"
LOG = "failure.log"


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


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold exactly ``files``; whoever looks sees the old folder or the new one, never a mixture.

    For one writer at a time (``alone``): what another that was killed has left half done beside it is put right.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = (folder.with_name(f".{folder.name}.{name}") for name in ("new", "old"))
    if old.exists() and not folder.exists():
        old.rename(folder)
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    try:
        fresh.mkdir()
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)


def replace_file(path: Path, content: bytes) -> None:
    """Write one file whole, by rename; for one writer at a time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def report_folder(reports: Path, job: Job) -> Path:
    """``reports/<partnership>/<edition>/<audience>``."""
    return reports / job.inputs.partnership / job.inputs.edition / job.inputs.audience


def record(job: Job, outcome: Outcome) -> dict[str, object]:
    """What the portfolio page needs to know of one report, and what it was made from."""
    failure = outcome.failure
    return {
        **job.about,
        "document": job.inputs.document,
        "audience": job.inputs.audience,
        "key": job.inputs.key,
        "inputs": json.loads(job.inputs.as_json()),
        "failure": None
        if failure is None
        else {"stage": failure.stage, "message": failure.message, "cell": failure.cell},
    }


def publish(reports: Path, job: Job, outcome: Outcome) -> Path:
    """Replace the report's folder by what the job brought, good or failed; returns the folder."""
    files = dict(outcome.files)
    files[RECORD] = json.dumps(record(job, outcome), sort_keys=True, indent=1).encode()
    if outcome.failure:
        files[LOG] = outcome.failure.log.encode()
    folder = report_folder(reports, job)
    with alone(reports):
        replace_folder(folder, files)
    return folder
