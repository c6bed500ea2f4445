"""What the five published documents say, and what is declared of them, held together figure by figure."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import itertools
import re
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from analysis.params import Catalogue, Edition, Indicator, Outcome, Unknown, load_catalogue

NWL, WL, WARKS, LOTHIAN = "north-west-leicestershire", "west-lancashire", "warwickshire", "west-lothian"
MEMBERS: Final = ("north-warwickshire", "nuneaton-and-bedworth", "rugby", "south-warwickshire")
DECLARED: Final = (NWL, WL, WARKS, LOTHIAN, *MEMBERS)
HISTORIC: Final = ((LOTHIAN, "2010-11"), (NWL, "2009-10"), (NWL, "2017-18"), (WL, "2011-12"), (WARKS, "2011-12"))
CURRENT: Final = (*((p, "2022") for p in DECLARED if p != LOTHIAN), (LOTHIAN, "2021-22"))
TBC, NOT_PUBLISHED = Unknown.NOT_YET_KNOWN, Unknown.NOT_PUBLISHED


@pytest.fixture(scope="module")
def catalogue(root: Path) -> Catalogue:
    return load_catalogue(root / "params", notebooks=None)


def indicators(catalogue: Catalogue, partnership: str, edition: str) -> dict[str, Indicator]:
    return {i.id: i for i in catalogue.editions[partnership, edition].indicators}


def claims(catalogue: Catalogue, partnership: str, edition: str) -> dict[str, float | Unknown]:
    return {c.id: c.figure for c in catalogue.editions[partnership, edition].claims}


def outcomes(edition: Edition) -> dict[tuple[str, str], Outcome]:
    return {(i.id, o.id): o for i in edition.initiatives for o in i.outcomes}


def slips(edition: Edition) -> str:
    return " ".join(f"{s.where}: {s.what}" for s in edition.slips)


def test_every_edition_asked_for_is_declared(catalogue: Catalogue) -> None:
    assert {*HISTORIC, *CURRENT} <= set(catalogue.editions)


@pytest.mark.parametrize(("partnership", "edition"), HISTORIC)
def test_a_historic_edition_restates_a_document_and_pins_no_data(
    catalogue: Catalogue, partnership: str, edition: str
) -> None:
    declared = catalogue.editions[partnership, edition]
    assert declared.basis == "published document"
    assert declared.document is not None
    assert declared.data is None
    assert declared.slips
    assert declared.not_published


@pytest.mark.parametrize(("partnership", "edition"), CURRENT)
def test_a_current_edition_says_nothing_in_the_partnerships_name(
    catalogue: Catalogue, partnership: str, edition: str
) -> None:
    declared = catalogue.editions[partnership, edition]
    assert declared.basis == "open data"
    assert declared.data is not None
    assert not (declared.priorities or declared.indicators or declared.actions or declared.claims)
    assert declared.approved is None


@pytest.mark.parametrize(
    ("partnership", "edition", "start", "end"),
    [
        (NWL, "2022", "2021-12", "2022-11"),
        (WL, "2022", "2021-12", "2022-11"),
        (WARKS, "2022", "2022-01", "2022-11"),
        *((member, "2022", "2022-01", "2022-11") for member in MEMBERS),
        (LOTHIAN, "2021-22", "2021-04", "2022-03"),
    ],
)
def test_a_current_edition_covers_the_months_that_the_data_has(
    catalogue: Catalogue, partnership: str, edition: str, start: str, end: str
) -> None:
    period = catalogue.editions[partnership, edition].period
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize(("partnership", "number"), [(NWL, 8), (WL, 13), (WARKS, 0), (LOTHIAN, 31), ("rugby", 4)])
def test_peers_are_all_the_neighbours_in_the_archive(catalogue: Catalogue, partnership: str, number: int) -> None:
    assert len(catalogue.partnerships[partnership].peers) == number


def test_south_warwickshire_is_stratford_on_avon_with_warwick(catalogue: Catalogue) -> None:
    assert catalogue.partnerships["south-warwickshire"].areas == ("E07000221", "E07000222")


def test_the_county_is_exactly_its_members(catalogue: Catalogue) -> None:
    county = catalogue.partnerships[WARKS]
    assert county.partnerships == MEMBERS
    assert sorted(county.areas) == sorted(a for m in MEMBERS for a in catalogue.partnerships[m].areas)


def test_the_festival_lies_in_the_small_area_that_holds_donington_park(catalogue: Catalogue) -> None:
    (event,) = catalogue.editions[NWL, "2022"].events
    assert (event.start, event.end, event.area) == ("2022-06", "2022-06", "E01025926")
    assert event.source


@pytest.mark.parametrize(
    ("partnership", "edition", "number"), [(NWL, "2017-18", 8), (WL, "2011-12", 6), (LOTHIAN, "2010-11", 3)]
)
def test_members_are_those_of_the_document_and_of_no_other_year(
    catalogue: Catalogue, partnership: str, edition: str, number: int
) -> None:
    assert len(catalogue.editions[partnership, edition].members) == number
    assert catalogue.partnerships[partnership].members == ()
    assert [e.edition for e in catalogue.editions_of(partnership) if e.members] == [edition]


def test_final_is_said_only_of_the_plan_that_says_so(catalogue: Catalogue) -> None:
    assert [key for key in HISTORIC if catalogue.editions[key].status == "final"] == [(NWL, "2017-18")]
    assert {catalogue.editions[key].status for key in HISTORIC} == {"final", "not published"}


def test_covid_restrictions_end_when_each_nation_ended_them(catalogue: Catalogue) -> None:
    covid = {b.countries: (b.start, b.end) for b in catalogue.breaks if b.name == "Covid restrictions"}
    assert covid == {
        ("england",): ("2020-03", "2021-07"),
        ("wales",): ("2020-03", "2021-08"),
        ("scotland",): ("2020-03", "2021-08"),
    }


class TestWestLothian2010:
    @pytest.fixture
    def edition(self, catalogue: Catalogue) -> Edition:
        return catalogue.editions[LOTHIAN, "2010-11"]

    @pytest.mark.parametrize(
        ("initiative", "outcome", "change"),
        [
            ("whitburn", "youth-calls", -18),
            ("whitburn", "vandalism", -34),
            ("focus-on", "vandalism", -60),
            ("hate-crime", "financial-year", -14),
            ("hate-crime", "year-to-date", -27),
        ],
    )
    def test_a_percentage_stands_without_counts(
        self, edition: Edition, initiative: str, outcome: str, change: float
    ) -> None:
        found = outcomes(edition)[initiative, outcome]
        assert found.change_percent == change
        assert found.before is found.after is NOT_PUBLISHED

    def test_whitburn_compares_two_months_with_two(self, edition: Edition) -> None:
        found = outcomes(edition)["whitburn", "vandalism"]
        assert (found.months_before, found.months_after) == (2, 2)

    def test_less_hate_crime_on_record_is_never_called_better(self, edition: Edition) -> None:
        assert outcomes(edition)["hate-crime", "financial-year"].direction == "ambiguous"

    def test_offending_after_eei_has_no_denominator_follow_up_or_comparator(self, edition: Edition) -> None:
        found = outcomes(edition)["early-and-effective-intervention", "offend-afterwards"]
        assert found.level_percent == 2
        assert found.denominator is NOT_PUBLISHED
        assert found.missing == ("denominator", "length of follow-up", "comparator")

    def test_forty_per_cent_joins_two_outcomes_without_a_period(self, edition: Edition) -> None:
        (claim,) = [c for c in edition.claims if c.id == "forty-percent"]
        assert (claim.figure, claim.period) == (-40, "not published")
        assert "two outcomes" in claim.query

    def test_no_priority_is_invented(self, edition: Edition) -> None:
        assert edition.priorities == ()
        (missing,) = [n for n in edition.not_published if n.section == "priorities"]
        assert "five priorities" in missing.what
        assert "three cross-cutting issues" in missing.what

    def test_an_owner_or_a_status_that_the_text_does_not_give_is_not_invented(self, edition: Edition) -> None:
        said = {a.id: (a.owner, a.status) for a in edition.actions}
        assert said["operation-froth"] == said["operation-floorwalk"] == ("not published", "not published")
        assert said["booklets"] == ("not published", "done")
        assert said["lay-advisers"] == ("not published", "in progress")

    def test_areas_of_action_are_there(self, edition: Edition) -> None:
        assert {"operation-freeze", "hate-crime-strategy", "community-payback"} <= {a.id for a in edition.actions}


class TestNorthWestLeicestershire2009:
    @pytest.fixture
    def edition(self, catalogue: Catalogue) -> Edition:
        return catalogue.editions[NWL, "2009-10"]

    @pytest.mark.parametrize(
        ("claim", "figure"),
        [
            ("crime", 7243),
            ("asb", 4346),
            ("burglary-share", 5),
            ("burglary-fall", -24),
            ("vehicle-share", 12),
            ("violence-share", 25),
            ("domestic-violence-share", 14),
            ("funding", 149_240),
        ],
    )
    def test_a_figure_stands_as_published(self, catalogue: Catalogue, claim: str, figure: float) -> None:
        assert claims(catalogue, NWL, "2009-10")[claim] == figure

    def test_a_third_of_crime_at_donington_park_is_queried(self, edition: Edition) -> None:
        (claim,) = [c for c in edition.claims if c.id == "donington-park-share"]
        assert "a third" in claim.unit
        assert "about 2,400" in claim.query

    def test_five_priorities_have_their_objectives_and_indicators(self, edition: Edition) -> None:
        assert [len(p.objectives) for p in edition.priorities] == [10, 7, 8, 4, 6]
        assert [len(p.measures) + len(p.outcomes) for p in edition.priorities] == [4, 2, 4, 1, 5]
        assert [len(p.measures) for p in edition.priorities] == [3, 1, 3, 1, 4]

    def test_a_lead_is_a_role(self, edition: Edition) -> None:
        assert [p.lead for p in edition.priorities] == [
            "Police inspector (named lead)",
            "Two named leads, roles not published",
            "named lead, role not published",
            "named lead, role not published",
            "Two named leads, roles not published",
        ]

    def test_six_equality_actions_have_their_dates(self, edition: Edition) -> None:
        equality = [a for a in edition.actions if a.plan == "equality"]
        assert [a.due_text for a in equality] == [
            "Dec 2009",
            "April 2010",
            "Dec 2009",
            "Sept 2009",
            "Sept 2009",
            "May 2009",
        ]
        assert equality[1].due == dt.date(2010, 4, 30)
        assert all(a.milestones == "TBC; progress TBC" for a in equality[:5])

    def test_the_partnership_has_its_name_of_the_time_and_no_members_of_later(self, edition: Edition) -> None:
        assert edition.body == "North West Leicestershire Partnership in Safer Communities"
        assert edition.members == ()

    def test_who_answered_at_the_jobs_fair_is_told_apart(self, edition: Edition) -> None:
        (fair,) = [c for c in edition.consultations if c.id == "face-the-people"]
        assert "59 were residents, 15 workers and 10 visitors" in fair.heard

    def test_the_timetable_runs_from_workshop_to_publication(self, edition: Edition) -> None:
        days = [s.on for s in edition.timetable]
        assert len(days) == 17
        assert (days[0], days[-1]) == (dt.date(2008, 11, 11), dt.date(2009, 4, 1))

    def test_the_jobs_fair_keeps_both_of_its_dates(self, edition: Edition) -> None:
        (step,) = [s for s in edition.timetable if s.meeting.startswith("Jobs fair")]
        assert step.on == dt.date(2009, 2, 12)
        assert "11 February" in step.flag
        assert "11 February" in slips(edition)

    def test_who_was_asked_is_a_convenience_sample_of_84(self, edition: Edition) -> None:
        (survey,) = edition.surveys
        assert (survey.sample_size, survey.reached) == (84, "convenience sample")
        assert survey.percent is NOT_PUBLISHED
        assert {c.id: c.people for c in edition.consultations}["valley-forum"] == 40

    def test_more_than_half_of_crime_is_flagged(self, edition: Edition) -> None:
        assert "more than half" in slips(edition)

    def test_six_strands_are_named_with_their_gaps(self, edition: Edition) -> None:
        assert len(edition.equality) == 6
        assert all(c.gap for c in edition.equality)


class TestNorthWestLeicestershire2017:
    @pytest.fixture
    def edition(self, catalogue: Catalogue) -> Edition:
        return catalogue.editions[NWL, "2017-18"]

    def test_every_published_number_is_there_as_often_as_printed(self, edition: Edition) -> None:
        printed = [f"V{n:02d}" for n in range(1, 8)] + [f"ASB{n:02d}" for n in range(1, 15)] + ["ASB14"]
        printed += [f"CC{n:02d}" for n in (1, 2, 3, 4, 5, 6, 9)] + [f"AA{n:02d}" for n in range(1, 6)]
        assert Counter(a.ref for a in edition.actions) == Counter(printed)

    def test_two_actions_are_numbered_asb14_and_flagged(self, edition: Edition) -> None:
        twins = [a for a in edition.actions if a.ref == "ASB14"]
        assert [a.owner for a in twins] == ["NWLDC CST", "Pub Watch"]
        assert all(a.flag for a in twins)

    def test_absent_numbers_are_flagged(self, edition: Edition) -> None:
        (after,) = [a for a in edition.actions if a.ref == "CC09"]
        assert "CC07" in after.flag
        assert "CC07 and CC08" in slips(edition)

    def test_v03_is_undated_and_flagged(self, edition: Edition) -> None:
        (v03,) = [a for a in edition.actions if a.ref == "V03"]
        assert v03.due is NOT_PUBLISHED
        assert v03.flag
        assert [a.ref for a in edition.actions if a.due is NOT_PUBLISHED] == ["V03"]

    def test_dates_are_the_two_that_the_plan_knows(self, edition: Edition) -> None:
        early = {"ASB02", "ASB06", "ASB07", "ASB08", "ASB09", "ASB10", "ASB12", "ASB13", "ASB14", "AA05"}
        assert {a.ref for a in edition.actions if a.due == dt.date(2017, 9, 1)} == early
        assert sum(a.due == dt.date(2018, 3, 31) for a in edition.actions) == 23

    def test_every_action_has_an_outcome_and_a_lead(self, edition: Edition) -> None:
        assert all(a.outcome and a.owner and a.barriers for a in edition.actions)

    def test_the_two_changes_are_claims_without_counts(self, catalogue: Catalogue) -> None:
        found = claims(catalogue, NWL, "2017-18")
        assert (found["crime-change"], found["asb-change"]) == (10.3, -1)
        assert (found["cyber-share"], found["commissioner-funding"]) == (48, 34_500)

    def test_can_where_cannot_is_meant_is_kept_and_flagged(self, edition: Edition) -> None:
        assert '"cannot"' in slips(edition)
        assert "2014-17" in slips(edition)

    def test_an_obligation_is_served_by_the_actions_of_its_section(self, edition: Edition) -> None:
        also = {a.id: a.also for a in edition.actions if a.also}
        assert also == {
            "asb13": "substance-misuse",
            "asb14-licensed-premises": "substance-misuse",
            "asb14-pub-watch": "reoffending",
            "cc09": "reoffending",
            "aa02": "reoffending",
        }

    def test_actions_across_priorities_have_no_single_one(self, edition: Edition) -> None:
        across = [a.ref for a in edition.actions if (a.priority, a.theme) == ("", "Across priorities")]
        assert across == ["AA01", "AA02", "AA03", "AA04", "AA05"]

    def test_obligations_are_no_priorities(self, edition: Edition) -> None:
        assert Counter(p.kind for p in edition.priorities) == {"priority": 3, "obligation": 2}


class TestWestLancashire2011:
    @pytest.fixture
    def found(self, catalogue: Catalogue) -> dict[str, Indicator]:
        return indicators(catalogue, WL, "2011-12")

    @pytest.fixture
    def edition(self, catalogue: Catalogue) -> Edition:
        return catalogue.editions[WL, "2011-12"]

    def test_eleven_objectives_each_have_actions(self, edition: Edition) -> None:
        assert len(edition.priorities) == 11
        assert {a.priority for a in edition.actions} == {p.id for p in edition.priorities}

    @pytest.mark.parametrize(
        ("indicator", "target"),
        [
            ("accidental-dwelling-fires", 68),
            ("accidental-building-fires", 30),
            ("deliberate-primary-fires", 66),
            ("deliberate-secondary-fires", 363),
            ("planned-discharges", 60),
            ("domestic-violence-detection", 70),
            ("arson-detection", 20),
            ("retest-passes", 100),
        ],
    )
    def test_a_target_stands_without_a_baseline(
        self, found: dict[str, Indicator], indicator: str, target: float
    ) -> None:
        assert found[indicator].target == target
        assert found[indicator].baseline in {NOT_PUBLISHED, TBC}

    def test_dwelling_fire_casualties_are_to_fall_below_ten(self, found: dict[str, Indicator]) -> None:
        casualties = found["dwelling-fire-casualties"]
        assert (casualties.baseline, casualties.rule, casualties.target) == (10, "below", 10)

    @pytest.mark.parametrize(
        ("indicator", "baseline", "target", "fall"),
        [
            ("child-casualties", 63, 53, 15.9),
            ("child-ksi", 11, 9, 18.2),
            ("young-casualties", 180, 144, 20.0),
            ("young-ksi", 33, 26, 21.2),
        ],
    )
    def test_a_road_target_flags_the_fall_that_it_asks_for(
        self, found: dict[str, Indicator], indicator: str, baseline: int, target: int, fall: float
    ) -> None:
        assert (found[indicator].baseline, found[indicator].target) == (baseline, target)
        assert round(100 * (baseline - target) / baseline, 1) == fall
        assert f"{fall:g}%" in found[indicator].flag

    def test_all_test_purchases_and_retests_are_two_measures(self, found: dict[str, Indicator]) -> None:
        assert (found["test-purchase-compliance"].baseline, found["test-purchase-compliance"].target) == (
            92,
            NOT_PUBLISHED,
        )
        assert (found["retest-passes"].baseline, found["retest-passes"].target) == (NOT_PUBLISHED, 100)

    def test_a_hundred_disposals_are_the_divisions_and_the_local_target_is_unknown(
        self, found: dict[str, Indicator]
    ) -> None:
        assert found["restorative-justice-division"].target == 100
        assert found["restorative-justice-local"].target is TBC

    def test_more_recorded_domestic_violence_is_not_called_worse(self, found: dict[str, Indicator]) -> None:
        assert found["domestic-violence-recorded"].direction == "ambiguous"

    def test_a_target_before_the_plan_begins_is_flagged(self, found: dict[str, Indicator], edition: Edition) -> None:
        assert found["positive-activities"].target_period == "March 2011"
        assert found["positive-activities"].flag
        assert "March 2011" in slips(edition)

    def test_no_comma_splits_a_sentence(self, edition: Edition) -> None:
        objectives = {p.id: p.objectives for p in edition.priorities}
        assert objectives["cleaner-environments"] == ("Less graffiti, litter, fly-posting and fly-tipping",)
        assert objectives["domestic-violence"] == ("A higher detection rate, and more incidents recorded",)
        assert edition.priorities[0].measures == ("Formerly NI 30, prolific and priority offenders",)

    def test_surveys_have_no_sample_size(self, edition: Edition) -> None:
        assert [s.percent for s in edition.surveys] == [75, 66]
        assert all(s.sample_size is NOT_PUBLISHED for s in edition.surveys)

    @pytest.mark.parametrize(("indicator", "level"), [("safe-and-secure", 75), ("quality-of-life", 66)])
    def test_a_survey_level_is_to_be_held(self, found: dict[str, Indicator], indicator: str, level: float) -> None:
        held = found[indicator]
        assert (held.baseline, held.target, held.rule, held.sample_size) == (level, level, "maintain", NOT_PUBLISHED)

    def test_a_baseline_written_as_a_question_mark_is_not_yet_known(self, found: dict[str, Indicator]) -> None:
        assert found["youth-reoffending"].baseline is TBC
        assert "question mark" in found["youth-reoffending"].flag


class TestWarwickshire2011:
    @pytest.fixture
    def found(self, catalogue: Catalogue) -> dict[str, Indicator]:
        return indicators(catalogue, WARKS, "2011-12")

    @pytest.mark.parametrize(
        ("indicator", "figures", "on_year", "on_target"),
        [
            ("ni15-most-serious-violent-crime", (294, 323, 288, 335), 3.7, 16.3),
            ("ni16-serious-acquisitive-crime", (7582, 6937, 7195, 6346), -8.5, -11.8),
            ("ni47-killed-or-seriously-injured", (389, 308, 304, 301), -2.3, -1.0),
        ],
    )
    def test_table_1_gives_the_percentages_printed_beside_it(
        self, found: dict[str, Indicator], indicator: str, figures: tuple[int, ...], on_year: float, on_target: float
    ) -> None:
        row = found[indicator]
        assert (row.baseline_target, row.baseline, row.target, row.actual) == figures
        _, before, target, actual = figures
        assert round(100 * (actual / before - 1), 1) == on_year
        assert round(100 * (actual / target - 1), 1) == on_target

    def test_what_was_no_longer_measured_is_not_zero(self, found: dict[str, Indicator]) -> None:
        row = found["ni21-local-concerns"]
        assert (row.baseline_target, row.baseline, row.target) == (26.3, 25, 29.5)
        assert row.actual is Unknown.NOT_MEASURED

    def test_mixed_units_are_kept_and_flagged(self, found: dict[str, Indicator]) -> None:
        row = found["ni30-prolific-offenders"]
        assert (row.unit, row.baseline_target, row.baseline, row.target, row.actual) == ("mixed", 285, 120, 29, TBC)
        assert row.flag
        assert row.comparable == "no"

    def test_a_part_year_figure_says_so(self, found: dict[str, Indicator]) -> None:
        row = found["ni40-effective-treatment"]
        assert (row.baseline_target, row.baseline, row.target, row.actual) == (1063, 1140, 1074, 1128)
        assert "November 2010" in row.part_year
        assert row.flag

    @pytest.mark.parametrize(
        ("total", "figure", "target", "parts"),
        [
            ("serious-violent-crime", 2883, 2882, [335, 2548]),
            ("serious-acquisitive-crime", 6346, 6345, [2021, 299, 4026]),
        ],
    )
    def test_a_total_is_the_sum_of_its_parts(
        self, found: dict[str, Indicator], total: str, figure: int, target: int, parts: list[int]
    ) -> None:
        ids = found[total].sum_of.split("+")
        assert [found[i].baseline for i in ids] == parts
        assert sum(parts) == found[total].baseline == figure
        assert found[total].target == target
        assert all(found[i].target is TBC for i in ids)

    def test_a_part_year_baseline_says_so(self, found: dict[str, Indicator]) -> None:
        assert "part-year" in found["drug-treatment-completed"].note

    def test_a_target_above_its_baseline_is_shown_as_what_it_is(self, found: dict[str, Indicator]) -> None:
        row = found["alcohol-admissions"]
        assert (row.baseline, row.target, row.rule, row.direction) == (1603, 1779, "at most", "lower")
        assert "above the baseline" in row.flag

    def test_a_changed_definition_is_not_comparable(self, found: dict[str, Indicator]) -> None:
        row = found["asb-incidents"]
        assert (row.baseline, row.rule, row.comparable) == (25_748, "establish baseline", "no")
        assert "25, 748" in row.flag

    @pytest.mark.parametrize(
        ("indicator", "baseline", "target"),
        [
            ("drug-treatment-completed", 133, TBC),
            ("adult-reoffending", -10.52, NOT_PUBLISHED),
            ("youth-reoffending", -22.06, TBC),
            ("ppo-reoffending", TBC, TBC),
            ("seriously-injured", 301, 298),
        ],
    )
    def test_additional_measures_stand_as_published(
        self, found: dict[str, Indicator], indicator: str, baseline: float | Unknown, target: float | Unknown
    ) -> None:
        assert (found[indicator].baseline, found[indicator].target) == (baseline, target)

    def test_member_priorities_are_told_member_by_member(self, catalogue: Catalogue) -> None:
        context = catalogue.editions[WARKS, "2011-12"].area_context
        for member in MEMBERS:
            name = catalogue.partnerships[member].name
            assert sum(text.startswith(f"{name} proposes") for text in context) == 1

    def test_a_rate_keeps_its_population(self, catalogue: Catalogue) -> None:
        (alcohol,) = [p for p in catalogue.editions[WARKS, "2011-12"].priorities if p.id == "alcohol"]
        assert alcohol.measures == ("Hospital admissions for alcohol-related harm per 100,000",)

    def test_four_county_priorities_each_have_areas_of_business(self, catalogue: Catalogue) -> None:
        edition = catalogue.editions[WARKS, "2011-12"]
        assert Counter(a.priority for a in edition.actions) == {
            "serious-violent-crime": 6,
            "anti-social-behaviour": 4,
            "alcohol": 4,
            "offender-management": 4,
        }
        assert len(edition.priorities) == 4


def test_the_crosswalk_refuses_what_street_level_data_cannot_stand_for(root: Path) -> None:
    with (root / "params" / "crosswalk.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["measure"]: row for row in csv.DictReader(file)}
    refused = [
        "Serious acquisitive crime",
        "Most serious violence",
        "Domestic abuse",
        "Hate crime",
        "Assault with injury",
    ]
    assert {rows[measure]["stands_for"] for measure in refused} == {"no"}
    assert {row["stands_for"] for row in rows.values()} == {"no", "partly", "yes"}
    assert "Not official recorded crime statistics" in rows["All recorded crime"]["why"]
    assert all(row["why"] for row in rows.values())


# Names of people that the documents print, as the start of a SHA-256, so that they stand nowhere here.
NAMES: Final = frozenset(
    [
        "33b85520364e075f",
        "35046dae6c157df6",
        "1d0dc02e4fd073d4",
        "5b1e90bc4e72bf4d",
        "e5c0e764fd6bee28",
        "5e240ef23f2e89a0",
        "8d036244aefbd21a",
        "b9f43a5ae3ef4cea",
        "53ba0ebe8aecea9f",
        "d43647c94cc6ef0d",
        "ed61dbf6c7d5f160",
        "f785800d83943da2",
        "72e119ab366f5d49",
        "907071315dfc7e35",
        "464461fe26d6978f",
        "738e7ca186f4c76c",
        "3addf942ae7f5e97",
        "93a5df16162e8d7b",
        "07bf922ac4293d4b",
        "5ebdbe942788772a",
        "798f93fbbe3ee3f9",
        "a9b6d939a92f12d0",
        "59982e31fa4bb496",
        "001416b68321da9e",
        "b6090977ac8e0918",
        "0100b78de4a7b0f3",
        "178bc1aca946f59e",
        "cf42277d8361679d",
        "cbc0f80e74b82b0c",
        "cc059c724c17b387",
        "6ffd166a9b0fe213",
        "dc50b0dfb8d44c04",
        "d34e6ad031fda710",
        "92b49c8616de725d",
        "26c395a0834bb0a2",
        "09e9c4b3279d3815",
        "4806db1df570e0f3",
        "468a971bd35bb6c2",
        "57a4a9fd78324685",
        "34e15562a66c4900",
        "e89b17ce3e7e3d03",
    ]
)


def declared_texts(root: Path) -> dict[str, str]:
    own = [root / "params" / "crosswalk.csv", root / "docs" / "seeds.md"]
    own += [
        path for p in DECLARED for path in sorted((root / "params" / p).rglob("*")) if path.suffix in {".yml", ".csv"}
    ]
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in own}


def named(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(words)]
    return any(hashlib.sha256(found.encode()).hexdigest()[:16] in NAMES for found in {*words, *pairs})


def test_no_person_of_the_documents_is_named(root: Path) -> None:
    texts = declared_texts(root)
    assert len(texts) > 20
    assert [path for path, text in texts.items() if named(text)] == []


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9£%']+", re.sub(r"<[^>]+>", " ", text).lower().replace("’", "'"))
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_percentages_in_words_are_written_as_in_reports(root: Path) -> None:
    wrong = re.compile(r"\d %|(?<![\w.])-\d[\d.,]*%|\w  \w")
    assert {path: wrong.findall(text) for path, text in declared_texts(root).items() if wrong.search(text)} == {}


@pytest.mark.data
def test_no_sentence_of_the_documents_is_copied(root: Path, shared: Path) -> None:
    printed = set().union(
        *(runs(path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt")))
    )
    assert printed
    agencies = re.compile(r"^members:\n(?:  - .*\n)+", re.MULTILINE)  # names in their printed order are no sentence
    texts = {path: agencies.sub("", text) for path, text in declared_texts(root).items()}
    copied = {path: sorted(runs(text) & printed)[:3] for path, text in texts.items()}
    assert {path: found for path, found in copied.items() if found} == {}


@pytest.mark.data
def test_the_names_looked_for_are_those_that_the_documents_print(shared: Path) -> None:
    with_names = [named(path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))]
    assert with_names == [False, True, False, True, False]
