"""All problems of all files come at once, and a mistake in one place calls up no false ones elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.errors import ParameterError

if TYPE_CHECKING:
    from params_tree import Tree

PLAN = "params/ashby/2011-12/edition.yml"
CURRENT = "params/ashby/2022/edition.yml"


def test_problems_of_several_files_come_at_once_in_order(tree: Tree) -> None:
    tree.replace("params/ashby/partnership.yml", "[E07000001]", "[E07000009]")
    tree.replace(CURRENT, "start: 2021-12", "start: 2022-12")
    tree.replace(PLAN, "kind: cross-cutting", "kind: theme")
    tree.replace("params/ashby/2011-12/indicators.csv", "at least,75,66", "at least,175,66")
    tree.replace("params/ashby/2011-12/actions.csv", "all-violence", "all-violent-crime")
    tree.replace("params/recording_breaks.yml", "end: 2021-07", "end: 2019-07")
    with pytest.raises(ParameterError) as caught:
        tree.load()
    found = [(problem.file.removeprefix("params/"), problem.line, problem.rule) for problem in caught.value.problems]
    assert found == [
        ("ashby/2011-12/actions.csv", 2, "unknown-indicator"),
        ("ashby/2011-12/edition.yml", 20, "unknown-choice"),
        ("ashby/2011-12/indicators.csv", 5, "percent-range"),
        ("ashby/2022/edition.yml", 6, "period-order"),
        ("ashby/partnership.yml", 7, "unknown-area"),
        ("recording_breaks.yml", 6, "break-order"),
    ]
    assert str(caught.value).startswith(
        "6 problems in the parameters, nothing was run:\n  params/ashby/2011-12/actions"
    )


def test_several_problems_of_one_file_come_at_once(tree: Tree) -> None:
    tree.replace(PLAN, "kind: cross-cutting", "kind: theme")
    tree.replace(PLAN, "percent: 75", "percent: most")
    tree.replace(PLAN, "level_percent: 2", "level_percent: 200")
    tree.replace(PLAN, "status: final", "state: final")
    rules = [said.split("[")[-1] for said in tree.problems()]
    assert rules == ["missing-key]", "unknown-key]", "unknown-choice]", "malformed-figure]", "percent-range]"]


def test_a_priority_that_could_not_be_read_is_not_called_unknown_where_it_is_used(tree: Tree) -> None:
    tree.replace(PLAN, "    name: Violence\n", "    nmae: Violence\n")
    assert [said.split("[")[-1] for said in tree.problems()] == ["missing-key]", "unknown-key]"]


def test_a_misspelled_list_of_priorities_does_not_make_each_use_of_them_a_problem(tree: Tree) -> None:
    tree.replace(PLAN, "priorities:", "priorites:")
    assert tree.problems() == [
        'params/ashby/2011-12/edition.yml:14 priorites: is not a key here; did you mean "priorities"? [unknown-key]'
    ]


def test_an_indicator_that_could_not_be_read_is_not_called_unknown_where_it_is_used(tree: Tree) -> None:
    tree.replace("params/ashby/2011-12/indicators.csv", "All violence,violence,count", "All violence,violence,counts")
    (said,) = tree.problems()
    assert said.endswith('did you mean "count"? [unknown-choice]')


def test_later_entries_of_a_list_keep_their_lines_when_an_earlier_one_is_wrong(tree: Tree) -> None:
    tree.replace(PLAN, "  - id: violence\n", "  - id: Violence!\n")
    tree.replace(
        PLAN,
        "  - id: burglary\n    name: Burglary\n",
        "  - id: burglary\n    name: Burglary\n    categories: [burglery]\n",
    )
    assert tree.problems()[-1] == (
        "params/ashby/2011-12/edition.yml:20 priorities[2].categories[1]: "
        '"burglery" is not a category of the data; did you mean "burglary"? [unknown-category]'
    )


def test_a_broken_register_of_areas_does_not_make_every_area_unknown(tree: Tree) -> None:
    tree.replace("params/areas.csv", "W06000001,Dyffryn,unitary,wales", "W06000001,Dyffryn,unitary,whales")
    assert len(tree.problems()) == 1


def test_a_basis_that_could_not_be_read_silences_the_rules_that_stand_on_it(tree: Tree) -> None:
    tree.replace(CURRENT, "basis: open data", "basis: data")
    assert [said.split("[")[-1] for said in tree.problems()] == ["unknown-choice]"]


def test_a_folder_of_parameters_that_is_not_there_is_said(tree: Tree) -> None:
    tree.remove("params")
    assert tree.problems() == ["params: is missing [missing-file]"]
