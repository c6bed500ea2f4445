"""False alarms of the two headline comparisons on series shaped like the archive's.

    python benchmarks/calibration/covid_shape.py [--series 500] [--write benchmarks/results/covid_shape.md]

October 2018 to November 2022 with nine months missing (March to November 2019) and the Covid months marked; a season
of 15 %. Noise of the level: none; gamma with theta 20, a new one each month; AR 0.3 and 0.6 of its logarithm, standard
deviation 0.15 (at a mean of 150 this makes the variance four times the mean). About three minutes on two idle cores.
"""

from __future__ import annotations

import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import argparse  # noqa: E402
import sys  # noqa: E402
from concurrent.futures import ProcessPoolExecutor  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Final  # noqa: E402

import numpy as np  # noqa: E402
import numpy.typing as npt  # noqa: E402
import pandas as pd  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.cannot_say import CannotSay  # noqa: E402
from analysis.measures import before_covid, year_on_year  # noqa: E402
from analysis.params.recording import RecordingBreak  # noqa: E402
from calibration.generator import SEED, season  # noqa: E402
from calibration.rule import wilson  # noqa: E402

MONTHS: Final = pd.period_range("2018-10", "2022-11", freq="M")
MISSING: Final = slice(5, 14)
COVID: Final = RecordingBreak(
    id="covid", name="Covid restrictions", start="2020-03", end="2021-07", kind="pulse", countries=("england",),
    effect="fewer people out", source="regulations",
)  # fmt: skip
NOISES: Final = ("independent", "overdispersed", "correlated 0.3", "correlated 0.6")
MEANS: Final = (10, 40, 150)
CHANGES: Final = (0.0, 0.2)
Case = tuple[str, int, float, int]


def level(noise: str, rng: np.random.Generator) -> npt.NDArray[np.float64]:
    """The factor of each month by which the level wanders."""
    count = len(MONTHS)
    if noise == "independent":
        return np.ones(count)
    if noise == "overdispersed":
        return rng.gamma(20, 1 / 20, count)
    rho, step = float(noise.split()[1]), 0.15 * rng.standard_normal(count)
    found = np.empty(count)
    found[0] = step[0]
    for t in range(1, count):
        found[t] = rho * found[t - 1] + np.sqrt(1 - rho**2) * step[t]
    return np.exp(found)


def tried(case: Case) -> tuple[Case, list[int]]:
    """How often each comparison says a change: year on year, its exact interval alone, before Covid."""
    noise, mean, change, count = case
    rng = np.random.default_rng((SEED, 3, NOISES.index(noise), mean, round(100 * change)))
    said = [0, 0, 0]
    for _ in range(count):
        expected = mean * season(len(MONTHS)) * level(noise, rng)
        expected[-12:] *= 1 + change
        series = pd.Series(rng.poisson(expected), index=MONTHS, dtype="Int64")
        series.iloc[MISSING] = pd.NA
        year, covid = year_on_year(series, breaks=[COVID]), before_covid(series, breaks=[COVID])
        if not isinstance(year, CannotSay):
            said[0] += year.change.verdict != "no clear change"
            said[1] += not year.change.poisson_low <= 1 <= year.change.poisson_high
        said[2] += not isinstance(covid, CannotSay) and covid.change.verdict != "no clear change"
    return case, said


def text(found: dict[Case, list[int]], count: int) -> str:
    """The page."""
    low, high = wilson(round(0.05 * count), count)
    lines = [
        "# False alarms on series shaped like the archive's",
        "",
        f"{datetime.now(UTC):%d %B %Y}, seed {SEED}, {count} series a cell: 5 % carries a Monte Carlo interval of "
        f"{100 * low:.1f} to {100 * high:.1f}. See `benchmarks/calibration/covid_shape.py`.",
        "",
        "| noise | mean a month | year on year, % | its exact interval alone, % | before Covid, % "
        "| finds a rise of 20 % on the year, % | since before Covid, % |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for noise in NOISES:
        for mean in MEANS:
            none, rise = ([100 * each / count for each in found[noise, mean, change, count]] for change in CHANGES)
            lines.append(
                f"| {noise} | {mean} | {none[0]:.1f} | {none[1]:.1f} | {none[2]:.1f} | {rise[0]:.0f} | {rise[2]:.0f} |"
            )
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=500)
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--write", type=Path, default=Path(__file__).parents[1] / "results" / "covid_shape.md")
    given = parser.parse_args()
    cases = [(noise, mean, change, given.series) for noise in NOISES for mean in MEANS for change in CHANGES]
    with ProcessPoolExecutor(given.processes) as pool:
        found = dict(pool.map(tried, cases))
    given.write.write_text(text(found, given.series), encoding="utf-8")
    print(given.write)


if __name__ == "__main__":
    main()
