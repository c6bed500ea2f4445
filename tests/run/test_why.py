"""Why a report would be made anew: every kind of change is named, and nothing is said of what stands."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from repository_tree import EDITION, PARTNERSHIP

from analysis.run.kinds import ASSESSMENT
from analysis.run.noted import note
from analysis.run.outcome import Failure, Outcome
from analysis.run.plan import declared
from analysis.run.publish import publish
from analysis.run.why import flat, why

if TYPE_CHECKING:
    from analysis.run.house import House
    from analysis.run.planned import Planned


def plan(place: House) -> Planned:
    return ASSESSMENT.planned(declared(place), PARTNERSHIP, EDITION, place)[0]


@pytest.fixture
def made(own_place: House) -> House:
    """A repository whose report was made, as far as its record says."""
    one = plan(own_place)
    note(own_place, one.inputs, one.own)
    publish(own_place.reports, one, Outcome(one.inputs.name, {"strategic-assessment.html": b"page"}, {}))
    return own_place


def reasons(place: House) -> list[str]:
    return why(plan(place), place)


def change(place: House, old: str, new: str) -> None:
    path = place.params / PARTNERSHIP / EDITION / "edition.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_said_of_a_report_that_stands(made: House) -> None:
    assert reasons(made) == []


def test_what_was_never_made_is_said_to_be(own_place: House) -> None:
    assert reasons(own_place) == ["it has not been made"]


def test_a_parameter_is_named_with_what_it_was_and_is(made: House) -> None:
    change(made, "status: draft", "status: final")
    lines = reasons(made)
    assert lines[0] == "what is declared was changed:"
    assert '  edition.status: "draft" -> "final"' in lines


def test_what_was_declared_is_not_made_up_where_it_is_no_longer_noted(made: House) -> None:
    change(made, "status: draft", "status: final")
    shutil.rmtree(made.noted)
    assert reasons(made) == ["what is declared was changed; what it was is no longer noted"]


def test_a_library_is_named_with_both_versions(made: House) -> None:
    lock = made.root / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8").replace("\npandas==", "\npandas==99."), encoding="utf-8")
    lines = reasons(made)
    assert lines[0] == "the locked libraries were changed:"
    assert lines[1].startswith('  pandas: "') and '-> "99.' in lines[1]
    assert len(lines) == 2


def test_the_notebook_is_named(made: House) -> None:
    path = made.notebooks / "strategic_assessment.ipynb"
    path.write_bytes(path.read_bytes() + b"\n")
    assert reasons(made) == ["its notebook was changed"]


def test_other_code_is_named_file_by_file(made: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from analysis.run import freeze
    from analysis.run import why as telling

    now = {**telling.package_listing(), "trends/trend.py": "0" * 64}
    monkeypatch.setattr(freeze, "package_digest", lambda: "1" * 64)
    monkeypatch.setattr(telling, "package_listing", lambda: now)
    lines = why(plan(made), made)
    assert lines[0] == "the program was changed:"
    assert any(line.startswith("  trends/trend.py") for line in lines)


def test_peers_change_what_is_declared_and_the_data(made: House) -> None:
    path = made.params / PARTNERSHIP / "partnership.yml"
    text = path.read_text(encoding="utf-8")
    assert "peers: [E07000218, " in text
    path.write_text(text.replace("peers: [E07000218, ", "peers: ["), encoding="utf-8")
    lines = reasons(made)
    assert "data: the counts of its districts and peers changed" in lines
    assert "data: the counts of its own areas changed" not in lines


def test_a_failure_is_told_and_what_changed_since(own_place: House) -> None:
    one = plan(own_place)
    publish(own_place.reports, one, Outcome(one.inputs.name, {}, {}, Failure("notebook", "no\nmore", log="no")))
    assert reasons(own_place) == ["it failed last time, at notebook: no"]


def test_files_that_went_missing_are_the_reason_where_nothing_changed(made: House) -> None:
    next(made.reports.rglob("*.html")).unlink()
    assert reasons(made) == ["files of it are missing or cut"]


def test_every_value_has_a_name_and_the_key_of_the_inputs_is_none() -> None:
    nested = {"key": "of the inputs", "a": {"key": 1, "b": [{"c": None}, 2]}}
    assert dict(flat(nested)) == {"a.key": 1, "a.b[1].c": None, "a.b[2]": 2}
