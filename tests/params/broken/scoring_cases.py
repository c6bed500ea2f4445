"""Rounds of scoring that cannot be, and scores that belong to none."""

from __future__ import annotations

from broken_case import Case

EDITION = "made-up/2022/edition.yml"
SCORES = "made-up/2022/scores.csv"
SAYS = f"params/{EDITION}"
ROW = f"params/{SCORES}"

CASES = (
    Case(
        "scores-without-scoring",
        ("ashby/2022/scores.csv", "agency,issue,criterion,score\npolice,theft,harm,2\n"),
        (
            "params/ashby/2022/scores.csv:2 score: stands there, but edition.yml declares no scoring: say which "
            "criteria and agencies these are [scores-without-scoring]",
        ),
    ),
    Case(
        "belongs-in-csv",
        (EDITION, "scoring:\n", "scores: []\nscoring:\n"),
        (f"{SAYS}:8 scores: stands in scores.csv beside this file, one row each, not here [belongs-in-csv]",),
    ),
    Case(
        "scoring-numbers",
        (EDITION, "cut: 2", "cut: 3"),
        (
            f"{SAYS}:11 scoring.cut: is 3, and 3 issues are scored: say 1 or more, and fewer than there are "
            "[scoring-numbers]",
        ),
    ),
    Case(
        "scoring-numbers",
        (EDITION, "least: 2", "least: 4"),
        (
            f"{SAYS}:12 scoring.least: is 4, and 3 agencies score: say 2 or more, and no more than there are "
            "[scoring-numbers]",
        ),
    ),
    Case(
        "malformed-figure",
        (EDITION, "cut: 2", "cut: two"),
        (f'{SAYS}:11 scoring.cut: must be a whole number such as 5, not "two" [malformed-figure]',),
    ),
    Case(
        "duplicate-id",
        (EDITION, "- id: noise\n", "- id: violence\n"),
        (
            f'{SAYS}:49 scoring.issues[3].id: "violence" stands already on line 47 [duplicate-id]',
            f'{SAYS}:52 scoring.overrides[1].issue: "noise" is not an issue that is scored: burglary, violence '
            "[unknown-issue]",
            f'{ROW}:6 issue: "noise" is not an issue that is scored: burglary, violence [unknown-issue]',
            f'{ROW}:7 issue: "noise" is not an issue that is scored: burglary, violence [unknown-issue]',
        ),
    ),
    Case(
        "criterion-weight",
        (EDITION, "      weight: 1\n", ""),
        (f"{SAYS}:22 scoring.criteria[2].weight: is missing: say how much it counts, such as 1 [criterion-weight]",),
    ),
    Case(
        "criterion-weight",
        (EDITION, "      group: confidence\n", "      group: confidence\n      weight: 1\n"),
        (
            f"{SAYS}:33 scoring.criteria[3].weight: is given, but confidence weighs nothing: leave it out "
            "[criterion-weight]",
        ),
    ),
    Case(
        "criterion-levels",
        (EDITION, "        - A guess\n", ""),
        (
            f"{SAYS}:33 scoring.criteria[3].levels: has 1: say what each of 2 to 10 levels means, one a line "
            "[criterion-levels]",
            f"{ROW}:7 score: 2 is not a whole level from 1 to 1 of sure [score-level]",
        ),
    ),
    Case(
        "grid-criteria",
        (
            EDITION,
            "  criteria:\n    - id: likelihood\n      name: Likelihood\n      group: likelihood\n",
            "  rule: grid\n  criteria:\n    - id: likelihood\n      name: Likelihood\n      group: environment\n",
        ),
        (
            f"{SAYS}:13 scoring.rule: is grid: it needs criteria of likelihood and others of harm or impact "
            "[grid-criteria]",
        ),
    ),
    Case(
        "grid-criteria",
        (
            EDITION,
            "  criteria:\n    - id: likelihood\n",
            "  rule: grid\n  criteria:\n    - id: likelihood\n      low: 0\n",
        ),
        (
            f"{SAYS}:13 scoring.rule: is grid: all its criteria must have one scale, so that their product means "
            "something [grid-criteria]",
        ),
    ),
    Case(
        "volume-bands",
        (EDITION, "  overrides:\n", "  volume:\n    weight: 1\n    bands: [500, 100]\n  overrides:\n"),
        (f"{SAYS}:53 scoring.volume.bands: must be counts above 0 that rise, such as 100, 500, 1,000 [volume-bands]",),
    ),
    Case(
        "unknown-choice",
        (EDITION, "group: physical harm", "group: phisical harm"),
        (
            f'{SAYS}:24 scoring.criteria[2].group: "phisical harm" is not one of likelihood, physical harm, '
            "psychological harm, financial harm, community concern, environment, partnership capacity, confidence; "
            'did you mean "physical harm"? [unknown-choice]',
        ),
    ),
    Case(
        "unknown-issue",
        (SCORES, "police,violence,harm", "police,violense,harm"),
        (f'{ROW}:4 issue: "violense" is not an issue that is scored; did you mean "violence"? [unknown-issue]',),
    ),
    Case(
        "unknown-issue",
        (EDITION, "- issue: noise", "- issue: nois"),
        (
            f'{SAYS}:52 scoring.overrides[1].issue: "nois" is not an issue that is scored; did you mean "noise"? '
            "[unknown-issue]",
        ),
    ),
    Case(
        "unknown-agency",
        (SCORES, "police,violence,harm", "polise,violence,harm"),
        (f'{ROW}:4 agency: "polise" is not an agency that scores; did you mean "police"? [unknown-agency]',),
    ),
    Case(
        "unknown-criterion",
        (SCORES, "police,violence,harm", "police,violence,harms"),
        (f'{ROW}:4 criterion: "harms" is not a criterion of this round; did you mean "harm"? [unknown-criterion]',),
    ),
    Case(
        "score-level",
        (SCORES, "burglary,harm,3", "burglary,harm,4"),
        (f"{ROW}:3 score: 4 is not a whole level from 1 to 3 of harm [score-level]",),
    ),
    Case(
        "malformed-figure",
        (SCORES, "burglary,harm,3", "burglary,harm,high"),
        (f'{ROW}:3 score: must be a level such as 3, or empty, "not known" or "n/a", not "high" [malformed-figure]',),
    ),
    Case(
        "score-twice",
        (SCORES, "council,burglary,harm,3", "council,burglary,likelihood,3"),
        (f"{ROW}:3 score: council scored burglary on likelihood already in row 2 [score-twice]",),
    ),
    Case(
        "unknown-category",
        (EDITION, "categories: [burglary]", "categories: [burglery]"),
        (
            f'{SAYS}:46 scoring.issues[1].categories[1]: "burglery" is not a category of the data; did you mean '
            '"burglary"? [unknown-category]',
        ),
    ),
    Case(
        "unknown-priority",
        (EDITION, "      name: Violence\n", "      name: Violence\n      priority: violence\n"),
        (
            f'{SAYS}:49 scoring.issues[2].priority: "violence" is not a priority of this edition: none is declared '
            "[unknown-priority]",
        ),
    ),
    Case(
        "override-to",
        (EDITION, "to: priority", "to: 4"),
        (
            f'{SAYS}:53 scoring.overrides[1].to: "4" is not a rank from 1 to 3, "priority" or "not a priority" '
            "[override-to]",
        ),
    ),
    Case(
        "override-day",
        (EDITION, "on: 2022-12-20", "on: 2023-02-20"),
        (
            f"{SAYS}:56 scoring.overrides[1].on: is 20 February 2023, after the day the edition speaks from, "
            "31 January 2023 [override-day]",
        ),
    ),
)
