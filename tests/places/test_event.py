"""Events: what is exceptional at a place in the months of one, and what cannot be judged of it."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.counts import counts_frame
from analysis.measures import Window
from analysis.places import by_place, event_effect
from analysis.places.event import _again, _chance

MONTHS = pd.period_range("2019-12", "2022-11", freq="M")
WINDOW = Window(pd.Period("2021-12", "M"), pd.Period("2022-11", "M"))
JUNE = Window(pd.Period("2022-06", "M"), pd.Period("2022-06", "M"))
COVID = pd.period_range("2020-03", "2021-07", freq="M")
KINDS = ["drugs", "theft"]


def frame(extra=0, months=("2022-06",), unknown=(), others=12, seed=3):
    """Thirteen places with about five of each kind a month; the festival adds thefts at A."""
    random = np.random.default_rng(seed)
    rows = []
    for place in ["A", *(f"P{n:02d}" for n in range(others))]:
        for kind in KINDS:
            for month in MONTHS:
                count = int(random.poisson(5)) + (
                    extra if (place, kind) == ("A", "theft") and str(month) in months else 0
                )
                known = str(month) not in unknown
                rows.append((place, month, kind, count if known else None, "present" if known else "missing"))
    return counts_frame(pd.DataFrame(rows, columns=["area", "month", "category", "count", "status"]))


def effect(counts, **given):
    return event_effect(counts, KINDS, "A", JUNE, WINDOW, **{"covid": COVID, **given})


def test_a_planted_festival_is_event_related_and_its_category_named():
    found = effect(frame(extra=60))
    assert found.exceptional and found.event_related
    assert [each.what for each in found.categories] == ["theft"]
    assert found.categories[0].count > 60 > found.categories[0].high
    june = frame(extra=60)
    june = june[(june["category"] == "theft") & (june["month"] == JUNE.start)]
    assert found.everywhere[0].count == june["count"].sum() > found.categories[0].count


def test_usual_are_the_other_months_outside_covid():
    found = effect(frame(extra=60))
    assert found.reference == 36 - 17 - 1
    assert effect(frame(extra=60), covid=()).reference == 35


def test_without_its_excess_the_place_ranks_where_it_always_does():
    found = effect(frame(extra=60), n=3)
    assert found.rank == 1
    assert found.rank_without > 3
    assert found.made_the_top


def test_a_month_like_any_other_is_no_event():
    found = [effect(frame(seed=seed)) for seed in range(40)]
    assert sum(each.event_related for each in found) <= 2


def test_the_covid_junes_say_nothing_of_its_coming_again():
    again = effect(frame(extra=60, months=("2020-06", "2021-06", "2022-06"))).again
    assert again.rule == "covid"
    assert again.reason == "June 2020 and June 2021 fell under Covid restrictions, and no other year holds these months"


def test_other_junes_that_can_be_judged_are():
    counts = frame(extra=60, months=("2021-06", "2022-06"))
    assert effect(counts, covid=()).again == (1, 2)


def test_no_other_june_at_all_cannot_be_judged():
    counts = frame(extra=60)
    found = effect(counts[~counts["month"].isin(pd.PeriodIndex(["2020-06", "2021-06"], freq="M"))], covid=())
    assert found.rule == "too-short"
    later = counts[counts["month"] > pd.Period("2021-11", "M")]
    assert _again(by_place(later, KINDS)["A"], JUNE, list(WINDOW.periods), ()).rule == "no-periods"


def test_a_month_that_is_not_known_is_refused():
    assert effect(frame(unknown=["2022-06"])).rule == "no-periods"


def test_a_place_that_is_not_there_is_refused():
    assert event_effect(frame(), KINDS, "Z", JUNE, WINDOW).rule == "no-periods"


def test_too_few_usual_months_are_refused():
    counts = frame(extra=60)
    assert effect(counts[counts["month"] > pd.Period("2021-11", "M")]).rule == "too-short"


def test_an_event_of_two_months_is_judged_by_both():
    two = Window(pd.Period("2022-06", "M"), pd.Period("2022-07", "M"))
    found = event_effect(frame(extra=60, months=("2022-06", "2022-07")), KINDS, "A", two, WINDOW, covid=COVID)
    assert found.here.count > 120
    assert found.here.usual == pytest.approx(20, abs=4)
    assert found.reference == 17


def test_the_chance_of_so_many_is_right_for_independent_months():
    """Over many series from one level, a month is called as rare as it is."""
    random = np.random.default_rng(5)
    called = [_chance(int(row[0]), row[1:].astype(float), 1) < 0.05 for row in random.poisson(6, (2000, 19))]
    assert 0.01 <= np.mean(called) <= 0.06


def test_a_place_with_none_in_any_other_month_still_has_a_chance():
    assert 0 < _chance(1, np.zeros(18), 1) < 0.05
    assert _chance(0, np.zeros(18), 1) == pytest.approx(1.0)
    assert _chance(28, np.zeros(18), 1) < stats.poisson.sf(3, 1)
