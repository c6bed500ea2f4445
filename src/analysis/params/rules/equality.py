"""What is known by characteristic names priorities that are declared, and its figures add up."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.equality import Breakdown
from analysis.params.figure import Unknown
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.written import KeyPath
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of, twice

BREAKDOWN = "breakdown"


def known_priorities(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Each characteristic and each priority stands once, a priority is declared, what is known has a source."""
    if not files.main.whole("equality", "priorities"):
        return
    ids = [priority.id for priority in files.main.value.priorities]
    seen: set[tuple[str, str]] = set()
    for place, one in enumerate(files.main.value.equality):
        for n, each in enumerate(one.priorities):
            path: KeyPath = ("equality", place, "priorities", n)
            if each.priority not in ids:
                message = not_one_of(each.priority, ids, "a priority of this edition")
                yield files.main.problem("unknown-priority", (*path, "priority"), message)
            if (one.characteristic.lower(), each.priority) in seen:
                said = f'"{each.priority}" stands already under {one.characteristic}'
                yield files.main.problem("listed-twice", (*path, "priority"), said)
            seen.add((one.characteristic.lower(), each.priority))
            if each.state == "known" and not each.source:
                said = "is missing: say where it is known from, or call it a gap"
                yield files.main.problem("source-of-known", (*path, "source"), said)


def breakdowns(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A breakdown has a total for each group or one for all, whole counts, and no part above its whole."""
    if not files.main.whole("equality", "priorities"):
        return
    ids = [priority.id for priority in files.main.value.priorities]
    paths: list[tuple[KeyPath, str]] = []
    for place, one in enumerate(files.main.value.equality):
        for n, each in enumerate(one.figures):
            path: KeyPath = ("equality", place, "figures", n)
            paths.append((path, each.id))
            if each.priority and each.priority not in ids:
                message = not_one_of(each.priority, ids, "a priority of this edition")
                yield files.main.problem("unknown-priority", (*path, "priority"), message)
            for end, said in _wrong(each):
                yield files.main.problem(BREAKDOWN, (*path, *end), said)
    yield from twice(files, paths)


def _wrong(one: Breakdown) -> Iterator[tuple[KeyPath, str]]:
    whole = [group for group in one.groups if not isinstance(group.of, Unknown)]
    if bool(whole) is not isinstance(one.of, Unknown):
        yield (), "says what its counts are of either once for all groups or in each group, not both and not neither"
    names = [group.name.lower() for group in one.groups]
    for n, group in enumerate(one.groups):
        if names.index(group.name.lower()) < n:
            yield ("groups", n, "name"), f'"{group.name}" stands already in this breakdown'
        figures = {"count": group.count, "of": group.of}
        for key, figure in figures.items():
            if not isinstance(figure, Unknown) and (figure < 0 or figure != int(figure)):
                yield ("groups", n, key), "must be a whole number, zero or above"
        if not isinstance(group.count, Unknown) and not isinstance(group.of, Unknown) and group.count > group.of:
            yield ("groups", n, "count"), f"{group.count:,.0f} is more than the {group.of:,.0f} that it is of"
    counts = [group.count for group in one.groups if not isinstance(group.count, Unknown)]
    if not isinstance(one.of, Unknown) and sum(counts) > one.of:
        yield ("of",), f"{one.of:,.0f} is less than the groups together, {sum(counts):,.0f}"
