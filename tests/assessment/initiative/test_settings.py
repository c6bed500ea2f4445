"""From what is declared and the data to what the designs are given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from analysis.measures import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.assessment.initiative.case import Case

    Cases = Callable[[str], Case]


def year(ends: int) -> pd.Period:
    return pd.Period(str(ends), "Y-MAR")


def test_a_month_of_an_annual_evaluation_is_its_financial_year(case: Cases) -> None:
    setting = case("west-lothian/2010-11").setting
    assert (setting.start, setting.end) == (year(2011), year(2013))
    assert setting.freq == "Y-MAR"


def test_the_time_before_begins_with_the_recording_standard(case: Cases) -> None:
    before = case("west-lothian/2010-11").setting.before
    assert (before[0], before[-1]) == (year(2005), year(2010))


def test_the_counts_are_those_of_the_published_table(case: Cases) -> None:
    treated = case("west-lothian/2010-11").setting.treated
    assert [treated.total(pd.PeriodIndex([year(ends)])) for ends in (2010, 2011)] == [3300, 2382]


def test_each_declared_place_is_one_place_and_knows_how_many_live_there(case: Cases) -> None:
    made = case("west-lothian/2010-11")
    setting = made.setting
    assert len(setting.comparators) == len(made.evaluation.comparators)
    assert {each.members for each in setting.comparators} == {1}
    assert setting.treated.people is not None and 150_000 < setting.treated.people < 200_000


def test_a_place_of_small_areas_is_their_sum(case: Cases) -> None:
    made = case("illustration/2022")
    areas, counts = made.evaluation.treated.areas, made.slices.counts
    month = pd.Period("2022-06", "M")
    own = counts[counts["area"].isin(areas) & (counts["month"] == month)]
    own = own[own["category"] == "criminal-damage-and-arson"]
    assert made.setting.treated.members == len(areas) == len(own)
    assert made.setting.treated.series[month] == own["count"].sum()


def test_a_month_without_a_file_is_unknown_and_no_zero(case: Cases) -> None:
    assert pd.isna(case("illustration/2022").setting.treated.series[pd.Period("2019-05", "M")])


def test_what_a_place_was_chosen_by_is_left_out_of_the_time_before(case: Cases) -> None:
    setting = case("illustration/2022").setting
    assert setting.chosen_on == Window(pd.Period("2020-12", "M"), pd.Period("2021-11", "M"))
    assert not set(setting.before) & set(setting.chosen_on.periods)


def test_the_year_before_is_left_out_where_figures_chose_and_no_months_are_named(case: Cases) -> None:
    made = case("illustration/2022")
    chosen = made.evaluation.chosen.model_copy(update={"start": None, "end": None})
    settings = replace(made.settings, evaluation=made.evaluation.model_copy(update={"chosen": chosen}))
    assert settings.chosen_on == Window(pd.Period("2020-12", "M"), pd.Period("2021-11", "M"))


def test_nothing_is_left_out_where_no_figures_chose(case: Cases) -> None:
    assert case("west-lothian/2010-11").setting.chosen_on is None


def test_months_of_putting_it_in_place_are_on_neither_side(case: Cases) -> None:
    setting = case("north-west-leicestershire/2022").setting
    march = pd.Period("2020-03", "M")
    assert setting.implementation == Window(march, march)
    assert march not in setting.before and march not in setting.after


def test_further_and_untouched_outcomes_are_of_the_same_places(case: Cases) -> None:
    setting = case("illustration/2022").setting
    assert [each.outcome for each in setting.others] == ["recorded anti-social behaviour"]
    assert len(setting.falsification) == 2
    assert {each.treated.name for each in (*setting.others, *setting.falsification)} == {"Tannersley"}
    assert not setting.others[0].others


def test_the_share_of_records_with_a_place_goes_with_street_level_figures_alone(case: Cases) -> None:
    assert case("west-lothian/2010-11").setting.located is None
    located = case("illustration/2022").setting.located
    assert located is not None and (located["placed"] <= located["kept"]).all()


def test_breaks_in_recording_are_those_of_the_country(case: Cases) -> None:
    names = {each.id for each in case("west-lothian/2010-11").setting.breaks}
    assert "scottish-recording-standard" in names
    assert "covid-england" not in names
