"""Figures by characteristic: small counts are withheld with whatever would give them away."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.assessment.breakdown import REST, published
from analysis.disclosure import RESTRICTED
from analysis.params.equality import Breakdown
from analysis.targets import proportion


def breakdown(groups: dict[str, Any], **given: Any) -> Breakdown:
    rows = [
        {"name": name, "count": figure[0], "of": figure[1]}
        if isinstance(figure, tuple)
        else {"name": name, "count": figure}
        for name, figure in groups.items()
    ]
    base = {"id": "safe", "what": "Residents who feel safe", "source": "Survey", "groups": rows}
    return Breakdown.model_validate(base | given)


def counts(one: Breakdown) -> dict[str, float | None]:
    return {row.words("group"): row.number("count") for row in published(one)}


def test_what_is_not_said_to_be_open_is_restricted() -> None:
    assert breakdown({"Women": 3}, of=50).access == "restricted"


def test_a_small_count_is_withheld_with_one_that_would_give_it_away() -> None:
    found = counts(breakdown({"White": 219, "Asian": 18, "Black": 6, "Other": 2}, of=245))
    assert found == {"White": 219, "Asian": 18, "Black": None, "Other": None}


def test_the_same_counts_of_an_open_source_are_marked_and_stay() -> None:
    rows = published(breakdown({"White": 219, "Other": 2}, of=221, access="open")).rows
    assert [row.number("count") for row in rows] == [219, 2]
    assert [row["count"].low for row in rows] == [False, True]


def test_what_is_worked_out_from_a_withheld_count_is_withheld() -> None:
    frame = published(breakdown({"White": 219, "Black": 6, "Other": 2}, of=227))
    row = frame.row(group="Other")
    assert all(not row[column].known for column in ("percent", "low", "high"))
    assert all(str(row[column].state) in ("suppressed", "withheld") for column in ("count", "percent"))


def test_those_in_no_group_are_shown_and_not_lost() -> None:
    assert counts(breakdown({"Disabled": 31, "Not disabled": 74}, of=140)) == {
        "Disabled": 31,
        "Not disabled": 74,
        REST: 35,
    }


def test_a_small_rest_is_withheld_too() -> None:
    found = counts(breakdown({"Disabled": 31, "Not disabled": 74}, of=107))
    assert found[REST] is None and list(found.values()).count(None) == 2


def test_few_who_were_not_counted_are_protected_as_those_who_were() -> None:
    """58 of 60 tells of two people who do not feel safe."""
    found = published(breakdown({"Women": (58, 60), "Men": (40, 80)}))
    women = found.row(group="Women")
    assert not (women["count"].known and women["of"].known)
    assert not women["percent"].known


def test_a_share_has_the_limits_that_a_survey_has() -> None:
    row = published(breakdown({"16 to 24": (98, 152), "25 and over": (686, 952)})).rows[0]
    expected = proportion(100 * 98 / 152, 152)
    assert (row.number("percent"), row.number("low"), row.number("high")) == (
        expected.percent, expected.low, expected.high,
    )  # fmt: skip


def test_a_figure_that_is_not_there_is_not_zero() -> None:
    frame = published(breakdown({"Women": (60, 100), "Men": ("not published", 80)}))
    row = frame.row(group="Men")
    assert str(row["count"].state) == str(row["percent"].state) == "not published"


def test_a_group_of_nobody_has_no_share() -> None:
    row = published(breakdown({"Women": (0, 0), "Men": (40, 80)})).row(group="Women")
    assert str(row["percent"].state) == "cannot say"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=2, max_size=5), st.integers(0, 9))
def test_no_small_count_follows_from_what_is_published(figures: list[int], rest: int) -> None:
    """What is withheld adds up to a known sum of counts that are at least one: each may be anything up to the rest."""
    groups = {f"g{n}": count for n, count in enumerate(figures)}
    total = sum(figures) + rest
    if not total > 0 or 1 <= total <= 4:
        return
    rows = counts(breakdown(groups, of=total))
    true = {**groups, **({REST: rest} if rest else {})}
    hidden = [name for name, count in rows.items() if count is None]
    left = total - sum(count for count in rows.values() if count is not None)
    if any(1 <= true[name] <= 4 for name in hidden):
        assert left - len(hidden) >= RESTRICTED.width
    assert all(count is None or not 1 <= count <= 4 for count in rows.values())


@pytest.mark.parametrize("figure", [1, 4])
def test_a_total_too_small_to_publish_has_no_exhibit(figure: int) -> None:
    from analysis.assessment.breakdown import breakdown_block
    from analysis.blocks import Note

    block = breakdown_block(None, "Race", breakdown({"Black": figure}, of=figure))  # type: ignore[arg-type]
    assert isinstance(block, Note)
