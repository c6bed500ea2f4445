"""Names and wordings that the sections share."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from analysis.assessment.naming import category_title, category_words, kind_of, profile_lines
from analysis.assessment.wording import blank, how_many, opening, standing_words, when
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written


@pytest.mark.parametrize(("number", "words"), [(0, "none"), (1, "one"), (9, "nine"), (12, "12")])
def test_a_number_that_stands_by_itself(number: int, words: str) -> None:
    assert how_many(number) == words


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (["met", "missed", "met"], "two met and one missed"),
        (["missed", "not due", "not published"], "one missed; two cannot be judged"),
        (["at risk", "on track", "too close to call"], "one on track, one at risk and one too close to call"),
        (["not due", "no target set"], ""),
        ([], ""),
    ],
)
def test_the_standing_of_indicators_in_words(statuses: list[str], words: str) -> None:
    assert standing_words(statuses) == words


def test_a_sentence_opens_with_a_capital() -> None:
    assert opening(1, "action is", "actions are") == "One action is"
    assert opening(34, "action is", "actions are") == "34 actions are"


def test_a_date_that_is_not_known_says_why() -> None:
    assert when(dt.date(2018, 3, 31)) == "31 March 2018"
    assert when(Unknown.NOT_PUBLISHED) == "not published"


def test_who_could_have_said_it_decides_what_stands_in_its_place(
    agreement: Written, leicestershire: Written, illustration: Written
) -> None:
    words = [blank(each.assessment.declaration.edition) for each in (agreement, leicestershire, illustration)]
    assert words == ["not published", "not supplied", "not supplied"]


@pytest.mark.parametrize(
    ("slug", "title", "kind"),
    [
        ("all-crime", "All recorded crime", "total"),
        ("all-crimes", "All recorded crime", "total"),
        ("all-offences", "All recorded offences", "apart"),
        ("anti-social-behaviour", "Anti-social behaviour", "apart"),
        ("theft-from-the-person", "Theft from the person", "crime"),
        ("all-group-4-damage-and-reckless-behaviour", "Group 4: damage and reckless behaviour", "crime"),
        ("crimes-group-2-rape", "Rape", "crime"),
    ],
)
def test_categories_have_the_names_that_a_reader_knows(slug: str, title: str, kind: str) -> None:
    assert (category_title(slug), kind_of(slug)) == (title, kind)


@pytest.mark.parametrize(
    ("slug", "title", "words"),
    [
        ("vehicle-crime", "Vehicle crime", "vehicle crime"),
        (
            "crimes-group-1-domestic-abuse-scotland-act-2018", "Domestic Abuse (Scotland) Act 2018",
            "Domestic Abuse (Scotland) Act 2018",
        ),
        (
            "all-group-1-non-sexual-crimes-of-violence", "Group 1: non-sexual crimes of violence",
            "non-sexual crimes of violence (group 1)",
        ),
        ("crimes-group-4-fire-raising", "Fire-raising", "fire-raising"),
        ("crimes-group-2-rape-attempted-rape", "Rape and attempted rape", "rape and attempted rape"),
    ],
)  # fmt: skip
def test_a_category_reads_well_at_the_head_of_a_table_and_inside_a_sentence(slug: str, title: str, words: str) -> None:
    assert (category_title(slug), category_words(slug)) == (title, words)


def test_all_crime_leaves_out_what_is_counted_apart() -> None:
    lines = profile_lines(["burglary", "anti-social-behaviour", "robbery"], annual=False)
    assert lines["all-crime"] == ("burglary", "robbery")
    assert set(lines) == {"all-crime", "burglary", "robbery", "anti-social-behaviour"}


def test_scottish_lines_are_the_published_totals_and_are_not_summed_again() -> None:
    lines = profile_lines(["all-crimes", "all-group-1-x", "crimes-group-1-murder"], annual=True)
    assert lines == {"all-crimes": ("all-crimes",), "all-group-1-x": ("all-group-1-x",)}


def test_every_reference_of_a_group_is_the_slug_of_its_table(written: Callable[[str], Written]) -> None:
    edition = written("west-lancashire/2011-12")
    groups = {indicator.group for indicator in edition.assessment.declaration.edition.indicators}
    assert len([slug for slug in edition.exhibits if slug.startswith("targets-")]) == len(groups)
