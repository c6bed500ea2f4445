"""The section on other areas, and that on harm, as a reader finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written_edition import changed, rows_of, sentences

from analysis.assessment.harm import harm_blocks
from analysis.assessment.peer_results import PeerResults
from analysis.assessment.peers import peer_blocks
from analysis.blocks import Exhibit, Note
from analysis.cannot_say import CannotSay

if TYPE_CHECKING:
    from collections.abc import Callable

    from written_edition import Written

    from analysis.blocks import Block

MONTHLY = ("north-west-leicestershire/2022", "west-lancashire/2022", "rugby/2022", "south-warwickshire/2022")


MADE: dict[tuple[str, int], tuple[Block, ...]] = {}
"""The blocks of editions that the whole session keeps."""


def beside(written: Written) -> tuple[Block, ...]:
    return _made("beside", peer_blocks, written)


def harm(written: Written) -> tuple[Block, ...]:
    return _made("harm", harm_blocks, written)


def _made(what: str, blocks: Callable[..., list[Block]], written: Written) -> tuple[Block, ...]:
    found = MADE.get((what, id(written)))
    if found is None:
        found = MADE[what, id(written)] = tuple(blocks(written.assessment.context, written.assessment.results))
    return found


def table(blocks: tuple[Block, ...], slug: str) -> dict[str, dict[str, str]]:
    (found,) = [block for block in blocks if isinstance(block, Exhibit) and block.slug == slug]
    rows = rows_of(found)
    return {row["line"] if "line" in row else row["area"]: row for row in rows}


def said(blocks: tuple[Block, ...]) -> str:
    return "\n".join(sentences(blocks))


def test_the_area_stands_second_of_nine_though_the_pooled_rate_is_higher(leicestershire: Written) -> None:
    row = table(beside(leicestershire), "rates-beside-other-areas")["all-crime"]
    assert (row["place"], row["place_low"], row["place_high"], row["of"]) == ("2", "2", "4", "9")
    assert round(float(row["rate"]), 1) == 80.2 and round(float(row["together"]), 1) == 92.6
    assert round(float(row["typical"]), 1) == 70.9 and row["beside"] == "near"
    assert "not clearly different from what is typical of the eight neighbouring areas, 70.9" in said(
        beside(leicestershire)
    )


def test_eight_neighbours_give_no_verdict_on_any_line(leicestershire: Written) -> None:
    rows = table(beside(leicestershire), "rates-beside-other-areas").values()
    assert {row["outlier"] for row in rows} == {""}
    notes = [block for block in beside(leicestershire) if isinstance(block, Note) and block.tone == "cannot-say"]
    assert len(notes) == 1 and "fewer than 19" in said(tuple(notes))


def test_thirty_one_councils_give_one(lothian: Written) -> None:
    rows = table(beside(lothian), "rates-beside-other-areas").values()
    assert {row["outlier"] for row in rows} <= {"within", "at the edge", "unusually high", "unusually low"}
    found = said(beside(lothian))
    assert "within the 95% limits that the spread of the other areas gives, 19.9 to 94.0" in found
    assert "areas like these" not in found


def test_neighbouring_areas_are_explained_where_first_named_and_councils_of_a_country_need_not_be(
    leicestershire: Written, lothian: Written
) -> None:
    named = (
        "the eight neighbouring areas, that is, other districts of the same police force, whether or not they border"
    )
    assert named in next(iter(sentences(beside(leicestershire))))
    assert "border" not in said(beside(lothian))


def test_a_change_refused_elsewhere_is_refused_beside_others_while_what_cancels_stands(
    written: Callable[[str], Written],
) -> None:
    lancashire = written("west-lancashire/2022")
    row = table(beside(lancashire), "changes-against-other-areas")["all-crime"]
    assert (row["own"], row["peers"]) == ("", "") and round(float(row["difference"]), 1) == 3.6
    (shown,) = [b for b in beside(lancashire) if isinstance(b, Exhibit) and b.slug == "changes-against-other-areas"]
    assert any(
        note.startswith("All recorded crime: neither change can be given, since the share of records with a location")
        and "to cancel" in note
        for note in shown.notes
    )


def test_a_change_whose_swing_cannot_be_judged_has_no_comparison_either(lothian: Written) -> None:
    row = table(beside(lothian), "changes-against-other-areas")["crimes-coronavirus-restrictions"]
    assert (row["own"], row["peers"], row["difference"], row["verdict"]) == ("", "", "", "")


def test_no_change_beside_others_contradicts_the_change_on_the_year(written: Callable[[str], Written]) -> None:
    for name in ("west-lancashire/2022", "west-lothian/2021-22", "north-west-leicestershire/2022"):
        edition = written(name)
        rows = table(beside(edition), "changes-against-other-areas")
        refused = {k for k, v in edition.assessment.results.on_the_year.items() if isinstance(v, CannotSay)}
        assert {line for line, row in rows.items() if row["own"]} & refused == set()


def test_a_difference_surer_than_the_change_is_explained(leicestershire: Written) -> None:
    (shown,) = [b for b in beside(leicestershire) if isinstance(b, Exhibit) and b.slug == "changes-against-other-areas"]
    assert any("Swings that all areas share cancel" in note for note in shown.notes)


def test_types_are_counted_without_the_totals_that_stand_in_the_same_table(leicestershire: Written) -> None:
    (shown,) = [b for b in beside(leicestershire) if isinstance(b, Exhibit) and b.slug == "rates-beside-other-areas"]
    assert shown.headline.startswith("Of 14 types, totals apart, one stood") and len(shown.table.rows) == 15


@pytest.mark.parametrize("name", MONTHLY)
def test_one_police_force_and_the_wrong_people_are_said(written: Callable[[str], Written], name: str) -> None:
    found = said(beside(written(name)))
    assert "All areas here lie in one police force" in found
    assert "shoplifting (shops and their customers, not residents)" in found
    assert "were not chosen for being alike" in found


def test_every_chart_has_its_area_once_and_every_peer(leicestershire: Written) -> None:
    for slug in ("compared-all-crime", "compared-anti-social-behaviour"):
        rows = table(beside(leicestershire), slug)
        assert len(rows) == 9
        assert [area for area, row in rows.items() if row["own"] == "yes"] == ["North West Leicestershire"]


def test_a_county_without_peers_and_a_published_document_say_why(warwickshire: Written, agreement: Written) -> None:
    assert "no other areas are declared to set it beside" in said(beside(warwickshire))
    assert len(beside(agreement)) == len(harm(agreement)) == 1


def test_rates_of_eleven_months_are_called_so_and_their_change_is_refused(written: Callable[[str], Written]) -> None:
    found = said(beside(written("rugby/2022")))
    assert "Rates are over 11 months, not a year." in found
    assert "January to November 2021 is not complete for Rugby" in found


def test_no_population_is_no_rate(leicestershire: Written) -> None:
    none = changed(leicestershire, edition={"population_year": None})
    found = peer_blocks(none.assessment.context, none.assessment.results)
    assert "no population is known for North West Leicestershire" in said(tuple(found))


def test_a_neighbour_with_a_month_missing_is_left_out_and_named(leicestershire: Written) -> None:
    districts = leicestershire.assessment.results.slices.districts
    gone = (districts["area"] == "E07000133") & (districts["month"] == districts["month"].max())
    lacking = changed(leicestershire, districts=districts[~gone])
    found = tuple(peer_blocks(lacking.assessment.context, lacking.assessment.results))
    row = table(found, "rates-beside-other-areas")["burglary"]
    assert (row["of"], row["left_out"]) == ("8", "the year ending November 2022 is not complete for Melton")
    assert "the seven neighbouring areas" in said(found)


def test_what_is_withheld_of_a_restricted_source_is_in_no_comparison(illustration: Written) -> None:
    results = illustration.assessment.results
    decision = results.decision
    assert decision is not None
    peers = PeerResults(results)
    rows = table(beside(illustration), "rates-beside-other-areas")
    hidden = [line for line in results.lines if decision.withholds({"category": line, "window": "latest"})]
    for line in hidden:
        assert (rows[line]["rate"], rows[line]["place"], rows[line]["difference"]) == ("", "", "")
    assert set(peers.rates) == set(results.lines)


def test_a_small_count_of_a_neighbour_hides_the_whole_line(illustration: Written) -> None:
    results = illustration.assessment.results
    districts, window = results.slices.districts.copy(), results.context.window
    spot = (districts["area"] == "X07000003") & (districts["category"] == "robbery") & (
        districts["month"].isin(window.periods)
    )  # fmt: skip
    districts.loc[spot, "count"] = 0
    districts.loc[spot & (districts["month"] == window.end), "count"] = 3
    small = changed(illustration, districts=districts)
    rows = table(tuple(peer_blocks(small.assessment.context, small.assessment.results)), "rates-beside-other-areas")
    assert rows["robbery"]["rate"] == rows["robbery"]["typical"] == ""
    assert rows["burglary"]["rate"] and rows["burglary"]["typical"]
    # All of them but one, taken from the total, would give the sum that is hidden.
    assert {row["together"] for row in rows.values()} == {""}


def test_violence_is_less_of_the_records_than_of_harm(leicestershire: Written) -> None:
    row = table(harm(leicestershire), "share-of-harm")["violence-and-sexual-offences"]
    assert (row["count"], round(float(row["share"]), 1)) == ("3606", 42.9)
    assert (round(float(row["low"]), 1), round(float(row["high"]), 1)) == (69.7, 87.7)
    assert "43% of crimes recorded in the year ending November 2022, and between 70% and 88% of harm" in said(
        harm(leicestershire)
    )


def test_a_share_of_harm_is_never_a_range_from_a_figure_to_itself(leicestershire: Written) -> None:
    (shown,) = [block for block in harm(leicestershire) if isinstance(block, Exhibit)]
    cells = [cell.text for row in shown.table.rows for cell in row]
    assert "under 0.1%" in cells and not [
        c for c in cells if "0.0%" in c or c.split(" to ")[0] == c.split(" to ")[-1] != c
    ]


def test_days_of_imprisonment_are_whole_from_ten_upwards(leicestershire: Written) -> None:
    (shown,) = [block for block in harm(leicestershire) if isinstance(block, Exhibit)]
    rows = {row[0].text: row[3].text for row in shown.table.rows}
    assert rows["Possession of weapons"] == "274 to 541" and rows["Criminal damage and arson"] == "4.9 to 18"
    assert table(harm(leicestershire), "share-of-harm")["possession-of-weapons"]["days_low"] == "273.75"


def test_what_holds_whatever_the_mix_is_told_first_to_be_bounds(leicestershire: Written) -> None:
    (shown,) = [block for block in harm(leicestershire) if isinstance(block, Exhibit)]
    assert any(note.startswith("Bounds, not expectations") for note in shown.notes)


def test_harm_on_the_year_is_not_said_where_the_mix_may_have_moved(leicestershire: Written) -> None:
    found = said(harm(leicestershire))
    assert "If the mix of offences within each category stayed as it was, harm rose" in found
    assert "so street-level counts alone do not tell whether harm changed" in found
    assert "The comparison takes in Covid restrictions." in found


def test_harm_on_the_year_is_refused_where_all_crime_cannot_be_compared(
    written: Callable[[str], Written], warwickshire: Written
) -> None:
    assert "Whether harm changed on the year: the share of records with a location" in said(
        harm(written("west-lancashire/2022"))
    )
    assert "Whether harm changed on the year: no part of January to November 2022 has figures" in said(
        harm(warwickshire)
    )


def test_the_index_is_called_one_of_sentences_and_second_hand(leicestershire: Written) -> None:
    found = said(harm(leicestershire))
    assert "It is an index of sentences: it says nothing of what victims felt" in found
    (shown,) = [block for block in harm(leicestershire) if isinstance(block, Exhibit)]
    assert "second-hand" in shown.source and "commit 064593d" in shown.source
    assert "anti-social-behaviour" not in table(harm(leicestershire), "share-of-harm")


def test_scotland_has_no_share_of_harm(lothian: Written) -> None:
    assert len(harm(lothian)) == 1
    assert "covers England and Wales only" in said(harm(lothian))


def test_one_withheld_category_hides_every_share(illustration: Written) -> None:
    results = illustration.assessment.results
    counts, window = results.slices.counts.copy(), results.context.window
    districts = results.slices.districts.copy()
    for frame in (counts, districts):
        own = frame["area"].isin([*counts["area"].unique(), "X07000001"])
        spot = own & (frame["category"] == "robbery") & frame["month"].isin(window.periods) & frame["count"].notna()
        frame.loc[spot, "count"] = 0
        first = frame[spot & (frame["month"] == window.end)].index[:1]
        frame.loc[first, "count"] = 2
    small = changed(illustration, counts=counts, districts=districts)
    decision = small.assessment.results.decision
    assert decision is not None and decision.withholds({"category": "robbery", "window": "latest"})
    found = tuple(harm_blocks(small.assessment.context, small.assessment.results))
    assert not [block for block in found if isinstance(block, Exhibit)]
    assert "withheld to protect people" in said(found)
