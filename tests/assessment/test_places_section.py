"""Places as the report tells them: which last, which an event made, what stands together, and what is kept back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from written_edition import rows_of

from analysis.assessment.place_results import PlaceResults
from analysis.assessment.place_rows import published_places, published_standings
from analysis.assessment.places import places
from analysis.assessment.results import Results
from analysis.blocks import Exhibit
from analysis.cannot_say import CannotSay
from analysis.disclosure import RESTRICTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

    from analysis.disclosure import Published


def exhibits(written: Written) -> dict[str, Exhibit]:
    """The exhibits of this section alone, by slug."""
    return {block.slug: block for block in written.section("places") if isinstance(block, Exhibit)}


def rows(written: Written, slug: str) -> list[dict[str, str]]:
    """The CSV of one of them."""
    return rows_of(exhibits(written)[slug])


PARK = "North West Leicestershire 001C"


def test_june_2022_at_donington_park_is_named_as_event_related(leicestershire: Written) -> None:
    said = leicestershire.words("places")
    assert f"June 2022 is event-related at {PARK} (Donington Park)" in said
    assert "118 crimes were recorded there" in said
    assert "other theft was 128 (usually about 70, from 41 to 88)" in said
    assert "theft from the person was 37 (usually about 3, from 0 to 9)" in said


def test_whether_it_comes_again_cannot_be_judged_from_covid_junes(leicestershire: Written) -> None:
    said = leicestershire.words("places")
    assert "Whether it comes again each year cannot be judged" in said
    assert "June 2020 and June 2021 fell under Covid restrictions, and no other year holds these months" in said
    assert "that the event is the cause is not shown" in said


def test_the_partnerships_own_strategy_is_cited_for_it(leicestershire: Written) -> None:
    said = leicestershire.words("places")
    assert "Community Safety Strategy 2009/10, Annual Refresh, names Donington Park and its public events" in said
    assert "about a third of the district's crime there, which its other figures do not bear out" in said


def test_its_rank_over_the_year_is_told_with_and_without_the_month(leicestershire: Written) -> None:
    said = leicestershire.words("places")
    assert "would be number 35 of the year and not number 11: it is not among the top ten either way." in said


def test_a_place_in_any_top_ten_is_listed_once_with_three_ranks(leicestershire: Written) -> None:
    found = rows(leicestershire, "places-by-rank")
    assert len({row["area"] for row in found}) == len(found) == 14
    for rank in ("by_count", "by_rate", "by_harm"):
        assert sorted(int(row[rank]) for row in found if int(row[rank]) <= 10) == list(range(1, 11))


def test_a_place_is_persistent_by_every_complete_year_held(leicestershire: Written) -> None:
    lasting = {row["place"]: row["lasting"] for row in rows(leicestershire, "top-places-crime")}
    assert lasting["North West Leicestershire 010B"] == "all 3 years"
    assert lasting["North West Leicestershire 001B"] == "2 of 3 years"
    assert lasting["North West Leicestershire 011B"] == "new"
    assert sum(words == "all 3 years" for words in lasting.values()) == 7


def test_concentration_stands_beside_chance(leicestershire: Written) -> None:
    found = rows(leicestershire, "concentration")
    shares = [row for row in found if "busiest" in row["measure"]]
    assert all(float(row["seen"]) > float(row["chance_high"]) > float(row["chance"]) for row in shares)
    assert "Few records look concentrated by chance alone." in exhibits(leicestershire)["concentration"].notes[0]


def test_map_points_are_called_neighbourhoods_and_add_up(leicestershire: Written) -> None:
    found = rows(leicestershire, "repeat-locations")
    total = int(rows(leicestershire, "places-chosen-beforehand")[-1]["records"])
    assert sum(int(row["records"]) for row in found) == total == 8408
    assert "not of one address, one home or one victim" in exhibits(leicestershire)["repeat-locations"].notes[0]


def test_which_places_are_neighbours_is_said(leicestershire: Written, illustration: Written) -> None:
    assert "the eight nearest by their published map points" in leicestershire.words("places")
    assert "those that share a border" in illustration.words("places")


def test_the_places_of_last_year_are_judged_by_this_one(leicestershire: Written) -> None:
    found = rows(leicestershire, "places-chosen-beforehand")
    assert [row["months_after"] for row in found] == ["3", "6", "12"]
    assert all(1 < float(row["pai"]) < 58 / 10 and float(row["pei"]) <= 100 for row in found)


def test_without_an_earlier_year_nothing_is_said_of_which_last(warwickshire: Written) -> None:
    said = warwickshire.words("places")
    assert "No earlier year is known whole, so nothing is said of which places last." in said
    assert "What choosing last year's busiest places would have been worth" in said
    labels = [column.label for column in exhibits(warwickshire)["places-by-rank"].table.columns]
    assert labels == ["Small area", "Records", "count", "rate", "harm"]


def test_a_countys_top_ten_is_over_all_its_districts(warwickshire: Written) -> None:
    names = {row["place"].rsplit(" ", 1)[0] for row in rows(warwickshire, "top-places-crime")}
    assert names == {"Nuneaton and Bedworth", "Warwick", "Rugby", "Stratford-on-Avon"}


def test_the_planted_truths_of_the_illustration_are_found(illustration: Written) -> None:
    said = illustration.words("places")
    crime = {row["place"]: row["lasting"] for row in rows(illustration, "top-places-crime")}
    assert crime["Brackenford 001A"] == "both years"
    assert crime["Brackenford 008B"] == "event-related"
    assert "Emerging, with a clear rise: Brackenford 003D." in said
    assert "June 2022 is event-related at Brackenford 008B" in said


def test_restricted_figures_tell_no_category_and_no_single_month_of_an_event(illustration: Written) -> None:
    said = next(line for line in illustration.words("places").splitlines() if "is event-related at" in line)
    assert "Most were" not in said
    assert " had " not in said.split("crimes were recorded there")[1].split(".")[0]
    assert "repeat-locations" not in exhibits(illustration)


def restricted(written: Written, **months: int) -> PlaceResults:
    """The same edition's places as those of a restricted source, some places with few."""
    context = written.assessment.context
    slices = context.slices
    counts = slices.counts.copy()
    for area, count in months.items():
        own = counts["area"] == area
        counts.loc[own, "count"] = 0
        first = counts[own & (counts["month"] == context.window.start) & (counts["category"] == "burglary")].index[:1]
        counts.loc[first, "count"] = count
    made = replace(context, slices=replace(slices, counts=counts))

    class Closed(type(made)):  # type: ignore[misc]
        rule = RESTRICTED

    return Results(Closed(made.declaration, made.slices)).places


