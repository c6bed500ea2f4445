"""Initiatives that never were, on real figures: how often each design says that one worked.

    python benchmarks/initiatives/placebos.py [--most 150]

Places are the neighbourhoods (middle layer areas) of Leicestershire and Lancashire in the open extract, and the
councils of Scotland; each of many places, offences and starts is taken for an initiative in turn. Nothing happened
there that we know of, so a change said is most likely a false one; some will be real. Shares come with an interval
that takes the place as the unit (a bootstrap over places), since starts and offences of one place are not independent.
Writes docs/evidence/placebos.csv and benchmarks/results/placebos.md; nothing is tuned to it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from analysis.counts import counts_frame
from analysis.evaluation.designs import DESIGNS
from analysis.evaluation.setting import Place, Setting
from analysis.measures import breaks_for, series
from analysis.params.reading.registers import read_recording
from analysis.params.recording import RecordingBreak
from initiatives.said import NAIVE, of_design, seen_by, year_before

ROOT: Final = Path(__file__).resolve().parents[2]
OPEN: Final = ROOT / "data" / "open"
SEED: Final = 20221130
OTHERS: Final = 24
LEAST_MEAN: Final = 2.0
STARTS: Final = {"2021-12": "2022-11", "2022-03": "2022-11", "2022-06": "2022-11"}
FORCES: Final = {"leicestershire": "Leicestershire", "lancashire": "Lancashire"}
COUNCIL_YEARS: Final = (2008, 2009, 2010)
"""Financial years, by the year in which they end, that a council's initiative is taken to start with; three years each,
all between the recording standard of 2004 and Police Scotland."""


def breaks(country: str, categories: tuple[str, ...]) -> tuple[RecordingBreak, ...]:
    found, _ = read_recording(ROOT / "params")
    return breaks_for(found.value.breaks, country=country, categories=categories)


def neighbourhoods(force: str) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """Counts of a force's small areas, and its neighbourhoods with their small areas."""
    folder = OPEN / "police-uk-2022-11"
    areas = pd.read_csv(folder / "areas.csv")
    register = pd.read_csv(ROOT / "params" / "areas.csv")
    districts = set(register.loc[register["force"] == force, "code"])
    small = areas[(areas["kind"] == "lsoa") & areas["parent"].isin(districts)]
    frame = counts_frame(pd.read_parquet(folder / "counts.parquet", filters=[("area", "in", list(small["code"]))]))
    return frame, {str(name): list(of["code"]) for name, of in small.groupby(small["name"].str[:-1])}


def street_settings(most: int) -> Iterator[tuple[str, str, str, str, Setting]]:
    """Source, place, offence, start and setting; ``most`` of each force."""
    for force in FORCES:
        frame, groups = neighbourhoods(force)
        rng = np.random.default_rng([SEED, list(FORCES).index(force)])
        offences = sorted(frame["category"].unique())
        names = list(groups)
        for _ in range(most):
            offence, start = str(rng.choice(offences)), str(rng.choice(list(STARTS)))
            chosen = [str(each) for each in rng.choice(names, OTHERS + 1, replace=False)]
            of = frame[frame["category"] == offence]
            places = [Place(name, series(of, offence, groups[name])) for name in chosen]
            if float(places[0].series.mean()) < LEAST_MEAN:
                continue
            yield force, chosen[0], offence, start, Setting(
                outcome=offence, treated=places[0], comparators=tuple(places[1:]), start=pd.Period(start, "M"),
                end=pd.Period(STARTS[start], "M"), breaks=breaks("england", (offence,)),
            )  # fmt: skip


