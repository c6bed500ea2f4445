"""What categories are called in sentences and tables, and which lines a profile has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from analysis.measures import ALL_CRIME, street_lines
from analysis.sources import ANTI_SOCIAL_BEHAVIOUR, NAMES
from analysis.sources.scotland import ALL_CRIMES, ALL_OFFENCES, CORONAVIRUS, OFFENCE_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["crime", "total", "apart"]
TOTALS: Final = (ALL_CRIME, ALL_CRIMES)
APART: Final = (ANTI_SOCIAL_BEHAVIOUR, ALL_OFFENCES)
_SCOTTISH: Final = re.compile(r"^(?:all|crimes|offences)-(?:group-(\d)-)?(.*)$")


def category_title(slug: str) -> str:
    """A category as tables have it: ``Vehicle crime``, ``All recorded crime``, ``Group 4: damage ...``."""
    if slug in TOTALS:
        return "All recorded crime"
    if slug == ALL_OFFENCES:
        return "All recorded offences"
    if slug in NAMES:
        return NAMES[slug]
    found = _SCOTTISH.match(slug)
    words = (found[2] if found else slug).replace("-", " ")
    if found and found[1] and slug.startswith("all-"):
        return f"Group {found[1]}: {words}"
    return words[:1].upper() + words[1:]


def category_words(slug: str) -> str:
    """The same inside a sentence: ``vehicle crime``, ``all recorded crime``."""
    title = category_title(slug)
    return title[:1].lower() + title[1:]


def kind_of(slug: str) -> Kind:
    """Whether a line is a category of crime, the total of those, or counted apart from crime."""
    offences = slug.startswith("all-group-") and slug.split("-")[2] in OFFENCE_GROUPS
    return "total" if slug in TOTALS else "apart" if slug in APART or offences else "crime"


def profile_lines(categories: Iterable[str], *, annual: bool) -> dict[str, tuple[str, ...]]:
    """The lines of a profile: what each sums. Scottish totals are published as such and stand for themselves."""
    given = sorted(set(categories))
    if not annual:
        return street_lines(given)
    groups = [slug for slug in given if slug.startswith("all-") or slug == CORONAVIRUS]
    return {slug: (slug,) for slug in groups}
