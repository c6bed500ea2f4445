"""Links of the golden thread: what they name is declared."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of, twice


def outcome_ids(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The id of a national or local outcome stands once in its list."""
    if outcomes := files.main.value.outcomes:
        for key in ("national", "local"):
            entries = enumerate(getattr(outcomes, key))
            yield from twice(files, [(("outcomes", key, place), each.id) for place, each in entries])


def unknown_outcomes(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Local outcomes serve national ones that are declared, and priorities local ones."""
    if not files.main.whole("outcomes", "priorities"):
        return
    edition = files.main.value
    national = [each.id for each in edition.outcomes.national] if edition.outcomes else []
    local = [each.id for each in edition.outcomes.local] if edition.outcomes else []
    links = [
        (("outcomes", "local", place, "national", n), name, national, "a national outcome of this edition")
        for place, each in enumerate(edition.outcomes.local if edition.outcomes else ())
        for n, name in enumerate(each.national)
    ] + [
        (("priorities", place, "outcomes", n), name, local, "a local outcome of this edition")
        for place, each in enumerate(edition.priorities)
        for n, name in enumerate(each.outcomes)
    ]
    for path, name, ids, what in links:
        if name not in ids:
            yield files.main.problem("unknown-outcome", path, not_one_of(name, ids, what))


def unknown_initiatives(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An action is part of, and an indicator shows the effect of, an initiative that is declared."""
    if not files.main.whole("initiatives"):
        return
    ids = [each.id for each in files.main.value.initiatives]
    for rows in (files.indicators, files.actions):
        for place, entry in rows.entries:
            if entry.initiative and entry.initiative not in ids:
                message = not_one_of(entry.initiative, ids, "an initiative of this edition")
                yield rows.problem("unknown-initiative", place, "initiative", message)
