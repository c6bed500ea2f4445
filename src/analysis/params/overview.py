"""What there is, a line an edition, for ``csp list``."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.params.catalogue import Catalogue
from analysis.params.edition import Edition, Period
from analysis.params.month import month_words


@dataclass(frozen=True)
class Listed:
    """One edition of one partnership, every field as it is shown."""

    partnership: str
    """The partnership's id."""
    name: str
    edition: str
    period: str
    """``December 2021 to November 2022``."""
    basis: str
    data: str
    """Source and vintage pinned (``police-uk 2022-11``), or ``none`` for published figures alone."""
    latest: bool
    evaluated: tuple[str, ...] = ()
    """Ids of the initiatives that have a report of their own."""


def period_words(period: Period) -> str:
    """Write a period as ``December 2021 to November 2022``."""
    return f"{month_words(period.start)} to {month_words(period.end)}"


def data_words(edition: Edition) -> str:
    """Write the data an edition pins, or ``none``."""
    return f"{edition.data.source} {edition.data.vintage}" if edition.data else "none"


def listing(catalogue: Catalogue) -> list[Listed]:
    """Return a row for each edition, by partnership, the latest last."""
    return [
        Listed(
            partnership=name,
            name=catalogue.partnerships[name].name,
            edition=edition.edition,
            period=period_words(edition.period),
            basis=edition.basis,
            data=data_words(edition),
            latest=edition is catalogue.latest(name),
            evaluated=tuple(one.id for one in edition.initiatives if one.evaluation),
        )
        for (name, _), edition in catalogue.editions.items()
    ]
