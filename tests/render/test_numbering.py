"""Numbers of sections and exhibits."""

from __future__ import annotations

import pytest
from documents import DOCUMENT, GLANCE, MAP, TREND, heading

from analysis.errors import ExhibitError
from analysis.render import number
from analysis.render.number import number_exhibits, number_sections


def test_sections_count_within_the_section_above_them() -> None:
    levels = (1, 2, 3, 3, 2, 3, 1, 2)
    found = number_sections(heading(level, f"Section {n}", f"s{n}") for n, level in enumerate(levels))
    assert list(found.values()) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "1.2.1", "2", "2.1"]


def test_figures_and_tables_count_apart_in_order_of_appearance() -> None:
    assert number_exhibits([TREND, GLANCE, MAP]) == {
        "crime-trend": "Figure 1",
        "crime-glance": "Table 1",
        "hotspot-map": "Figure 2",
    }


@pytest.mark.parametrize(
    ("target", "label", "anchor", "title"),
    [
        ("hotspot-map", "Figure 2", "hotspot-map", "A third of crime is in two small areas"),
        ("delivery-plan", "Table 2", "delivery-plan", "Two of three actions have no measure"),
        ("section:before-covid", "section 2.2.1", "before-covid", "Against the months before Covid"),
    ],
)
def test_a_reference_says_the_number_of_what_it_leads_to(target: str, label: str, anchor: str, title: str) -> None:
    numbering = number(DOCUMENT)
    assert numbering.label_of(target) == label
    assert numbering.anchor_of(target) == anchor
    assert numbering.titles[anchor] == title


@pytest.mark.parametrize(
    ("target", "nearest"),
    [("crime-tend", "crime-trend"), ("section:place", "section:places"), ("section:crime-trend", "crime-trend")],
)
def test_a_reference_to_nothing_names_what_is_nearest(target: str, nearest: str) -> None:
    with pytest.raises(ExhibitError, match=f'did you mean "{nearest}"'):
        number(DOCUMENT).label_of(target)


def test_a_section_is_not_an_exhibit_of_the_same_name() -> None:
    with pytest.raises(ExhibitError, match="no exhibit or section"):
        number(DOCUMENT).anchor_of("summary")
