"""Two runs on one machine give the same bytes, whoever runs them, from wherever, with whatever of their own set up."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import House

RUN = """
import json
import sys
from pathlib import Path

from analysis.run.plan import make_job
from analysis.run.house import House
from analysis.run.outcome import Outcome
from analysis.run.plan import declared
from analysis.run.pool import run_jobs

if __name__ == "__main__":
    house, out = House(Path(sys.argv[1])), Path(sys.argv[2])
    job = make_job(declared(house), "rugby", "2022", house)
    (made,) = [event for event in run_jobs([job], 1) if isinstance(event, Outcome)]
    assert made.failure is None, made.failure
    for name, content in {**made.files, "provenance.json": json.dumps(made.provenance).encode()}.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
"""
THICK = "lines.linewidth: 40\nfont.size: 3\nsvg.fonttype: path\n"
OWN_START = """
import matplotlib, pandas
matplotlib.rcParams["lines.linewidth"] = 40
pandas.options.display.precision = 1
"""


def elsewhere(folder: Path) -> dict[str, str]:
    """The surroundings of somebody else: another home with settings of its own, another place, clock and language."""
    startup = folder / "home" / ".ipython" / "profile_default" / "startup"
    settings = folder / "home" / ".config" / "matplotlib"
    for made in (startup, settings, folder / "desk"):
        made.mkdir(parents=True)
    (startup / "00-mine.py").write_text(OWN_START)
    (folder / "start.py").write_text(OWN_START)
    for rc in (settings / "matplotlibrc", folder / "desk" / "matplotlibrc"):
        rc.write_text(THICK)
    own = {
        "HOME": folder / "home", "XDG_CONFIG_HOME": folder / "home" / ".config", "MPLCONFIGDIR": settings,
        "IPYTHONDIR": startup.parents[1], "PYTHONSTARTUP": folder / "start.py", "TZ": "Pacific/Auckland",
        "LANG": "de_DE.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "7", "COLUMNS": "31", "OMP_NUM_THREADS": "2",
        "SOURCE_DATE_EPOCH": "1", "NO_COLOR": "1",
    }  # fmt: skip
    return {**os.environ, **{name: str(value) for name, value in own.items()}}


def made(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_shipped_report_is_the_same_bytes_in_another_home_place_time_zone_and_language(
    place: House, tmp_path: Path
) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN)
    there, desk = elsewhere(tmp_path / "elsewhere"), tmp_path / "elsewhere" / "desk"
    for name, surroundings, at in (("here", dict(os.environ), tmp_path), ("there", there, desk)):
        command = [sys.executable, str(script), str(place.root), str(tmp_path / name)]
        ran = subprocess.run(command, env=surroundings, cwd=at, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
    one, other = made(tmp_path / "here"), made(tmp_path / "there")
    assert sorted(one) == sorted(other)
    assert {name.rpartition(".")[2] for name in one} == {"html", "pdf", "ipynb", "csv", "json"}
    assert [name for name in one if one[name] != other[name]] == []
