"""A round of scoring: enough issues and agencies, weights and levels that can be, overrides of what there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from analysis.errors import Problem
from analysis.params.figure import Unknown
from analysis.params.month import day_words
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of, twice
from analysis.params.scoring import LIKELIHOOD, NOT_A_PRIORITY, PRIORITY, Override, Scoring

MOST_LEVELS: Final = 10


def declared(files: EditionFiles) -> Scoring | None:
    """The round of scoring, where there is one and it could be read whole."""
    return files.main.value.scoring if files.main.whole("scoring") else None


def numbers(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """There are more issues than places, and as many agencies as must score each criterion."""
    if (found := declared(files)) is None:
        return
    if not 1 <= found.cut < len(found.issues):
        said = f"is {found.cut}, and {len(found.issues)} issues are scored: say 1 or more, and fewer than there are"
        yield files.main.problem("scoring-numbers", ("scoring", "cut"), said)
    if not 2 <= found.least <= len(found.agencies):
        said = f"is {found.least}, and {len(found.agencies)} agencies score: say 2 or more, and no more than there are"
        yield files.main.problem("scoring-numbers", ("scoring", "least"), said)


def ids(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An id stands once among the criteria, the agencies and the issues."""
    if (found := declared(files)) is None:
        return
    for key in ("criteria", "agencies", "issues"):
        entries = getattr(found, key)
        yield from twice(files, [(("scoring", key, place), entry.id) for place, entry in enumerate(entries)])


def weights(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """What bears on the order has a weight; confidence, which does not, has none."""
    if (found := declared(files)) is None:
        return
    for place, each in enumerate(found.criteria):
        if each.weighs and each.weight is None:
            said = "is missing: say how much it counts, such as 1"
            yield files.main.problem("criterion-weight", ("scoring", "criteria", place, "weight"), said)
        if not each.weighs and each.weight is not None:
            said = "is given, but confidence weighs nothing: leave it out"
            yield files.main.problem("criterion-weight", ("scoring", "criteria", place, "weight"), said)
    if not any(each.weighs for each in found.criteria):
        said = "has none that weighs anything: issues cannot be put in order"
        yield files.main.problem("criterion-weight", ("scoring", "criteria"), said)


def levels(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A scale has two levels or more."""
    if (found := declared(files)) is None:
        return
    for place, each in enumerate(found.criteria):
        if not 2 <= len(each.levels) <= MOST_LEVELS:
            said = f"has {len(each.levels)}: say what each of 2 to {MOST_LEVELS} levels means, one a line"
            yield files.main.problem("criterion-levels", ("scoring", "criteria", place, "levels"), said)


def grid(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A grid multiplies likelihood by impact, so there are criteria of both, on one scale."""
    found = declared(files)
    if found is None or found.rule != "grid":
        return
    weighed = [each for each in found.criteria if each.weighs]
    of_likelihood = [each for each in weighed if each.group == LIKELIHOOD]
    if not of_likelihood or len(of_likelihood) == len(weighed):
        said = "is grid: it needs criteria of likelihood and others of harm or impact"
        yield files.main.problem("grid-criteria", ("scoring", "rule"), said)
    if len({(each.low, each.high) for each in weighed}) > 1:
        said = "is grid: all its criteria must have one scale, so that their product means something"
        yield files.main.problem("grid-criteria", ("scoring", "rule"), said)


def bands(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The bands of volume rise, and there is data to count."""
    found = declared(files)
    if found is None or found.volume is None:
        return
    given = [each for each in found.volume.bands if not isinstance(each, Unknown)]
    if not given or len(given) < len(found.volume.bands) or sorted(set(given)) != given or given[0] <= 0:
        said = "must be counts above 0 that rise, such as 100, 500, 1,000"
        yield files.main.problem("volume-bands", ("scoring", "volume", "bands"), said)
    if files.main.whole("data") and files.main.value.data is None:
        said = "weighs, but the edition pins no data to count"
        yield files.main.problem("volume-bands", ("scoring", "volume"), said)


def served(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The priority that an issue became is declared."""
    found = declared(files)
    if found is None or not files.main.whole("priorities"):
        return
    names = [priority.id for priority in files.main.value.priorities]
    for place, issue in enumerate(found.issues):
        if issue.priority and issue.priority not in names:
            said = not_one_of(issue.priority, names, "a priority of this edition")
            yield files.main.problem("unknown-priority", ("scoring", "issues", place, "priority"), said)


def overrides(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An override is of an issue there is, to where it can go, one an issue, decided in time."""
    if (found := declared(files)) is None:
        return
    seen: set[str] = set()
    for place, each in enumerate(found.overrides):
        path = ("scoring", "overrides", place)
        names = [issue.id for issue in found.issues]
        if each.issue not in names:
            said = not_one_of(each.issue, names, "an issue that is scored")
            yield files.main.problem("unknown-issue", (*path, "issue"), said)
        if each.issue in seen:
            yield files.main.problem("override-to", (*path, "issue"), f'"{each.issue}" is overridden already')
        seen.add(each.issue)
        if not _can_go(each, len(names)):
            said = f'"{each.to}" is not a rank from 1 to {len(names)}, "{PRIORITY}" or "{NOT_A_PRIORITY}"'
            yield files.main.problem("override-to", (*path, "to"), said)
        produced = files.main.value.produced
        if files.main.whole("produced") and isinstance(produced, dt.date) and each.on > produced:
            said = f"is {day_words(each.on)}, after the day the edition speaks from, {day_words(produced)}"
            yield files.main.problem("override-day", (*path, "on"), said)


def _can_go(override: Override, issues: int) -> bool:
    to = override.to
    if to in (PRIORITY, NOT_A_PRIORITY):
        return True
    return to.isascii() and to.isdigit() and len(to) < 4 and 1 <= int(to) <= issues
