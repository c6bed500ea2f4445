"""Maps: what is drawn is what the published frame says, in shades that survive a grey printer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some
from matplotlib.colors import to_rgb

from analysis.cannot_say import said
from analysis.exhibits import place_map
from analysis.exhibits.map_classes import MEANING, SHADES, bands
from analysis.exhibits.map_key import circle_steps
from analysis.exhibits.map_numbers import apart
from analysis.exhibits.map_sheet import RADIUS_MM, nice

from .map_frames import CAPTION, COUNTS, chequerboard, open_frame, restricted_frame

if TYPE_CHECKING:
    from analysis.disclosure import Published
    from analysis.exhibits import Shown

SMALL = {**COUNTS, "X13": 2, "X14": 3}


def _drawn(frame: Published, *, outlines: bool = True) -> Shown:
    shown = place_map(frame, CAPTION, chequerboard(COUNTS, outlines=outlines), unit="Recorded crime")
    assert said(shown)
    return shown


def _svg(shown: Shown) -> str:
    assert shown.chart
    return shown.chart.svg


def _words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.parametrize("outlines", [True, False])
def test_two_maps_with_headings_and_notes_fit_one_page(outlines: bool) -> None:
    shown = _drawn(open_frame(), outlines=outlines)
    size = re.search(r'viewBox="0 0 [\d.]+ ([\d.]+)"', _svg(shown))
    assert size
    page, headings_and_notes, lead = 257, 30, 12
    assert 2 * (float(size[1]) / 72 * 25.4 + headings_and_notes) + lead <= page


@given(some.lists(some.integers(0, 5000), min_size=1, max_size=400))
def test_every_count_is_in_exactly_one_class_and_the_classes_count_them_all(counts: list[int]) -> None:
    if not any(counts):
        counts = [*counts, 1]
    classes = bands(counts)
    assert 1 <= len(classes) <= 5
    assert all(sum(band.holds(count) for band in classes) == 1 for count in counts)
    assert sum(band.areas for band in classes) == len(counts)
    assert [band.low for band in classes] == sorted({band.low for band in classes})


def test_a_class_is_what_it_says_of_the_average() -> None:
    named = {band.means: band for band in bands([50, 100, 150])}
    assert (named[MEANING[0]].low, named[MEANING[0]].high) == (0, 49)
    assert (named[MEANING[1]].low, named[MEANING[1]].high) == (50, 99)
    assert (named[MEANING[4]].low, named[MEANING[4]].high) == (200, None)


def test_the_key_names_each_class_with_as_many_areas_as_the_frame_has_in_it() -> None:
    frame = open_frame()
    words = _words(_svg(_drawn(frame)))
    counts = [row.number("count") or 0.0 for row in frame]
    for band in bands(counts):
        at = words.index(band.words)
        inside = sum(band.holds(count) for count in counts)
        assert words[at + 1] == f"{inside} area{'' if inside == 1 else 's'}"


def test_shades_grow_darker_by_steps_that_a_grey_printer_keeps_apart() -> None:
    def lightness(colour: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
        return 116 * luminance ** (1 / 3) - 16

    found = [lightness(shade) for shade in SHADES]
    steps = [light - dark for light, dark in pairwise(found)]
    assert min(steps) >= 10, f"steps of CIE lightness {steps}"
    assert 100 - found[0] >= 5, "the lightest is not the paper"


def test_numbers_on_the_map_are_those_of_its_table_with_the_same_counts() -> None:
    shown = _drawn(open_frame())
    table = {row[0].text: (row[1].text, row[2].text.removesuffix(" [low]")) for row in shown.table.rows}
    words = _words(_svg(shown))
    listed = words[words.index("Most, as numbered on the map") + 1 :][:30]
    named = [(listed[i + 1], (listed[i], listed[i + 2])) for i in range(0, 30, 3)]
    assert dict(named) == {name: table[name] for name, _ in named}
    ground = _words(_svg(shown).partition("</svg>")[0])
    assert sorted(ground) == sorted(number for _, (number, _) in named)


def test_areas_that_tie_have_one_number() -> None:
    ground = _words(_svg(_drawn(open_frame())).partition("</svg>")[0])
    assert ground.count("5") == 2
    assert "6" not in ground


def test_a_zero_is_in_the_lowest_class_and_no_data_is_hatched() -> None:
    zeros = _svg(_drawn(open_frame()))
    assert "No data" not in zeros
    assert "pattern" not in zeros
    unknown = _svg(_drawn(open_frame({**COUNTS, "X15": None})))
    assert "No data [x], not zero" in unknown
    assert "pattern" in unknown


def test_withheld_areas_are_drawn_as_withheld_and_not_in_any_shade() -> None:
    frame = restricted_frame(SMALL)
    words = _words(_svg(_drawn(frame)))
    hidden = sum(not row["count"].known for row in frame)
    assert hidden >= 2
    assert words[words.index("Withheld [c], not zero") + 1] == f"{hidden} areas"
    assert "No data [x], not zero" not in words


@pytest.mark.parametrize("outlines", [True, False])
def test_a_map_is_the_same_whatever_is_withheld(outlines: bool) -> None:
    others = {**SMALL, "X13": 3, "X14": 2}
    assert _svg(_drawn(restricted_frame(SMALL), outlines=outlines)) == _svg(
        _drawn(restricted_frame(others), outlines=outlines)
    )


@pytest.mark.parametrize("outlines", [True, False])
def test_the_same_frame_gives_the_same_bytes(outlines: bool) -> None:
    first, second = (_drawn(open_frame(), outlines=outlines) for _ in range(2))
    assert first.model_dump_json() == second.model_dump_json()
    assert first.png() == second.png()


def test_a_circle_has_its_extent_by_count() -> None:
    svg = _svg(_drawn(open_frame(), outlines=False))
    paths = re.findall(r'id="map-crime-pan-keep-spot-(\d+)">\n<path d="M (-?[\d.]+) (-?[\d.]+)[^"]*?\n?C[^"]*"', svg)
    assert len(paths) == len(COUNTS)
    spans = [_span(svg, n) for n in range(6)]
    most = max(COUNTS.values())
    counts = sorted(COUNTS.values(), reverse=True)[:6]
    assert [span / spans[0] for span in spans] == pytest.approx([(count / most) ** 0.5 for count in counts], abs=0.01)


def _span(svg: str, n: int) -> float:
    path = re.search(rf'id="map-crime-pan-keep-spot-{n}">\n<path d="([^"]*)"', svg)
    assert path
    numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path[1])]
    return max(numbers[0::2]) - min(numbers[0::2])


def test_the_text_alternative_says_what_to_learn() -> None:
    shown = _drawn(open_frame())
    assert shown.chart
    assert "Numbered from the most down: Place X00 90, Place X01 40" in shown.chart.alt
    assert "2 with 35 or more" in shown.chart.alt


def test_a_map_without_any_count_is_refused() -> None:
    shown = place_map(open_frame(dict.fromkeys(COUNTS)), CAPTION, chequerboard(COUNTS), unit="Recorded crime")
    assert not said(shown)


@given(some.lists(some.tuples(some.floats(0, 100), some.floats(0, 120)), min_size=1, max_size=10))
def test_no_number_stands_on_another_wherever_places_lie(places: list[tuple[float, float]]) -> None:
    found = apart(places, RADIUS_MM, (107.0, 128.0))
    for i, (x, y) in enumerate(found):
        assert RADIUS_MM <= x <= 107 - RADIUS_MM
        assert RADIUS_MM <= y <= 128 - RADIUS_MM
        for other_x, other_y in found[:i]:
            assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= 1.9 * RADIUS_MM


def test_places_far_apart_keep_their_numbers_on_them() -> None:
    assert apart([(20, 20), (80, 90)], RADIUS_MM, (107, 128)) == [
        pytest.approx((20, 20), abs=0.01), pytest.approx((80, 90), abs=0.01)
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "round_number"), [(7.3, 5), (2.0, 2), (1.99, 1), (0.3, 0.2), (48, 20)])
def test_a_scale_bar_is_a_round_number(value: float, round_number: float) -> None:
    assert nice(value) == pytest.approx(round_number)


@pytest.mark.parametrize(("largest", "steps"), [(446, [400, 100, 20]), (9, [9, 2]), (1, [1])])
def test_circles_of_the_key_are_round_counts(largest: int, steps: list[int]) -> None:
    assert circle_steps(largest) == steps
