"""``csp publish`` as people call it: what it refuses, and what it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from analysis.run.outcome import Outcome
from analysis.run.plan import declared, plan
from analysis.run.publish import publish

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.run.job import House


def finished(place: House) -> None:
    path = place.params / "rugby" / "2022" / "edition.yml"
    path.write_text(path.read_text().replace("status: draft", "status: final"))


def test_a_final_edition_is_kept_once(csp: Callable, place: House) -> None:
    finished(place)
    for one in plan(declared(place), [("rugby", "2022")], place):
        files = {"strategic-assessment.html": b"<p>", "data/strategic-assessment/a.csv": b"x\n1\n"}
        publish(place.reports, one, Outcome(one.inputs.name, files, {}))
    kept = "data/published/rugby/2022/public"
    assert (csp("publish", "rugby/2022").out, csp("publish", PARTNERSHIP="rugby", EDITION="2022").out) == (
        f"{kept}: kept\n", f"{kept}: is published already, nothing changed\n",
    )  # fmt: skip
    assert (place.root / kept / "data" / "strategic-assessment" / "a.csv").read_bytes() == b"x\n1\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["publish"], "publish: is of one edition"),
        (["publish", "rugby"], "publish: is of one edition"),
        (["publish", "rugby/all"], "publish: is of one edition"),
        (["publish", "rugbi/2022"], 'partnership "rugbi": is not declared; did you mean "rugby"?'),
        (["publish", "rugby/2022"], "rugby/2022: is a draft, and a draft is not published"),
    ],
)
def test_what_cannot_be_published_is_said_and_nothing_is_kept(
    csp: Callable, place: House, words: list[str], said: str
) -> None:
    shown = csp(*words)
    assert (shown.code, shown.out) == (1, "")
    assert shown.err.startswith(said)
    assert not place.published.exists()


def test_what_was_not_made_is_not_published(csp: Callable, place: House) -> None:
    finished(place)
    shown = csp("publish", "rugby/2022")
    assert shown.code == 1
    assert "does not stand in reports/" in shown.err and "make reports PARTNERSHIP=rugby EDITION=2022" in shown.err
