"""Single values that are not what their key asks for."""

from __future__ import annotations

from broken_case import Case

CURRENT = "ashby/2022/edition.yml"
PLAN = "ashby/2011-12/edition.yml"
PARTNERSHIP = "ashby/partnership.yml"
INDICATORS = "ashby/2011-12/indicators.csv"
ACTIONS = "ashby/2011-12/actions.csv"

CASES = (
    Case(
        "format",
        (CURRENT, "format: 1", "format: 2"),
        (('params/ashby/2022/edition.yml:1 format: must be 1, not "2": this version reads no other format [format]'),),
    ),
    Case(
        "format",
        (CURRENT, "format: 1\n", ""),
        ("params/ashby/2022/edition.yml:1 format: is missing: put format: 1 first [format]",),
    ),
    Case(
        "format",
        (CURRENT, "format: 1\n", "format: [1]\n"),
        ("params/ashby/2022/edition.yml:1 format: must be 1: this version reads no other format [format]",),
    ),
    Case(
        "wrong-type",
        (PARTNERSHIP, "areas: [E07000001]", "areas: E07000001"),
        (
            (
                "params/ashby/partnership.yml:7 areas: must be a list: one entry a line, each "
                'after a dash, not "E07000001" [wrong-type]'
            ),
        ),
    ),
    Case(
        "wrong-type",
        (CURRENT, "data:\n  source: police-uk\n  vintage: 2022-11", "data: police-uk"),
        (
            (
                "params/ashby/2022/edition.yml:7 data: must be a mapping: key: value, one a line, "
                'not "police-uk" [wrong-type]'
            ),
        ),
    ),
    Case(
        "wrong-type",
        (CURRENT, "population_year: 2020", "population_year: mid-2020"),
        ('params/ashby/2022/edition.yml:10 population_year: must be a whole number, not "mid-2020" [wrong-type]',),
    ),
    Case(
        "wrong-type",
        (CURRENT, "population_year: 2020", "population_year: 20"),
        (
            (
                "params/ashby/2022/edition.yml:10 population_year: must be a year between 1981 and "
                '2100, not "20" [wrong-type]'
            ),
        ),
    ),
    Case(
        "wrong-type",
        (PARTNERSHIP, "id: ashby", "id: ashby\nillustrative: perhaps"),
        ('params/ashby/partnership.yml:4 illustrative: must be true or false, not "perhaps" [wrong-type]',),
    ),
    Case(
        "wrong-type",
        (PARTNERSHIP, "name: Ashby", "name: [Ashby]"),
        ("params/ashby/partnership.yml:4 name: must be text [wrong-type]",),
    ),
    Case(
        "wrong-type",
        (CURRENT, "status: draft", "status: {is: draft}"),
        ("params/ashby/2022/edition.yml:11 status: must be one of draft, final, not published [wrong-type]",),
    ),
    Case(
        "unknown-key",
        (CURRENT, "population_year", "population_yaer"),
        (
            (
                "params/ashby/2022/edition.yml:10 population_yaer: is not a key here; did you mean "
                '"population_year"? [unknown-key]'
            ),
        ),
    ),
    Case(
        "unknown-key",
        (PLAN, "    kind: cross-cutting", "    knid: cross-cutting"),
        (
            (
                "params/ashby/2011-12/edition.yml:20 priorities[2].knid: is not a key here; did "
                'you mean "kind"? [unknown-key]'
            ),
        ),
    ),
    Case(
        "unknown-key",
        (CURRENT, "    area: E01000001", "    colour: green"),
        (
            (
                "params/ashby/2022/edition.yml:19 events[1].colour: is not a key here; the keys "
                "are id, name, start, end, where, area, source, published [unknown-key]"
            ),
        ),
    ),
    Case(
        "missing-key",
        (CURRENT, "status: draft\n", ""),
        ("params/ashby/2022/edition.yml:1 status: is missing [missing-key]",),
    ),
    Case(
        "missing-key",
        (PLAN, "    figure: 40\n", ""),
        ("params/ashby/2011-12/edition.yml:22 claims[1].figure: is missing [missing-key]",),
    ),
    Case(
        "missing-key",
        (ACTIONS, "id,ref,action\nlight,A1,\n"),
        ("params/ashby/2011-12/actions.csv:2 action: is missing [missing-key]",),
    ),
    Case(
        "empty-value",
        (PARTNERSHIP, "name: Ashby", "name:"),
        ("params/ashby/partnership.yml:4 name: is empty [empty-value]",),
    ),
    Case(
        "empty-value",
        (PARTNERSHIP, "areas: [E07000001]", "areas: []"),
        ("params/ashby/partnership.yml:7 areas: needs at least one entry [empty-value]",),
    ),
    Case(
        "empty-value",
        (PARTNERSHIP, "peers: [E07000002, E07000003]", "peers:"),
        ("params/ashby/partnership.yml:8 peers: is empty [empty-value]",),
    ),
    Case(
        "empty-value",
        (CURRENT, "status: draft", "status:"),
        ("params/ashby/2022/edition.yml:11 status: is empty: say one of draft, final, not published [empty-value]",),
    ),
    Case(
        "unknown-choice",
        (CURRENT, "basis: open data", "basis: Open date"),
        (
            (
                'params/ashby/2022/edition.yml:3 basis: "Open date" is not one of open data, '
                'partnership, published document, illustration; did you mean "open data"? [unknown-choice]'
            ),
        ),
    ),
    Case(
        "unknown-choice",
        (INDICATORS, "feel-safe,Targets,Feel safe,,percent,", "feel-safe,Targets,Feel safe,,percentage,"),
        (
            (
                'params/ashby/2011-12/indicators.csv:5 unit: "percentage" is not one of count, '
                "percent, percentage change, rate per 1,000, rate per 100,000, pounds, mixed; did "
                'you mean "percent"? [unknown-choice]'
            ),
        ),
    ),
    Case(
        "unknown-choice",
        (PLAN, "    kind: cross-cutting", "    kind: theme"),
        (
            (
                'params/ashby/2011-12/edition.yml:20 priorities[2].kind: "theme" is not one of '
                "priority, cross-cutting, obligation [unknown-choice]"
            ),
        ),
    ),
    Case(
        "malformed-id",
        (PLAN, "- id: patrols", "- id: Patrols & Walks"),
        (
            (
                'params/ashby/2011-12/edition.yml:37 initiatives[1].id: "Patrols & Walks" is not '
                'lower-case letters, digits and single hyphens; did you mean "patrols-walks"? '
                "[malformed-id]"
            ),
        ),
    ),
    Case(
        "malformed-id",
        (PARTNERSHIP, "[westshire]", "[West Shire]"),
        (
            (
                'params/ashby/partnership.yml:9 forces[1]: "West Shire" is not lower-case letters, '
                'digits and single hyphens; did you mean "west-shire"? [malformed-id]'
            ),
        ),
    ),
    Case(
        "malformed-month",
        (CURRENT, "end: 2022-11", "end: 2022-13"),
        (
            (
                "params/ashby/2022/edition.yml:6 period.end: must be a month such as 2022-06, not "
                '"2022-13" [malformed-month]'
            ),
        ),
    ),
    Case(
        "malformed-edition",
        (CURRENT, "edition: 2022", "edition: 2022/23"),
        (
            (
                "params/ashby/2022/edition.yml:2 edition: must be a year such as 2022 or 2011-12, "
                'not "2022/23" [malformed-edition]'
            ),
        ),
    ),
    Case(
        "malformed-date",
        (CURRENT, "produced: 2023-01-31", "produced: 31/01/2023"),
        (
            (
                "params/ashby/2022/edition.yml:12 produced: must be a day such as 2018-03-31, or "
                'one of "TBC", "not published", "not supplied", not "31/01/2023" [malformed-date]'
            ),
        ),
    ),
    Case(
        "malformed-date",
        (CURRENT, "produced: 2023-01-31", "produced: 2023-02-31"),
        (
            (
                "params/ashby/2022/edition.yml:12 produced: must be a day such as 2018-03-31, or "
                'one of "TBC", "not published", "not supplied", not "2023-02-31" [malformed-date]'
            ),
        ),
    ),
    Case(
        "malformed-figure",
        (PLAN, "    before: 50", "    before: about fifty"),
        (
            (
                "params/ashby/2011-12/edition.yml:48 initiatives[1].outcomes[1].before: must be a "
                'number such as 7,243 or 11.8, or one of "N/A", "TBC", "not published", "not '
                'supplied", not "about fifty" [malformed-figure]'
            ),
        ),
    ),
    Case(
        "malformed-figure",
        (INDICATORS, '"2,548"', '"2.548,0"'),
        (
            (
                "params/ashby/2011-12/indicators.csv:3 baseline: must be a number such as 7,243 or "
                '11.8, or one of "N/A", "TBC", "not published", "not supplied", not "2.548,0" '
                "[malformed-figure]"
            ),
        ),
    ),
    Case(
        "belongs-in-csv",
        (CURRENT, "status: draft", "status: draft\nindicators:\n  - id: crime"),
        (
            (
                "params/ashby/2022/edition.yml:12 indicators: stands in indicators.csv beside this "
                "file, one row each, not here [belongs-in-csv]"
            ),
        ),
    ),
    Case(
        "belongs-in-csv",
        (CURRENT, "status: draft", "status: draft\nactions: []"),
        (
            (
                "params/ashby/2022/edition.yml:12 actions: stands in actions.csv beside this file, "
                "one row each, not here [belongs-in-csv]"
            ),
        ),
    ),
)
