"""What a good folder gives, and how it is asked for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from analysis.errors import RunError
from analysis.params import Unknown, load_areas, load_catalogue, load_table

if TYPE_CHECKING:
    from pathlib import Path

    from params_tree import Tree


def test_everything_declared_is_loaded_by_its_name(tree: Tree) -> None:
    catalogue = tree.load()
    assert list(catalogue.partnerships) == ["ashby", "county", "lothian", "made-up"]
    assert ("ashby", "2011-12") in catalogue.editions
    assert catalogue.areas.name("E07000001") == "Ashby"
    assert [one.id for one in catalogue.breaks] == ["covid", "new-counting"]


def test_the_latest_edition_is_the_one_whose_period_ends_last(tree: Tree) -> None:
    catalogue = tree.load()
    assert [one.edition for one in catalogue.editions_of("ashby")] == ["2011-12", "2022"]
    assert catalogue.latest("ashby").edition == "2022"


def test_yaml_changes_nothing_that_was_typed(tree: Tree) -> None:
    tree.replace("params/ashby/2022/edition.yml", "name: The fair", "name: NO")
    edition = tree.load().edition("ashby", "2022")
    assert edition.events[0].name == "NO"
    assert edition.edition == "2022"
    assert edition.period.end == "2022-11"
    assert edition.produced == dt.date(2023, 1, 31)


def test_every_way_of_not_knowing_is_kept_and_none_is_zero(tree: Tree) -> None:
    indicators = {one.id: one for one in tree.load().edition("ashby", "2011-12").indicators}
    assert indicators["feel-safe"].baseline is Unknown.NOT_MEASURED
    assert indicators["assault"].target is Unknown.NOT_YET_KNOWN
    assert indicators["assault"].actual is Unknown.NOT_SUPPLIED
    assert indicators["abuse-reported"].actual is Unknown.NOT_PUBLISHED
    assert indicators["all-violence"].baseline == 2883


def test_two_actions_may_share_a_published_number(tree: Tree) -> None:
    actions = tree.load().edition("ashby", "2011-12").actions
    assert [action.ref for action in actions] == ["ASB14", "ASB14"]
    assert actions[1].due is Unknown.NOT_SUPPLIED


def test_a_sum_that_was_printed_wrong_is_kept_if_its_flag_says_so(tree: Tree) -> None:
    file = "params/ashby/2011-12/indicators.csv"
    tree.replace(
        file,
        '"2,883",2011/12,at most,"2,882",,serious-violence+assault,,,',
        '"2,884",2011/12,at most,"2,882",,serious-violence+assault,,,Printed as 2 884',
    )
    total = tree.load().edition("ashby", "2011-12").indicators[2]
    assert (total.baseline, total.flag) == (2884, "Printed as 2 884")


def test_rules_on_what_nobody_told_wait(tree: Tree) -> None:
    tree.replace("params/ashby/2022/edition.yml", "vintage: 2022-11", "vintage: 2022-12")
    tree.replace("params/ashby/2022/edition.yml", "[burglary]", "[no-such-category]")
    loaded = tree.load(known_vintages=None, known_categories=None)
    assert loaded.latest("ashby").data is not None
    assert len(tree.problems()) == 2


def test_small_areas_are_checked_where_they_are_known(tree: Tree) -> None:
    assert tree.load(known_small_areas=["E01000001"]).latest("ashby").events[0].area == "E01000001"
    assert tree.problems(known_small_areas=["E01000002"]) == [
        'params/ashby/2022/edition.yml:19 events[1].area: "E01000001" is not the code of a small area; '
        'did you mean "E01000002"? [unknown-event-area]'
    ]


def test_an_unknown_partnership_or_edition_is_answered_with_the_nearest(tree: Tree) -> None:
    catalogue = tree.load()
    with pytest.raises(RunError, match='did you mean "ashby"'):
        catalogue.partnership("ashbey")
    with pytest.raises(RunError, match="there is 2011-12, 2022"):
        catalogue.edition("ashby", "2023")


def test_what_editors_and_spreadsheets_leave_behind_is_no_stray_file(tree: Tree) -> None:
    for name in ("~$actions.csv", ".DS_Store", ".ipynb_checkpoints/actions.csv"):
        tree.write(f"params/ashby/2011-12/{name}", "left behind")
    assert len(tree.load().editions) == 5


def test_a_spreadsheets_byte_order_mark_line_ends_and_empty_rows_do_no_harm(tree: Tree) -> None:
    path = tree.params / "ashby" / "2011-12" / "actions.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    tree.write("params/ashby/2011-12/actions.csv", "\ufeff" + "\r\n".join([*rows, ",,,,,,", ",,,,,,,,"]))
    assert len(tree.load().edition("ashby", "2011-12").actions) == 2


def test_areas_alone_can_be_loaded(tree: Tree) -> None:
    areas = load_areas(tree.params)
    assert len(areas) == 8
    assert areas.forces == {"westshire", "eastshire", "dyffryn", "nowhere", "scotland"}
    assert "E07000001" in areas
    assert [area.code for area in areas if area not in areas.authorities] == ["westshire"]


def test_any_table_can_be_loaded_as_text(tree: Tree) -> None:
    tree.write("params/crosswalk.csv", 'measure,why\nburglary,"homes, and shops"\nrobbery,\n')
    assert load_table(tree.params / "crosswalk.csv") == [
        {"measure": "burglary", "why": "homes, and shops"},
        {"measure": "robbery"},
    ]


def test_what_ships_is_right(root: Path) -> None:
    catalogue = load_catalogue(root / "params", notebooks=None)
    assert len(catalogue.partnerships) == 9
    assert len(catalogue.editions) == 14
