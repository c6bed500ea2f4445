"""What further documents of an edition need: months that it has data for, members that its partnership has."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.month import month_words
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of


def performance_months(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """A performance report is of months that are held, up to the end of the edition's period, and once for each."""
    edition = files.main.value
    if not files.main.whole("performance", "period", "data"):
        return
    seen: set[str] = set()
    for place, each in enumerate(edition.performance):
        path = ("performance", place, "month")
        if each.month > edition.period.end:
            message = f"{month_words(each.month)} is after the period, which ends in {month_words(edition.period.end)}"
            yield files.main.problem("beyond-period", path, message)
        if each.month in seen:
            yield files.main.problem("month-twice", path, f"{month_words(each.month)} stands twice")
        seen.add(each.month)
        first = (known.first_months or {}).get((edition.data.source, edition.data.vintage)) if edition.data else None
        if first and each.start < first:
            message = f"the report would start in {month_words(each.start)}, and the data start in {month_words(first)}"
            yield files.main.problem("before-data", path, message)


def member_priorities(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """Members are partnerships that are declared, and serve priorities of this edition."""
    edition = files.main.value
    if not files.main.whole("member_priorities", "priorities"):
        return
    ids = [each.id for each in edition.priorities]
    for place, each in enumerate(edition.member_priorities):
        if each.member not in known.partnerships:
            message = not_one_of(each.member, known.partnerships, "a partnership with a folder in params/")
            yield files.main.problem("unknown-member", ("member_priorities", place, "member"), message)
        if each.serves and each.serves not in ids:
            message = not_one_of(each.serves, ids, "a priority of this edition")
            yield files.main.problem("unknown-priority", ("member_priorities", place, "serves"), message)


def leaflet_data(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A leaflet tells what was counted, so its edition has data."""
    edition = files.main.value
    if files.main.whole("leaflet", "data") and edition.leaflet and edition.data is None:
        yield files.main.problem("no-data", ("leaflet",), "tells what was counted, and this edition has no data")
