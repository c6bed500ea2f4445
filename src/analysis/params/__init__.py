"""What a partnership declares: schema, loading, register of areas, explaining a file.

``load_catalogue`` reads everything in ``params/`` or raises with every problem of every file; the rest of this
package is the schema (one file an idea), the rules across keys and files (``rules``), and ways of saying it.
"""

from __future__ import annotations

from analysis.params.action import Action
from analysis.params.area import Area, Areas
from analysis.params.catalogue import Catalogue
from analysis.params.crosswalk import CrosswalkRow, crosswalk_problems, read_crosswalk
from analysis.params.edition import Edition
from analysis.params.evaluation import DesignName, Evaluation, Measure, Plan
from analysis.params.figure import Unknown, known
from analysis.params.in_words import explain
from analysis.params.indicator import Indicator
from analysis.params.initiative import Initiative, Outcome
from analysis.params.load import load_catalogue, load_source
from analysis.params.overview import Listed, listing
from analysis.params.partner import PartnerPin
from analysis.params.partner_source import PartnerSource
from analysis.params.partnership import METHODOLOGY, Partnership
from analysis.params.plan import PlanState, fixed_plan, plan_hash, plan_state
from analysis.params.plan_text import with_plan
from analysis.params.reading.registers import load_areas, load_table
from analysis.params.recording import RecordingBreak, RecordingRegister
from analysis.params.remarks import remarks
from analysis.params.rule_table import RULES

__all__ = [
    "METHODOLOGY",
    "RULES",
    "Action",
    "Area",
    "Areas",
    "Catalogue",
    "CrosswalkRow",
    "DesignName",
    "Edition",
    "Evaluation",
    "Indicator",
    "Initiative",
    "Listed",
    "Measure",
    "Outcome",
    "PartnerPin",
    "PartnerSource",
    "Partnership",
    "Plan",
    "PlanState",
    "RecordingBreak",
    "RecordingRegister",
    "Unknown",
    "crosswalk_problems",
    "explain",
    "fixed_plan",
    "known",
    "listing",
    "load_areas",
    "load_catalogue",
    "load_source",
    "load_table",
    "plan_hash",
    "plan_state",
    "read_crosswalk",
    "remarks",
    "with_plan",
]