def council_settings() -> Iterator[tuple[str, str, str, str, Setting]]:
    """Every council, several offences, three starts."""
    frame = counts_frame(pd.read_parquet(OPEN / "scotland-2021-22" / "counts.parquet"))
    first = frame.groupby("category")["month"].min()
    offences = [each for each in sorted(first.index) if first[each] == first.min() and not each.startswith("all-")]
    offences = offences[:: max(1, len(offences) // 8)]
    councils = sorted(frame["area"].unique())
    for offence in offences:
        of = frame[frame["category"] == offence]
        places = {council: Place(council, series(of, offence, [council])) for council in councils}
        for council in councils:
            if float(places[council].series.mean()) < 10:
                continue
            others = tuple(place for name, place in places.items() if name != council)
            for year in COUNCIL_YEARS:
                start = pd.Period(str(year), "Y-MAR")
                yield "councils of Scotland", council, offence, str(year), Setting(
                    outcome=offence, treated=places[council], comparators=others, start=start,
                    end=start + 2, breaks=breaks("scotland", (offence,)),
                )  # fmt: skip


def rows(most: int) -> pd.DataFrame:
    """One row a design and placebo: -1, 0, 1, or missing where refused."""
    found = []
    for source, place, offence, start, setting in [*street_settings(most), *council_settings()]:
        known = setting.treated.series.reindex(year_before(setting).append(setting.after)).notna().all()
        said = {name: naive(setting).verdict for name, naive in NAIVE.items()} if known else {}
        said |= {each.name: of_design(each, seen_by(each, setting), 0.0).verdict for each in DESIGNS}
        found += [
            {"source": source, "place": place, "offence": offence, "start": start, "design": name, "verdict": verdict}
            for name, verdict in said.items()
        ]
    return pd.DataFrame(found)


def summed(found: pd.DataFrame) -> pd.DataFrame:
    """Share refused and said to have changed, by source and design, with an interval clustered by place."""
    out = []
    for (source, design), of in found.groupby(["source", "design"], sort=False):
        answered = of.dropna(subset="verdict")
        changed = answered.assign(changed=answered["verdict"] != 0).groupby("place")["changed"].agg(["sum", "count"])
        low, high = bootstrap(changed["sum"].to_numpy(), changed["count"].to_numpy())
        out.append({
            "source": source, "design": design, "placebos": len(of), "places": of["place"].nunique(),
            "refused": 100 * (1 - len(answered) / len(of)), "answered": len(answered),
            "changed": 100 * float(changed["sum"].sum() / max(1, changed["count"].sum())) if len(answered) else np.nan,
            "low": low, "high": high,
        })  # fmt: skip
    return pd.DataFrame(out)


def bootstrap(changed: np.ndarray, of: np.ndarray, draws: int = 2000) -> tuple[float, float]:
    """95 % limits of the share, in per cent, drawing places with replacement."""
    if not len(of):
        return np.nan, np.nan
    drawn = np.random.default_rng(SEED).integers(0, len(of), (draws, len(of)))
    shares = changed[drawn].sum(axis=1) / of[drawn].sum(axis=1)
    low, high = np.quantile(100 * shares, [0.025, 0.975])
    return float(low), float(high)


def page(found: pd.DataFrame) -> str:
    """The table as Markdown."""
    columns = (
        "source", "design", "placebos", "places", "refused, %", "said to have changed, % of those answered",
        "95 % interval",
    )  # fmt: skip
    head = (
        "# Initiatives that never were\n\nMade by `python benchmarks/initiatives/placebos.py` from the open extracts. "
        "Share of placebo initiatives said to have changed something, of those answered, with a 95 % interval that "
        "takes the place as the unit. Some real changes are among them; nothing was tuned to this table.\n\n"
        f"| {' | '.join(columns)} |\n|---|---|--:|--:|--:|--:|--:|\n"
    )
    lines = [
        f"| {row.source} | {row.design} | {row.placebos} | {row.places} | {row.refused:.0f} | "
        + (f"{row.changed:.1f} | {row.low:.1f} to {row.high:.1f} |" if row.answered else "| |")
        for row in found.itertuples()
    ]
    return head + "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=150, help="placebos drawn of each police force")
    given = parser.parse_args()
    found = summed(rows(given.most))
    (ROOT / "docs" / "evidence" / "placebos.csv").write_text(found.round(2).to_csv(index=False), encoding="utf-8")
    (ROOT / "benchmarks" / "results" / "placebos.md").write_text(page(found), encoding="utf-8")
    print(page(found))


if __name__ == "__main__":
    main()
