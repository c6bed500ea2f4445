"""What is to be made: everything declared is checked first, and a choice is made by name."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from repository_tree import small_repository

from analysis import __version__
from analysis.errors import ParameterError, RunError
from analysis.run.plan import chosen, declared, plan, planned

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.params import Catalogue
    from analysis.run.job import House

LOCKDOWN = "north-west-leicestershire/2022/initiative-first-lockdown"
METHODS = f"methodology/{__version__}"
HEADER = "measure,nearest_category,stands_for,why\n"


@pytest.fixture(scope="module")
def two(root: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """A repository with a partnership of one edition and one of three."""
    return small_repository(root, tmp_path_factory.mktemp("two"), ("rugby", "north-west-leicestershire"))


@pytest.fixture(scope="module")
def both(two: House) -> Catalogue:
    return declared(two)


@pytest.mark.parametrize(
    ("partnership", "edition", "expected"),
    [
        ("", "", [("north-west-leicestershire", "2022"), ("rugby", "2022")]),
        ("rugby", "", [("rugby", "2022")]),
        ("north-west-leicestershire", "2009-10", [("north-west-leicestershire", "2009-10")]),
        ("", "2017-18", [("north-west-leicestershire", "2017-18")]),
        (
            "north-west-leicestershire",
            "all",
            [("north-west-leicestershire", e) for e in ("2009-10", "2017-18", "2022")],
        ),
    ],
)
def test_the_latest_editions_or_those_named_are_chosen(
    both: Catalogue, partnership: str, edition: str, expected: list[tuple[str, str]]
) -> None:
    assert chosen(both, partnership, edition) == expected


@pytest.mark.parametrize(
    ("partnership", "edition", "said"),
    [
        ("rugbi", "", 'partnership "rugbi": is not declared; did you mean "rugby"?\n  csp list shows what is.'),
        ("zzz", "", 'partnership "zzz": is not declared\n  csp list shows what is.'),
        ("rugby", "2021", 'edition "2021": is not declared of rugby; did you mean "2022"?\n  csp list shows what is.'),
        ("", "2009-1O", 'edition "2009-1O": is not declared; did you mean "2009-10"?\n  csp list shows what is.'),
    ],
)
def test_an_unknown_name_is_said_with_the_nearest_there_is(
    both: Catalogue, partnership: str, edition: str, said: str
) -> None:
    with pytest.raises(RunError) as caught:
        chosen(both, partnership, edition)
    assert str(caught.value) == said


def test_a_wrong_file_stops_everything_with_all_that_is_wrong_in_any(own_place: House) -> None:
    shutil.copytree(own_place.params / "rugby", own_place.params / "rugbi")
    with (own_place.params / "rugby" / "partnership.yml").open("a") as file:
        file.write("colour: blue\n")
    (own_place.params / "crosswalk.csv").write_text(f"{HEADER}Robbery,robbery,perhaps,because\n")
    with pytest.raises(ParameterError) as caught:
        declared(own_place)
    said = [str(problem) for problem in caught.value.problems]
    assert {one.split(":")[0] for one in said} == {
        "params/crosswalk.csv", "params/rugby/partnership.yml", "params/rugbi/partnership.yml",
    }  # fmt: skip
    assert any("colour" in one for one in said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (f"{HEADER}Robbery,robbery,perhaps,because\n", "params/crosswalk.csv:2 stands_for"),
        (f"{HEADER}Robbery,robbery,yes,\n", "params/crosswalk.csv:2 why"),
        ("measure,nearest,stands_for,why\nRobbery,robbery,yes,because\n", "params/crosswalk.csv:1 nearest"),
        (f"{HEADER}Robbery,robbery,yes,because,more\n", "params/crosswalk.csv:2"),
    ],
)
def test_a_malformed_crosswalk_is_said_with_its_line_and_column(own_place: House, written: str, said: str) -> None:
    (own_place.params / "crosswalk.csv").write_text(written)
    with pytest.raises(ParameterError) as caught:
        declared(own_place)
    assert said in str(caught.value)


def test_a_crosswalk_that_is_no_text_is_said(own_place: House) -> None:
    (own_place.params / "crosswalk.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ParameterError, match=r"params/crosswalk\.csv"):
        declared(own_place)


def test_a_repository_without_a_crosswalk_has_none(own_place: House) -> None:
    (own_place.params / "crosswalk.csv").unlink()
    assert plan(declared(own_place), [("rugby", "2022")], own_place)[0].inputs.name == "rugby/2022"


def test_an_event_in_an_area_that_no_figure_knows_stops_everything(root: Path, tmp_path: Path) -> None:
    place = small_repository(root, tmp_path / "one", ("north-west-leicestershire",))
    path = place.params / "north-west-leicestershire" / "2022" / "edition.yml"
    path.write_text(path.read_text().replace("area: E01025926", "area: E01925926"))
    with pytest.raises(ParameterError, match='"E01925926" is not the code of a small area; did you'):
        declared(place)


@pytest.mark.parametrize(
    ("partnership", "edition", "expected"),
    [
        ("", "", ["north-west-leicestershire/2022", LOCKDOWN, "rugby/2022", METHODS]),
        ("", "2017-18", ["north-west-leicestershire/2017-18"]),
        ("rugby", "", ["rugby/2022"]),
        ("rugby", "all", ["rugby/2022"]),
        ("methodology", "", [METHODS]),
        ("methodology", "all", [METHODS]),
        ("methodology", __version__, [METHODS]),
    ],
)
def test_the_document_on_methods_comes_with_all_partnerships_or_by_its_own_name(
    both: Catalogue, two: House, partnership: str, edition: str, expected: list[str]
) -> None:
    assert [job.inputs.name for job in planned(both, two, partnership, edition)] == expected


def test_every_edition_ends_with_the_document_on_methods(both: Catalogue, two: House) -> None:
    assert [job.inputs.name for job in planned(both, two, edition="all")][-1] == METHODS


def test_an_edition_that_the_document_on_methods_has_not_is_said(both: Catalogue, two: House) -> None:
    with pytest.raises(RunError) as caught:
        planned(both, two, "methodology", "2022")
    assert str(caught.value) == f'edition "2022": is not one of methodology\n  This is {__version__}.'
    with pytest.raises(RunError, match='did you mean "methodology"'):
        planned(both, two, "metodology")
