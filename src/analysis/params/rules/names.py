"""Names that stand twice or name nothing: ids, priorities, indicators, categories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from analysis.errors import Problem, did_you_mean
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.rows import Rows
from analysis.params.reading.written import KeyPath
from analysis.params.rules.known import Known

_LISTS = ("priorities", "claims", "surveys", "consultations", "initiatives", "events")


def not_one_of(given: str, choices: Iterable[str], what: str) -> str:
    """Say that ``given`` is not ``what``, with the nearest choice, or all of a few, or that there is none."""
    all_of_them = sorted(set(choices))
    if not all_of_them:
        return f'"{given}" is not {what}: none is declared'
    few = f": {', '.join(all_of_them)}" if len(all_of_them) <= 12 else ""
    return f'"{given}" is not {what}{did_you_mean(given, all_of_them) or few}'


def duplicate_ids(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An id stands once in its list; an outcome's once in its initiative."""
    edition = files.main.value
    for key in _LISTS:
        yield from twice(files, [((key, place), entry.id) for place, entry in enumerate(getattr(edition, key))])
    for place, initiative in enumerate(edition.initiatives):
        paths = [("initiatives", place, "outcomes", n) for n in range(len(initiative.outcomes))]
        yield from twice(files, list(zip(paths, [o.id for o in initiative.outcomes], strict=True)))
    yield from _twice_in_rows(files.indicators)
    yield from _twice_in_rows(files.actions)


def twice(files: EditionFiles, ids: list[tuple[KeyPath, str]]) -> Iterator[Problem]:
    """Say which of ``ids``, each with the path of its entry, stands on a line further up already."""
    seen: dict[str, int] = {}
    for path, name in ids:
        problem = files.main.problem("duplicate-id", (*path, "id"), f'"{name}" stands already on line {seen.get(name)}')
        if name in seen:
            yield problem
        seen.setdefault(name, problem.line)


def _twice_in_rows(rows: Rows[Any]) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for place, entry in rows.entries:
        problem = rows.problem("duplicate-id", place, "id", f'"{entry.id}" stands already in row {seen.get(entry.id)}')
        if entry.id in seen:
            yield problem
        seen.setdefault(entry.id, problem.line)


def unknown_priorities(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Indicators and actions serve priorities that are declared."""
    if not files.main.whole("priorities"):
        return
    ids = [priority.id for priority in files.main.value.priorities]
    for rows, columns in ((files.indicators, ("priority",)), (files.actions, ("priority", "also"))):
        for place, entry in rows.entries:
            for column in columns:
                if (name := getattr(entry, column)) and name not in ids:
                    message = not_one_of(name, ids, "a priority of this edition")
                    yield rows.problem("unknown-priority", place, column, message)


def other_priorities(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """What an action also serves is another priority than its first."""
    for place, action in files.actions.entries:
        if action.also and action.also == action.priority:
            said = f'"{action.also}" is its priority already: name another one or leave it out'
            yield files.actions.problem("other-priority", place, "also", said)


def unknown_indicators(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An action names indicators that are declared."""
    if not files.indicators.whole:
        return
    ids = [indicator.id for indicator in files.indicators.values]
    for place, action in files.actions.entries:
        for name in action.indicators:
            if name not in ids:
                message = not_one_of(name, ids, "an indicator in indicators.csv")
                yield files.actions.problem("unknown-indicator", place, "indicator", message)


def unknown_categories(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """A category is one of the data that the edition pins, or of any data where it pins none."""
    if known.categories is None or not files.main.whole("data"):
        return
    edition = files.main.value
    sources = [edition.data.source] if edition.data else sorted(known.categories)
    slugs = {slug for source in sources for slug in known.categories.get(source, ())}
    for path, slug in _categories(files):
        if slug not in slugs:
            yield files.main.problem("unknown-category", path, not_one_of(slug, slugs, "a category of the data"))
    for place, indicator in files.indicators.entries:
        if indicator.category and indicator.category not in slugs:
            message = not_one_of(indicator.category, slugs, "a category of the data")
            yield files.indicators.problem("unknown-category", place, "category", message)


def _categories(files: EditionFiles) -> Iterator[tuple[KeyPath, str]]:
    edition = files.main.value
    for place, slug in enumerate(edition.notable_categories):
        yield ("notable_categories", place), slug
    for place, priority in enumerate(edition.priorities):
        for n, slug in enumerate(priority.categories):
            yield ("priorities", place, "categories", n), slug
    for place, issue in enumerate(edition.scoring.issues if edition.scoring else ()):
        for n, slug in enumerate(issue.categories):
            yield ("scoring", "issues", place, "categories", n), slug


def categories_twice(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A list of categories names each once."""
    seen: set[tuple[KeyPath, str]] = set()
    for path, slug in _categories(files):
        if (path[:-1], slug) in seen:
            yield files.main.problem("listed-twice", path, f'"{slug}" stands twice')
        seen.add((path[:-1], slug))
