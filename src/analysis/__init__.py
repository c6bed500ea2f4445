"""Reproducible reports for community safety partnerships: the folders read as a strategic assessment's contents."""

from typing import Final

__version__: Final = "0.1.0"
"""The package's version, under which the document on its methods is kept."""
