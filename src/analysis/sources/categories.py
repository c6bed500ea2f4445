"""What data.police.uk calls its fourteen crime types, and the slugs this project uses for them."""

from __future__ import annotations

from typing import Final

from analysis.errors import SourceError, did_you_mean

NAMES: Final = {
    "anti-social-behaviour": "Anti-social behaviour",
    "bicycle-theft": "Bicycle theft",
    "burglary": "Burglary",
    "criminal-damage-and-arson": "Criminal damage and arson",
    "drugs": "Drugs",
    "other-crime": "Other crime",
    "other-theft": "Other theft",
    "possession-of-weapons": "Possession of weapons",
    "public-order": "Public order",
    "robbery": "Robbery",
    "shoplifting": "Shoplifting",
    "theft-from-the-person": "Theft from the person",
    "vehicle-crime": "Vehicle crime",
    "violence-and-sexual-offences": "Violence and sexual offences",
}
"""Slug to the name the source publishes; the set in use since May 2013."""

SLUGS: Final = {name: slug for slug, name in NAMES.items()}

ANTI_SOCIAL_BEHAVIOUR: Final = "anti-social-behaviour"
"""Incidents, not crimes: never added to recorded crime."""


def category_name(slug: str) -> str:
    """Return the published name of a police.uk category; raises ``SourceError`` for a slug it does not have."""
    if slug not in NAMES:
        raise SourceError.at("data.police.uk", f'has no category "{slug}"{did_you_mean(slug, NAMES)}')
    return NAMES[slug]


def is_crime(slug: str) -> bool:
    """Whether a police.uk category counts crimes (all but anti-social behaviour); raises as ``category_name`` does."""
    return category_name(slug) != NAMES[ANTI_SOCIAL_BEHAVIOUR]
