"""Kernels forked from a warm process: the same bytes as from plain ones, nothing shared, and nothing left behind."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from repository_tree import with_notebook

import analysis
from analysis.run.execute import execute
from analysis.run.outcome import Outcome
from analysis.run.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Generator

    from analysis.run.job import Job

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux alone")

STARTED_BY = "import psutil\nprint(psutil.Process().parent().cmdline())"
THREADS = """
import os, pathlib
for path in pathlib.Path(f"/proc/{os.getppid()}/task").glob("*/comm"):
    print(path.read_text())
"""
FIGURE = "import matplotlib.pyplot as plt\nplt.plot([1, 2, 4])\nplt.title('A figure')"
SURROUNDINGS = """
import asyncio, gc, locale, os, signal, sys
import matplotlib.pyplot as plt
changing = ("CSP_JOB", "JUPYTER", "IPYTHON", "JPY", "TMPDIR", "PYTEST", "PWD", "PYTHONPATH")
print({k: v for k, v in sorted(os.environ.items()) if not k.startswith(changing)})
print(os.getcwd() == os.environ["CSP_JOB"], os.getsid(0) == os.getpid() == os.getpgid(0))
print(sys.path, sys.flags.hash_randomization, hash("seed"), locale.getlocale(), signal.getsignal(2))
print(sorted(name for name in globals() if not name.startswith("_")), __name__, gc.isenabled())
print(asyncio.get_running_loop().is_running(), plt.get_backend())
sys.stderr.write("to standard error")
"""
MODULE_ALONE = """
import pickle, sys, tempfile
from pathlib import Path
from analysis.run.worker import Worker
with tempfile.TemporaryDirectory() as folder:
    worker = Worker.start(Path(folder))
    *_, outcome = worker.make(pickle.load(sys.stdin.buffer))
    worker.stop()
sys.stdout.buffer.write(pickle.dumps(outcome))
"""


@pytest.fixture
def worker(tmp_path: Path) -> Generator[Worker, None, None]:
    found = Worker.start(tmp_path)
    yield found
    found.stop()


def made(worker: Worker, job: Job) -> Outcome:
    *_, outcome = worker.make(job)
    assert isinstance(outcome, Outcome)
    return outcome


def outputs_of(outcome: Outcome) -> list[Any]:
    """The outputs of the cells of a notebook that has no front matter, so that it is always a failed one."""
    notebook = nbformat.reads(outcome.files["strategic-assessment.failed.ipynb"].decode(), as_version=4)  # type: ignore[no-untyped-call]
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"][2:]


def text(outcome: Outcome, cell: int = 0) -> str:
    return str(outputs_of(outcome)[cell][0]["text"])


def test_the_kernels_of_a_worker_are_forked_and_those_of_any_other_process_are_not(worker: Worker, job: Job) -> None:
    asking = with_notebook(job, STARTED_BY)
    assert "analysis.run.warm.imports" in text(made(worker, asking))
    assert "forkserver" not in text(execute(asking))


@pytest.mark.slow
def test_a_report_of_a_warm_kernel_has_the_bytes_of_one_of_a_plain_kernel(
    worker: Worker, job: Job, outcome: Outcome
) -> None:
    found = made(worker, job)
    assert found.failure is None
    assert dict(found.files) == dict(outcome.files)


def test_what_a_cell_finds_draws_and_raises_is_the_same_in_both(
    worker: Worker, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MPLBACKEND", "agg")
    asking = with_notebook(job, SURROUNDINGS, FIGURE, "import pandas as pd\npd.DataFrame({'a': [1]})", "1 / 0")
    plain = execute(asking)
    assert {output["output_type"] for output in outputs_of(plain)[1]} == {"execute_result", "display_data"}
    assert dict(made(worker, asking).files) == dict(plain.files)


def test_no_two_kernels_draw_the_same_numbers(worker: Worker, job: Job) -> None:
    drawing = with_notebook(job, "import random, numpy\nprint(random.random(), numpy.random.random())")
    first, second = (text(made(worker, drawing)).split() for _ in range(2))
    assert first[0] != second[0]
    assert first[1] != second[1]


def test_what_one_kernel_changes_no_other_sees(worker: Worker, job: Job) -> None:
    changing = "import os, pandas\npandas.mine = 1\nos.environ['MINE'] = '1'\nos.chdir('/')"
    made(worker, with_notebook(job, changing))
    asking = "import os, pandas\nprint(hasattr(pandas, 'mine'), 'MINE' in os.environ, os.getcwd() == '/')"
    assert text(made(worker, with_notebook(job, asking))) == "False False False\n"


def test_the_process_that_is_forked_has_no_thread_that_a_kernel_would_miss(worker: Worker, job: Job) -> None:
    threads = text(made(worker, with_notebook(job, THREADS))).split()
    # Polars's own removes files of queries that are too large for memory; a kernel has made none when it starts.
    others = [name for name in threads if name != "polars-ooc-clea"]
    assert len(others) == 1
    assert others[0].startswith("python")


def test_a_worker_that_is_killed_leaves_neither_kernel_nor_warm_process(
    worker: Worker, job: Job, tmp_path: Path
) -> None:
    written = tmp_path / "processes"
    cell = f"import os, time\nopen({str(written)!r}, 'w').write(f'{{os.getpid()}} {{os.getppid()}}')\ntime.sleep(600)"
    worker.give(with_notebook(job, cell))
    while not (written.exists() and written.read_text()):
        assert worker.alive
        time.sleep(0.05)
    processes = [int(word) for word in written.read_text().split()]
    worker.process.kill()
    until = time.monotonic() + 20
    while any(map(running, processes)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(running, processes))


def running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_warm_process_that_is_killed_costs_one_report_and_is_started_again(worker: Worker, job: Job) -> None:
    killing = "import os, signal, time\nos.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(600)"
    failure = made(worker, with_notebook(job, "figure = 6", killing)).failure
    assert failure is not None
    assert "kernel was ended in this cell" in failure.message
    assert "analysis.run.warm.imports" in text(made(worker, with_notebook(job, STARTED_BY)))


def test_without_the_module_reports_are_made_with_plain_kernels(job: Job, tmp_path: Path) -> None:
    package = Path(analysis.__file__).parent
    shutil.copytree(package, tmp_path / "analysis", ignore=shutil.ignore_patterns("warm", "__pycache__"))
    asking = replace(with_notebook(job, STARTED_BY, "1 / 0"), any_package=True)
    run = subprocess.run(
        [sys.executable, "-c", MODULE_ALONE],
        input=pickle.dumps(asking), env={**os.environ, "PYTHONPATH": str(tmp_path)}, check=True, capture_output=True,
    )  # fmt: skip
    outcome = pickle.loads(run.stdout)
    assert outcome.failure.message == "ZeroDivisionError: division by zero"
    assert "analysis.run.serve" in text(outcome)


def test_what_is_imported_ahead_is_what_the_shipped_notebooks_import(root: Path, worker: Worker, job: Job) -> None:
    modules = "import json, sys\nprint(json.dumps([n for n in sys.modules]))"
    there = set(json.loads(text(made(worker, with_notebook(job, modules)))))
    for path in (root / "notebooks").glob("*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
        lines = [line for cell in cells if cell.cell_type == "code" for line in cell.source.splitlines()]
        named = {line.split()[1] for line in lines if line.startswith(("import ", "from "))}
        assert named <= there
