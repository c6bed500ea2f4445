import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import interruptions
from analysis.store import edition_slices

NORMAL = [40, 38, 45, 41, 39, 44, 37, 42, 40, 43, 36, 41]


def found(frame, **categories):
    counts = frame("2021-01", {("a", name.replace("_", "-")): each for name, each in categories.items()})
    return [(each.category, each.kind, str(each.period)) for each in interruptions(counts)]


def test_a_category_that_stops_having_rows_has_vanished(frame):
    assert found(frame, theft=NORMAL, burglary=NORMAL[:7]) == [("burglary", "vanished", "2021-07")]


def test_a_category_that_becomes_nought_for_good_has_vanished(frame):
    assert found(frame, theft=NORMAL, burglary=[*NORMAL[:9], 0, 0, 0]) == [("burglary", "vanished", "2021-09")]


def test_a_category_that_begins_late_has_appeared(frame):
    assert found(frame, theft=NORMAL, drugs=[0, 0, 0, *NORMAL[3:]]) == [("drugs", "appeared", "2021-04")]


def test_a_renamed_category_is_paired_with_its_new_name(frame):
    counts = frame(
        "2021-01", {("a", "violent-crime"): [*NORMAL[:6], *[0] * 6], ("a", "violence"): [*[0] * 6, *NORMAL[6:]]}
    )
    pairs = {each.category: (each.kind, each.other) for each in interruptions(counts)}
    assert pairs == {"violent-crime": ("vanished", "violence"), "violence": ("appeared", "violent-crime")}


def test_a_month_near_zero_among_normal_ones_is_flagged_with_what_is_usual(frame):
    counts = frame("2021-01", {("a", "theft"): [*NORMAL[:5], 1, *NORMAL[6:]]})
    (one,) = interruptions(counts)
    assert (one.kind, str(one.period), one.count, one.usual) == ("near zero", "2021-06", 1, 40.0)
    assert 0 < one.chance < 1e-6


def test_a_missing_month_is_no_near_zero_month(frame):
    assert found(frame, theft=[*NORMAL[:5], None, *NORMAL[6:]]) == []
    assert found(frame, theft=[*NORMAL[:5], None, *NORMAL[6:]], burglary=NORMAL) == []


def test_noughts_of_a_small_count_are_ordinary(frame):
    assert found(frame, robbery=[0, 1, 0, 2, 0, 0, 3, 1, 0, 0, 0, 0], theft=NORMAL) == []


def test_a_steep_fall_or_a_season_is_no_interruption(frame):
    assert found(frame, theft=[80, 70, 62, 55, 48, 40, 36, 30, 27, 22, 20, 17]) == []
    assert found(frame, asb=[20, 25, 40, 60, 90, 120, 130, 110, 80, 50, 30, 22]) == []


def test_a_category_without_a_single_record_is_nothing_to_say(frame):
    assert found(frame, theft=NORMAL, robbery=[0] * 12) == []
    assert interruptions(frame("2021-01", {})) == ()


def test_frames_where_all_is_well_are_rarely_flagged(frame, rng):
    flagged = 0
    for _ in range(60):
        means = rng.choice([0.3, 2, 6, 15, 40, 120], 6)
        noisy = {
            ("a", f"kind-{n}"): rng.poisson(mean * rng.gamma(8, 1 / 8, 36)).tolist() for n, mean in enumerate(means)
        }
        flagged += bool(interruptions(frame("2019-12", noisy)))
    assert flagged <= 3


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 500)), min_size=1, max_size=40))
def test_any_counts_are_read_without_a_warning(counts):
    when = pd.period_range("2019-12", periods=len(counts), freq="M")
    frame = pd.DataFrame({"area": "a", "month": when, "category": "theft", "count": pd.array(counts, dtype="Int64")})
    frame["status"] = np.where(frame["count"].isna(), "missing", "present")
    for each in interruptions(frame):
        assert each.kind in ("vanished", "appeared", "near zero")
        assert each.period in when


def slices(root, source, vintage, areas, forces):
    return edition_slices(
        source, vintage, areas, (), forces, store=root / "data" / "store", open_data=root / "data" / "open"
    ).districts


def test_twenty_three_scottish_categories_start_later(root):
    counts = slices(root, "scotland", "2021-22", ("S12000040",), ())
    late = [each for each in interruptions(counts) if each.kind == "appeared"]
    assert len(late) == 23
    assert {each.category for each in late} >= {"all-offences", "crimes-coronavirus-restrictions"}
    assert all(each.chance < 1e-6 for each in late)


@pytest.mark.parametrize(
    ("area", "months"), [("E07000134", set()), ("E07000131", {"2020-03"}), ("E07000135", {"2020-03"})]
)
def test_a_month_that_a_force_hardly_placed_in_a_district_is_caught(root, area, months):
    counts = slices(root, "police-uk", "2022-11", (area,), ("leicestershire",))
    near = [each for each in interruptions(counts) if each.kind == "near zero"]
    assert {str(each.period) for each in near} == months
