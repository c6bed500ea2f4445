"""The delivery plan: how each action stands on a day, what changed, and where the golden thread is loose.

Pure: declared actions in, statuses and lists out. What was not published about an action is "no evidence", never
"done" and never "overdue".
"""

from analysis.delivery.equality import Evidence, evidence, without_evidence
from analysis.delivery.loose import LooseEnds, loose_ends
from analysis.delivery.progress import PROGRESS, SOON, Progress, Standing, action_status, no_date, standing
from analysis.delivery.since import TURNS, Turn, Turned, since
from analysis.delivery.tally import Tally, overdue, tally, tally_by_priority
from analysis.delivery.thread import KINDS, Kind, LooseEnd, Node, Strand, Thread, golden_thread, loose_thread, strands
from analysis.delivery.year import Dated, Year, year_of

__all__ = [
    "KINDS",
    "PROGRESS",
    "SOON",
    "TURNS",
    "Dated",
    "Evidence",
    "Kind",
    "LooseEnd",
    "LooseEnds",
    "Node",
    "Progress",
    "Standing",
    "Strand",
    "Tally",
    "Thread",
    "Turn",
    "Turned",
    "Year",
    "action_status",
    "evidence",
    "golden_thread",
    "loose_ends",
    "loose_thread",
    "no_date",
    "overdue",
    "since",
    "standing",
    "strands",
    "tally",
    "tally_by_priority",
    "without_evidence",
    "year_of",
]
