"""Performance against targets: change on the baseline, distance from the target, status, what chance would do.

Pure: a declared ``Indicator`` in (with what the data count of it, where they do), a ``TargetResult`` out. An unknown
figure stays the unknown that it is; an ambiguous indicator is never called better or worse; a period that is not over
gets a probability, and ``past`` says what such probabilities were worth.
"""

from analysis.targets.assess import assess, assess_all
from analysis.targets.chance import chance_at_most, chance_of_meeting, chance_of_percentage, maintain_margin
from analysis.targets.counted import Counted
from analysis.targets.difference import Difference, difference
from analysis.targets.due import each_month, period_end, years_averaged
from analysis.targets.goal import Goal, goal
from analysis.targets.outlook import CONFIDENT, Outlook, outlook, outlook_from_totals
from analysis.targets.past import Bin, TrackRecord, track_record
from analysis.targets.proportion import PointsChange, Proportion, points_change, proportion
from analysis.targets.result import TOSS, Reading, TargetResult
from analysis.targets.status import Status, status
from analysis.targets.totals import Sum, derived

__all__ = [
    "CONFIDENT",
    "TOSS",
    "Bin",
    "Counted",
    "Difference",
    "Goal",
    "Outlook",
    "PointsChange",
    "Proportion",
    "Reading",
    "Status",
    "Sum",
    "TargetResult",
    "TrackRecord",
    "assess",
    "assess_all",
    "chance_at_most",
    "chance_of_meeting",
    "chance_of_percentage",
    "derived",
    "difference",
    "each_month",
    "goal",
    "maintain_margin",
    "outlook",
    "outlook_from_totals",
    "period_end",
    "points_change",
    "proportion",
    "status",
    "track_record",
    "years_averaged",
]
