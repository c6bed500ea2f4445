"""Files that cannot be read as what they are."""

from __future__ import annotations

from broken_case import Case

CURRENT = "ashby/2022/edition.yml"
PLAN = "ashby/2011-12/edition.yml"
INDICATORS = "ashby/2011-12/indicators.csv"
ACTIONS = "ashby/2011-12/actions.csv"

CASES = (
    Case(
        "encoding",
        (CURRENT, b"format: 1\nedition: 2022\ntitle: caf\xe9\n"),
        ("params/ashby/2022/edition.yml:3: is not UTF-8 text: save it again with the encoding UTF-8 [encoding]",),
    ),
    Case(
        "control-character",
        (CURRENT, 'format: 1\nedition: 2022\ntitle: "a\x07b"\n'),
        ("params/ashby/2022/edition.yml:3: holds the control character U+0007: delete it [control-character]",),
    ),
    Case(
        "control-character",
        (PLAN, "title: Partnership plan\n", 'title: "Partnership\\x07 plan"\n'),
        ("params/ashby/2011-12/edition.yml:3 title: holds a control character: delete it [control-character]",),
    ),
    Case("empty-file", (CURRENT, ""), ("params/ashby/2022/edition.yml: is empty [empty-file]",)),
    Case(
        "empty-file",
        (CURRENT, "# nothing yet\n"),
        ("params/ashby/2022/edition.yml: is empty but for comments [empty-file]",),
    ),
    Case("empty-file", (INDICATORS, " \n"), ("params/ashby/2011-12/indicators.csv: is empty [empty-file]",)),
    Case(
        "yaml-syntax",
        (CURRENT, "  start: 2021-12", "\tstart: 2021-12"),
        ("params/ashby/2022/edition.yml:5: is indented with a tab: use spaces [yaml-syntax]",),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "name: The fair", "name: The fair: a day out"),
        (
            (
                "params/ashby/2022/edition.yml:16: has a colon where none can stand: put text that "
                'holds ": " in quotes, and line keys up [yaml-syntax]'
            ),
        ),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "name: The fair", 'name: "The fair'),
        ("params/ashby/2022/edition.yml:16: opens a quotation mark or a bracket that is not closed [yaml-syntax]",),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "name: The fair", "name: @fair"),
        (
            (
                "params/ashby/2022/edition.yml:16: begins with a character that YAML keeps for "
                "itself (@ ` % tab): put the value in quotes [yaml-syntax]"
            ),
        ),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "    end: 2022-06", "   end: 2022-06"),
        (
            (
                "params/ashby/2022/edition.yml:18: is not lined up with the lines above it: check "
                "the indentation [yaml-syntax]"
            ),
        ),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "name: The fair", 'name: "The \\fair \\q"'),
        (
            (
                "params/ashby/2022/edition.yml:16: holds a backslash inside double quotes: use "
                "single quotes [yaml-syntax]"
            ),
        ),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "format: 1\nedition", "format: 1\nan edition\nedition"),
        (
            (
                "params/ashby/2022/edition.yml:3: is not a key followed by a colon, nor lined up "
                "with the text above it [yaml-syntax]"
            ),
        ),
    ),
    Case(
        "yaml-syntax",
        (
            CURRENT,
            "notable_categories: [burglary]",
            "notable_categories: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        ),
        ("params/ashby/2022/edition.yml:13: is nested too deeply [yaml-syntax]",),
    ),
    Case(
        "yaml-syntax",
        (CURRENT, "notable_categories: [burglary]", "[notable]: burglary"),
        ("params/ashby/2022/edition.yml:13: has a list or a mapping as a key [yaml-syntax]",),
    ),
    Case(
        "yaml-anchor",
        (CURRENT, "status: draft", "status: &state draft"),
        ("params/ashby/2022/edition.yml:11 status: sets the anchor &state: delete it [yaml-anchor]",),
    ),
    Case(
        "yaml-anchor",
        (CURRENT, "produced: 2023-01-31", "produced: *state"),
        ("params/ashby/2022/edition.yml:12 produced: uses the alias *state: write the value out [yaml-anchor]",),
    ),
    Case(
        "yaml-tag",
        (CURRENT, "population_year: 2020", "population_year: !!int 2020"),
        ("params/ashby/2022/edition.yml:10 population_year: has the tag !!int: delete it [yaml-tag]",),
    ),
    Case(
        "yaml-merge",
        (CURRENT, "status: draft", "<<: {status: draft}\nstatus: draft"),
        ("params/ashby/2022/edition.yml:11: uses the merge key <<: write the keys out [yaml-merge]",),
    ),
    Case(
        "yaml-null",
        (CURRENT, "status: draft", "status: draft\ncontact: ~"),
        (
            (
                'params/ashby/2022/edition.yml:12 contact: is ~: leave the key out, or say "not '
                'supplied" or "not published" [yaml-null]'
            ),
        ),
    ),
    Case(
        "yaml-documents",
        (CURRENT, "notable_categories: [burglary]", "---\nnotable_categories: [burglary]"),
        ("params/ashby/2022/edition.yml:13: holds a second document: delete the line --- [yaml-documents]",),
    ),
    Case(
        "duplicate-key",
        (CURRENT, "status: draft", "status: draft\nstatus: final"),
        ("params/ashby/2022/edition.yml:12 status: stands twice, first on line 11 [duplicate-key]",),
    ),
    Case(
        "duplicate-key",
        (CURRENT, "    name: The fair", "    name: The fair\n    name: The other fair"),
        ("params/ashby/2022/edition.yml:17 events[1].name: stands twice, first on line 16 [duplicate-key]",),
    ),
    Case(
        "list-in-brackets",
        (PLAN, "    categories: [violence]", "    measures: [Injuries per 100,000]\n    categories: [violence]"),
        (
            (
                "params/ashby/2011-12/edition.yml:17 priorities[1].measures: is a list of words in brackets: write one "
                "item a line, so that a comma does not split it [list-in-brackets]"
            ),
        ),
    ),
    Case(
        "list-in-brackets",
        (PLAN, "    categories: [violence]", "    objectives: [graffiti,\n      litter, dumped cars]"),
        (
            (
                "params/ashby/2011-12/edition.yml:17 priorities[1].objectives: is a list of words in brackets: write "
                "one item a line, so that a comma does not split it [list-in-brackets]"
            ),
        ),
    ),
    Case(
        "wrong-type",
        (CURRENT, "- format: 1\n- edition: 2022\n"),
        ("params/ashby/2022/edition.yml:1: must be a mapping (key: value lines) [wrong-type]",),
    ),
    Case(
        "csv-syntax",
        (ACTIONS, 'id,action\nlight,"Light the path\n'),
        (
            (
                "params/ashby/2011-12/actions.csv: cannot be read as CSV (unexpected end of data): "
                "check its quotation marks [csv-syntax]"
            ),
        ),
    ),
    Case(
        "csv-separator",
        (ACTIONS, "id;action\nlight;Light the path\n"),
        (
            (
                "params/ashby/2011-12/actions.csv:1: its cells are parted by semicolons: save it "
                "with commas [csv-separator]"
            ),
        ),
    ),
    Case(
        "csv-cells",
        (ACTIONS, "id,action\nlight,Light the path, and the square\n"),
        (
            (
                "params/ashby/2011-12/actions.csv:2: has 3 cells, the header has 2: put text that "
                "holds a comma in double quotes [csv-cells]"
            ),
        ),
    ),
    Case(
        "csv-cells",
        (ACTIONS, "id,action\nlight\n"),
        (
            (
                "params/ashby/2011-12/actions.csv:2: has 1 cell, the header has 2: put text that "
                "holds a comma in double quotes [csv-cells]"
            ),
        ),
    ),
    Case(
        "duplicate-column",
        (ACTIONS, "id,action,action\nlight,Light the path,\n"),
        ("params/ashby/2011-12/actions.csv:1 action: stands twice in the header [duplicate-column]",),
    ),
    Case(
        "repeated-header",
        (ACTIONS, "id,action\nlight,Light the path\nid,action\n"),
        ("params/ashby/2011-12/actions.csv:3: is the header again [repeated-header]",),
    ),
    Case(
        "unknown-key",
        (ACTIONS, "id,action,owners\nlight,Light the path,the council\n"),
        ('params/ashby/2011-12/actions.csv:1 owners: is not a column here; did you mean "owner"? [unknown-key]',),
    ),
    Case(
        "unknown-key",
        (ACTIONS, "id,action,\nlight,Light the path,\n"),
        ("params/ashby/2011-12/actions.csv:1: column 3 has no name [unknown-key]",),
    ),
    Case(
        "missing-key",
        (ACTIONS, "id,owner\nlight,the council\n"),
        ("params/ashby/2011-12/actions.csv:1 action: is missing from the header [missing-key]",),
    ),
)
