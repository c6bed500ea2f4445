"""The boundary table of the rule, and which source is under which."""

from __future__ import annotations

import pytest

from analysis.disclosure import OPEN, RESTRICTED, rule_of


@pytest.mark.parametrize(
    ("count", "withheld"),
    [(0, False), (1, True), (2, True), (3, True), (4, True), (5, False), (6, False), (1000, False)],
)
def test_under_full_control_one_to_four_are_withheld_and_zero_is_published(count: int, withheld: bool) -> None:
    assert RESTRICTED.protects(count) is withheld


@pytest.mark.parametrize("count", [0, 1, 4, 5, 19, 20])
def test_open_data_withholds_nothing(count: int) -> None:
    assert not OPEN.protects(count)


@pytest.mark.parametrize(("count", "low"), [(0, True), (19, True), (20, False)])
def test_a_count_under_twenty_is_of_low_reliability(count: int, low: bool) -> None:
    assert OPEN.is_low(count) is low


@pytest.mark.parametrize("source", ["police-uk", "scotland", "population", "published"])
def test_what_anyone_can_download_is_open(source: str) -> None:
    assert rule_of(source) is OPEN


@pytest.mark.parametrize("source", ["partner", "simulated", "", "police-uk-restricted", "Police-UK"])
def test_a_source_not_known_to_be_open_is_restricted(source: str) -> None:
    assert rule_of(source) is RESTRICTED
