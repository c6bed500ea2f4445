"""Outlines of areas as a user brings them: any GeoJSON of polygons with a column of codes.

What is not as it claims to be is refused by one message that names the feature; no outline is changed in silence.
"""

from analysis.sources.boundaries.read import Boundaries, read_boundaries

__all__ = ["Boundaries", "read_boundaries"]
