"""Simulated figures for a fictional partnership: a known truth, and counts drawn from it."""

from analysis.sources.simulated import truth
from analysis.sources.simulated.draw import Simulated, calendar, expected, months, planted, simulate
from analysis.sources.simulated.extract import RECORD, SEED, VINTAGE, write_illustration
from analysis.sources.simulated.outlines import write_outlines
from analysis.sources.simulated.places import DISTRICT, DISTRICTS, FORCE, TOWNS, in_town, small_areas

__all__ = [
    "DISTRICT",
    "DISTRICTS",
    "FORCE",
    "RECORD",
    "SEED",
    "TOWNS",
    "VINTAGE",
    "Simulated",
    "calendar",
    "expected",
    "in_town",
    "months",
    "planted",
    "simulate",
    "small_areas",
    "truth",
    "write_illustration",
    "write_outlines",
]
