"""The months of an evaluation: in order, within the data, whole years where figures are annual."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.evaluation import Evaluation
from analysis.params.month import month_words, vintage_end
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.evaluation import evaluations, of_their_source
from analysis.params.rules.known import Known


def order(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """First comes before start, start no later than end, and putting it in place lies in between."""
    for path, one in evaluations(files):
        for key, said in _disorder(one):
            yield files.main.problem("window-order", (*path, key), said)


def _disorder(one: Evaluation) -> Iterator[tuple[str, str]]:
    start, end = month_words(one.start), month_words(one.end)
    if one.first is not None and one.first >= one.start:
        yield "first", f"{month_words(one.first)} is not before the start, {start}"
    if one.end < one.start:
        yield "end", f"{end} is before the start, {start}"
    elif one.implementation_end is not None:
        last = month_words(one.implementation_end)
        if one.implementation_end < one.start:
            yield "implementation_end", f"{last} is before the start, {start}"
        elif one.implementation_end >= one.end:
            yield "implementation_end", f"{last} is not before the end, {end}: no month would be left to evaluate"


def span(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """No month is before or after the data pinned, and some data lie before the start."""
    for path, one in evaluations(files):
        ends = vintage_end(one.data.source, one.data.vintage)
        if ends and one.end > ends:
            said = f"{month_words(one.end)} is after the data pinned, which end in {month_words(ends)}"
            yield files.main.problem("window-span", (*path, "end"), said)
        begins = (known.first_months or {}).get((one.data.source, one.data.vintage))
        if begins is None:
            continue
        if one.first is not None and one.first < begins:
            said = f"{month_words(one.first)} is before the data pinned, which begin in {month_words(begins)}"
            yield files.main.problem("window-span", (*path, "first"), said)
        if one.start <= begins:
            said = f"{month_words(one.start)} has no data before it: those pinned begin in {month_words(begins)}"
            yield files.main.problem("window-span", (*path, "start"), said)


def whole_years(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Annual figures are of financial years, April to March, so every month is the first or the last of one."""
    for path, one in of_their_source(files):
        if one.data.source != "scotland":
            continue
        for keys, month, wanted in ((_FIRST, "04", "starts in April"), (_LAST, "03", "ends in March")):
            for where in keys:
                given = _month(one, where)
                if given is not None and not given.endswith(f"-{month}"):
                    said = f"{month_words(given)} is within a financial year, which {wanted}: the figures are annual"
                    yield files.main.problem("window-years", (*path, *where), said)


_FIRST = (("first",), ("start",), ("chosen", "start"))
_LAST = (("end",), ("implementation_end",), ("chosen", "end"))


def _month(one: Evaluation, where: tuple[str, ...]) -> str | None:
    found: str | None = getattr(one.chosen if len(where) > 1 else one, where[-1])
    return found


def chosen(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The figures by which a site was chosen have two months in order, before the start, and only if it was so."""
    for path, one in evaluations(files):
        for key, said in _choice(one):
            yield files.main.problem("chosen-window", (*path, "chosen", key), said)


def _choice(one: Evaluation) -> Iterator[tuple[str, str]]:
    start, end = one.chosen.start, one.chosen.end
    if (start or end) and one.chosen.by_figures != "yes":
        given = "start" if start else "end"
        yield given, f'is given, but by_figures is "{one.chosen.by_figures}": leave it out'
    elif start is None or end is None:
        for key, lacks in (("start", start is None and end), ("end", end is None and start)):
            if lacks:
                yield key, "is missing: give both months or neither"
    elif end < start:
        yield "end", f"{month_words(end)} is before {month_words(start)}"
    elif end >= one.start:
        yield "end", f"{month_words(end)} is not before the start, {month_words(one.start)}"
