"""The outline of one feature: a valid polygon or several, or why it is none."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely import MultiPolygon, Polygon

POLYGONS: Final = ("Polygon", "MultiPolygon")
SAME: Final = 1e-9
"""How far, as a share, the ground of an outline may change by being written anew: by no more than rounding."""
MEND: Final = "Mend it where it was drawn (in QGIS: Fix geometries) and save the file again."


def outline(where: str, geometry: Any) -> tuple[Polygon | MultiPolygon, bool]:
    """Read the geometry of the feature at ``where``, and say whether it had to be written anew.

    A ring that touches itself in a point is not valid, but its ground is known: it is written as two. Raises
    ``SourceError`` for none, an empty one, no polygon, and for any that is not valid otherwise.
    """
    import shapely
    from shapely.geometry import shape

    if not isinstance(geometry, dict):
        raise SourceError.at(where, "has no outline (its geometry is empty)", MEND)
    kind = geometry.get("type")
    if kind not in POLYGONS:
        raise SourceError.at(where, f"is a {kind}, not a polygon", "An area's boundary is a Polygon or a MultiPolygon.")
    _refuse_odd(where, geometry.get("coordinates"))
    try:
        found = shapely.force_2d(shape(geometry))
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError) as error:
        raise SourceError.at(where, f"has an outline that cannot be read: {error}", MEND) from None
    whole = found if shapely.is_valid(found) else shapely.make_valid(found, method="structure", keep_collapsed=False)
    if whole is not found and abs(whole.area - found.area) > SAME * found.area:
        raise SourceError.at(where, f"has an outline that is not valid: {shapely.is_valid_reason(found)}", MEND)
    if not whole.area:
        raise SourceError.at(where, "has no outline (its geometry is empty)", MEND)
    return whole, whole is not found


def _refuse_odd(where: str, coordinates: Any) -> None:
    """Refuse coordinates that are no numbers before a library makes something of them."""
    for each in _leaves(coordinates):
        if isinstance(each, bool) or not isinstance(each, int | float) or not isfinite(each):
            raise SourceError.at(where, f"has a coordinate that is no number ({each!r})", MEND)


def _leaves(node: Any) -> Iterator[Any]:
    if isinstance(node, list):
        for each in node:
            yield from _leaves(each)
    else:
        yield node
