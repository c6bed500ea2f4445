"""The document on how all figures are made: each method, when it refuses, what it reproduces, how often it is wrong.

It is of no partnership. It rests on the page of methods and the tables of evidence that its job's folder holds.
"""

from analysis.assessment.methodology.evidence import Evidence
from analysis.assessment.methodology.link import METHODOLOGY_LINK, methodology_sentence
from analysis.assessment.methodology.load import load
from analysis.assessment.methodology.methodology import Methodology
from analysis.assessment.methodology.topics import TOPICS

__all__ = ["METHODOLOGY_LINK", "TOPICS", "Evidence", "Methodology", "load", "methodology_sentence"]
