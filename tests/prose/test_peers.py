"""Sentences of an area beside others."""

from __future__ import annotations

from typing import Any

import pytest

from analysis.blocks import Ref
from analysis.cannot_say import CannotSay
from analysis.disclosure import OPEN, Row, publish
from analysis.prose.peers import ordinal, outlier_sentence, peers_sentence, place_sentence

NEAR = {
    "rate": 80.22, "rate_low": 78.5, "rate_high": 82.0, "difference": 13.1, "difference_low": -14.5,
    "difference_high": 49.6, "beside": "near", "typical": 70.9, "place": 2, "place_low": 2, "place_high": 4, "of": 9,
    "outlier": "within",
}  # fmt: skip


def row(**more: Any) -> Row:
    return publish([{"category": "x", **NEAR, **more}], OPEN, key=["category"]).rows[0]


def words(**more: Any) -> str:
    spans = peers_sentence(
        row(**more), "Rugby", "burglary", during="the year ending May", others="the eight others", see="b"
    )
    return "".join("<b>" if isinstance(span, Ref) else span.text for span in spans)  # type: ignore[union-attr]


def test_a_difference_whose_interval_takes_in_none_is_not_called_one() -> None:
    assert words() == (
        "Burglary in Rugby came to 80.2 per 1,000 residents in the year ending May (95% interval: 78.5 to 82.0). That "
        "is not clearly different from what is typical of the eight others, 70.9 (+13.1%, 95% interval: −14.5% to "
        "+49.6%) (<b>). By rate it stands second of nine, the highest first; its true place may be anywhere from "
        "second to fourth."
    )


def test_above_and_below_give_the_interval_on_their_side() -> None:
    above = words(difference=40.0, difference_low=4.4, difference_high=91.0, beside="above")
    assert "That is 40.0% above what is typical of the eight others, 70.9 (95% interval: 4.4% to 91.0% above)" in above
    below = words(difference=-30.0, difference_low=-45.0, difference_high=-10.0, beside="below")
    assert "That is 30.0% below what is typical of the eight others, 70.9 (95% interval: 10.0% to 45.0% below)" in below


def test_without_anything_typical_the_rate_and_the_place_are_still_said() -> None:
    small = CannotSay("too small", "small-counts")
    found = words(difference=small, difference_low=small, difference_high=small, beside=small, typical=small)
    assert "typical" not in found and "came to 80.2" in found and "second of nine" in found


def test_a_place_in_no_doubt_is_called_hardly_in_doubt() -> None:
    assert place_sentence(row(place=1, place_low=1, place_high=1)).endswith("its place is hardly in doubt.")


def test_two_places_are_one_or_the_other() -> None:
    assert place_sentence(row(place=2, place_low=2, place_high=3)).endswith("its true place may be second or third.")


def test_a_verdict_is_the_limits_own_and_none_is_no_sentence() -> None:
    assert "unusually high: outside the limits that hold 99.8%" in outlier_sentence(
        row(outlier="unusually high"), "burglary"
    )
    assert "one area in twenty is" in outlier_sentence(row(outlier="at the edge"), "burglary")
    within = outlier_sentence(row(inner_low=50.0, inner_high=90.0), "burglary")
    assert within == (
        "The rate of burglary is within the 95% limits that the spread of the other areas gives, 50.0 to 90.0."
    )
    assert outlier_sentence(row(outlier=CannotSay("too few", "few-peers-for-verdict")), "burglary") == ""


def test_wide_limits_are_said_to_say_little() -> None:
    assert outlier_sentence(row(inner_low=19.9, inner_high=94.0), "burglary").endswith(
        "19.9 to 94.0. They are wide, the upper 4.7 times the lower, so that being within them says little."
    )


@pytest.mark.parametrize(("place", "said"), [(1, "first"), (9, "ninth"), (10, "10th"), (11, "11th"), (12, "12th"),
                                             (21, "21st"), (22, "22nd"), (23, "23rd"), (111, "111th")])  # fmt: skip
def test_places_are_spelled_as_people_say_them(place: int, said: str) -> None:
    assert ordinal(place) == said
