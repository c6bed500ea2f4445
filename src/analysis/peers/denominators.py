"""Where residents are the wrong people to divide by: who is at risk instead, by category."""

from __future__ import annotations

from typing import Final

VISITORS: Final = "those who come to town centres and events, not only those who live there"
SHOPS: Final = "shops and their customers, not residents"
AT_RISK: Final = {
    "shoplifting": SHOPS,
    "theft-from-the-person": VISITORS,
    "other-theft": VISITORS,
    "public-order": VISITORS,
    "robbery": VISITORS,
    "bicycle-theft": "parked bicycles, many of them of people who work or study there",
    "vehicle-crime": "vehicles kept or parked there",
    "burglary": "homes and business premises",
    "drugs": "where the police search, more than who lives there",
    "possession-of-weapons": "where the police search, more than who lives there",
    "all-group-3-crimes-of-dishonesty": "shops, vehicles and visitors as well as residents",
    "all-group-8-road-traffic-offences": "those who drive through, wherever they live",
}
"""Who is at risk, for the categories of which residents are a poor measure."""
MISLEADING: Final = ("shoplifting", "theft-from-the-person", "all-group-8-road-traffic-offences")
"""Categories for which a rate by residents says little of an area at all."""


def at_risk(category: str) -> str:
    """Who or what is at risk where it is not mainly residents; empty where residents serve."""
    return AT_RISK.get(category, "")
