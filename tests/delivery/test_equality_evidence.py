"""The nine protected characteristics are always there, and what nobody knows is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.delivery import evidence, without_evidence
from analysis.params.equality import PROTECTED, Characteristic


def characteristic(name: str, **given: object) -> Characteristic:
    return Characteristic.model_validate({"characteristic": name} | given)


def test_all_nine_are_listed_where_nothing_is_declared() -> None:
    found = evidence([])
    assert tuple(each.characteristic for each in found) == PROTECTED
    assert without_evidence(found) == PROTECTED


def test_what_a_partnership_adds_stands_after_the_nine_and_is_no_protected_characteristic() -> None:
    found = evidence([characteristic("Care leavers"), characteristic("Age", known="Victims are young.")])
    assert [each.characteristic for each in found][-1] == "Care leavers"
    assert "Care leavers" not in without_evidence(found) and "Age" not in without_evidence(found)


def test_a_name_of_before_the_act_is_the_same_characteristic() -> None:
    found = evidence([characteristic("Religion", known="Asked in 2008.")])
    assert len(found) == 9
    assert "Religion or belief" not in without_evidence(found)


def test_a_gap_alone_is_no_evidence() -> None:
    gap = characteristic("Race", gap="Nobody asks.", priorities=[{"priority": "theft", "state": "gap"}])
    assert "Race" in without_evidence(evidence([gap]))


def test_what_is_known_for_one_priority_is_evidence() -> None:
    known = characteristic("Race", priorities=[{"priority": "theft", "state": "known", "source": "Survey"}])
    (race,) = [each for each in evidence([known]) if each.characteristic == "Race"]
    assert race.any and race.known_somewhere and race.of("violence") is None
    assert (found := race.of("theft")) is not None and found.source == "Survey"


def test_words_in_general_are_nothing_known_for_a_priority() -> None:
    (race, *_) = [e for e in evidence([characteristic("Race", known="Withheld.")]) if e.characteristic == "Race"]
    assert race.any and not race.known_somewhere


@given(st.lists(st.sampled_from([*PROTECTED, "religion", "AGE", "Care leavers"]), unique_by=str.lower, max_size=5))
def test_no_characteristic_is_lost_or_made_up(names: list[str]) -> None:
    found = evidence([characteristic(name) for name in names])
    assert [each.characteristic for each in found][:9] == list(PROTECTED)
    assert {each.characteristic for each in found if each.declared} <= {*PROTECTED, *names}
