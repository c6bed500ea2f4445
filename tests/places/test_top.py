import pandas as pd
import pytest

from analysis import measures, places
from analysis.cannot_say import CannotSay
from analysis.counts import counts_frame
from analysis.places.lasting import at_the_top


@pytest.fixture
def frame():
    """Make a counts frame of 24 months from place: (a month's count before, a month's count in the latest year)."""

    def make(missing=(), **given):
        months = pd.period_range("2020-12", "2022-11", freq="M")
        rows = [
            (area, month, "drugs", None if str(month) in missing else (before, latest)[at >= 12])
            for area, (before, latest) in given.items()
            for at, month in enumerate(months)
        ]
        made = pd.DataFrame(rows, columns=["area", "month", "category", "count"])
        return counts_frame(made.assign(status=made["count"].notna().map({True: "present", False: "missing"})))

    return make


def test_the_places_with_most_come_first(frame):
    found = places.top_places(frame(A=(5, 1), B=(1, 9), C=(4, 4), D=(0, 0)), "drugs", n=2)
    assert [(each.area, each.latest, each.previous) for each in found.places] == [("B", 108, 12), ("C", 48, 48)]
    assert (found.of, found.total) == (4, 14 * 12)
    assert found.share == pytest.approx(13 / 14)


def test_a_place_is_persistent_only_if_it_was_at_the_top_before(frame):
    found = places.top_places(frame(A=(5, 1), B=(1, 9), C=(4, 4)), "drugs", n=2)
    assert [each.history for each in found.places] == [(False,), (True,)]
    assert [each.lasting for each in found.places] == ["emerging", "persistent"]
    assert [year.text for year in found.years] == ["year ending November 2021"]


def test_looking_back_over_no_year_says_nothing_of_lasting(frame):
    found = places.top_places(frame(A=(5, 1), B=(1, 9), C=(4, 4)), "drugs", n=2, years=0)
    assert [each.lasting for each in found.places] == ["not known", "not known"]


def test_the_change_of_every_place_is_known_and_not_only_of_the_top(frame):
    found = places.top_places(frame(A=(5, 1), B=(1, 9), C=(4, 4)), "drugs", n=1).changes
    assert set(found.by_place) == {"A", "B", "C"}
    assert (found.rose, found.fell, found.looked_at) == ({"B"}, {"A"}, 3)


def test_the_change_of_a_place_has_its_exact_interval(frame):
    found = places.top_places(frame(A=(1, 9), B=(4, 4)), "drugs").places[0].change
    assert (found.change.before, found.change.after, found.change.verdict) == (12, 108, "rose")


def test_ties_share_a_rank_and_those_cut_off_are_counted(frame):
    found = places.top_places(frame(A=(3, 3), B=(3, 3), C=(3, 3), D=(9, 9)), "drugs", n=2)
    assert [(each.area, each.rank) for each in found.places] == [("D", 1), ("A", 2)]
    assert found.tied_out == 2
    assert [each.rank for each in places.top_places(frame(A=(3, 3), B=(3, 3), C=(2, 2)), "drugs").places] == [1, 1, 3]


def test_a_place_with_none_is_no_top_place(frame):
    found = places.top_places(frame(A=(9, 9), B=(0, 0)), "drugs")
    assert [each.area for each in found.places] == ["A"]
    assert found.tied_out == 0


def test_fewer_than_five_a_month_in_the_whole_area_have_no_top_places(frame):
    refused = places.top_places(frame(A=(9, 2), B=(9, 2)), "drugs")
    assert isinstance(refused, CannotSay)
    assert refused.rule == "small-counts"


def test_with_too_many_records_without_a_location_no_place_is_named(frame):
    counts = frame(A=(9, 9), B=(2, 2))
    refused = places.top_places(counts, "drugs", without_location=0.16)
    assert isinstance(refused, CannotSay)
    assert (refused.rule, "84%" in refused.reason) == ("unlocated", True)
    assert places.top_places(counts, "drugs", without_location=0.15).without_location == 0.15


def test_the_share_without_a_location_is_passed_on_as_a_caution(frame):
    found = places.top_places(frame(A=(9, 9)), "drugs", without_location=0.062)
    assert "6.2% of records have no location" in found.cautions


def test_a_rate_by_residents_comes_with_its_caution(frame):
    found = places.top_places(frame(A=(9, 9), B=(2, 2)), "drugs", population={"A": 1500})
    assert found.places[0].rate.value == pytest.approx(72)
    assert isinstance(found.places[1].rate, CannotSay)
    assert any("mislead" in each for each in found.cautions)
    assert not any("mislead" in each for each in places.top_places(frame(A=(9, 9)), "drugs").cautions)


def test_a_month_missing_a_year_ago_leaves_no_previous_total_and_no_persistence(frame):
    found = places.top_places(frame(A=(9, 9), B=(2, 2), missing=["2021-06"]), "drugs").places[0]
    assert (found.latest, found.previous, found.lasting) == (108, None, "not known")
    assert len(found.change.matched) == 11


def test_a_month_missing_in_the_latest_year_is_left_out_and_said(frame):
    found = places.top_places(frame(A=(9, 9), B=(2, 2), missing=["2022-06"]), "drugs")
    assert len(found.months) == 11
    assert (found.places[0].latest, found.places[0].previous) == (99, 99)


def test_with_no_month_known_nothing_is_said(frame):
    months = [str(each) for each in pd.period_range("2021-12", "2022-11", freq="M")]
    assert places.top_places(frame(A=(9, 9), missing=months), "drugs").rule == "no-periods"


def test_another_window_can_be_asked_for(frame):
    window = measures.Window(pd.Period("2022-01", freq="M"), pd.Period("2022-11", freq="M"))
    found = places.top_places(frame(A=(9, 9)), "drugs", window=window)
    assert (found.total, found.window.text) == (99, "January to November 2022")


def test_a_cell_is_known_only_with_all_its_categories(frame):
    wide = places.by_place(frame(A=(9, 9), B=(2, 2)), ["drugs", "robbery"])
    assert wide.isna().all().all()
    assert places.by_place(frame(A=(9, 9), B=(2, 2)), "drugs").loc["2022-11"].tolist() == [9, 2]


def test_a_tie_with_the_last_of_last_years_top_places_counts_as_one_of_them():
    assert at_the_top(pd.Series({"A": 9, "B": 5, "C": 5, "D": 1}), 2) == {"A", "B", "C"}
