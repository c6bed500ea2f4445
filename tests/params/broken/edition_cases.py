"""What an edition says that its period, its data, its basis or its own lists deny."""

from __future__ import annotations

from broken_case import Case

CURRENT = "ashby/2022/edition.yml"
PLAN = "ashby/2011-12/edition.yml"
PARTNERSHIP = "ashby/partnership.yml"
INDICATORS = "ashby/2011-12/indicators.csv"
ACTIONS = "ashby/2011-12/actions.csv"

CASES = (
    Case(
        "latest-tie",
        (PLAN, "end: 2012-03", "end: 2022-11"),
        (
            (
                "params/ashby/2022/edition.yml:6 period.end: November 2022 is the end of 2011-12 "
                "too, so neither is the latest [latest-tie]"
            ),
        ),
    ),
    Case(
        "period-order",
        (CURRENT, "start: 2021-12", "start: 2022-12"),
        (
            (
                "params/ashby/2022/edition.yml:6 period.end: November 2022 is before the start, "
                "December 2022 [period-order]"
            ),
        ),
    ),
    Case(
        "beyond-vintage",
        (CURRENT, "  vintage: 2022-11", "  vintage: 2022-10"),
        (
            (
                "params/ashby/2022/edition.yml:6 period.end: November 2022 is after the data "
                "pinned, which end in October 2022 [beyond-vintage]"
            ),
        ),
    ),
    Case(
        "beyond-vintage",
        ("lothian/2021-22/edition.yml", "end: 2022-03", "end: 2022-04"),
        (
            (
                "params/lothian/2021-22/edition.yml:4 period.end: April 2022 is after the data "
                "pinned, which end in March 2022 [beyond-vintage]"
            ),
        ),
    ),
    Case(
        "unknown-vintage",
        (CURRENT, "  vintage: 2022-11", "  vintage: 2022-12"),
        (
            (
                'params/ashby/2022/edition.yml:9 data.vintage: "2022-12" is not a vintage of '
                'police-uk; did you mean "2022-11"? [unknown-vintage]'
            ),
        ),
    ),
    Case(
        "data-pinned",
        (CURRENT, "data:\n  source: police-uk\n  vintage: 2022-11\n", ""),
        (
            (
                "params/ashby/2022/edition.yml:1 data: is missing: an edition made from data pins "
                "its source and vintage [data-pinned]"
            ),
        ),
    ),
    Case(
        "data-pinned",
        (PARTNERSHIP, "forces: [westshire]\n", ""),
        (
            (
                "params/ashby/2022/edition.yml:8 data.source: police-uk needs the forces of ashby: "
                "name them in its partnership.yml [data-pinned]"
            ),
        ),
    ),
    Case(
        "source-country",
        (
            "lothian/2021-22/edition.yml",
            "{source: scotland, vintage: 2021-22}",
            "{source: police-uk, vintage: 2022-11}",
        ),
        ("params/lothian/2021-22/edition.yml:5 data.source: police-uk has no data of scotland [source-country]",),
    ),
    Case(
        "open-data-silence",
        (CURRENT, "status: draft", "status: draft\npriorities:\n  - id: asb\n    name: Anti-social behaviour"),
        (
            (
                "params/ashby/2022/edition.yml:12 priorities: only the partnership could say this: "
                "an edition from open data leaves it out [open-data-silence]"
            ),
        ),
    ),
    Case(
        "open-data-silence",
        (CURRENT, "status: draft", "status: draft\napproved:\n  by: The board"),
        (
            (
                "params/ashby/2022/edition.yml:12 approved: only the partnership could say this: "
                "an edition from open data leaves it out [open-data-silence]"
            ),
        ),
    ),
    Case(
        "open-data-silence",
        ("ashby/2022/actions.csv", "id,action\nlight,Light the path\n"),
        (
            (
                "params/ashby/2022/actions.csv:2 action: only the partnership could say this: an "
                "edition from open data leaves it out [open-data-silence]"
            ),
        ),
    ),
    Case(
        "open-data-silence",
        (
            "ashby/2022/indicators.csv",
            "id,group,name,unit,direction,target_period,rule,target\ncrime,All,Crime,count,lower,2022,at most,900\n",
        ),
        (
            (
                "params/ashby/2022/indicators.csv:2 target: only the partnership could say this: "
                "an edition from open data leaves it out [open-data-silence]"
            ),
        ),
    ),
    Case(
        "document-named",
        (PLAN, "document:\n  title: Partnership plan 2011/12\n  publisher: Ashby District Council\n", ""),
        (
            (
                "params/ashby/2011-12/edition.yml:1 document: is missing: name the document that "
                "this edition restates [document-named]"
            ),
        ),
    ),
    Case(
        "status-said",
        (CURRENT, "status: draft", "status: not published"),
        (
            (
                'params/ashby/2022/edition.yml:11 status: is "not published", but the basis is "open data": say draft '
                "or final [status-said]"
            ),
        ),
    ),
    Case(
        "produced-early",
        (CURRENT, "produced: 2023-01-31", "produced: 2022-11-30"),
        (
            (
                "params/ashby/2022/edition.yml:12 produced: 30 November 2022 is not after the "
                "period, which ends on 30 November 2022 [produced-early]"
            ),
        ),
    ),
    Case(
        "duplicate-id",
        (PLAN, "  - id: burglary\n    name: Burglary", "  - id: violence\n    name: Burglary"),
        (
            (
                'params/ashby/2011-12/edition.yml:18 priorities[2].id: "violence" stands already '
                "on line 15 [duplicate-id]"
            ),
        ),
    ),
    Case(
        "duplicate-id",
        (PLAN, "- id: offending", "- id: vandalism"),
        (
            (
                'params/ashby/2011-12/edition.yml:51 initiatives[1].outcomes[2].id: "vandalism" '
                "stands already on line 42 [duplicate-id]"
            ),
        ),
    ),
    Case(
        "duplicate-id",
        (ACTIONS, "light-the-path", "more-patrols"),
        ('params/ashby/2011-12/actions.csv:3 id: "more-patrols" stands already in row 2 [duplicate-id]',),
    ),
    Case(
        "unknown-priority",
        (ACTIONS, "more-patrols,ASB14,violence,", "more-patrols,ASB14,violense,"),
        (
            (
                'params/ashby/2011-12/actions.csv:2 priority: "violense" is not a priority of this '
                'edition; did you mean "violence"? [unknown-priority]'
            ),
        ),
    ),
    Case(
        "unknown-priority",
        (INDICATORS, "feel-safe,Targets,Feel safe,,", "feel-safe,Targets,Feel safe,safety,"),
        (
            (
                'params/ashby/2011-12/indicators.csv:5 priority: "safety" is not a priority of '
                "this edition: burglary, violence [unknown-priority]"
            ),
        ),
    ),
    Case(
        "unknown-priority",
        (ACTIONS, "id,action,also\nlight,Light the path,burglry\n"),
        (
            (
                'params/ashby/2011-12/actions.csv:2 also: "burglry" is not a priority of this edition; did you mean '
                '"burglary"? [unknown-priority]'
            ),
        ),
    ),
    Case(
        "other-priority",
        (ACTIONS, "id,action,priority,also\nlight,Light the path,burglary,burglary\n"),
        (
            (
                'params/ashby/2011-12/actions.csv:2 also: "burglary" is its priority already: name another one or '
                "leave it out [other-priority]"
            ),
        ),
    ),
    Case(
        "unknown-indicator",
        (ACTIONS, "all-violence", "all-violent-crime"),
        (
            (
                'params/ashby/2011-12/actions.csv:2 indicator: "all-violent-crime" is not an '
                'indicator in indicators.csv; did you mean "all-violence"? [unknown-indicator]'
            ),
        ),
    ),
    Case(
        "unknown-indicator",
        (INDICATORS, "serious-violence+assault", "serious-violence+assaults"),
        (
            (
                'params/ashby/2011-12/indicators.csv:4 sum_of: "assaults" is not an indicator in '
                'indicators.csv; did you mean "assault"? [unknown-indicator]'
            ),
        ),
    ),
    Case(
        "unknown-category",
        (CURRENT, "[burglary]", "[burglaries]"),
        (
            (
                'params/ashby/2022/edition.yml:13 notable_categories[1]: "burglaries" is not a '
                'category of the data; did you mean "burglary"? [unknown-category]'
            ),
        ),
    ),
    Case(
        "unknown-category",
        ("lothian/2021-22/edition.yml", "status: draft", "status: draft\nnotable_categories: [burglary]"),
        (
            (
                'params/lothian/2021-22/edition.yml:7 notable_categories[1]: "burglary" is not a '
                "category of the data: all-crimes [unknown-category]"
            ),
        ),
    ),
    Case(
        "unknown-category",
        (PLAN, "categories: [violence]", "categories: [all-crime]"),
        (
            (
                'params/ashby/2011-12/edition.yml:17 priorities[1].categories[1]: "all-crime" is '
                'not a category of the data; did you mean "all-crimes"? [unknown-category]'
            ),
        ),
    ),
    Case(
        "unknown-category",
        (INDICATORS, ",violence,,\n", ",violent,,\n"),
        (
            (
                'params/ashby/2011-12/indicators.csv:3 category: "violent" is not a category of '
                'the data; did you mean "violence"? [unknown-category]'
            ),
        ),
    ),
    Case(
        "unknown-event-area",
        (CURRENT, "area: E01000001", "area: Ashby 001A"),
        (
            (
                'params/ashby/2022/edition.yml:19 events[1].area: "Ashby 001A" is not the code of '
                "an area, such as E01025926 [unknown-event-area]"
            ),
        ),
    ),
    Case(
        "event-order",
        (CURRENT, "    end: 2022-06", "    end: 2022-05"),
        ("params/ashby/2022/edition.yml:18 events[1].end: May 2022 is before the start, June 2022 [event-order]",),
    ),
)
