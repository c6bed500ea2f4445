"""Charts, tables and their words: the only place that plots.

Every builder takes one published frame and a ``Caption`` and returns an exhibit whose chart, text alternative, table
and CSV all come from that frame. Where there is nothing to draw it returns a ``CannotSay``, never an empty picture.
"""

from analysis.exhibits.annual import annual
from analysis.exhibits.caption import Caption
from analysis.exhibits.changes import changes
from analysis.exhibits.completeness import completeness
from analysis.exhibits.control_chart import control_chart
from analysis.exhibits.course import course
from analysis.exhibits.csv import csv_text
from analysis.exhibits.definitions import definitions
from analysis.exhibits.display import Display, Shown, display
from analysis.exhibits.effects import effects, probability
from analysis.exhibits.error_rates import error_rates
from analysis.exhibits.exceptional import exceptional
from analysis.exhibits.exhibit import exhibit
from analysis.exhibits.field import Field, signed_percent
from analysis.exhibits.formatters import register_formatters
from analysis.exhibits.funnel import funnel
from analysis.exhibits.golden_thread import ARROW, JOINT, golden_thread
from analysis.exhibits.key_figures import key_figure, key_figures
from analysis.exhibits.logic_model import ASSUMPTIONS, STEPS, logic_model
from analysis.exhibits.map_ground import Ground
from analysis.exhibits.members import by_member, members
from analysis.exhibits.outlook import outlook
from analysis.exhibits.place_map import place_map
from analysis.exhibits.plan_year import plan_year
from analysis.exhibits.profile import profile
from analysis.exhibits.ranked import ranked
from analysis.exhibits.ranks import ranks
from analysis.exhibits.scores import Scale, scores
from analysis.exhibits.seasonal import seasonal
from analysis.exhibits.series import series
from analysis.exhibits.side_by_side import side_by_side
from analysis.exhibits.table import symbols, table
from analysis.exhibits.targets import targets
from analysis.exhibits.week import week

__all__ = [
    "ARROW",
    "ASSUMPTIONS",
    "JOINT",
    "STEPS",
    "Caption",
    "Display",
    "Field",
    "Ground",
    "Scale",
    "Shown",
    "annual",
    "by_member",
    "changes",
    "completeness",
    "control_chart",
    "course",
    "csv_text",
    "definitions",
    "display",
    "effects",
    "error_rates",
    "exceptional",
    "exhibit",
    "funnel",
    "golden_thread",
    "key_figure",
    "key_figures",
    "logic_model",
    "members",
    "outlook",
    "place_map",
    "plan_year",
    "probability",
    "profile",
    "ranked",
    "ranks",
    "register_formatters",
    "scores",
    "seasonal",
    "series",
    "side_by_side",
    "signed_percent",
    "symbols",
    "table",
    "targets",
    "week",
]
