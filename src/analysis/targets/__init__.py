"""Performance against targets: change on the baseline, distance from the target, status, what chance would do.

Pure: a declared ``Indicator`` in (with the counted actual where the data measure it), a ``TargetResult`` out. An
unknown figure stays the unknown that it is; an ambiguous indicator is never called better or worse.
"""

from analysis.targets.assess import assess, assess_all
from analysis.targets.chance import chance_at_most, chance_of_meeting, maintain_margin
from analysis.targets.difference import Difference, difference
from analysis.targets.due import period_end, years_averaged
from analysis.targets.outlook import Outlook, outlook
from analysis.targets.proportion import Proportion, proportion
from analysis.targets.result import Reading, TargetResult
from analysis.targets.status import Status, status
from analysis.targets.totals import Sum, derived

__all__ = [
    "Difference",
    "Outlook",
    "Proportion",
    "Reading",
    "Status",
    "Sum",
    "TargetResult",
    "assess",
    "assess_all",
    "chance_at_most",
    "chance_of_meeting",
    "derived",
    "difference",
    "maintain_margin",
    "outlook",
    "period_end",
    "proportion",
    "status",
    "years_averaged",
]
