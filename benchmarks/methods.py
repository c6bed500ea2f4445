"""How long each method takes on a series, beside one common unit, and what share of a report's time it is.

    python benchmarks/methods.py [--rounds 7] [--edition north-west-leicestershire/2022] [--write FILE]

The unit is one Poisson regression by statsmodels (60 months on time and month of the year), fitted in the same round
as every method, so that a slow or busy machine slows both. Series: 60 months with a mean of 40, dispersion 1.5 and
AR 0.3 (benchmarks/calibration/generator.py), another one each round. The share of a report: the cells of the strategic
assessment are run in this process, and the time inside each method is taken; what one method calls of another is the
outer one's.
"""

from __future__ import annotations

import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import argparse  # noqa: E402
import json  # noqa: E402
import platform  # noqa: E402
import statistics  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Mapping  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from functools import wraps  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any, Final  # noqa: E402

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import statsmodels.api as sm  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent))

from calibration.generator import generator_of, simulated  # noqa: E402
from calibration.grid import Cell  # noqa: E402

from analysis import exceptional, measures, outlook, peers, trends  # noqa: E402
from analysis.params.load import load_catalogue  # noqa: E402
from analysis.run.house import House  # noqa: E402
from analysis.run.plan import make_job  # noqa: E402

ROOT: Final = Path(__file__).resolve().parents[1]
CELL: Final = Cell(40, 1.5, 0.3, 60)
UNIT: Final = "Poisson regression by statsmodels (the unit)"
AREAS: Final = 20
TIMED: Final[Mapping[str, tuple[Any, str]]] = {
    "year on year": (measures, "year_on_year"),
    "before Covid": (measures, "before_covid"),
    "trend": (trends, "trend"),
    "exceptional month": (exceptional, "exceptional_month"),
    "exceptional months": (exceptional, "exceptional_months"),
    "control chart": (exceptional, "control_chart"),
    "outlook": (outlook, "outlook"),
    "peers": (peers, "compare"),
    "change against peers": (peers, "change_against_peers"),
}


def unit(series: pd.Series) -> None:
    """One plain regression: the measure of all others."""
    months = np.arange(len(series))
    columns = np.column_stack([np.ones(len(series)), months, np.eye(12)[months % 12][:, 1:]])
    sm.GLM(series.to_numpy(dtype=float), columns, family=sm.families.Poisson()).fit()


def areas(rng: np.random.Generator) -> list[peers.Area]:
    """An area and its peers, to be set beside each other."""
    people = rng.integers(40_000, 160_000, AREAS)
    return [
        peers.Area(f"area {i}", int(rng.poisson(0.01 * each)), float(each), dispersion=1.5)
        for i, each in enumerate(people)
    ]


def per_series() -> dict[str, Callable[[pd.Series, list[peers.Area]], object]]:
    """Each method as it is called on one series (or one group of areas)."""
    return {
        UNIT: lambda series, _: unit(series),
        "usual swing": lambda series, _: measures.series_dispersion(series),
        "year on year": lambda series, _: measures.year_on_year(series),
        "trend": lambda series, _: trends.trend(series),
        "exceptional month": lambda series, _: exceptional.exceptional_month(series, series.index[-1]),
        "control chart": lambda series, _: exceptional.control_chart(series),
        "outlook, 12 months": lambda series, _: outlook.outlook(series),
        f"peers, {AREAS} areas": lambda _, group: peers.compare(group[0], group[1:]),
    }


def measured(rounds: int) -> dict[str, list[float]]:
    """Seconds of each method in each round; a first round warms up and is not kept."""
    found: dict[str, list[float]] = {name: [] for name in per_series()}
    for number in range(rounds + 1):
        series, group = simulated(CELL, "none", generator_of(CELL, 2, number)), areas(np.random.default_rng(number))
        for name, run in per_series().items():
            start = time.perf_counter()
            run(series, group)
            if number:
                found[name].append(time.perf_counter() - start)
    return found


