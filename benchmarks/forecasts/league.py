"""Write ``benchmarks/results/forecasts.md``: what the outlooks are worth, and how long one takes.

CSP_TEST_DATA=../shared python benchmarks/forecasts/league.py
"""

import datetime as dt
import os
import platform
import sys
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from analysis.run.job import House  # noqa: E402
from analysis.run.plan import declared  # noqa: E402
from forecasts.clustered import scored  # noqa: E402
from forecasts.competition import competition  # noqa: E402
from forecasts.districts import HORIZON, Trial, trials  # noqa: E402
from forecasts.sums import sums  # noqa: E402

INTRODUCTION = (
    "## Every district and category of the open extracts\n\n"
    "Nine districts of Leicestershire and Rutland, fourteen of Lancashire, fourteen categories and all recorded crime: "
    "at most 41 months, two blocks with a gap between. MASE's scale is the mean difference of months a year apart in "
    "the same series. In brackets: 95 % limits from resampling whole months, which all series share; with as few as "
    "four months they are themselves too narrow. No model was chosen on the months it is scored on. Inside: per "
    "cent of what came.\n"
)
MODES = {
    False: "24 months before each origin, Covid months taken as recorded; mean of three at 10 or more a month, "
    "gamma-Poisson below",
    True: "At least 12 usable months before each origin, Covid months masked; what `simulate` draws from, for targets",
}


def main() -> int:
    named = os.environ.get("CSP_TEST_DATA")
    if not named:
        print("set CSP_TEST_DATA to the folder that holds cases/", file=sys.stderr)
        return 1
    warnings.simplefilter("error")
    parts = [_heading(), *_competition(Path(named).resolve() / "cases" / "forecast-m3-monthly-a"), INTRODUCTION]
    house = House(ROOT)
    catalogue = declared(house)
    for masked, words in MODES.items():
        parts += [f"### {words}\n", *_districts(trials(catalogue, house, masked=masked))]
    parts += _sums(sums(catalogue, house))
    target = ROOT / "benchmarks" / "results" / "forecasts.md"
    target.write_text("\n".join(parts), encoding="utf-8")
    print(target)
    return 0


def _heading() -> str:
    return (
        f"# What outlooks are worth\n\n{dt.date.today().isoformat()}, Python {platform.python_version()}, "
        f"{platform.machine()}. Made by `python benchmarks/forecasts/league.py`. Reported, not tuned to.\n"
    )


def _competition(folder: Path) -> list[str]:
    found = competition(folder)
    lines = [
        "## M3, set A\n",
        "Forty monthly series, 18 months ahead, MASE (mean over series; scale: in-sample months a year apart). The "
        "submitted and the R forecasts are scored as `cases/forecast-m3-monthly-a` has them; ours are fitted to the "
        "same months. Inside: share of what came within our intervals.\n",
        "| method | MASE | inside 80 % | inside 95 % | seconds a series |", "|---|--:|--:|--:|--:|",
    ]  # fmt: skip
    for row in found.itertuples():
        name = f"**{row.method}**" if row.ours else row.method
        rest = f"{100 * row.in80:.0f} % | {100 * row.in95:.0f} % | {row.seconds:.2f}" if row.ours else "| |"
        lines.append(f"| {name} | {row.mase:.3f} | {rest} |")
    return [*lines, ""]


def _districts(found: list[Trial]) -> list[str]:
    lines = [
        f"{len(found)} series, {np.mean([each.seconds for each in found]):.2f} seconds each.\n",
        "| counts | ahead | series | months | forecasts | MASE | seasonal naive | ratio | inside 80 % | inside 95 % |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for few, name in ((False, "10 or more a month"), (True, "under 10 a month")):
        for horizon in (*range(1, HORIZON + 1), 0):
            each = scored([trial for trial in found if trial.few == few], horizon)
            if each is None:
                continue
            m = each.means
            cells = [name, horizon or "1 to 6", each.series, each.months, each.forecasts]
            cells += [_number(m[k]) for k in ("error", "naive", "ratio")] + [_share(m[k]) for k in ("in80", "in95")]
            lines.append("| " + " | ".join(map(str, cells)) + " |")
    return [*lines, ""]


def _sums(found: list[dict[str, object]]) -> list[str]:
    lines = [
        "### Sums of the last months, as a target needs them\n",
        "`simulate` from all months before, Covid months masked, against the sum that came. One origin each, so all "
        "series share the same months: no interval can be put on these shares.\n",
        "| counts | months summed | series | inside 80 % | inside 95 % |", "|---|--:|--:|--:|--:|",
    ]  # fmt: skip
    for row in found:
        shares = " | ".join(f"{100 * float(str(row[name])):.0f}" for name in ("in80", "in95"))
        lines.append(f"| {row['counts']} | {row['months']} | {row['series']} | {shares} |")
    return [*lines, ""]


def _number(found: tuple[float, float, float]) -> str:
    return "{:.2f} ({:.2f} to {:.2f})".format(*found)


def _share(found: tuple[float, float, float]) -> str:
    return "{:.0f} ({:.0f} to {:.0f})".format(*(100 * each for each in found))


if __name__ == "__main__":
    sys.exit(main())
