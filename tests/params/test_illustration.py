"""The illustration: complete, consistent with its own simulated figures, and plainly fictional."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pandas as pd
import polars as pl
import pytest

from analysis.cannot_say import said
from analysis.counts import period
from analysis.params import Catalogue, Edition, Partnership, load_catalogue
from analysis.params.figure import Unknown, known
from analysis.params.indicator import Direction, Rule
from analysis.sources import NAMES, is_crime
from analysis.sources.simulated import DISTRICT, TOWNS, in_town
from analysis.targets import Counted, assess_all

Count = Callable[[str, str, str, str], int]
YEAR_BEFORE, YEAR = ("2020-12", "2021-11"), ("2021-12", "2022-11")
PROTECTED = (
    "Age",
    "Disability",
    "Gender reassignment",
    "Marriage and civil partnership",
    "Pregnancy and maternity",
    "Race",
    "Religion or belief",
    "Sex",
    "Sexual orientation",
)


@pytest.fixture(scope="module")
def areas(root: Path) -> pd.DataFrame:
    frame = pl.read_csv(root / "data" / "open" / "simulated-2022-11" / "areas.csv").to_pandas()
    return frame.rename(columns={"code": "area", "parent": "district"})


@pytest.fixture(scope="module")
def catalogue(root: Path, areas: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The illustration loaded with the registers alone, as if no other partnership were declared."""
    params = tmp_path_factory.mktemp("declared") / "params"
    shutil.copytree(root / "params" / "illustration", params / "illustration")
    shutil.copytree(root / "params" / "sources", params / "sources")
    for register in ("areas.csv", "recording_breaks.yml"):
        shutil.copy(root / "params" / register, params / register)
    return load_catalogue(
        params,
        known_vintages={"simulated": ["2022-11"]},
        known_categories={"simulated": list(NAMES)},
        known_small_areas=set(areas["area"]),
    )


@pytest.fixture(scope="module")
def partnership(catalogue: Catalogue) -> Partnership:
    return catalogue.partnership("illustration")


@pytest.fixture(scope="module")
def edition(catalogue: Catalogue) -> Edition:
    return catalogue.edition("illustration", "2022")


@pytest.fixture(scope="module")
def count(root: Path, areas: pd.DataFrame) -> Count:
    """Counts shipped records of a category in a town, a small area or the district, between two months."""
    counts = pl.read_parquet(root / "data" / "open" / "simulated-2022-11" / "counts.parquet")

    def of(where: str, category: str, first: str, last: str) -> int:
        if where in TOWNS:
            here = areas.loc[in_town(areas.fillna(""), where), "area"]
        else:
            here = areas.loc[
                (areas["name"] == where) | ((areas["district"] == DISTRICT) & (where == "Brackenford")), "area"
            ]
        cells = counts.filter(
            pl.col("area").is_in(here.to_list())
            & (pl.col("category") == category)
            & pl.col("month").is_between(pl.lit(first), pl.lit(last))
        )
        assert cells.height and (cells["status"] == "present").all(), f"{where} {category}: a cell is unknown"
        return int(cells["count"].sum())

    return of


