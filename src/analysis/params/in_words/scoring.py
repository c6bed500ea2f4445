"""A round of scoring in words: who scores what, how it is put together, what is missing, what was overridden."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.params.edition import Edition
from analysis.params.figure import known
from analysis.params.in_words.phrases import bullets, counted, figure_words, several, when_words
from analysis.params.month import day_words
from analysis.params.scoring import Criterion, Scoring


def scoring_lines(edition: Edition) -> list[str]:
    """Say the round of scoring, if there is one."""
    if edition.scoring is None:
        return []
    found = edition.scoring
    lines = [f"Scoring {found.version}: {_rule(found)}."]
    return [*lines, *bullets(_parts(edition, found))]


def _rule(found: Scoring) -> str:
    put = "likelihood times impact" if found.rule == "grid" else "a weighted mean of the criteria"
    return f"{put}, after the mean over agencies; {counted(found.cut, 'priority', 'priorities')} to be"


def _parts(edition: Edition, found: Scoring) -> Iterator[str]:
    yield f"scored: {when_words(found.scored)}"
    yield f"criteria: {several(_criterion(each) for each in found.criteria)}"
    if found.volume:
        bands = several(figure_words(each) for each in found.volume.bands)
        yield f"volume in the data weighs {figure_words(found.volume.weight)}, by bands that begin at {bands}"
    yield f"agencies: {several(each.name for each in found.agencies)}"
    yield f"issues: {several(each.name for each in found.issues)}"
    yield _filled(edition, found)
    names = {each.id: each.name for each in found.issues}
    for each in found.overrides:
        yield f"override: {names[each.issue]} to {each.to}, by {each.by}, {day_words(each.on)}: {each.reason}"


def _criterion(one: Criterion) -> str:
    weight = "weighs nothing" if one.weight is None else f"weight {figure_words(one.weight)}"
    return f"{one.name} ({one.low} to {one.high}; {weight})"


def _filled(edition: Edition, found: Scoring) -> str:
    """How many scores there are of how many there might be, and who gave none."""
    due = len(found.agencies) * len(found.issues) * len(found.criteria)
    there = [each for each in edition.scores if known(each.score)]
    silent = [each.name for each in found.agencies if each.id not in {score.agency for score in there}]
    who = f"; none from {several(silent)}" if silent else ""
    return f"scores: {len(there):,} of {due:,}, the others missing and not nought{who}"