def test_a_withheld_count_withholds_all_that_is_worked_out_of_every_place(leicestershire: Written) -> None:
    found = restricted(leicestershire, E01025913=2)
    assert isinstance(found.refusal, CannotSay)
    assert found.refusal.rule == "disclosure"
    for name in ("concentrated", "chosen_before", "pattern", "repeated"):
        assert getattr(found, name).rule == "disclosure"
    assert {answer.rule for _, answer in found.events} == {"disclosure"}


@pytest.mark.parametrize("table", [published_places, published_standings])
def test_withheld_places_come_last_by_code_and_no_rank_tells_where_theirs_lies(
    leicestershire: Written, table: Callable[..., Published]
) -> None:
    areas = sorted(leicestershire.assessment.context.slices.counts["area"].unique())
    few = {area: 3 + at % 2 for at, area in enumerate(areas[6:])}
    results = restricted(leicestershire, **few).results
    found = results.top_places["crime"]
    shown = table(results, found, "crime") if table is published_places else table(results, found)
    withheld = [row.words("area") for row in shown if not row["after"].known]
    assert len(withheld) >= 4
    assert [row.words("area") for row in shown][-len(withheld) :] == sorted(withheld)
    assert not [row for row in shown for name in row if "rank" in name or name.startswith("by_") if row[name].known]


def test_an_event_is_kept_back_where_what_is_left_of_the_year_is_small(leicestershire: Written) -> None:
    context = leicestershire.assessment.context
    counts = context.slices.counts.copy()
    own = (counts["area"] == "E01025926") & counts["month"].isin(context.window.periods)
    counts.loc[own & (counts["month"] != pd.Period("2022-06", "M")), "count"] = 0
    some = counts[own & (counts["month"] == pd.Period("2022-01", "M")) & (counts["category"] == "burglary")].index[0]
    counts.loc[some, "count"] = 3
    made = replace(context, slices=replace(context.slices, counts=counts))

    class Closed(type(made)):  # type: ignore[misc]
        rule = RESTRICTED

    ((_, found),) = Results(Closed(made.declaration, made.slices)).places.events
    assert isinstance(found, CannotSay)
    assert found.rule == "disclosure"


def test_under_85_per_cent_located_nothing_is_named(leicestershire: Written) -> None:
    context = leicestershire.assessment.context
    report = context.slices.completeness.copy()
    report["without_location"] = (report["rows"] * 0.2).astype("Int64")
    made = replace(context, slices=replace(context.slices, completeness=report))
    shown = places(made, Results(made))
    assert not [block for block in shown if block.kind == "exhibit"]
    said = " ".join(str(block.model_dump()) for block in shown)
    assert "Leicestershire 0" not in said
    assert "80% of records have a location" in said


@pytest.mark.parametrize("name", ["west-lothian/2021-22", "warwickshire/2011-12"])
def test_figures_without_places_name_none(written: Callable[[str], Written], name: str) -> None:
    assert "no place can be named" in written(name).words("places")


def test_the_same_edition_says_the_same_of_its_places(leicestershire: Written) -> None:
    again = Results(leicestershire.assessment.context).places
    assert again.pattern == leicestershire.assessment.results.places.pattern
    assert again.concentrated == leicestershire.assessment.results.places.concentrated
