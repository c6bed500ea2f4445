"""Figures that cannot be, and figures that do not fit each other."""

from __future__ import annotations

from broken_case import Case

PLAN = "ashby/2011-12/edition.yml"
INDICATORS = "ashby/2011-12/indicators.csv"

CASES = (
    Case(
        "percent-range",
        (INDICATORS, "at least,75,66", "at least,175,66"),
        (("params/ashby/2011-12/indicators.csv:5 target: 175 is not a percentage between 0 and 100 [percent-range]"),),
    ),
    Case(
        "percent-range",
        (PLAN, "percent: 75", "percent: -75"),
        (
            (
                "params/ashby/2011-12/edition.yml:30 surveys[1].percent: -75 is not a percentage "
                "between 0 and 100 [percent-range]"
            ),
        ),
    ),
    Case(
        "percent-range",
        (PLAN, "level_percent: 2", "level_percent: 200"),
        (
            (
                "params/ashby/2011-12/edition.yml:55 initiatives[1].outcomes[2].level_percent: 200 "
                "is not a percentage between 0 and 100 [percent-range]"
            ),
        ),
    ),
    Case(
        "change-range",
        (PLAN, "change_percent: -34", "change_percent: -134"),
        (
            (
                "params/ashby/2011-12/edition.yml:50 initiatives[1].outcomes[1].change_percent: "
                "-134 is below -100: nothing can fall by more than all of it [change-range]"
            ),
        ),
    ),
    Case(
        "change-range",
        (INDICATORS, "at least,5,not published", "at least,5,-100.5"),
        (
            (
                "params/ashby/2011-12/indicators.csv:6 actual: -100.5 is below -100: nothing can "
                "fall by more than all of it [change-range]"
            ),
        ),
    ),
    Case(
        "negative-count",
        (INDICATORS, "count,lower,2010/11,335", "count,lower,2010/11,-335"),
        (
            "params/ashby/2011-12/indicators.csv:2 baseline: -335 is below zero [negative-count]",
            (
                "params/ashby/2011-12/indicators.csv:4 baseline: is 2,883, but -335 + 2,548 = "
                "2,213: if it was printed so, say that in flag [sum-of-parts]"
            ),
        ),
    ),
    Case(
        "negative-count",
        (PLAN, "people: 41", "people: -41"),
        ("params/ashby/2011-12/edition.yml:35 consultations[1].people: -41 is below zero [negative-count]",),
    ),
    Case(
        "negative-count",
        (PLAN, "        after: 33", "        after: -33"),
        (("params/ashby/2011-12/edition.yml:49 initiatives[1].outcomes[1].after: -33 is below zero [negative-count]"),),
    ),
    Case(
        "sample-size",
        (PLAN, "sample_size: 1,104", "sample_size: 0"),
        (
            (
                "params/ashby/2011-12/edition.yml:31 surveys[1].sample_size: 0 is not a whole "
                "number above zero [sample-size]"
            ),
        ),
    ),
    Case(
        "sample-size",
        (INDICATORS, '"1,104"', "110.5"),
        (("params/ashby/2011-12/indicators.csv:5 sample_size: 110.5 is not a whole number above zero [sample-size]"),),
    ),
    Case(
        "sample-size",
        (
            INDICATORS,
            'assault,Targets,Assault,violence,count,lower,2010/11,"2,548",2011/12,to be agreed,TBC,,,violence,,',
            'assault,Targets,Assault,violence,count,lower,2010/11,"2,548",2011/12,to be agreed,TBC,,,violence,200,',
        ),
        (
            (
                "params/ashby/2011-12/indicators.csv:3 sample_size: belongs to a percentage, but "
                'the unit is "count" [sample-size]'
            ),
        ),
    ),
    Case(
        "sum-of-parts",
        (INDICATORS, '"2,883"', '"2,884"'),
        (
            (
                "params/ashby/2011-12/indicators.csv:4 baseline: is 2,884, but 335 + 2,548 = "
                "2,883: if it was printed so, say that in flag [sum-of-parts]"
            ),
        ),
    ),
    Case(
        "sum-of-parts",
        (INDICATORS, "serious-violence+assault", "serious-violence+feel-safe"),
        (
            (
                "params/ashby/2011-12/indicators.csv:4 sum_of: only counts or pounds of one unit "
                "add up, not percent [sum-of-parts]"
            ),
        ),
    ),
    Case(
        "sum-of-parts",
        (INDICATORS, "serious-violence+assault", "serious-violence+serious-violence"),
        (
            (
                'params/ashby/2011-12/indicators.csv:4 sum_of: "serious-violence" is the sum '
                "itself or stands twice [sum-of-parts]"
            ),
        ),
    ),
    Case(
        "sum-of-parts",
        (INDICATORS, "serious-violence+assault", "all-violence+assault"),
        (
            (
                'params/ashby/2011-12/indicators.csv:4 sum_of: "all-violence" is the sum itself or '
                "stands twice [sum-of-parts]"
            ),
        ),
    ),
    Case(
        "rule-needs-target",
        (INDICATORS, "at least,75,66", "at least,,66"),
        (
            (
                'params/ashby/2011-12/indicators.csv:5 target: is missing: the rule is "at least" '
                '(or say "not published" or "TBC") [rule-needs-target]'
            ),
        ),
    ),
    Case(
        "rule-needs-target",
        (INDICATORS, "at least,75,66", "none,75,66"),
        (
            (
                'params/ashby/2011-12/indicators.csv:5 rule: is "none", but there is a target, 75: '
                "say at most, at least or below [rule-needs-target]"
            ),
        ),
    ),
    Case(
        "rule-direction",
        (INDICATORS, "percent,higher", "percent,lower"),
        (
            (
                'params/ashby/2011-12/indicators.csv:5 rule: is "at least", for which higher is '
                'better, but the direction is "lower" [rule-direction]'
            ),
        ),
    ),
    Case(
        "rule-direction",
        (INDICATORS, "at least,75,66", "downward or maintain,75,66"),
        (
            (
                'params/ashby/2011-12/indicators.csv:5 rule: is "downward or maintain", for which '
                'lower is better, but the direction is "higher" [rule-direction]'
            ),
        ),
    ),
    Case(
        "target-period",
        (INDICATORS, "N/A,2011/12,at least", "N/A,,at least"),
        (
            (
                "params/ashby/2011-12/indicators.csv:5 target_period: is missing: say which period "
                "the target, 75, is for [target-period]"
            ),
        ),
    ),
    Case(
        "before-and-after",
        (PLAN, "        after: 33\n", ""),
        (
            (
                "params/ashby/2011-12/edition.yml:42 initiatives[1].outcomes[1].after: is missing, "
                "but before is given: publish both or neither [before-and-after]"
            ),
        ),
    ),
    Case(
        "before-and-after",
        (PLAN, "        before: 50\n", ""),
        (
            (
                "params/ashby/2011-12/edition.yml:42 initiatives[1].outcomes[1].before: is "
                "missing, but after is given: publish both or neither [before-and-after]"
            ),
        ),
    ),
    Case(
        "months-of-counts",
        (PLAN, "        months_after: 2\n", ""),
        (
            (
                "params/ashby/2011-12/edition.yml:42 initiatives[1].outcomes[1].months_after: is "
                "missing: say how many months the count covers [months-of-counts]"
            ),
        ),
    ),
    Case(
        "counted-actual",
        (
            "made-up/2022/indicators.csv",
            "id,group,name,unit,direction,actual,category\nburglary,All,Burglary,count,lower,12,burglary\n",
        ),
        (
            "params/made-up/2022/indicators.csv:2 actual: is declared, but burglary is counted from the data: "
            "leave the actual or the category out [counted-actual]",
        ),
    ),
)
