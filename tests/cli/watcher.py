"""Runs that are killed: what a watcher sees of them, what they leave, and what stands once they were gone on with."""

from __future__ import annotations

import glob
import json
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from analysis.run.manifest import TIMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from analysis.run.job import House

SECONDS_TO_END: Final = 30
"""How long what a killed run started may take to notice that on a busy machine."""
ENDS: Final = {".html": b"</html>", ".pdf": b"%%EOF"}
"""How files end that are whole."""


class Watcher(threading.Thread):
    """Reads every document in ``reports``, over and over, until it is told that all is over.

    A document's folder is opened once and read through what was opened: that is one version of it, whatever becomes of
    its name. Only a file that is missing may be on its way out: it counts if the name is that of the same folder still.
    """

    def __init__(self, reports: Path) -> None:
        super().__init__(daemon=True)
        self.reports, self.looks, self.files, self.wrong = reports, 0, 0, set[str]()
        self.over = threading.Event()

    def __enter__(self) -> Watcher:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()

    def run(self) -> None:
        while not self.over.wait(0.005):
            self.look()

    def look(self) -> None:
        """Look once at everything."""
        self.looks += 1
        with suppress(FileNotFoundError):
            self._heed("", {"index.html": (self.reports / "index.html").read_bytes()}, stands=False)
        # Path.glob minds a folder that goes while it looks.
        for folder in glob.glob(f"{self.reports}/[!.]*/[!.]*/[!.]*"):  # noqa: PTH207
            with suppress(FileNotFoundError, NotADirectoryError):
                self._heed(folder, *one_version(folder))

    def _heed(self, folder: str, found: Mapping[str, bytes], stands: bool) -> None:
        self.files += len(found)
        self.wrong |= {f"{folder}/{fault}" for fault in faults(found, stands)}


def one_version(folder: str) -> tuple[dict[str, bytes], bool]:
    """The files of the folder that has this name at the moment, and whether it had the name until they were read."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        found = dict(_files(opened))
        return found, os.path.samestat(os.fstat(opened), Path(folder).stat())
    except FileNotFoundError:
        return found, False
    finally:
        os.close(opened)


def _files(opened: int) -> Iterator[tuple[str, bytes]]:
    for within, _, names, held in os.fwalk(".", dir_fd=opened):
        for name in names:
            with suppress(FileNotFoundError), os.fdopen(os.open(name, os.O_RDONLY, dir_fd=held), "rb") as file:
                yield os.path.normpath(f"{within}/{name}"), file.read()


def faults(found: Mapping[str, bytes], stands: bool) -> Iterator[str]:
    """What is wrong with files of one folder: cut off, not as their manifest says, or (if it ``stands``) missing."""
    for name, content in found.items():
        if name.startswith("."):
            continue
        if not content.rstrip().endswith(ENDS.get(Path(name).suffix, b"")):
            yield f"{name} is cut off"
        if Path(name).suffix in (".json", ".ipynb"):
            try:
                told = json.loads(content)
            except ValueError:
                yield f"{name} is no JSON"
                continue
            yield from _unlike(found, told.get("files", {}), stands)


def _unlike(found: Mapping[str, bytes], listed: Mapping[str, Mapping[str, str]], stands: bool) -> Iterator[str]:
    for name, noted in listed.items():
        if name in found and sha256(found[name]).hexdigest() != noted["sha256"]:
            yield f"{name} is not what its manifest says"
        if stands and name not in found:
            yield f"{name} is missing"


def published(reports: Path) -> dict[str, bytes]:
    """Every file there is, hidden ones too; manifests without the times."""
    found = {path.relative_to(reports).as_posix(): path for path in reports.rglob("*") if path.is_file()}
    return {name: _timeless(path) if name.endswith(".json") else path.read_bytes() for name, path in found.items()}


def _timeless(path: Path) -> bytes:
    told = json.loads(path.read_bytes())
    return json.dumps({key: value for key, value in told.items() if key != TIMES}).encode()


def begun(place: House, scratch: Path, jobs: int = 1, scheduler: str = "") -> subprocess.Popen[bytes]:
    """Start a run whose processes are known by their folder for temporary files."""
    scratch.mkdir(exist_ok=True)
    means = {"JOBS": str(jobs), "SCHEDULER": scheduler}
    own = {**os.environ, "CSP_ROOT": str(place.root), "TMPDIR": str(scratch), **means}
    command = [sys.executable, "-m", "analysis.cli", "reports"]
    return subprocess.Popen(command, env=own, cwd=place.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def at_work(scratch: Path) -> list[int]:
    """Processes whose temporary files lie in ``scratch``; kernels, forked ones too, show what they began with."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.environ().get("TMPDIR", "").startswith(str(scratch)):
                found.append(process.pid)
    return found


@dataclass(frozen=True)
class Ending:
    """What came of a run that was killed."""

    there: int
    """Documents that stood when it was killed."""
    processes: int
    """Processes that were at work then."""
    seconds: float
    """Until the last of them had ended."""
    processes_left: int
    files_left: int
    """Temporary files that nobody took away."""
    resumed: int
    """Exit code of the run that went on."""


def kill_and_go_on(place: House, scratch: Path, come: Callable[[], object], jobs: int = 1) -> Ending:
    """Begin a run, kill it when its moment has ``come``, see what is left of it, and run to the end."""
    with begun(place, scratch, jobs) as run:
        while run.poll() is None and not come():
            time.sleep(0.01)
        there, processes = len(list(place.reports.glob("*/*/[!.]*/*.json"))), at_work(scratch)
        run.kill()
        since = time.monotonic()
    while (left := at_work(scratch)) and time.monotonic() < since + SECONDS_TO_END:
        time.sleep(0.1)
    seconds = time.monotonic() - since
    files = [path for path in scratch.rglob("*") if not path.is_dir()]
    with begun(place, scratch, jobs) as on:
        on.communicate()
    return Ending(there, len(processes), seconds, len(left), len(files), on.returncode)