def texts(value: object) -> list[str]:
    """Every text in a declared object, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    return [text for each in value for text in texts(each)] if isinstance(value, list | tuple) else []


# --- fictional --------------------------------------------------------------------------------------------------------
def test_it_is_illustrative_fictional_and_made_of_simulated_figures(partnership: Partnership, edition: Edition) -> None:
    assert partnership.illustrative and partnership.country == "fictional"
    assert edition.basis == "illustration"
    assert edition.data is not None and edition.data.source == "simulated"
    assert "(fictional)" in partnership.body


def test_it_names_no_real_authority_of_the_register(
    catalogue: Catalogue, partnership: Partnership, edition: Edition
) -> None:
    spoken = " ".join(texts(partnership.model_dump(mode="json")) + texts(edition.model_dump(mode="json")))
    # Names such as Bath or Reading are also words; a name that is followed by a lower-case word of its own is no place.
    real = [area.name for area in catalogue.areas if area.country != "fictional"]
    assert [name for name in real if re.search(rf"\b{re.escape(name)}\b", spoken)] == []


def test_contact_and_leads_are_roles_and_the_address_is_one_that_can_never_exist(edition: Edition) -> None:
    assert re.search(r"@[\w.]+\.example\.org$", edition.contact)
    people = (
        [p.lead for p in edition.priorities]
        + [a.owner for a in edition.actions]
        + [i.owner for i in edition.indicators]
    )
    role = re.compile(r"Head|Manager|Inspector|Principal|Officer|Leader|Lead\b")
    assert [name for name in people if name and not role.search(name)] == []
    assert not re.search(r"\b(Mr|Mrs|Ms|Dr|Sgt|PC|Cllr)\b", " ".join(people))


def test_files_say_that_they_are_illustrative(root: Path) -> None:
    folder = root / "params" / "illustration"
    for name in ("partnership.yml", "2022/edition.yml"):
        assert "ILLUSTRATIVE" in (folder / name).read_text(encoding="utf-8").splitlines()[1]
    manifest = json.loads((root / "data/open/simulated-2022-11/manifest.json").read_text(encoding="utf-8"))
    assert manifest["simulated"] is True


# --- complete ---------------------------------------------------------------------------------------------------------
def test_every_section_that_a_partnership_fills_in_is_filled_in(partnership: Partnership, edition: Edition) -> None:
    assert all(getattr(partnership, key) for key in ("members", "peers", "forces"))
    empty = [name for name in Edition.model_fields if not getattr(edition, name)]
    assert empty == [
        "document",
        "body",
        "members",
        "slips",
        "not_published",
        "member_priorities",
    ]  # these belong to editions that restate a document, or to a county


def test_the_front_matter_is_complete(edition: Edition) -> None:
    assert edition.status == "final"
    assert edition.approved is not None and known(edition.approved.on)
    approval = next(step for step in edition.timetable if step.purpose == "Approval")
    assert approval.on == edition.approved.on


def test_there_are_five_priorities_and_two_cross_cutting_issues_each_with_lead_objectives_and_evidence(
    edition: Edition,
) -> None:
    kinds = [priority.kind for priority in edition.priorities]
    assert (kinds.count("priority"), kinds.count("cross-cutting")) == (5, 2)
    assert all(p.lead and p.objectives and p.evidence and p.measures for p in edition.priorities)
    assert {slug for p in edition.priorities for slug in p.categories} <= set(NAMES)


def test_equality_covers_the_nine_protected_characteristics_with_what_is_known_and_what_is_not(
    edition: Edition,
) -> None:
    named = [each.characteristic for each in edition.equality]
    assert tuple(named[:9]) == PROTECTED
    assert len(named) == 10 and named[9].startswith("Socio-economic")
    assert all(each.known and each.gap for each in edition.equality)


def test_no_withheld_number_of_hate_incidents_can_be_worked_out(edition: Edition) -> None:
    """Two motives are withheld, so what the others leave over is a sum of two unknowns."""
    known_texts = {each.characteristic: each.known for each in edition.equality}
    withheld = [name for name, text in known_texts.items() if "withheld" in text]
    assert withheld == ["Gender reassignment", "Religion or belief"]
    assert not any(re.search(r"\d+ of 88", known_texts[name]) for name in withheld)


def test_the_indicators_show_every_rule_direction_and_way_of_not_knowing(edition: Edition) -> None:
    rows = edition.indicators
    assert {row.rule for row in rows} == set(get_args(Rule))
    assert {row.direction for row in rows} == set(get_args(Direction))
    assert {row.unit for row in rows} >= {"count", "percent", "rate per 1,000", "rate per 100,000", "pounds"}
    assert {row.actual for row in rows if not known(row.actual)} >= {Unknown.NOT_MEASURED, Unknown.NOT_YET_KNOWN}
    assert any(row.comparable == "no" for row in rows) and any(row.part_year for row in rows)
    assert any(row.sum_of for row in rows) and any(known(row.sample_size) for row in rows)


def test_a_target_one_below_its_baseline_is_there_to_be_called_a_coin_toss(edition: Edition) -> None:
    gaps = {
        row.id: row.baseline - row.target for row in edition.indicators if known(row.baseline) and known(row.target)
    }
    assert {name for name, gap in gaps.items() if gap == 1} == {"vehicle-crime", "road-casualties"}


def test_the_actions_show_done_overdue_unowned_and_unmeasured_ones_in_both_plans(edition: Edition) -> None:
    actions = edition.actions
    assert len(actions) >= 24
    assert {a.plan for a in actions} == {"delivery", "equality"}
    assert {a.status for a in actions} == {"done", "in progress", "not started"}
    late = [a.id for a in actions if isinstance(a.due, dt.date) and a.due < edition.produced and a.status != "done"]
    assert late == ["n3", "v3", "t3", "d3", "c2", "e1"]
    assert [a.id for a in actions if not a.owner] == ["n5", "c2", "e6"]
    assert any(not a.indicator for a in actions) and any(a.barriers for a in actions)
    assert {p.id for p in edition.priorities} == {a.priority for a in actions if a.priority}


def test_no_action_is_done_before_it_could_be(edition: Edition) -> None:
    done = [a.due for a in edition.actions if a.status == "done"]
    assert all(isinstance(due, dt.date) and due <= edition.produced for due in done)


def test_surveys_and_initiatives_come_in_the_kinds_that_a_report_must_tell_apart(edition: Edition) -> None:
    assert {survey.reached for survey in edition.surveys} == {"random sample", "convenience sample"}
    outcomes = [outcome for initiative in edition.initiatives for outcome in initiative.outcomes]
    assert any(known(o.before) for o in outcomes)
    assert any(known(o.change_percent) and not known(o.before) for o in outcomes)
    assert any(known(o.level_percent) and known(o.denominator) for o in outcomes)
    assert any(o.direction == "ambiguous" for o in outcomes)
    assert [i.id for i in edition.initiatives if i.comparator] == ["street-care"]


def test_each_event_lies_in_the_data_and_its_small_area_in_the_district(edition: Edition, areas: pd.DataFrame) -> None:
    own = set(areas.loc[areas["district"] == DISTRICT, "area"])
    assert all(event.area in own for event in edition.events if event.area)
    assert all(period(event.start) <= period("2022-11") for event in edition.events)


# --- consistent with the figures --------------------------------------------------------------------------------------
def stated(root: Path) -> list[tuple[str, str, str, str, str, int]]:
    """The table of counts in the documentation: stated in, where, category, first and last month, count."""
    text = (root / "docs" / "illustration.md").read_text(encoding="utf-8")
    row = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ([a-z-]+) \| (\d{4}-\d\d) to (\d{4}-\d\d) \| (\d+) \|$", re.M)
    return [(*found[:5], int(found[5])) for found in row.findall(text)]


def test_every_count_that_the_documentation_states_is_in_the_figures(root: Path, count: Count) -> None:
    rows = stated(root)
    assert len(rows) == 14
    for where_stated, where, category, first, last, number in rows:
        assert count(where, category, first, last) == number, f"{where_stated}: {where} {category} {first}"


def test_the_initiatives_state_the_counts_that_are_in_the_documentation(root: Path, edition: Edition) -> None:
    numbers: dict[str, list[int]] = {}
    for where_stated, *_, number in stated(root):
        numbers.setdefault(where_stated, []).append(number)
    from_police = {
        f"{i.id}, {o.id}": [o.before, o.after]
        for i in edition.initiatives
        for o in i.outcomes
        if known(o.before) and o.name.startswith("recorded")
    }
    assert from_police == {key: numbers[key] for key in from_police}
    assert len(from_police) == 4
    comparator = edition.initiatives[0].comparator
    assert [int(n) for n in re.findall(r"\b\d{3}\b", comparator)] == numbers["street-care, comparator"]


def test_the_share_of_thefts_at_the_festival_is_what_the_figures_give(edition: Edition, count: Count) -> None:
    claim = next(claim for claim in edition.claims if claim.id == "festival-thefts")
    site, district = (
        count(where, "theft-from-the-person", "2022-06", "2022-06") for where in ("Brackenford 008B", "Brackenford")
    )
    assert claim.figure == 100 * site / district
    assert f"{site} of {district}" in claim.query


def test_baselines_of_counted_indicators_are_counts_and_their_actuals_are_left_to_be_counted(
    edition: Edition, count: Count
) -> None:
    spans = {"year ending November 2021": YEAR_BEFORE, "2021/22": ("2021-04", "2022-03")}
    counted = [row for row in edition.indicators if row.category]
    assert len(counted) == 8
    for row in counted:
        assert row.baseline == count("Brackenford", row.category, *spans[row.baseline_period]), row.id
        assert row.actual is Unknown.NOT_SUPPLIED


def test_the_total_is_the_sum_of_its_parts_as_counted(edition: Edition, count: Count) -> None:
    rows = {row.id: row for row in edition.indicators}
    total = rows["acquisitive-crime"]
    parts = [rows[part] for part in total.sum_of.split("+")]
    assert total.baseline == sum(part.baseline for part in parts)
    assert total.actual == sum(count("Brackenford", part.category, *YEAR) for part in parts)


def test_the_indicators_come_out_in_every_status_that_a_board_must_tell_apart(edition: Edition, count: Count) -> None:
    spans = {"year ending November 2022": YEAR, "2022/23": ("2022-04", "2022-11")}
    counted = {
        row.id: Counted(float(count("Brackenford", row.category, *spans[row.target_period])))
        for row in edition.indicators
        if row.category
    }
    results = {
        each.indicator.id: each
        for each in assess_all(edition.indicators, counted=counted, on=pd.Period("2023-01", "M"))
    }
    assert {each.status for each in results.values()} == {
        "met", "missed", "on track", "too close to call", "not measured", "not yet known", "no target set",
        "baseline being set",
    }  # fmt: skip
    assert results["criminal-damage"].status == "met" and results["criminal-damage"].reading == "better"
    assert results["burglary"].status == "missed" and results["burglary"].target_worse_than_baseline
    assert results["vehicle-crime"].chance == pytest.approx(0.5, abs=0.02)
    assert results["robbery"].reading == "no clear change"
    assert not said(results["cohort-reoffending"].change)


def test_the_crime_rate_is_what_counts_and_population_give(root: Path, edition: Edition, count: Count) -> None:
    people = pl.read_parquet(root / "data/open/simulated-2022-11/population.parquet").filter(pl.col("area") == DISTRICT)
    row = next(row for row in edition.indicators if row.id == "crime-rate")
    for span, printed in ((YEAR_BEFORE, row.baseline), (YEAR, row.actual)):
        crimes = sum(count("Brackenford", slug, *span) for slug in NAMES if is_crime(slug))
        assert printed == round(1000 * crimes / people["population"].item(), 1)


def test_hate_incidents_are_the_same_wherever_they_are_given(edition: Edition) -> None:
    row = next(row for row in edition.indicators if row.id == "hate-incidents")
    outcome = next(i for i in edition.initiatives if i.id == "speak-out").outcomes[0]
    assert (row.baseline, row.actual) == (outcome.before, outcome.after) == (62, 88)


def test_the_survey_behind_the_indicator_is_the_survey_that_is_reported(edition: Edition) -> None:
    row = next(row for row in edition.indicators if row.id == "safe-after-dark")
    survey = next(survey for survey in edition.surveys if survey.id == "safe-after-dark")
    assert (row.actual, row.sample_size) == (survey.percent, survey.sample_size)


def test_what_the_evidence_says_of_places_is_so(areas: pd.DataFrame, count: Count) -> None:
    people = {town: in_town(areas.fillna(""), town).sum() for town in TOWNS}
    for first, last in (("2019-06", "2019-11"), ("2019-12", "2020-11"), YEAR_BEFORE):
        damage = {town: count(town, "criminal-damage-and-arson", first, last) / people[town] for town in TOWNS}
        assert max(damage, key=lambda town: damage[town]) == "Tannersley"
    own = areas.loc[areas["district"] == DISTRICT, "name"]
    violence = {name: count(name, "violence-and-sexual-offences", *YEAR) for name in own}
    assert set(sorted(own, key=lambda name: -violence[name])[:2]) == {"Brackenford 001A", "Brackenford 001E"}
    assert count("Brackenford 003D", "vehicle-crime", *YEAR) > 2 * count(
        "Brackenford 003D", "vehicle-crime", *YEAR_BEFORE
    )
