"""The mapping of a partner's extract: what its shape needs, formats that can be read, areas that are known."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.date_format import NotWritten, parts_of
from analysis.params.month import month_words
from analysis.params.partner_source import OUTSIDE, UNLOCATED, Moment, PartnerSource
from analysis.params.reading.typed import Reading
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of


def shape(reading: Reading[PartnerSource], _: Known) -> Iterator[Problem]:
    """A long table has a day, a wide one months, and incidents say which months are covered in full."""
    source = reading.value
    if not reading.whole("shape", "when", "months", "until", "count", "complete"):
        return
    for key, needed in (("when", "long"), ("months", "wide")):
        if (getattr(source, key) is not None) != (source.shape == needed):
            said = f"is missing: a {needed} table needs it" if source.shape == needed else f"is for {needed} tables"
            yield reading.problem("mapping-shape", (key,), said)
    if source.shape == "wide" and (source.until or source.reference or (source.count and source.count.column)):
        yield reading.problem("mapping-shape", ("shape",), "is wide: until, reference and count.column are for long")
    if source.shape == "long" and source.count and not source.count.column:
        yield reading.problem("mapping-shape", ("count",), "needs the column of counts in a long table")
    if source.shape == "long" and source.count is None and source.complete is None:
        said = "is missing: of incidents nobody can tell a month without any from a month that was not sent"
        yield reading.problem("mapping-shape", ("complete",), said)
    if source.count and (source.until or source.reference):
        yield reading.problem("mapping-shape", ("count",), "stands beside until or reference, which are of incidents")
    if source.totals and source.count is None and source.shape == "long":
        yield reading.problem("mapping-shape", ("totals",), "are for counts: among incidents no row is a total")


def one_or_column(reading: Reading[PartnerSource], _: Known) -> Iterator[Problem]:
    """Area and category come from a column or are one for all rows; the id is the file's, the title says SIMULATED."""
    source = reading.value
    for key in ("area", "category"):
        if reading.whole(key) and bool(getattr(source, key).column) == bool(getattr(source, key).constant):
            yield reading.problem("mapping-shape", (key,), "needs either a column or a constant")
    if reading.whole("category") and source.category.column and not source.slugs:
        yield reading.problem("mapping-shape", ("category", "words"), "lists no word")
    stem = reading.written.file.rsplit("/", 1)[-1].removesuffix(".yml")
    if reading.whole("id") and source.id != stem:
        said = f'is "{source.id}", but its file is {stem}.yml: they must be the same'
        yield reading.problem("source-file", ("id",), said)
    if reading.whole("simulated", "title") and source.simulated != source.title.startswith("SIMULATED"):
        yield reading.problem("source-file", ("title",), "starts with SIMULATED if the figures are, and only then")


def formats(reading: Reading[PartnerSource], _: Known) -> Iterator[Problem]:
    """Formats of days name year and month, formats of times the hour."""
    source = reading.value
    if source.months and reading.whole("months"):
        yield from _format(reading, ("months", "format"), source.months.format, {"year", "month"})
    for key in ("when", "until"):
        moment: Moment | None = getattr(source, key)
        if moment is None or not reading.whole(key):
            continue
        for place, each in enumerate(moment.formats):
            day = set() if source.count and key == "when" else {"day"}
            yield from _format(reading, (key, "formats", place), each, {"year", "month", *day})
        for place, each in enumerate(moment.time_formats):
            yield from _format(reading, (key, "time_formats", place), each, {"hour"})


def _format(
    reading: Reading[PartnerSource], path: tuple[str | int, ...], written: str, needed: set[str]
) -> Iterator[Problem]:
    try:
        if lacking := sorted(needed - parts_of(written)):
            yield reading.problem("date-format", path, f'"{written}" does not say the {" and the ".join(lacking)}')
    except NotWritten as error:
        yield reading.problem("date-format", path, f'"{written}" cannot be read as a format: {error}')


def areas(reading: Reading[PartnerSource], known: Known) -> Iterator[Problem]:
    """Every code is of a registered area, or of a small area that the data have."""
    source = reading.value
    if known.areas is None or not reading.whole("area"):
        return
    there = {*known.areas.by_code, *(known.small_areas or ())}
    if source.area.constant and source.area.constant not in there:
        said = not_one_of(source.area.constant, there, "an area in params/areas.csv")
        yield reading.problem("unknown-area", ("area", "constant"), said)
    for name, code in source.area.names.items():
        if code not in there and code not in (OUTSIDE, UNLOCATED):
            said = not_one_of(code, there, f"an area in params/areas.csv, {OUTSIDE} or {UNLOCATED}")
            yield reading.problem("unknown-area", ("area", "names", name), said)


def covered(reading: Reading[PartnerSource], _: Known) -> Iterator[Problem]:
    """The months covered do not end before they start."""
    complete = reading.value.complete
    if complete and complete.end and complete.end < complete.start:
        said = f"{month_words(complete.end)} is before the start, {month_words(complete.start)}"
        yield reading.problem("period-order", ("complete", "end"), said)
