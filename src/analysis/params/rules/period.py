"""The months an edition assesses, and the data it is made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.month import day_words, last_day, month_words, vintage_end
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.basis import FROM_DATA
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of


def period_order(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """The period does not end before it starts."""
    period = files.main.value.period
    if files.main.whole("period") and period.end < period.start:
        message = f"{month_words(period.end)} is before the start, {month_words(period.start)}"
        yield files.main.problem("period-order", ("period", "end"), message)


def event_order(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """No event ends before it starts."""
    for place, event in enumerate(files.main.value.events):
        if event.end < event.start:
            message = f"{month_words(event.end)} is before the start, {month_words(event.start)}"
            yield files.main.problem("event-order", ("events", place, "end"), message)


def within_vintage(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """The vintage is there and reaches the end of the period."""
    pin = files.main.value.data
    if pin is None or not files.main.whole("data"):
        return
    if known.vintages is not None and pin.vintage not in known.vintages.get(pin.source, ()):
        message = not_one_of(pin.vintage, known.vintages.get(pin.source, ()), f"a vintage of {pin.source}")
        yield files.main.problem("unknown-vintage", ("data", "vintage"), message)
    ends = vintage_end(pin.source, pin.vintage)
    if ends and files.main.whole("period") and files.main.value.period.end > ends:
        message = (
            f"{month_words(files.main.value.period.end)} is after the data pinned, which end in {month_words(ends)}"
        )
        yield files.main.problem("beyond-vintage", ("period", "end"), message)


def produced_after(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """An edition made from data is produced after its period has ended."""
    edition = files.main.value
    if edition.basis not in FROM_DATA or not files.main.whole("basis", "produced", "period"):
        return
    ends = last_day(edition.period.end)
    if isinstance(edition.produced, dt.date) and edition.produced <= ends:
        message = f"{day_words(edition.produced)} is not after the period, which ends on {day_words(ends)}"
        yield files.main.problem("produced-early", ("produced",), message)
