"""The ``csp`` command: the Makefile calls it for all product work."""

from analysis.cli.app import app

__all__ = ["app"]
