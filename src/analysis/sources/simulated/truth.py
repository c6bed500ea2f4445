"""The known truth of the illustration: rates, seasons, noise and everything that was built in to be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FIRST, LAST = "2017-01", "2022-11"
TOLD_FROM: Final = "2018-12"
"""The months from here on are those that the illustration tells of; the earlier ones, drawn apart, are the history that
an outlook has to earn."""
MISSING: Final = "2019-05"
"""The month for which the force supplied no file."""

UNLOCATED: Final = 0.03
"""Share of records without a location, month by month, but for the one month below."""
BADLY_LOCATED: Final = ("2020-03", 0.09)


@dataclass(frozen=True)
class Crime:
    """One category: records a month per 1,000 people, summer swing, yearly growth, dispersion theta.

    The variance of a district's month is ``mean + mean**2 / theta``. ``swing`` is the height of the July peak on the
    log scale, negative for a winter peak. ``covid`` multiplies the months of restrictions.
    """

    rate: float
    swing: float
    growth: float
    theta: float
    covid: float


CRIMES: Final = {
    "anti-social-behaviour": Crime(1.05, 0.18, -0.02, 70, 1.90),
    "bicycle-theft": Crime(0.08, 0.25, 0.00, 60, 0.75),
    "burglary": Crime(0.40, -0.12, -0.03, 90, 0.62),
    "criminal-damage-and-arson": Crime(0.78, 0.06, 0.00, 200, 0.88),
    "drugs": Crime(0.22, 0.00, 0.02, 60, 1.15),
    "other-crime": Crime(0.17, 0.00, 0.02, 60, 0.95),
    "other-theft": Crime(0.62, 0.08, -0.02, 120, 0.72),
    "possession-of-weapons": Crime(0.07, 0.00, 0.03, 60, 0.90),
    "public-order": Crime(0.58, 0.10, 0.04, 120, 0.90),
    "robbery": Crime(0.06, -0.05, 0.00, 60, 0.65),
    "shoplifting": Crime(0.46, -0.06, 0.02, 90, 0.58),
    "theft-from-the-person": Crime(0.06, 0.00, 0.00, 60, 0.45),
    "vehicle-crime": Crime(0.45, -0.05, -0.01, 90, 0.70),
    "violence-and-sexual-offences": Crime(2.35, 0.09, 0.05, 150, 0.90),
}
"""Categories by the slugs of the published street-level files."""

COVID: Final = {
    **dict.fromkeys(("2020-04", "2020-05"), 1.0),
    **dict.fromkeys(("2020-03", "2020-06", "2020-11", "2021-01", "2021-02"), 0.7),
    **dict.fromkeys(("2020-07", "2020-08", "2020-09", "2020-10", "2020-12", "2021-03", "2021-04"), 0.4),
    **dict.fromkeys(("2021-05", "2021-06", "2021-07"), 0.15),
}
"""How much of each category's Covid effect a month carries, on the log scale."""


@dataclass(frozen=True)
class Effect:
    """A planted effect: ``ratio`` multiplies ``categories`` in the places of ``names`` from ``start`` to ``end``.

    A name is a town of Brackenford or one small area. With ``gradual`` the ratio is reached in equal steps (on the log
    scale) by ``end`` and stays; otherwise it holds from start to end and is gone afterwards.
    """

    what: str
    names: tuple[str, ...]
    categories: tuple[str, ...]
    start: str
    end: str
    ratio: float
    gradual: bool = False


INITIATIVE: Final = Effect(
    "initiative in Tannersley", ("Tannersley",), ("criminal-damage-and-arson",), "2021-12", LAST, 0.70
)


@dataclass(frozen=True)
class Surge:
    """A planted surge: ``adds`` expected records of one category in one small area in one month."""

    name: str
    category: str
    month: str
    adds: float


FESTIVAL: Final = (
    Surge("Brackenford 008B", "theft-from-the-person", "2022-06", 34),
    Surge("Brackenford 008B", "other-theft", "2022-06", 52),
    Surge("Brackenford 008B", "drugs", "2022-06", 16),
)
"""The first Hollowfield Festival; the ground saw next to nothing before."""
PERSISTENT: Final = (
    Effect("town centre", ("Brackenford 001A",), tuple(CRIMES), FIRST, LAST, 4.0),
    Effect("shops", ("Brackenford 001A",), ("shoplifting", "theft-from-the-person"), FIRST, LAST, 2.5),
    Effect("fields of the festival", ("Brackenford 008B",), tuple(CRIMES), FIRST, LAST, 0.4),
    Effect("Tannersley's level", ("Tannersley",), ("criminal-damage-and-arson",), FIRST, LAST, 1.45),
)
EMERGING: Final = Effect(
    "retail park",
    ("Brackenford 003D",),
    ("vehicle-crime", "anti-social-behaviour", "shoplifting"),
    "2021-12",
    "2022-06",
    7.0,
    gradual=True,
)
EFFECTS: Final = (INITIATIVE, *PERSISTENT, EMERGING)

FAILED: Final = ("2020-10", "drugs")
"""The month and the category in which the feed failed for the whole force."""

LEVELS: Final = {"X07000002": 0.86, "X07000003": 1.22, "X07000004": 0.78, "X07000005": 1.04, "X07000006": 0.92}
"""How the neighbouring districts stand to Brackenford, all categories alike."""
