"""An edition that a partnership makes itself: it may say what only it can, and it is made from data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.params import explain

if TYPE_CHECKING:
    from params_tree import Tree

CURRENT = "params/ashby/2022/edition.yml"
PRIORITIES = "notable_categories: [burglary]\npriorities:\n  - id: homes\n    name: Burglary of homes\n"
ACTIONS = "id,priority,action,due,owner\nlocks,homes,Fit locks,2023-06-30,Housing Manager\n"


@pytest.fixture
def own(tree: Tree) -> Tree:
    """The edition of 2022 as the partnership's own, with a priority and an action."""
    tree.replace(CURRENT, "basis: open data", "basis: partnership")
    tree.replace(CURRENT, "notable_categories: [burglary]\n", PRIORITIES)
    tree.write("params/ashby/2022/actions.csv", ACTIONS)
    return tree


def test_a_partnership_may_declare_in_its_own_edition_what_only_it_can_say(own: Tree) -> None:
    edition = own.load().edition("ashby", "2022")
    assert [each.name for each in edition.priorities] == ["Burglary of homes"]
    assert [each.owner for each in edition.actions] == ["Housing Manager"]
    own.replace(CURRENT, "basis: partnership", "basis: open data")
    assert {line.rsplit("[", 1)[1] for line in own.problems()} == {"open-data-silence]"}


def test_it_is_said_whose_edition_it_is(own: Tree) -> None:
    said = explain(own.load(), "ashby", "2022")
    assert "The partnership's own: made from data and from what it declares." in said
    assert "not produced or endorsed" not in said


def test_it_names_its_data_and_speaks_after_its_period(own: Tree) -> None:
    own.replace(CURRENT, "produced: 2023-01-31", "produced: 2022-11-30")
    (problem,) = own.problems()
    assert problem.endswith("[produced-early]")
    own.replace(CURRENT, "data:\n  source: police-uk\n  vintage: 2022-11\n", "")
    assert any("data: is missing: an edition made from data pins" in line for line in own.problems())


def test_a_restricted_extract_may_be_in_it(own: Tree) -> None:
    partners = "partners:\n  - source: fire\n    vintage: 2022-10\n"
    own.replace(CURRENT, "notable_categories:", f"{partners}notable_categories:")
    assert "access: restricted" in (own.params / "sources" / "fire.yml").read_text(encoding="utf-8")
    assert own.load().edition("ashby", "2022").partners[0].source == "fire"
    own.replace(CURRENT, "basis: partnership", "basis: open data")
    assert any("is restricted" in line for line in own.problems())


def test_it_is_not_taken_for_an_illustration_nor_for_a_document(own: Tree) -> None:
    own.replace(CURRENT, "status: draft", "status: not published")
    assert any(line.endswith("[status-said]") for line in own.problems())
