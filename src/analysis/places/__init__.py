"""Where it happens: the small areas with most, how sure their change is, and whether they are the same as a year ago.

Pure. Small areas are compared by count; a rate by residents misleads where people work, shop and go out, and says so.
"""

from analysis.places.by_place import by_place
from analysis.places.top import LOCATED_AT_LEAST, MONTHLY_AT_LEAST, Place, TopPlaces, top_places

__all__ = ["LOCATED_AT_LEAST", "MONTHLY_AT_LEAST", "Place", "TopPlaces", "by_place", "top_places"]
