"""The delivery plan: how each action stands on a day, what is overdue, and where the golden thread is loose.

Pure: declared actions in, statuses and lists out. What was not published about an action is "no evidence", never
"done" and never "overdue".
"""

from analysis.delivery.loose import LooseEnds, PlanEnds, loose_ends, plan_ends
from analysis.delivery.progress import PROGRESS, Progress, action_status
from analysis.delivery.tally import Tally, tally

__all__ = [
    "PROGRESS",
    "LooseEnds",
    "PlanEnds",
    "Progress",
    "Tally",
    "action_status",
    "loose_ends",
    "plan_ends",
    "tally",
]
