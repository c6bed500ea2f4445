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
_GROUP: Final = re.compile(r"^Group (\d): (.*)$")
_ACT: Final = re.compile(r"^(.+) scotland act (\d{4})$")
SPELT: Final = {
    "non sexual": "non-sexual", "fire raising": "fire-raising", "rape attempted rape": "rape and attempted rape",
    "other misc offences": "other miscellaneous offences", "fly tipping": "fly-tipping",
}  # fmt: skip
"""Words that a slug cannot spell."""


def category_title(slug: str) -> str:
    """A category as tables have it: ``Vehicle crime``, ``All recorded crime``, ``Group 4: damage ...``."""
    if slug in TOTALS:
        return "All recorded crime"
    if slug == ALL_OFFENCES:
        return "All recorded offences"
    if slug in NAMES:
        return NAMES[slug]
    found = _SCOTTISH.match(slug)
    words = _spelt(found[2] if found else slug)
    if found and found[1] and slug.startswith("all-"):
        return f"Group {found[1]}: {words}"
    return words[:1].upper() + words[1:]


def _spelt(slug: str) -> str:
    """The words of a slug: an act of the Scottish parliament with its capitals, others as they are written."""
    words = slug.replace("-", " ")
    if act := _ACT.match(words):
        return f"{act[1].title()} (Scotland) Act {act[2]}"
    for wrong, right in SPELT.items():
        words = words.replace(wrong, right)
    return words


def category_words(slug: str) -> str:
    """The same inside a sentence: ``vehicle crime``, ``all recorded crime``, ``sexual crimes (group 2)``."""
    title = category_title(slug)
    if found := _GROUP.match(title):
        return f"{found[2]} (group {found[1]})"
    return title if "(Scotland) Act" in title else title[:1].lower() + title[1:]


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
