"""The benchmark of the batch runner: all there was is counted, and a target is met only by what was measured."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from reports import freeze, run, scale, script, shipped
from reports.found import Found, Row, bytes_of
from reports.frozen_runs import LOOP, OURS, TWO
from reports.measured import Taken
from reports.page import page
from reports.plot import plot
from reports.shipped import Watched
from reports.targets import CHANGED, FIRST, SCRIPTS, WATCHED, targets

from analysis.blocks import Document
from analysis.render.read import read_document
from analysis.run.execute import execute
from analysis.run.house import House
from analysis.run.plan import chosen, declared

if TYPE_CHECKING:
    from collections.abc import Callable

BENCHMARKS = Path(run.__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(BENCHMARKS), os.environ.get("PYTHONPATH", "")])}
BURN = "\nimport time\nwhile time.process_time() < {seconds}: pass\n"


def measured(code: str, patience: float = 10.0) -> dict[str, Any]:
    """What ``measured`` says of a script, asked in a process of its own, since it waits for every child of its own."""
    ask = (
        "import dataclasses, json, sys\nfrom reports import measured as m\n"
        f"m.PATIENCE = {patience}\n"
        "print(json.dumps(dataclasses.asdict(m.measured([sys.executable, '-c', sys.argv[1]]))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask, code], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux alone")
def test_core_seconds_of_a_process_that_detached_itself_twice_are_counted() -> None:
    code = "import os\nif os.fork() == 0:\n  os.setsid()\n  if os.fork():\n    os._exit(0)\nelse: os._exit(0)"
    assert measured(code + BURN.format(seconds=0.6))["cores"] >= 0.6


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux alone")
def test_a_process_that_stays_is_ended_and_told_of() -> None:
    taken = measured("import os, time\nif os.fork() == 0: time.sleep(600)", patience=0.2)
    assert (taken["code"], taken["left"]) == (0, 1)


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read from /proc")
def test_memory_is_that_of_all_processes_together() -> None:
    code = "import os, time\nos.fork()\nheld = bytearray(os.urandom(1 << 20) * 60)\ntime.sleep(1.5)"
    assert measured(code)["peak"] > 120 << 20


def test_the_frozen_figures_are_what_their_seed_gives() -> None:
    for name, frame in freeze.frames().items():
        assert (freeze.FROZEN / name).read_text(encoding="utf-8") == frame.to_csv(index=False)


def test_the_frozen_notebook_has_twelve_figures_and_nine_tables_and_no_outputs() -> None:
    notebook = nbformat.read(freeze.FROZEN / "notebook.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert sum("= sheet(" in cell.source for cell in code) == 12
    assert sum("captioned(" in cell.source and "def captioned" not in cell.source for cell in code) == 9
    assert len(notebook.cells) == 34
    assert not any(cell.outputs for cell in code)


@pytest.fixture(scope="module")
def ours() -> tuple[Document, dict[str, bytes]]:
    from reports.ours import job

    made = execute(job("area-07"))
    assert not made.failure, made.failure
    notebook = nbformat.reads(made.files["frozen.ipynb"].decode(), as_version=4)
    return read_document(notebook, "frozen"), dict(made.files)


@pytest.mark.slow
def test_our_side_makes_a_whole_document_of_the_frozen_notebook(ours) -> None:
    document, files = ours
    exhibits = [block for block in document.blocks if block.kind == "exhibit"]
    assert sum(exhibit.chart is not None for exhibit in exhibits) == 12
    assert sum(exhibit.chart is None for exhibit in exhibits) == 9
    assert document.front.partnership == "area-07"
    assert files["frozen.html"].lstrip().lower().startswith(b"<!doctype html")
    assert files["frozen.pdf"].startswith(b"%PDF")


@pytest.mark.slow
def test_the_plain_way_shows_the_same_figures_and_the_same_numbers(ours, tmp_path: Path) -> None:
    from reports.loop import Report, make

    make(Report(freeze.FROZEN / "notebook.ipynb", {"partnership": "area-07", "edition": "2022"}, "it"), tmp_path)
    shown = [out for cell in nbformat.read(tmp_path / "it.ipynb", 4).cells for out in cell.get("outputs", ())]
    assert sum("image/png" in out.get("data", {}) for out in shown) == 12
    tables = [out["data"]["text/html"] for out in shown if "text/html" in out.get("data", {})]
    assert len(tables) == 9
    key = ours[1]["data/frozen/key-figures.csv"].decode().splitlines()
    total = key[1].rsplit(",", 1)[1]
    assert f"<td>{float(total)}</td>" in tables[0]
    assert (tmp_path / "it.html").stat().st_size > 100_000


def test_what_is_imported_and_which_kernels_work_is_noted_in_every_process(tmp_path: Path) -> None:
    cell = "exec(compile('pass', '/somewhere/ipykernel_1/2.py', 'exec'))"
    code = f"import json, os\nif os.fork() == 0:\n  {cell}\n  import nbclient\n  os._exit(0)\nos.wait()"
    note = tmp_path / "note"
    path = os.pathsep.join([str(BENCHMARKS / "reports" / "watch"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "CSP_BENCHMARK_WATCH": str(note)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    seen = shipped.what_happened(note.read_text(encoding="utf-8"), made=0)
    assert (seen.kernels, seen.processes) == (1, 2)
    assert "nbclient" in seen.imported and "pandas" not in seen.imported


def test_a_real_kernel_is_noted_once(tmp_path: Path) -> None:
    cells = [nbformat.v4.new_code_cell("1 + 1"), nbformat.v4.new_code_cell("2 + 2")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "it.ipynb")
    note = tmp_path / "note"
    path = os.pathsep.join([str(BENCHMARKS / "reports" / "watch"), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "PYTHONPATH": path, "CSP_BENCHMARK_WATCH": str(note)}
    command = [sys.executable, "-m", "jupyter", "execute", str(tmp_path / "it.ipynb")]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert shipped.what_happened(note.read_text(encoding="utf-8"), made=0).kernels == 1


def test_copies_of_partnerships_are_declared_well_and_add_one_report_each(tmp_path: Path) -> None:
    house = House(shipped.repository(tmp_path / "it", extra=7, few=True))
    pairs = chosen(declared(house))
    assert len(pairs) == len(shipped.FEW) + 7
    assert len(set(pairs)) == len(pairs)


def test_the_parameter_that_is_changed_is_there_to_be_changed(tmp_path: Path) -> None:
    root = shipped.repository(tmp_path / "it", few=True)
    before = declared(House(root)).edition("rugby", "2022")
    shipped.change(root)
    after = declared(House(root)).edition("rugby", "2022")
    assert {k for k in before.model_fields_set if getattr(before, k) != getattr(after, k)} == {"produced"}


def test_a_record_written_anew_is_known_from_one_that_stayed(tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "p" / "e" / "public"
    folder.mkdir(parents=True)
    for name in ("a.json", "b.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    before = shipped.records(tmp_path)
    (folder / "new").write_text("{}", encoding="utf-8")
    (folder / "new").rename(folder / "b.json")
    after = shipped.records(tmp_path)
    assert {name for name in after if after[name] != before[name]} == {"reports/p/e/public/b.json"}


def test_a_plain_script_runs_cells_in_order_with_its_parameters_and_keeps_what_they_show(tmp_path: Path) -> None:
    first = nbformat.v4.new_code_cell("partnership = 'other'", metadata={"tags": ["parameters"]})
    shows = (
        "class Shown:\n  def _repr_mimebundle_(self): return {'text/html': partnership, 'image/png': 'AAAA'}\nShown()"
    )
    nbformat.write(
        nbformat.v4.new_notebook(cells=[first, nbformat.v4.new_code_cell(shows)]), tmp_path / "notebook.ipynb"
    )
    (tmp_path / "inputs.json").write_text('{"partnership": "rugby", "edition": "2022"}', encoding="utf-8")
    command = [sys.executable, script.__file__, tmp_path, tmp_path / "out", "--profile", tmp_path / "profile.json"]
    subprocess.run(command, check=True)
    assert (tmp_path / "out" / "cell-01-0.html").read_text(encoding="utf-8") == "rugby"
    assert (tmp_path / "out" / "cell-01-1.png").read_bytes() == b"\0\0\0"
    assert isinstance(json.loads((tmp_path / "profile.json").read_text(encoding="utf-8")), list)


@pytest.mark.parametrize(
    ("modules", "part"),
    [
        (["numpy", "analysis.trends.trend", "analysis.assessment.profile", "__main__"], "trends"),
        (["matplotlib.text", "analysis.exhibits.svg", "__main__"], "drawing"),
        (["importlib._bootstrap", "matplotlib", "analysis.exhibits", "__main__"], "imports"),
        (["json", "__main__"], "other"),
    ],
)
def test_core_seconds_go_to_the_part_at_work(modules: list[str], part: str) -> None:
    assert script.part_of(modules) == part


def taken(wall: float, cores: float = 1.0, code: int = 0) -> Taken:
    return Taken(wall, cores, 1_000_000, code)


@pytest.fixture
def found() -> Found:
    """Ours 60 and 64 s; the loop 250, two processes 130; 9.0 core seconds a report against 8.0."""
    rows = [
        Row("frozen", OURS, 40, taken(60)),
        Row("frozen", LOOP, 40, taken(250)),
        Row("frozen", TWO, 40, taken(130)),
        Row("frozen", f"{OURS}, again", 40, taken(64)),
        Row("shipped", FIRST, 10, taken(50, 90)),
        Row("shipped", f"{SCRIPTS}, two at a time", 10, taken(40, 80)),
    ]
    profile = {"rugby-2022": [["drawing", "report.profile()", 3.0], ["imports", "report.front()", 1.5]]}
    return Found(rows, profile=profile, loads=[0.1, 0.2])


def met(found: Found) -> list[bool]:
    return [target.met for target in targets(found)]


def test_the_slower_of_our_two_runs_is_held_to_the_targets(found: Found) -> None:
    lines = [target.line for target in targets(found)]
    assert lines[0].endswith("3.9 times, NOT met")
    assert lines[1].endswith("2.0 times, met")
    assert lines[2].endswith("1.00 core seconds, met")


@pytest.mark.parametrize(
    ("seen", "enough"),
    [
        (Watched(0, 0, 1, ()), True),
        (Watched(0, 0, 1, ("pandas",)), False),
        (Watched(0, 1, 3, ()), False),
        (Watched(1, 0, 1, ()), False),
    ],
)
def test_nothing_changed_is_held_to_no_kernel_no_report_and_neither_import(
    found: Found, seen: Watched, enough: bool
) -> None:
    found.add(Row("forty", WATCHED, 40, taken(1)), seen)
    assert met(found)[-1] is enough


@pytest.mark.parametrize(("made", "enough"), [(0, False), (1, True), (2, False)])
def test_one_parameter_changed_is_held_to_exactly_one_report(found: Found, made: int, enough: bool) -> None:
    found.add(Row("forty", f"{CHANGED}, watched", 40, taken(9)), Watched(made, made, 5, ()))
    assert met(found)[-1] is enough


@pytest.mark.parametrize(
    "row",
    [
        Row("frozen", OURS, 2, taken(1, code=1)),
        Row("frozen", OURS, 2, taken(1), {"html": 5, "pdf": 0, "ipynb": 0, "html_files": 1}),
    ],
)
def test_what_failed_or_left_too_few_documents_is_no_measurement(found: Found, row: Row) -> None:
    before = list(found.rows)
    with pytest.raises(SystemExit, match="ours"):
        run._say(found, row)
    assert found.rows == before


def test_the_page_says_what_was_met_and_names_the_largest_parts(found: Found) -> None:
    words = page(found)
    assert "3.9 times, NOT met" in words
    assert "| drawing (matplotlib) | 3.00 | 67 % |" in words
    assert "| `report.profile()` | 3.00 | 67 % |" in words


def test_the_picture_is_drawn_and_the_same_each_time(found: Found) -> None:
    assert plot(found) == plot(found)
    assert plot(found).startswith(b"\x89PNG")


def test_a_run_of_forty_reports_alone_has_a_page_without_a_picture() -> None:
    alone = Found([Row("forty", FIRST, 40, taken(90, 170))])
    assert plot(alone) == b""
    assert "reports.png" not in page(alone) and "| first run | 40 | 90.00 |" in page(alone)


def test_bytes_are_of_reports_alone(tmp_path: Path) -> None:
    for name, content in {"index.html": "12345", "a/x.html": "123", "a/x.pdf": "1", "a/x.csv": "1"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert bytes_of(tmp_path) == {"html": 3, "pdf": 1, "ipynb": 0, "html_files": 1}


def log_of(number: int, each: Callable[[int], float], stamped: bool = True) -> str:
    """A log of ``number`` reports after five seconds of planning."""
    lines, at = [(5.0, f"{number} reports to make, 2 at a time")], 5.0
    for one in range(1, number + 1):
        at += each(one)
        end = "FAILED while executing the notebook: no" if one == 3 else f"done in {2 * each(one):.1f} s (notebook 1.0)"
        lines.append((at, f"[{one}/{number}] area-{one}/2022 {end}"))
    return "\n".join(f"{at:.2f}\t{10**9}\t{words}" if stamped else words for at, words in lines)


def test_a_run_whose_reports_take_the_same_each_is_flat() -> None:
    words = log_of(310, lambda _: 2.0)
    log = scale.read(words)
    assert (log.planning, log.failed, log.marks()) == (5.0, 1, [10, 100, 310])
    assert log.each(100) == pytest.approx(2.0)
    assert "| 310 | 620 | 2.00 | 4.0 | 1000 |" in scale.face(log, words)
    assert "NOT met" not in scale.face(log, words)


def test_a_run_that_slows_down_is_not_flat() -> None:
    words = log_of(310, lambda one: 2 + one / 200)
    assert scale.face(scale.read(words), words).count("NOT met") == 2


def test_a_log_without_stamps_tells_reports_own_seconds_and_says_what_it_lacks() -> None:
    words = log_of(20, lambda _: 2.0, stamped=False)
    log = scale.read(words)
    assert log.each(20) is None and log.own(20) == 4.0
    assert "not in the log" in scale.face(log, words)


def test_part_of_a_nation_keeps_its_first_partnerships_and_shares_its_data(tmp_path: Path) -> None:
    whole = shipped.repository(tmp_path / "whole", extra=2, few=True)
    (whole / "reports" / "nuneaton-and-bedworth-2").mkdir(parents=True)
    (whole / "reports" / "north-warwickshire").mkdir()
    part = scale.part_of(whole, tmp_path / "part", 2)
    assert {path.parent.name for path in (part / "params").glob("*/partnership.yml")} == {
        "north-warwickshire",
        "north-warwickshire-2",
    }
    assert [path.name for path in (part / "reports").iterdir()] == ["north-warwickshire"]
    assert (part / "data").resolve() == (whole / "data").resolve()
    assert dataclasses.is_dataclass(House(part)) and len(chosen(declared(House(part)))) == 2
