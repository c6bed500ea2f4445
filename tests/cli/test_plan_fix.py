"""``csp plan fix``: what it writes into a declared file, and what it refuses."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from analysis.params import load_catalogue, plan_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from analysis.params import Evaluation
    from analysis.run.job import House

NAME = "north-west-leicestershire/2022"
PLAN = 3
"""Lines of a plan that was never changed: its key, its day and its hash."""


@pytest.fixture
def file(place: House) -> Path:
    """The declared edition, its plan not fixed yet."""
    path = place.params / "north-west-leicestershire" / "2022" / "edition.yml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index("      plan:\n")
    path.write_text("".join(lines[:start] + lines[start + PLAN :]), encoding="utf-8")
    return path


def evaluation(place: House) -> Evaluation:
    (initiative,) = load_catalogue(place.params).edition("north-west-leicestershire", "2022").initiatives
    assert initiative.evaluation is not None
    return initiative.evaluation


def test_a_plan_is_fixed_as_of_today_and_nothing_else_of_the_file_changes(
    csp: Callable, place: House, file: Path
) -> None:
    before = file.read_text(encoding="utf-8")
    assert "the plan is not fixed" in csp("check").out
    said = csp("plan", "fix", NAME)
    assert (said.code, said.err) == (0, "")
    found = evaluation(place)
    assert found.plan is not None and plan_state(found) == "fixed"
    assert found.plan.fixed == dt.date.today()
    assert said.out.splitlines() == [
        f"{NAME} first-lockdown: plan fixed on {dt.date.today():%-d %B %Y}",
        f"  {found.plan.hash}",
    ]
    after = file.read_text(encoding="utf-8").splitlines(keepends=True)
    start = after.index("      plan:\n")
    assert "".join(after[:start] + after[start + PLAN :]) == before
    assert "the plan" not in csp("check").out
    assert [path.name for path in sorted(file.parent.iterdir())] == ["edition.yml"]


def test_a_plan_fixed_and_unchanged_is_left_as_it_is(csp: Callable, file: Path) -> None:
    csp("plan", "fix", NAME)
    before = file.read_bytes()
    for words in ((), ("first-lockdown",), ("--again", "a reason")):
        said = csp("plan", "fix", NAME, *words)
        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"{NAME} first-lockdown: the plan is fixed already, since ")
    assert file.read_bytes() == before


def test_a_changed_plan_asks_for_a_reason_and_keeps_what_was_fixed(csp: Callable, place: House, file: Path) -> None:
    csp("plan", "fix", NAME)
    first = evaluation(place).plan
    assert first is not None
    file.write_text(file.read_text(encoding="utf-8").replace("end: 2020-06", "end: 2020-05"), encoding="utf-8")
    assert "the plan was changed since it was fixed on" in csp("check").out
    said = csp("plan", "fix", NAME, "first-lockdown")
    assert said.code == 1 and '--again "the reason"' in said.err
    assert plan_state(evaluation(place)) == "changed since"
    assert csp("plan", "fix", NAME, "--again", 'June was "open".').code == 0
    found = evaluation(place)
    assert found.plan is not None and plan_state(found) == "fixed"
    (earlier,) = found.plan.earlier
    assert (earlier.fixed, earlier.hash, earlier.why) == (first.fixed, first.hash, 'June was "open".')
    assert "1 earlier plan" in csp("explain", NAME).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rugby/2022",), "rugby/2022: declares no evaluation, so there is no plan to fix"),
        (("rugby",), '"rugby": names no edition'),
        (("rugbi/2022",), "partnership rugbi: is not declared; did you mean"),
        (("rugby/2002",), "rugby/2002: is not declared: there is 2022"),
        ((NAME, "lockdown"), f'initiative "lockdown": has no evaluation in {NAME}; did you mean "first-lockdown"?'),
        ((NAME, "x"), f'initiative "x": has no evaluation in {NAME}: there is first-lockdown'),
        ((NAME, "--again", "why"), f"{NAME} first-lockdown: the plan was never fixed, so it cannot be fixed again"),
    ],
)
def test_what_cannot_be_fixed_is_named_with_what_can(
    csp: Callable, file: Path, words: tuple[str, ...], said: str
) -> None:
    before = file.read_bytes()
    shown = csp("plan", "fix", *words)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(said)
    assert file.read_bytes() == before


def test_one_of_several_evaluations_must_be_named(csp: Callable, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    start, end = text.index("  - id: first-lockdown"), text.index("events:\n")
    again = text[start:end].replace("first-lockdown", "second-look")
    file.write_text(text[:end] + again + text[end:], encoding="utf-8")
    said = csp("plan", "fix", NAME)
    assert said.code == 1
    assert "declares more than one evaluation: first-lockdown, second-look" in said.err
    assert csp("plan", "fix", NAME, "second-look").code == 0
    fixed = file.read_text(encoding="utf-8")
    assert fixed.count("      plan:\n") == 1 and fixed.index("      plan:\n") > fixed.index("second-look")


def test_nothing_is_fixed_while_anything_declared_is_wrong(csp: Callable, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace("end: 2020-06", "end: 2020-02"), encoding="utf-8")
    before = file.read_bytes()
    said = csp("plan", "fix", NAME)
    assert said.code == 1 and "[window-order]" in said.err
    assert file.read_bytes() == before
