"""How long the evaluation of one initiative takes, beside one plain before and after of it.

    python benchmarks/initiatives/seconds.py [--rounds 3] [--write FILE] [EDITION ...]

Two shipped evaluations: figures by month with 27 comparators, and by financial year with 25. In each round the unit (a
before and after of the treated place, the mean of 20) is taken first, so that a slow or busy machine slows both; then
each design's power, effect and checks, the other choices, and the whole evaluation as a report asks for it, which works
out once what several of these ask. What is remembered between calls is forgotten before each of them. Processor seconds
of one thread; wall seconds stand beside the whole.
"""

from __future__ import annotations

import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import argparse  # noqa: E402
import platform  # noqa: E402
import statistics  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any, Final  # noqa: E402

from analysis.assessment.initiative.case import Case  # noqa: E402
from analysis.cannot_say import said  # noqa: E402
from analysis.evaluation import side  # noqa: E402
from analysis.evaluation.asked_once import asked_once  # noqa: E402
from analysis.evaluation.checks import run_checks  # noqa: E402
from analysis.evaluation.design import Design  # noqa: E402
from analysis.evaluation.designs import DESIGNS, design_named  # noqa: E402
from analysis.evaluation.evaluate import evaluate  # noqa: E402
from analysis.evaluation.power import detectable_by  # noqa: E402
from analysis.evaluation.setting import Setting  # noqa: E402
from analysis.evaluation.specifications import specifications  # noqa: E402
from analysis.run.evaluation_data import plan_slices  # noqa: E402
from analysis.run.freeze import declaration  # noqa: E402
from analysis.run.job import House  # noqa: E402
from analysis.run.plan import declared  # noqa: E402

ROOT: Final = Path(__file__).resolve().parents[2]
EDITIONS: Final = ("illustration/2022", "west-lothian/2010-11")
UNITS: Final = 20
STEPS: Final = ("power", "effect", "checks")
WHOLE: Final = "whole"
Key = tuple[str, str]


@dataclass(frozen=True)
class Taken:
    """Processor and wall seconds."""

    processor: float
    wall: float


@dataclass(frozen=True)
class Timed:
    """One evaluation: what it is of, and for each round the seconds of one unit and of everything else."""

    name: str
    of: str
    units: list[float]
    rounds: list[dict[Key, Taken]]

    def seconds(self, key: Key) -> float:
        """Median over rounds, of the processor."""
        return statistics.median(each[key].processor for each in self.rounds)

    def ratio(self, key: Key) -> float:
        """Median over rounds of the seconds over those of the unit in the same round."""
        return statistics.median(each[key].processor / unit for each, unit in zip(self.rounds, self.units, strict=True))


def case_of(name: str) -> Case:
    """The first evaluated initiative of a shipped edition, with its data."""
    house = House(ROOT)
    shipped = declared(house)
    partnership, edition = shipped.partnership(name.split("/")[0]), shipped.edition(*name.split("/"))
    initiative = next(each for each in edition.initiatives if each.evaluation)
    assert initiative.evaluation
    slices = plan_slices(initiative.evaluation, partnership, house)
    return Case(declaration(shipped, partnership, edition, house), initiative, slices)


def taken(work: Callable[[], Any]) -> tuple[Taken, Any]:
    """What ``work`` takes from nothing remembered, and its answer."""
    side._swing.cache_clear()
    wall, processor = time.perf_counter(), time.process_time()
    answer = work()
    return Taken(time.process_time() - processor, time.perf_counter() - wall), answer


def unit(setting: Setting) -> float:
    """Processor seconds of one before and after."""
    plain = design_named("before-after")
    return statistics.mean(taken(lambda: plain(setting))[0].processor for _ in range(UNITS))


def steps(setting: Setting, design: Design) -> Iterator[tuple[Key, Taken]]:
    """Power, effect and checks of one design."""
    once = asked_once(design)
    yield (design.name, "power"), taken(lambda: detectable_by(setting, design))[0]
    seconds, effect = taken(lambda: once(setting))
    yield (design.name, "effect"), seconds
    if said(effect):
        yield (design.name, "checks"), taken(lambda: run_checks(setting, once, effect))[0]


def round_of(setting: Setting, asked: str) -> dict[Key, Taken]:
    """Everything once."""
    found = dict(step for design in DESIGNS for step in steps(setting, design))
    answering = [each for each in DESIGNS if said(each(setting))]
    found["other choices", "effect"] = taken(lambda: specifications(setting, asked, answering))[0]
    found[WHOLE, WHOLE] = taken(lambda: evaluate(setting, asked))[0]
    return found


def timed(name: str, rounds: int) -> Timed:
    """One shipped evaluation; its figures are read before any clock starts."""
    case = case_of(name)
    setting = case.setting
    of = (
        f"{case.evaluation.design}, {len(setting.comparators)} comparators, {len(setting.before)} periods before and "
        f"{len(setting.after)} after"
    )
    case.setting.treated.total(setting.treated.known(setting.before))
    found = Timed(name, of, [], [])
    for _ in range(rounds):
        found.units.append(unit(setting))
        found.rounds.append(round_of(setting, case.evaluation.design))
    return found


def text(found: list[Timed], load: tuple[float, float]) -> str:
    """The page."""
    made = (
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}. Load before and after: {load[0]:.1f} and {load[1]:.1f}. "
        f"`python benchmarks/initiatives/seconds.py`, {len(found[0].rounds)} rounds; one thread."
    )
    return "\n".join(["# How long the evaluation of an initiative takes", "", made, "", *map(_of, found)])


def _of(found: Timed) -> str:
    whole, wall = (WHOLE, WHOLE), statistics.median(each[WHOLE, WHOLE].wall for each in found.rounds)
    head = [
        f"## {found.name}",
        "",
        f"Asked for: {found.of}. The unit, one before and after: {1000 * statistics.median(found.units):.1f} ms.",
        "",
        f"The whole evaluation: {found.seconds(whole):.1f} s of processor, {wall:.1f} s by the clock, "
        f"{found.ratio(whole):,.0f} times the unit.",
        "",
        "| design | power, s | effect, s | checks, s | effect, times the unit | all three, times the unit |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*head, *(_line(found, each.name) for each in DESIGNS), _choices(found), ""])


def _line(found: Timed, design: str) -> str:
    keys = [key for step in STEPS if (key := (design, step)) in found.rounds[0]]
    cells = [f"{found.seconds((design, step)):.2f}" if (design, step) in keys else "refused" for step in STEPS]
    together = sum(found.ratio(key) for key in keys)
    return f"| {design} | {' | '.join(cells)} | {found.ratio((design, 'effect')):,.1f} | {together:,.0f} |"


def _choices(found: Timed) -> str:
    key = ("other choices", "effect")
    return f"| other choices |  | {found.seconds(key):.2f} |  | {found.ratio(key):,.0f} | {found.ratio(key):,.0f} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("editions", nargs="*", default=list(EDITIONS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path, default=ROOT / "benchmarks" / "results" / "initiatives-seconds.md")
    given = parser.parse_args()
    before = os.getloadavg()[0]
    found = [timed(each, given.rounds) for each in given.editions]
    page = text(found, (before, os.getloadavg()[0]))
    print(page)
    given.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
