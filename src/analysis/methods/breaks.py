"""The recording breaks that bear on someone's own series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.errors import MethodError, did_you_mean
from analysis.measures import breaks_for
from analysis.methods.value import one_of
from analysis.sources.categories import NAMES

if TYPE_CHECKING:
    from analysis.methods.given import Given
    from analysis.params.recording import RecordingBreak

COUNTRIES: Final = ("england", "wales", "scotland", "none")


def recording(given: Given) -> tuple[RecordingBreak, ...]:
    """Pick the recording breaks that bear on a series, as reports do: by country, force and category.

    Every kind of break of the country when no category is named, since an unknown series may be any; none at all for
    the country ``none``. Raises ``MethodError`` for a country, force or category that there is not.
    """
    country, category = given.named("country"), given.named("category")
    try:
        one_of(country, COUNTRIES)
    except ValueError as error:
        raise MethodError(f"--country: {error}") from None
    try:
        one_of(category, ("", *sorted(NAMES)))
    except ValueError as error:
        raise MethodError(f"--category: {error}") from None
    if country == "none":
        return ()
    force = given.named("force")
    known = given.forces(country) if force else ()
    if known and force not in known:
        hint = did_you_mean(force, known) or "; they are named as in params/areas.csv"
        raise MethodError(f'--force: "{force}" is not a police force of {country.capitalize()}{hint}')
    categories = [category] if category else []
    return breaks_for(given.register(), country=country, force=force, categories=categories)
