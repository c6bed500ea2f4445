"""Maps in the report: of whole small areas, with the numbers of the ranking, and none where too little has a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from written_edition import changed, rows_of

from analysis.assessment.context import Context
from analysis.assessment.place_map import place_map, published_map
from analysis.assessment.results import Results
from analysis.blocks import Exhibit
from analysis.cannot_say import said
from analysis.store import ingest_boundaries
from analysis.store.boundary_slices import with_boundaries

if TYPE_CHECKING:
    from pathlib import Path

    from written_edition import Written

    from analysis.blocks import Block

OS: Final = "Contains OS data © Crown copyright and database right."


def _blocks(written: Written) -> list[Block]:
    return place_map(written.assessment.context, written.assessment.results)


def _section(written: Written) -> dict[str, Exhibit]:
    return {block.slug: block for block in written.section("places") if isinstance(block, Exhibit)}


def _maps(written: Written) -> dict[str, Exhibit]:
    return {block.slug: block for block in _blocks(written) if isinstance(block, Exhibit)}


@pytest.fixture(scope="module")
def outlined(leicestershire: Written, shared: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """North West Leicestershire with its 58 outlines."""
    store, open_data = tmp_path_factory.mktemp("store"), root / "data" / "open"
    path = shared / "data" / "boundaries" / "E07000134.json"
    ingest_boundaries(path, store=store, open_data=open_data, register=root / "params" / "areas.csv", attribution=OS)
    slices = leicestershire.assessment.slices
    assert slices is not None
    found = with_boundaries(slices, ["E07000134"], store=store, open_data=open_data)
    return changed(leicestershire, boundaries=found.boundaries, sources=found.sources)  # type: ignore[arg-type]


def test_without_outlines_areas_are_circles_and_the_note_says_why(leicestershire: Written) -> None:
    found = _maps(leicestershire)["map-crime"]
    assert found.chart
    assert found.chart.pannable
    assert "Each small area is a circle" in found.chart.alt
    assert any("No outlines of these small areas are held" in note for note in found.notes)


@pytest.mark.data
def test_with_outlines_areas_are_filled_and_the_source_says_whose_they_are(outlined: Written) -> None:
    found = _maps(outlined)["map-crime"]
    assert found.chart
    assert "Small areas by class" in found.chart.alt
    assert OS in found.source
    assert not any("No outlines" in note for note in found.notes)


@pytest.mark.data
def test_both_kinds_of_map_have_one_table(outlined: Written, leicestershire: Written) -> None:
    for slug, found in _maps(outlined).items():
        assert found.csv == _maps(leicestershire)[slug].csv


def test_the_section_on_places_holds_both_maps(leicestershire: Written) -> None:
    assert {"map-crime", "map-anti-social-behaviour"} <= set(_section(leicestershire))


def test_the_numbers_on_the_map_are_those_of_the_ranking(leicestershire: Written) -> None:
    pairs = {"map-crime": "top-places-crime", "map-anti-social-behaviour": "top-places-anti-social-behaviour"}
    maps = _maps(leicestershire)
    for slug, ranking in pairs.items():
        first = rows_of(maps[slug])[:10]
        ten = rows_of(_section(leicestershire)[ranking])
        assert [(r["area"], r["rank"], r["count"]) for r in first] == [(r["area"], r["rank"], r["after"]) for r in ten]


def test_the_map_holds_every_small_area_and_adds_up_to_the_located_records(leicestershire: Written) -> None:
    rows = rows_of(_maps(leicestershire)["map-crime"])
    found = leicestershire.assessment.results.top_places["crime"]
    assert said(found)
    assert len(rows) == found.of == 58
    assert sum(int(row["count"]) for row in rows) == found.total


def test_the_illustration_has_a_map_of_areas_and_says_that_its_outlines_are_simulated(illustration: Written) -> None:
    for found in _maps(illustration).values():
        assert found.chart
        assert "Small areas by class" in found.chart.alt
        assert "SIMULATED outlines" in found.source


def test_a_withheld_area_has_neither_count_nor_rank(illustration: Written) -> None:
    slices = illustration.assessment.slices
    assert slices is not None
    counts = slices.counts.copy()
    few = counts["area"].isin(["X01000007", "X01000009"]) & (counts["status"] == "present")
    counts.loc[few, "count"] = 0
    one = few & (counts["month"].astype(str) == "2022-06") & counts["category"].isin(["drugs", "robbery", "burglary"])
    counts.loc[one, "count"] = 1
    written = changed(illustration, counts=counts)
    frame = published_map(written.assessment.results, "crime")
    assert said(frame)
    hidden = [row for row in frame if not row["count"].known]
    assert {"X01000007", "X01000009"} <= {row.words("area") for row in hidden}
    assert not any(row["rank"].known for row in hidden)
    ranks = [row.number("rank") for row in frame if row["count"].known]
    assert ranks[0] == 1
    assert max(rank or 0 for rank in ranks) <= len(ranks)
    found = _maps(written)["map-crime"]
    assert found.chart
    assert "Withheld [c], not zero" in found.chart.svg


def test_under_85_per_cent_located_no_map_is_drawn_but_a_sentence_says_why(leicestershire: Written) -> None:
    slices = leicestershire.assessment.slices
    assert slices is not None
    report = slices.completeness.copy()
    report["without_location"] = (report["rows"] * 2) // 10
    written = changed(leicestershire, completeness=report)
    assert _maps(written) == {}
    words = [block.model_dump_json() for block in _blocks(written)]
    assert sum("is drawn: only 80% of records have a location" in each for each in words) == 2


def test_annual_figures_of_a_council_have_no_map(lothian: Written) -> None:
    assert not [slug for slug in _section(lothian) if slug.startswith("map-")]


def test_the_same_edition_draws_the_same_maps(leicestershire: Written) -> None:
    again = Context(leicestershire.assessment.declaration, leicestershire.assessment.slices)
    drawn = {block.slug: block for block in place_map(again, Results(again)) if isinstance(block, Exhibit)}
    assert {slug: each.model_dump_json() for slug, each in drawn.items()} == {
        slug: each.model_dump_json() for slug, each in _maps(leicestershire).items()
    }


def test_a_month_that_is_not_known_is_left_out_and_said(leicestershire: Written) -> None:
    slices = leicestershire.assessment.slices
    assert slices is not None
    counts = slices.counts.copy()
    gone = counts["month"].astype(str) == "2022-03"
    counts.loc[gone, "status"] = "missing"
    counts.loc[gone, "count"] = None
    written = changed(leicestershire, counts=counts)
    found = _maps(written)["map-crime"]
    assert "Counts are of the 11 months of 12 that are known." in found.notes
    kept = counts[(counts["month"].astype(str) > "2021-11") & ~gone & (counts["category"] != "anti-social-behaviour")]
    assert sum(int(row["count"]) for row in rows_of(found)) == kept["count"].sum()