class Clock:
    """Seconds inside methods, the outermost counted alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = dict.fromkeys(TIMED, 0.0)
        self.calls: dict[str, int] = dict.fromkeys(TIMED, 0)
        self.inside = False

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, its time taken under ``name``."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            if self.inside:
                return function(*args, **kwargs)
            self.inside, start = True, time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                self.inside = False
                self.seconds[name] += time.perf_counter() - start
                self.calls[name] += 1

        return run

    def set(self) -> None:
        """Put the clock on every method, wherever a module of the package has it."""
        import analysis.assessment  # noqa: F401  (every module that calls a method is loaded with it)

        for name, (package, attribute) in TIMED.items():
            plain = getattr(package, attribute)
            for module in [each for key, each in sys.modules.items() if key.split(".")[0] == "analysis"]:
                for held in [key for key, value in vars(module).items() if value is plain]:
                    setattr(module, held, self.timed(name, plain))


def report(edition: str) -> tuple[Clock, float]:
    """Run the notebook's cells in this process: the clock, and the seconds of all cells."""
    house, (partnership, name) = House(ROOT), edition.split("/")
    clock = Clock()
    clock.set()
    with tempfile.TemporaryDirectory() as folder:
        job = make_job(load_catalogue(house.params), partnership, name, house)
        job.unpack(Path(folder))
        os.environ["CSP_JOB"] = folder
        held: dict[str, Any] = {}
        cells = [cell for cell in json.loads(job.files["notebook.ipynb"])["cells"] if cell["cell_type"] == "code"]
        start = time.perf_counter()
        for cell in cells:
            tags = cell["metadata"].get("tags", [])
            source = "".join(cell["source"])
            exec(f"partnership, edition = {partnership!r}, {name!r}" if "parameters" in tags else source, held)
        return clock, time.perf_counter() - start


def text(found: dict[str, list[float]], clock: Clock, whole: float, edition: str, load: tuple[float, float]) -> str:
    """The page."""
    rounds = len(found[UNIT])
    ratios = {name: [one / of for one, of in zip(each, found[UNIT], strict=True)] for name, each in found.items()}
    inside = sum(clock.seconds.values())
    lines = [
        "# How long each method takes",
        "",
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}. Load before and after: {load[0]:.1f} and {load[1]:.1f}. "
        "`python benchmarks/methods.py`; one thread.",
        "",
        f"## On one series of {CELL.months} months ({rounds} rounds, side by side)",
        "",
        "| method | median, ms | best, ms | times the unit (median over rounds) | range |",
        "|---|--:|--:|--:|--:|",
        *(
            f"| {name} | {1000 * statistics.median(each):.1f} | {1000 * min(each):.1f} "
            f"| {statistics.median(ratios[name]):.1f} | {min(ratios[name]):.1f} to {max(ratios[name]):.1f} |"
            for name, each in found.items()
        ),
        "",
        f"## In one report ({edition})",
        "",
        f"All cells of the notebook: {whole:.1f} s in one process, without kernel, rendering and PDF. "
        f"Methods: {inside:.1f} s, {100 * inside / whole:.0f} %; the rest is reading, tables, charts and sentences.",
        "",
        "| method | calls | seconds | share of the cells, % |",
        "|---|--:|--:|--:|",
        *(
            f"| {name} | {clock.calls[name]} | {seconds:.2f} | {100 * seconds / whole:.1f} |"
            for name, seconds in sorted(clock.seconds.items(), key=lambda item: -item[1])
            if clock.calls[name]
        ),
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--edition", default="north-west-leicestershire/2022")
    parser.add_argument("--write", type=Path, default=ROOT / "benchmarks" / "results" / "methods.md")
    given = parser.parse_args()
    before = os.getloadavg()[0]
    found = measured(given.rounds)
    clock, whole = report(given.edition)
    page = text(found, clock, whole, given.edition, (before, os.getloadavg()[0]))
    print(page)
    given.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
