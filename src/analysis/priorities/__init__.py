"""Scoring of issues by agencies: one figure an issue, its rank, how sure that is, and on whom it hangs.

Pure: scores, criteria and counts in, small frozen results out. A missing score is missing and never nought; scores set
no priority, they show how the agencies' views add up.
"""

from analysis.priorities.agreement import Agreement, agreement, concordance
from analysis.priorities.combine import Rule, grade
from analysis.priorities.cross_cutting import Suggestion, cross_cutting
from analysis.priorities.matrix import Criterion, Matrix, matrix
from analysis.priorities.overrides import Stood, overridden
from analysis.priorities.ranking import Ranked, Ranking, own_scores, ranking
from analysis.priorities.sensitivity import LeftOut, left_out
from analysis.priorities.volume import Counted, Volume

__all__ = [
    "Agreement",
    "Counted",
    "Criterion",
    "LeftOut",
    "Matrix",
    "Ranked",
    "Ranking",
    "Rule",
    "Stood",
    "Suggestion",
    "Volume",
    "agreement",
    "concordance",
    "cross_cutting",
    "grade",
    "left_out",
    "matrix",
    "overridden",
    "own_scores",
    "ranking",
]
