"""What an evaluation counts: ids that stand once, categories of the data, and test outcomes that are apart."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.evaluation import Evaluation, Measure
from analysis.params.reading.files import EditionFiles
from analysis.params.reading.written import KeyPath
from analysis.params.rules.evaluation import evaluations, of_their_source
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of, twice


def measures(one: Evaluation) -> Iterator[tuple[KeyPath, Measure]]:
    """Go through what is counted, outcomes first, each with its path."""
    for key in ("outcomes", "falsification"):
        for n, measure in enumerate(getattr(one, key)):
            yield (key, n), measure


def ids(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An id stands once among the outcomes and the test outcomes of an evaluation."""
    for path, one in evaluations(files):
        yield from twice(files, [((*path, *at), measure.id) for at, measure in measures(one)])


def categories(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """Each category is one that the data pinned have, and stands once in its list."""
    for path, one in of_their_source(files):
        slugs = None if known.categories is None else known.categories.get(one.data.source, ())
        for at, measure in measures(one):
            for n, slug in enumerate(measure.categories):
                where = (*path, *at, "categories", n)
                if slug in measure.categories[:n]:
                    yield files.main.problem("listed-twice", where, f'"{slug}" stands twice')
                elif slugs is not None and slug not in slugs:
                    message = not_one_of(slug, slugs, f"a category of {one.data.source}")
                    yield files.main.problem("unknown-category", where, message)


def untouched(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """No category of a test outcome is one of an outcome."""
    for path, one in evaluations(files):
        aimed_at = {slug: outcome.id for outcome in one.outcomes for slug in outcome.categories}
        for n, measure in enumerate(one.falsification):
            for m, slug in enumerate(measure.categories):
                if slug in aimed_at:
                    said = f"{slug} is a category of the outcome {aimed_at[slug]}, so it could be touched"
                    yield files.main.problem("touched-outcome", (*path, "falsification", n, "categories", m), said)
