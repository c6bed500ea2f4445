"""An area beside others: rates with limits, honest ranks, shrinkage, funnel plots, and change against peers.

What is typical of the others never holds the area itself. Areas differ by more than chance, so limits are widened by
how far they differ (an additive tau squared), and with fewer than 19 of them no area is called unusual.
"""

from analysis.peers.area import Area
from analysis.peers.change import LEAST_PEERS, ChangeAgainstPeers, change_against_peers
from analysis.peers.compare import PeerComparison, PeerLine, compare
from analysis.peers.denominators import AT_RISK, MISLEADING, at_risk
from analysis.peers.funnel import WIDE, funnel_limits
from analysis.peers.known import known_area
from analysis.peers.ranks import Rank, ranks
from analysis.peers.shrinkage import Shrunk, shrunk_rates
from analysis.peers.spread import Spread, spread
from analysis.peers.standing import LEAST_FOR_VERDICT, Standing, standing

__all__ = [
    "AT_RISK",
    "LEAST_FOR_VERDICT",
    "LEAST_PEERS",
    "MISLEADING",
    "WIDE",
    "Area",
    "ChangeAgainstPeers",
    "PeerComparison",
    "PeerLine",
    "Rank",
    "Shrunk",
    "Spread",
    "Standing",
    "at_risk",
    "change_against_peers",
    "compare",
    "funnel_limits",
    "known_area",
    "ranks",
    "shrunk_rates",
    "spread",
    "standing",
]
