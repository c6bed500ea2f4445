"""The golden thread and what is known by protected characteristic, counted."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.params.edition import Edition
from analysis.params.equality import PROTECTED
from analysis.params.in_words.phrases import bullets, counted


def thread_lines(edition: Edition) -> list[str]:
    """Say which outcomes are declared, and how many priorities, actions and indicators are linked to them."""
    if not (found := edition.outcomes):
        missing = "not published" if edition.basis == "published document" else "not supplied"
        return [f"Outcomes: {missing}."] if edition.priorities else []
    served = sum(bool(priority.outcomes) for priority in edition.priorities)
    lines = [
        f"Outcomes: {counted(len(found.national), 'national outcome')}, {counted(len(found.local), 'local outcome')}."
    ]
    lines += bullets([f"from: {found.framework}"] if found.framework else [])
    if edition.priorities:
        lines += bullets([f"{served} of {len(edition.priorities)} priorities serve a local outcome"])
    return lines


def equality_lines(edition: Edition) -> list[str]:
    """Say of how many characteristics anything is declared, and which figures there are."""
    if not edition.equality:
        return []
    return ["By characteristic:", *bullets(_equality(edition))]


def _equality(edition: Edition) -> Iterator[str]:
    known = sum(bool(one.known) for one in edition.equality)
    yield f"something is known of {known} of {len(edition.equality)} declared (the Equality Act has {len(PROTECTED)})"
    states = [each.state for one in edition.equality for each in one.priorities]
    if states:
        counts = ", ".join(f"{states.count(state)} {state}" for state in dict.fromkeys(states))
        yield f"by priority: {counts}"
    for one in edition.equality:
        for each in one.figures:
            yield f"{each.what}, by {one.characteristic.lower()}: {counted(len(each.groups), 'group')} ({each.access})"
