"""Milestones, links of the golden thread, and figures by protected characteristic that cannot stand."""

from __future__ import annotations

from broken_case import Case

PLAN = "ashby/2011-12/edition.yml"
ACTIONS = "ashby/2011-12/actions.csv"
INDICATORS = "ashby/2011-12/indicators.csv"
BREAKDOWN = """equality:
  - characteristic: Age
    figures:
      - id: safe-by-age
        what: Residents who feel safe
        source: Survey
        groups:
"""


def equality(entry: str) -> tuple[str, str, str]:
    return (PLAN, "slips:\n", f"equality:\n  - characteristic: Age\n{entry}slips:\n")


def groups(lines: str) -> tuple[str, str, str]:
    return (PLAN, "slips:\n", f"{BREAKDOWN}{lines}slips:\n")


CASES = (
    Case(
        "malformed-milestone",
        (ACTIONS, "id,action,milestones\nlight,Light the path,2022-06 survey: don; 2022-09 review\n"),
        (
            'params/ashby/2011-12/actions.csv:2 milestones: milestone 1: "don" after the colon is not one of done, '
            'missed, to come; did you mean "done"? [malformed-milestone]',
        ),
    ),
    Case(
        "unknown-outcome",
        (PLAN, "    categories: [violence]\n", "    categories: [violence]\n    outcomes: [calm]\n"),
        (
            'params/ashby/2011-12/edition.yml:18 priorities[1].outcomes[1]: "calm" is not a local outcome of this '
            "edition: none is declared [unknown-outcome]",
        ),
    ),
    Case(
        "unknown-outcome",
        (
            PLAN,
            "priorities:\n",
            "outcomes:\n  national:\n    - id: safe\n      name: Safe\n  local:\n    - id: calm\n      name: Calm\n"
            "      national: [save]\npriorities:\n",
        ),
        (
            'params/ashby/2011-12/edition.yml:21 outcomes.local[1].national[1]: "save" is not a national outcome of '
            'this edition; did you mean "safe"? [unknown-outcome]',
        ),
    ),
    Case(
        "duplicate-id",
        (
            PLAN,
            "priorities:\n",
            "outcomes:\n  local:\n    - id: calm\n      name: Calm\n    - id: calm\n      name: Calm\npriorities:\n",
        ),
        ('params/ashby/2011-12/edition.yml:18 outcomes.local[2].id: "calm" stands already on line 16 [duplicate-id]',),
    ),
    Case(
        "unknown-initiative",
        (ACTIONS, "id,action,initiative\nlight,Light the path,patrol\n"),
        (
            'params/ashby/2011-12/actions.csv:2 initiative: "patrol" is not an initiative of this edition; did you '
            'mean "patrols"? [unknown-initiative]',
        ),
    ),
    Case(
        "unknown-indicator",
        (ACTIONS, "all-violence", "all-violence+assaults"),
        (
            'params/ashby/2011-12/actions.csv:2 indicator: "assaults" is not an indicator in indicators.csv; did you '
            'mean "assault"? [unknown-indicator]',
        ),
    ),
    Case(
        "source-of-known",
        equality("    priorities:\n      - priority: violence\n        state: known\n"),
        (
            "params/ashby/2011-12/edition.yml:63 equality[1].priorities[1].source: is missing: say where it is known "
            "from, or call it a gap [source-of-known]",
        ),
    ),
    Case(
        "listed-twice",
        equality(
            "    priorities:\n      - priority: violence\n        state: gap\n      - priority: violence\n"
            "        state: gap\n"
        ),
        (
            'params/ashby/2011-12/edition.yml:65 equality[1].priorities[2].priority: "violence" stands already under '
            "Age [listed-twice]",
        ),
    ),
    Case(
        "breakdown",
        groups(
            "          - {name: Under 25, count: 30, of: 20}\n          - {name: 25 and over, count: 1.5, of: 20}\n"
        ),
        (
            "params/ashby/2011-12/edition.yml:67 equality[1].figures[1].groups[1].count: 30 is more than the 20 that "
            "it is of [breakdown]",
            "params/ashby/2011-12/edition.yml:68 equality[1].figures[1].groups[2].count: must be a whole number, zero "
            "or above [breakdown]",
        ),
    ),
    Case(
        "breakdown",
        groups("          - {name: Under 25, count: 30}\n          - {name: under 25, count: 30}\n"),
        (
            "params/ashby/2011-12/edition.yml:63 equality[1].figures[1]: says what its counts are of either once for "
            "all groups or in each group, not both and not neither [breakdown]",
            'params/ashby/2011-12/edition.yml:68 equality[1].figures[1].groups[2].name: "under 25" stands already in '
            "this breakdown [breakdown]",
        ),
    ),
    Case(
        "breakdown",
        groups("          - {name: Under 25, count: 30}\n          - {name: 25 and over, count: 30}\n        of: 59\n"),
        (
            "params/ashby/2011-12/edition.yml:69 equality[1].figures[1].of: 59 is less than the groups together, 60 "
            "[breakdown]",
        ),
    ),
)
