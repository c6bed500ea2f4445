"""The libraries of spatial statistics, imported when first asked for: they take more than a second.

Their progress bars warn of a missing part of Jupyter where they are imported in a notebook; nothing here shows any.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import esda
    from libpysal.weights import W

__all__ = ["W", "esda"]
