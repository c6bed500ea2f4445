"""Where it happens: the small areas with most, how sure their change is, and whether they last.

Pure. Small areas are compared by count; a rate by residents misleads where people work, shop and go out, and says so.
"""

from analysis.places.accuracy import Accuracy, accuracy
from analysis.places.by_place import by_place
from analysis.places.changes import PlaceChanges, place_changes
from analysis.places.concentration import Against, Concentration, concentration, generalised_gini
from analysis.places.event import EventEffect, Excess, event_effect
from analysis.places.forward import Forward, Judged, forward
from analysis.places.hot_spots import HotSpots, gi_star
from analysis.places.lasting import Lasting, complete_years, in_order
from analysis.places.moran import LocalMoran, Moran, local_moran, moran
from analysis.places.neighbours import NEAREST, Floats, Neighbours, bordering, nearest, projected
from analysis.places.points import Band, Repeats, repeats
from analysis.places.rankings import Standing, standings
from analysis.places.top import LOCATED_AT_LEAST, MONTHLY_AT_LEAST, Place, TopPlaces, top_places

__all__ = [
    "LOCATED_AT_LEAST",
    "MONTHLY_AT_LEAST",
    "NEAREST",
    "Accuracy",
    "Against",
    "Band",
    "Concentration",
    "EventEffect",
    "Excess",
    "Floats",
    "Forward",
    "HotSpots",
    "Judged",
    "Lasting",
    "LocalMoran",
    "Moran",
    "Neighbours",
    "Place",
    "PlaceChanges",
    "Repeats",
    "Standing",
    "TopPlaces",
    "accuracy",
    "bordering",
    "by_place",
    "complete_years",
    "concentration",
    "event_effect",
    "forward",
    "generalised_gini",
    "gi_star",
    "in_order",
    "local_moran",
    "moran",
    "nearest",
    "place_changes",
    "projected",
    "repeats",
    "standings",
    "top_places",
]
