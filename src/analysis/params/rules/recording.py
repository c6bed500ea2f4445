"""The register of recording breaks: ids, order, forces and categories."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.month import month_words
from analysis.params.reading.typed import Reading
from analysis.params.recording import RecordingRegister
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of


def breaks(reading: Reading[RecordingRegister], known: Known) -> Iterator[Problem]:
    """Each break has an id of its own, does not end before it starts, and names what is known."""
    seen: set[str] = set()
    slugs = {slug for of_source in (known.categories or {}).values() for slug in of_source}
    for place, one in enumerate(reading.value.breaks):
        path = ("breaks", place)
        if one.id in seen:
            yield reading.problem("duplicate-id", (*path, "id"), f'"{one.id}" stands twice')
        seen.add(one.id)
        if one.end < one.start:
            message = f"{month_words(one.end)} is before the start, {month_words(one.start)}"
            yield reading.problem("break-order", (*path, "end"), message)
        for n, force in enumerate(one.forces):
            if known.areas is not None and force not in known.areas.forces:
                message = not_one_of(force, known.areas.forces, "a force in params/areas.csv")
                yield reading.problem("unknown-force", (*path, "forces", n), message)
        for n, slug in enumerate(one.categories):
            if known.categories is not None and slug not in slugs:
                message = not_one_of(slug, slugs, "a category of the data")
                yield reading.problem("unknown-category", (*path, "categories", n), message)
