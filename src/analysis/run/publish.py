"""Put what a job brought where people look: whole, by rename, or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.execute import Outcome
    from analysis.run.job import Job

RECORD = "report.json"
LOG = "failure.log"


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` hold exactly ``files``; whoever looks sees the old folder or the new one, never a mixture."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        fresh.chmod(0o755)
        if folder.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
            folder.rename(old / "was")
            fresh.rename(folder)
            shutil.rmtree(old)
        else:
            fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def replace_file(path: Path, content: bytes) -> None:
    """Write one file whole, by rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)


def report_folder(reports: Path, job: Job) -> Path:
    """``reports/<partnership>/<edition>/<audience>``."""
    return reports / job.inputs.partnership / job.inputs.edition / job.inputs.audience


def record(job: Job, outcome: Outcome) -> dict[str, object]:
    """What the portfolio page needs to know of one report, and what it was made from."""
    declared = json.loads(job.files["declared.json"])
    edition, partnership = declared["edition"], declared["partnership"]
    failure = outcome.failure
    return {
        "partnership": {"id": partnership["id"], "name": partnership["name"]},
        "edition": edition["edition"],
        "title": edition["title"],
        "document": job.inputs.document,
        "audience": job.inputs.audience,
        "basis": edition["basis"],
        "period": edition["period"],
        "status": edition["status"],
        "data": edition["data"],
        "illustrative": partnership["illustrative"],
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
    replace_folder(folder, files)
    return folder
