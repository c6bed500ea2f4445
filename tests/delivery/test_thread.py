"""The golden thread: what is linked, what hangs loose, and one row a thread."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from analysis.delivery import KINDS, golden_thread, loose_thread, strands
from analysis.params.action import Action
from analysis.params.edition import Edition
from analysis.params.indicator import Indicator


def indicator(name: str, **given: Any) -> Indicator:
    base = {"id": name, "group": "g", "name": name.upper(), "unit": "count", "direction": "lower"}
    return Indicator.model_validate(base | given)


def action(name: str, **given: Any) -> Action:
    return Action.model_validate({"id": name, "action": f"Do {name}"} | given)


def edition(**given: Any) -> Edition:
    rows = {name: tuple(given.pop(name, ())) for name in ("actions", "indicators")}
    base: dict[str, Any] = {
        "format": 1, "edition": "2022", "basis": "illustration", "period": {"start": "2021-12", "end": "2022-11"},
        "status": "final", "produced": "2023-01-20",
    }  # fmt: skip
    return Edition.model_validate(base | given).model_copy(update=rows)


OUTCOMES = {
    "national": [{"id": "safe", "name": "Lives safe from crime"}, {"id": "fair", "name": "Fairness"}],
    "local": [
        {"id": "calm", "name": "Calmer places", "national": ["safe"]},
        {"id": "heard", "name": "People are heard"},
    ],
}
INITIATIVE = {"name": "Street Care", "problem": "Damage", "activity": "Repairs"}


def whole() -> Edition:
    return edition(
        outcomes=OUTCOMES,
        priorities=[{"id": "places", "name": "Places", "outcomes": ["calm"]}, {"id": "roads", "name": "Roads"}],
        initiatives=[{"id": "street-care", **INITIATIVE}, {"id": "unheard-of", **INITIATIVE}],
        indicators=[
            indicator("damage", priority="places", initiative="street-care", rule="at most", target="900"),
            indicator("ksi"),
        ],
        actions=[
            action("n1", ref="N1", priority="places", indicator="damage", owner="Police", due="2022-03-31"),
            action("n2", priority="places"),
            action("x", owner="not published", due_text="monthly"),
            action("eia", plan="equality", priority="places"),
        ],
    )


def ends(of: Edition) -> dict[tuple[str, str], list[str]]:
    return {(end.kind, end.lacks): [node.id for node in end.nodes] for end in loose_thread(of, golden_thread(of))}


def test_a_thread_runs_from_the_national_outcome_to_the_evaluation() -> None:
    first = strands(golden_thread(whole()))[0]
    assert [[node.id for node in first.of(kind)] for kind in KINDS] == [
        ["safe"], ["calm"], ["places"], ["n1"], ["damage"], ["street-care"],
    ]  # fmt: skip


def test_every_loose_end_is_named_with_what_it_lacks() -> None:
    assert ends(whole()) == {
        ("national outcome", "no local outcome below"): ["fair"],
        ("local outcome", "no national outcome above"): ["heard"],
        ("local outcome", "no priority below"): ["heard"],
        ("priority", "no local outcome"): ["roads"],
        ("priority", "no action"): ["roads"],
        ("priority", "no indicator"): ["roads"],
        ("action", "no priority"): ["x"],
        ("action", "no indicator"): ["n2", "x"],
        ("action", "no owner"): ["n2", "x"],
        ("action", "no date"): ["n2"],
        ("indicator", "no priority"): ["ksi"],
        ("indicator", "no action"): ["ksi"],
        ("indicator", "no target"): ["ksi"],
        ("evaluation", "no action or indicator above"): ["unheard-of"],
    }


def test_a_thread_without_loose_ends_has_none() -> None:
    assert (
        ends(
            edition(
                outcomes={"national": OUTCOMES["national"][:1], "local": OUTCOMES["local"][:1]},
                priorities=[{"id": "places", "name": "Places", "outcomes": ["calm"]}],
                indicators=[indicator("damage", priority="places", rule="reduce")],
                actions=[action("n1", priority="places", indicator="damage", owner="Police", due="2022-03-31")],
            )
        )
        == {}
    )


def test_a_target_without_a_figure_is_a_target_and_one_to_be_agreed_is_none() -> None:
    rules = ["reduce", "maintain", "downward or maintain", "to be agreed", "establish baseline", "none"]
    declared = edition(indicators=[indicator(f"i{n}", rule=rule) for n, rule in enumerate(rules)])
    assert ends(declared)["indicator", "no target"] == ["i3", "i4", "i5"]


def test_an_action_may_be_measured_by_several_indicators() -> None:
    declared = edition(
        indicators=[indicator("damage"), indicator("fires")],
        actions=[action("n1", indicator="damage + fires")],
    )
    assert [node.id for node in strands(golden_thread(declared))[0].of("indicator")] == ["damage", "fires"]


def test_a_second_priority_that_an_action_serves_has_an_action_and_a_measure() -> None:
    declared = edition(
        priorities=[{"id": "drugs", "name": "Drugs"}, {"id": "places", "name": "Places"}],
        indicators=[indicator("damage", priority="places")],
        actions=[action("n1", priority="places", also="drugs", indicator="damage")],
    )
    assert ("priority", "no action") not in ends(declared)
    assert ("priority", "no indicator") not in ends(declared)


def test_actions_of_the_equality_plan_and_events_are_no_part_of_the_thread() -> None:
    event = {"id": "festival", "kind": "event", **INITIATIVE}
    found = golden_thread(edition(initiatives=[event], actions=[action("e1", plan="equality")]))
    assert found.nodes == ()


def test_what_no_action_reaches_has_a_thread_of_its_own() -> None:
    found = strands(golden_thread(whole()))
    named = [[node.id for lane in strand.lanes for node in lane] for strand in found]
    assert named[2:] == [["roads"], ["x"], ["ksi"], ["heard"], ["fair"], ["unheard-of"]]


def test_nothing_is_linked_because_names_are_alike() -> None:
    declared = edition(
        outcomes={"local": [{"id": "places", "name": "Places"}]},
        priorities=[{"id": "places", "name": "Places"}],
        actions=[action("places")],
    )
    assert golden_thread(declared).links == frozenset()


some = st.lists(st.integers(0, 4), unique=True, max_size=5)


@given(some, some, st.data())
def test_every_node_is_on_some_thread_and_each_action_heads_one(
    priorities: list[int], measures: list[int], data: st.DataObject
) -> None:
    choice = st.sampled_from(["", *(f"p{n}" for n in priorities)])
    measure = st.sampled_from(["", *(f"i{n}" for n in measures)])
    rows = data.draw(st.lists(st.tuples(choice, measure), max_size=6))
    declared = edition(
        priorities=[{"id": f"p{n}", "name": f"P{n}"} for n in priorities],
        indicators=[indicator(f"i{n}", priority=data.draw(choice)) for n in measures],
        actions=[action(f"a{n}", priority=p, indicator=i) for n, (p, i) in enumerate(rows)],
    )
    thread = golden_thread(declared)
    found = strands(thread)
    assert {node for strand in found for lane in strand.lanes for node in lane} == set(thread.nodes)
    assert sorted(strand.of("action")[0].id for strand in found if strand.of("action")) == [
        f"a{n}" for n in range(len(rows))
    ]
