"""Labels never touch one another."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from analysis.exhibits.lanes import GAP_MM, POINTS, Label, apart, fitted, fitted_line, place, width_mm
from analysis.exhibits.style import INCH, SMALL
from analysis.fonts import FAMILY

from .frames import HOSTILE

labels = st.lists(
    st.builds(Label, st.sampled_from(["Covid restrictions", "Festival", "Gŵyl Ynys Môn", "X"]), st.floats(0, 170)),
    max_size=8,
)


@given(labels)
def test_no_two_labels_of_a_lane_touch(given_labels: list[Label]) -> None:
    placed = place(given_labels, 0, 170)
    assert len(placed) == len(given_labels)
    for a, b in combinations(placed, 2):
        if a.lane == b.lane:
            left, right = sorted((a, b), key=lambda item: item.left)
            assert left.left + width_mm(left.label.words) + GAP_MM <= right.left + 1e-9


@given(labels)
def test_no_label_leaves_the_sheet(given_labels: list[Label]) -> None:
    for item in place(given_labels, 0, 170):
        assert item.left >= 0 and item.left + width_mm(item.label.words) <= 170 + 1e-9


@given(st.lists(st.floats(-1e3, 1e3), max_size=8), st.floats(0.1, 50))
def test_positions_are_moved_apart_and_keep_their_order(positions: list[float], least: float) -> None:
    moved = apart(positions, least)
    order = sorted(range(len(positions)), key=lambda i: positions[i])
    steps = [moved[b] - moved[a] for a, b in pairwise(order)]
    assert all(step >= least - 1e-6 for step in steps)


def test_positions_far_enough_apart_stay_where_they_are() -> None:
    assert apart([1.0, 10.0, 5.0], 2) == [1.0, 10.0, 5.0]


def test_a_long_name_takes_two_lines_and_no_more() -> None:
    lines = fitted(HOSTILE, 40).split("\n")
    assert len(lines) == 2 and all(width_mm(line) <= 40 for line in lines)
    assert fitted("Leith", 40) == "Leith"


def test_a_long_word_ends_in_an_ellipsis() -> None:
    assert fitted("Llanfairpwllgwyngyllgogerychwyrndrobwll", 20).endswith("…")


def test_a_name_that_does_not_fit_is_cut_after_a_word_that_can_end_it() -> None:
    name = "Four later licences in the town centre"
    assert fitted_line(name, width_mm("Four later licences in the to…")) == "Four later licences…"
    assert fitted_line(name, width_mm("Four later lic…")) == "Four later…"
    assert fitted_line(name, width_mm(name)) == name


@settings(deadline=None)
@given(st.text("abc ,–", min_size=1, max_size=40), st.floats(5, 60))
def test_a_shortened_name_stays_within_its_room(name: str, room: float) -> None:
    assert width_mm(fitted_line(name, room)) <= room


@pytest.mark.parametrize("bold", [False, True])
def test_words_are_as_wide_as_their_outlines_followed_curve_by_curve(bold: bool) -> None:
    letters = "".join(chr(code) for code in (*range(0x21, 0x7F), *range(0xA1, 0x180)) if code != 0xAD)
    font = FontProperties(family=[FAMILY, "DejaVu Sans"], weight="bold" if bold else "normal")
    for words in (*letters, "Crime is back – 2021 to 2022 →"):
        followed = TextPath((0, 0), words, size=SMALL, prop=font).get_extents().width
        assert width_mm(words, bold=bold) == pytest.approx(followed * INCH / POINTS, abs=1e-9)
