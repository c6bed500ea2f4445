"""The command on a real cluster whose client, scheduler and worker are killed in mid-run, one after another."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import psutil
import pytest
from cluster_processes import Cluster, cluster, gone, kill
from handed_on import RECORDS
from repository_tree import FRONT, notebook, small_repository

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.house import House

PARTNERSHIPS = ("rugby", "north-warwickshire", "nuneaton-and-bedworth", "south-warwickshire", "west-lancashire")
OF_ANY = RECORDS.replace('"E07000220"', 'slices.districts["area"].iloc[0]')


def reports(root: Path, *words: str, jobs: str = "2") -> subprocess.Popen[str]:
    """``csp reports`` begun on the repository at ``root``."""
    outside = {name: value for name, value in os.environ.items() if name not in ("PARTNERSHIP", "EDITION", "SCHEDULER")}
    return subprocess.Popen(
        [sys.executable, "-m", "analysis.cli", "reports", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**outside, "CSP_ROOT": str(root), "JOBS": jobs},
        cwd=root,
    )


def first_done(client: subprocess.Popen[str]) -> str:
    """Wait until the first report is told as done; returns what was said until then."""
    assert client.stdout
    said = ""
    for line in client.stdout:
        said += line
        if " done in " in line:
            return said
    raise AssertionError(said + (client.stderr.read() if client.stderr else ""))


def published(place: House) -> dict[str, bytes]:
    """The files of every document; what tells of times is left out, once it was seen to agree with the others."""
    files = {f.relative_to(place.reports).as_posix(): f.read_bytes() for f in place.reports.rglob("*") if f.is_file()}
    for name, content in files.items():
        if name.endswith(".json"):
            for other, held in json.loads(content)["files"].items():
                there = files[f"{name.rpartition('/')[0]}/{other}"]
                assert hashlib.sha256(there).hexdigest() == held["sha256"], other
    assert not [name for name in files if "/." in name]
    return {name: content for name, content in files.items() if not name.endswith((".json", "index.html"))}


def revived(dead: Cluster) -> None:
    """A scheduler at the same address and two workers."""
    dead.start_scheduler()
    for _ in range(2):
        dead.start_worker()


@pytest.mark.slow
def test_after_client_scheduler_and_worker_were_killed_the_reports_are_those_of_an_undisturbed_run(
    root: Path, tmp_path: Path
) -> None:
    place = small_repository(root, tmp_path / "disturbed", PARTNERSHIPS)
    short = notebook("import time\ntime.sleep(0.5)", FRONT, OF_ANY)
    (place.notebooks / "strategic_assessment.ipynb").write_bytes(short)
    (place.notebooks / "methodology.ipynb").write_bytes(notebook(FRONT))
    shutil.copytree(place.root, tmp_path / "undisturbed", symlinks=True)
    undisturbed = type(place)(tmp_path / "undisturbed")

    with cluster(tmp_path / "cluster", workers=2) as two:
        client = reports(place.root, "--scheduler", two.address)
        first_done(client)
        kernels = [each for worker in two.processes[1:] for each in psutil.Process(worker.pid).children(recursive=True)]
        client.kill()
        client.communicate()

        client = reports(place.root, "--scheduler", two.address)
        assert "up to date" in first_done(client)
        kill(two.scheduler.pid)
        _, complaint = client.communicate(timeout=120)
        assert client.returncode == 1
        assert complaint.startswith(f"{two.address}: the scheduler was lost")
        assert complaint.count("\n") == 2
        assert all(gone(each.pid) for each in kernels)

        revived(two)
        client = reports(place.root, "--scheduler", two.address)
        first_done(client)
        kill(two.processes[-1].pid)
        said, complaint = client.communicate(timeout=120)
        assert (client.returncode, complaint) == (0, ""), said

    said, _ = (alone := reports(undisturbed.root)).communicate(timeout=300)
    assert alone.returncode == 0, said
    assert published(place) == published(undisturbed)
    assert len(published(place)) > 20
