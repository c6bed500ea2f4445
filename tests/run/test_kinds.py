"""The kinds of document: which edition has which, by what name, and how one of them is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from repository_tree import small_repository

from analysis.cli.reports import of_kind
from analysis.errors import ParameterError, RunError
from analysis.run.documents import KINDS, chosen_kind, kind_of
from analysis.run.kinds import EDITION_KINDS
from analysis.run.plan import declared, planned
from analysis.run.standing import standing
from analysis.run.withdraw import withdraw
from analysis.store import Slices

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.run.job import House
    from analysis.run.planned import Planned

NWL = "north-west-leicestershire"
COUNTY = ("warwickshire", "north-warwickshire", "nuneaton-and-bedworth", "rugby", "south-warwickshire")


@pytest.fixture(scope="module")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A repository with all that its partnerships declare: leaflets and performance reports too."""
    return small_repository(root, tmp_path_factory.mktemp("whole"), (NWL, *COUNTY), further=True)


@pytest.fixture(scope="module")
def leicestershire(whole: House) -> list[Planned]:
    return planned(declared(whole), whole, NWL, "2022")


def test_an_edition_has_its_assessment_first_and_behind_it_what_it_declares(leicestershire: list[Planned]) -> None:
    assert [one.inputs.name for one in leicestershire] == [
        f"{NWL}/2022", f"{NWL}/2022/initiative-first-lockdown", f"{NWL}/2022/performance-2022-09",
        f"{NWL}/2022/leaflet",
    ]  # fmt: skip


def test_a_county_has_an_overview_of_its_members_and_no_member_has_one(whole: House) -> None:
    plan = planned(declared(whole), whole, edition="2022")
    assert [one.inputs.name for one in of_kind(plan, "county")] == ["warwickshire/2022/county-overview"]


def test_every_document_of_a_plan_is_of_the_kind_that_its_name_says(whole: House) -> None:
    catalogue = declared(whole)
    for name, kind in EDITION_KINDS.items():
        for pair in catalogue.editions:
            assert {kind_of(one.inputs.document) for one in kind.planned(catalogue, *pair, whole)} <= {name}


def test_the_registry_and_the_names_of_documents_tell_the_same_kinds() -> None:
    assert [*EDITION_KINDS, "methodology"] == list(KINDS)


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        ("strategic-assessment", "assessment"), ("initiative-x", "initiative"), ("performance-2022-09", "performance"),
        ("leaflet", "leaflet"), ("county-overview", "county"), ("methodology", "methodology"), ("leaflets", ""),
    ],
)  # fmt: skip
def test_a_name_tells_its_kind(document: str, kind: str) -> None:
    assert kind_of(document) == kind


def test_a_kind_that_is_none_is_said_with_the_nearest() -> None:
    assert chosen_kind("") == ""
    with pytest.raises(RunError, match='kind "perfomance": is no kind of document; did you mean "performance"'):
        chosen_kind("perfomance")
    with pytest.raises(RunError, match="they are assessment, initiative, performance, leaflet, county, methodology"):
        chosen_kind("zzz")


def test_a_kind_that_no_chosen_edition_has_is_said(leicestershire: list[Planned]) -> None:
    with pytest.raises(RunError, match='kind "county": is one that none of the chosen editions has'):
        of_kind(leicestershire, "county")


def test_the_job_of_a_performance_report_holds_no_figure_after_its_month(
    leicestershire: list[Planned], tmp_path: Path
) -> None:
    (one,) = of_kind(leicestershire, "performance")
    one.pack().unpack(tmp_path)
    slices = Slices.load(tmp_path / "slices")
    for name in ("counts", "districts", "unlocated", "completeness"):
        assert str(getattr(slices, name)["month"].max()) == "2022-09", name
    assert not slices.partners
    assert slices.hashes() == {name: each for name, each in one.inputs.slices.items() if name != "published"}


def test_more_data_after_its_month_leaves_the_figures_of_a_performance_report_as_they_are(
    leicestershire: list[Planned],
) -> None:
    (one,) = of_kind(leicestershire, "performance")
    assessment = next(each for each in leicestershire if each.inputs.document == "strategic-assessment")
    assert one.inputs.slices["counts"] != assessment.inputs.slices["counts"]
    (kept,) = one.held.values()
    whole = assessment.held[""]
    assert Slices.load(whole.folder).until("2022-09").hashes()["counts"] == kept.hashes["counts"]


def test_a_leaflet_and_an_overview_carry_no_extract_of_a_partner(whole: House) -> None:
    plan = planned(declared(whole), whole, edition="all")
    for one in [*of_kind(plan, "leaflet"), *of_kind(plan, "county")]:
        assert not [name for name in one.inputs.slices if name.startswith("partners/")]


def test_documents_of_other_kinds_are_no_strangers_when_one_kind_is_looked_at(
    leicestershire: list[Planned], tmp_path: Path
) -> None:
    folder = tmp_path / NWL / "2022" / "public"
    folder.mkdir(parents=True)
    (folder / "leaflet.html").write_text("x")
    (folder / "old.html").write_text("x")
    inputs = [one.inputs for one in leicestershire]
    found = standing(tmp_path, [one.inputs for one in of_kind(leicestershire, "performance")], inputs)
    assert found.strangers == (f"{NWL}/2022/public/old.html",)


def test_a_leaflet_no_longer_declared_is_taken_away_with_its_data(
    leicestershire: list[Planned], tmp_path: Path
) -> None:
    folder = tmp_path / NWL / "2022" / "public"
    (folder / "data" / "leaflet").mkdir(parents=True)
    (folder / "leaflet.html").write_text("x")
    (folder / "strategic-assessment.html").write_text("x")
    (folder / "data" / "leaflet" / "recorded-most.csv").write_text("x")
    gone = withdraw(tmp_path, [one for one in leicestershire if one.inputs.document != "leaflet"])
    assert gone == [f"{NWL}/2022/public/data/leaflet/recorded-most.csv", f"{NWL}/2022/public/leaflet.html"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("performance:\n  - month: 2022-12\n", "December 2022 is after the period, which ends in November 2022"),
        ("performance:\n  - month: 2022-09\n  - month: 2022-09\n", "September 2022 stands twice"),
        ("performance:\n  - month: 2022-13\n", "2022-13"),
        ("performance:\n  - month: 2022-09\n    months: 13\n", "12"),
        ("leaflet:\n  titel: Crime\n", 'did you mean "title"'),
        ("member_priorities:\n  - member: rugbi\n    name: Violence\n", 'did you mean "rugby"'),
        ("member_priorities:\n  - member: rugby\n    name: Violence\n    serves: violence\n", "none is declared"),
    ],
)
def test_what_is_declared_wrong_is_said_before_any_is_made(root: Path, tmp_path: Path, written: str, said: str) -> None:
    place = small_repository(root, tmp_path / "wrong")
    with (place.params / "rugby" / "2022" / "edition.yml").open("a") as file:
        file.write(written)
    with pytest.raises(ParameterError) as caught:
        declared(place)
    assert said in str(caught.value)
    assert "params/rugby/2022/edition.yml:" in str(caught.value)


def test_a_leaflet_of_an_edition_without_data_is_refused(root: Path, tmp_path: Path) -> None:
    place = small_repository(root, tmp_path / "none", (NWL,))
    with (place.params / NWL / "2009-10" / "edition.yml").open("a") as file:
        file.write("leaflet:\n  title: Crime\n")
    with pytest.raises(ParameterError, match="tells what was counted, and this edition has no data"):
        declared(place)
