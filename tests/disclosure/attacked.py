"""Restricted editions to attack: their files as a reader has them, and the counts that nobody but the force knows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from reader import Place, Reader, Seen
from written_edition import Written, changed, references

from analysis.assessment import Assessment
from analysis.assessment.as_at import as_at
from analysis.assessment.before import Before
from analysis.assessment.initiative.report import InitiativeReport
from analysis.assessment.leaflet.leaflet import LeafletReport
from analysis.assessment.naming import kind_of
from analysis.assessment.performance_report.report import PerformanceReport
from analysis.blocks import Document, Exhibit, Front, Heading
from analysis.counts import total
from analysis.params.figure import Unknown
from analysis.params.performance import Performance
from analysis.render.html import write_html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reader import Count

    from analysis.blocks import Block
    from analysis.params import Edition, Indicator
    from analysis.params.evaluation import Evaluation
    from analysis.params.initiative import Initiative

DISTRICT: Final = "X07000001"
PEOPLE: Final = 98_000
KEPT: Final = ("burglary", "robbery", "shoplifting", "drugs", "bicycle-theft", "anti-social-behaviour")
SMALL: Final = range(1, 5)
RARE: Final = 0.04
"""What is left of robbery in the latest year: about three records, so that a total is withheld."""
NAME: Final = "strategic-assessment"
REPORTS: Final = (Performance(month="2022-06"), Performance(month="2022-09"))


def small_town(
    illustration: Written, seed: int, end: str = "2022-11", months: int = 36, *, documents: bool = False
) -> Written:
    """Brackenford with six types of which only a few records are left, drawn by ``seed``; assessed to ``end``.

    With ``documents`` it has targets, performance reports and evaluations too.

    What is drawn depends on the seed alone, so that two editions of one seed count the same months alike.
    """
    drawn = _drawn(illustration, seed)
    last, first = pd.Period(end, "M"), pd.Period("2022-11", "M") - months + 1

    def keep(frame: pd.DataFrame) -> pd.DataFrame:
        return frame[frame["category"].isin(KEPT) & (frame["month"] >= first) & (frame["month"] <= last)].copy()

    slices = illustration.assessment.slices
    assert slices is not None
    places = keep(drawn)
    own = total(places, ["month", "category"]).assign(area=DISTRICT)[list(slices.districts.columns)]
    others = keep(slices.districts[slices.districts["area"] != DISTRICT])
    edition = {
        "edition": str(last.year),
        "period": {"start": str(last - 11), "end": end},
        "initiatives": (),
        "indicators": (),
        "performance": (),
    }
    old = illustration.assessment.declaration.edition
    if documents:
        edition |= {"indicators": _targets(old), "performance": REPORTS, "initiatives": _evaluations(old)}
    period = old.period.model_copy(update=edition.pop("period"))
    town = changed(
        illustration, keep, edition={**edition, "period": period}, counts=places,
        districts=pd.concat([own, others], ignore_index=True),
    )  # fmt: skip
    made = town.assessment
    assert made.slices is not None
    own_alone = replace(made.slices, districts=own)
    data = {each.id: own_alone for each in made.declaration.edition.initiatives}
    return Written(Assessment(made.declaration, made.slices, evaluations=data))


def _targets(edition: Edition) -> tuple[Indicator, ...]:
    """The illustration's own targets of the types that are kept, without a baseline: what is drawn has another."""
    return tuple(
        each.model_copy(update={"baseline": Unknown.NOT_SUPPLIED})
        for each in edition.indicators
        if each.category in KEPT and not each.sum_of
    )


def _evaluations(edition: Edition) -> tuple[Initiative, ...]:
    """Work against anti-social behaviour in one town of the district, and against burglary in the whole of it."""
    found = next(each for each in edition.initiatives if each.evaluation)
    plan = found.evaluation
    assert plan is not None
    disorder = next(each for each in plan.outcomes if each.categories == ("anti-social-behaviour",))
    burglary = disorder.model_copy(update={"id": "burglary", "name": "recorded burglary", "categories": ("burglary",)})
    own = {"design": "before-after", "falsification": (), "buffer": None, "buffer_control": None, "first": "2019-12"}
    whole = plan.treated.model_copy(update={"name": "Brackenford", "areas": (DISTRICT,)})
    town = plan.model_copy(update={**own, "outcomes": (disorder,), "comparators": plan.comparators[:2]})
    district = plan.model_copy(update={**own, "outcomes": (burglary,), "comparators": (), "treated": whole})
    return (
        found.model_copy(update={"id": "town", "evaluation": town}),
        found.model_copy(update={"id": "district", "evaluation": district}),
    )


def _drawn(illustration: Written, seed: int) -> pd.DataFrame:
    slices = illustration.assessment.slices
    assert slices is not None
    frame = slices.counts.copy()
    rng = np.random.default_rng(seed)
    shares = dict(zip(KEPT, rng.uniform(0.1, 0.6, len(KEPT)), strict=True)) | {"robbery": 0.5}
    share = frame["category"].map(shares).fillna(0.0)
    share = share.mask((frame["category"] == "robbery") & (frame["month"] > pd.Period("2021-11", "M")), RARE)
    there = frame["status"] == "present"
    frame.loc[there, "count"] = rng.binomial(frame.loc[there, "count"].astype(int), share[there])
    return frame


def with_before(edition: Written, before: Written) -> Written:
    """The edition, told what the one before published."""
    tables = {(NAME, slug): exhibit.csv for slug, exhibit in before.exhibits.items()}
    own = edition.assessment
    told = Before(before.assessment.declaration, tables)
    return Written(type(own)(own.declaration, own.slices, told, own.evaluations))


