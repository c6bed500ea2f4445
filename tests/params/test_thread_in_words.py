"""What csp explain says of outcomes and of what is known by characteristic."""

from __future__ import annotations

from typing import Any

from analysis.params import Edition
from analysis.params.in_words.thread import equality_lines, thread_lines


def edition(**given: Any) -> Edition:
    base: dict[str, Any] = {
        "format": 1, "edition": "2022", "basis": "illustration", "period": {"start": "2021-12", "end": "2022-11"},
        "status": "final", "produced": "2023-01-20",
    }  # fmt: skip
    return Edition.model_validate(base | given)


def test_outcomes_are_counted_with_where_they_come_from_and_how_many_priorities_serve_one() -> None:
    declared = edition(
        outcomes={"framework": "the county's agreement", "local": [{"id": "calm", "name": "Calm places"}]},
        priorities=[{"id": "a", "name": "A", "outcomes": ["calm"]}, {"id": "b", "name": "B"}],
    )
    assert thread_lines(declared) == [
        "Outcomes: 0 national outcomes, 1 local outcome.",
        "  - from: the county's agreement",
        "  - 1 of 2 priorities serve a local outcome",
    ]


def test_priorities_without_outcomes_are_said_to_lack_them() -> None:
    assert thread_lines(edition(priorities=[{"id": "a", "name": "A"}])) == ["Outcomes: not supplied."]
    assert thread_lines(edition()) == []


def test_what_is_known_by_characteristic_is_counted() -> None:
    figure = {"id": "f", "what": "Safe", "source": "Survey", "of": 50, "groups": [{"name": "Women", "count": 30}]}
    declared = edition(
        equality=[
            {
                "characteristic": "Sex", "known": "Asked.", "figures": [figure],
                "priorities": [{"priority": "a", "state": "gap"}],
            },
            {"characteristic": "Age", "gap": "Not asked."},
        ]
    )  # fmt: skip
    assert equality_lines(declared) == [
        "By characteristic:",
        "  - something is known of 1 of 2 declared (the Equality Act has 9)",
        "  - by priority: 1 gap",
        "  - Safe, by sex: 1 group (restricted)",
    ]
    assert equality_lines(edition()) == []
