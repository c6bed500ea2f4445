"""Extracts of partner agencies (fire, ambulance, council, road casualties), each read by a declared mapping alone."""

from analysis.sources.partners.extract import SPELLS, Extract, read_extract

__all__ = ["SPELLS", "Extract", "read_extract"]