def document_of(edition: Written) -> Document:
    """The sections as one document, with an empty heading for each that only the notebook has."""
    front = next(block for block in edition.blocks if isinstance(block, Front))
    blocks = [block for block in edition.blocks if not isinstance(block, Front)]
    there = {*edition.exhibits, *(block.id for block in blocks if isinstance(block, Heading))}
    asked = {slug.removeprefix("section:") for block in blocks for slug in references(block.model_dump())}
    wanted = sorted(asked - there)
    headings = [Heading(level=1, text=slug, id=slug) for slug in wanted]
    return Document(name=NAME, front=front, blocks=(*headings, *blocks))


def files_of(edition: Written) -> dict[str, bytes]:
    """What a reader is given: the page, every CSV, the outputs of the notebook."""
    document = document_of(edition)
    outputs = json.dumps([block.model_dump(mode="json") for block in edition.blocks])
    tables = {f"data/{NAME}/{slug}.csv": exhibit.csv.encode() for slug, exhibit in edition.exhibits.items()}
    return {f"{NAME}.html": write_html(document).encode(), f"{NAME}.ipynb": outputs.encode(), **tables}


def files_beside(edition: Written) -> dict[str, bytes]:
    """The same of the edition's other documents: performance reports, the leaflet, an evaluation of each initiative."""
    own = edition.assessment
    declared, slices = own.declaration, own.slices
    assert slices is not None
    found = {}
    for asked in declared.edition.performance:
        report = PerformanceReport(as_at(declared, asked), slices.until(asked.month), own.before)
        found[f"performance-{asked.month}"] = [*report.targets().blocks, *report.exceptional().blocks]
    leaflet = LeafletReport(declared, slices, own.before, own.evaluations)
    found["leaflet"] = [block for name in ("counted", "changed") for block in leaflet.blocks[name]]
    for initiative in declared.edition.initiatives:
        if initiative.id in own.cases:
            report_of = InitiativeReport(own.cases[initiative.id])
            sections = (report_of.effect(), report_of.comparison(), report_of.outcomes())
            found[f"initiative-{initiative.id}"] = [block for section in sections for block in section.blocks]
    return {name: content for document, blocks in found.items() for name, content in _files(document, blocks).items()}


def _files(document: str, blocks: Sequence[Block]) -> dict[str, bytes]:
    outputs = json.dumps([block.model_dump(mode="json") for block in blocks])
    tables = {f"data/{document}/{block.slug}.csv": block.csv.encode() for block in blocks if isinstance(block, Exhibit)}
    return {f"{document}.ipynb": outputs.encode(), **tables}


def seen_of(files: Mapping[str, bytes], edition: Written, root: Path) -> Seen:
    """What is read out of files with the repository's open data and what it declares at hand."""
    indicators = (root / "params" / "illustration" / "2022" / "indicators.csv").read_text()
    end = str(edition.assessment.context.window.end)
    plans = {each.id: _places(each.evaluation) for each in edition.assessment.declaration.edition.initiatives
             if each.evaluation}  # fmt: skip
    return Reader(files, end, people=PEOPLE, indicators=indicators, plans=plans, whole=[DISTRICT]).read()


def _places(plan: Evaluation) -> dict[str, Place]:
    lines = {each.name: each.categories[0] for each in (*plan.outcomes, *plan.falsification)}
    places = (plan.treated, *plan.comparators)
    return {each.name: Place(each.areas, plan.start, plan.end, lines) for each in places}


def truth_of(edition: Written) -> dict[Count, float]:
    """What only the force knows: the district by type and month, small areas by year."""
    results = edition.assessment.results
    own = results.counts[results.counts["status"] == "present"]
    truth = {
        ("district", c, str(m)): float(n) for c, m, n in zip(own["category"], own["month"], own["count"], strict=True)
    }
    window = results.context.window
    places = results.slices.counts
    kinds = ["apart" if kind_of(slug) != "crime" else "crime" for slug in places["category"]]
    for side, over in (("latest", window), ("previous", window.back(1))):
        inside = places.assign(kind=kinds)[places["month"].isin(over.periods)]
        if set(over.periods) <= set(inside["month"]):
            sums = inside.groupby(["area", "kind"])["count"].sum()
            truth |= {(str(area), str(kind), side): float(n) for (area, kind), n in sums.items()}
            truth |= {("everywhere", str(k), side): float(n) for k, n in sums.groupby("kind").sum().items()}
    return truth


def protected(edition: Written, seen: Seen, truth: Mapping[Count, float]) -> dict[str, dict[Count, float]]:
    """Every count from 1 to 4 of a cell that the report publishes: types by month and by year, listed small areas."""
    end = edition.assessment.context.window.end
    years = {"latest": [str(end - n) for n in range(12)], "previous": [str(end - 12 - n) for n in range(12)]}
    spans = {month: [month] for month in seen.months} | years
    reader = Reader({}, str(end))
    reader.seen = seen
    lines = [*sorted(set(seen.titles.values()))]
    found = {
        f"{line} {name}": reader.over("district", line, months) for line in lines for name, months in spans.items()
    }
    areas = {count for fact in seen.facts for count in fact.weights if count[0].startswith("X01")}
    found |= {" ".join(count): {count: 1.0} for count in areas}
    return {
        name: of for name, of in found.items()
        if of and all(count in truth for count in of) and sum(truth[count] for count in of) in SMALL
    }  # fmt: skip
