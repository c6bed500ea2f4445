"""An evaluation that contradicts its data, its places, its months, its money or itself."""

from __future__ import annotations

from broken_case import Case
from evaluated_edition import EDITION, FILE, HASH, changed

CURRENT = "ashby/2022/edition.yml"
COUNCILS = "lothian/2010-11/edition.yml"
PLACE = "params/ashby/2010-11/edition.yml"
KEY = "initiatives[1].evaluation"
EVALUATION = EDITION[EDITION.index("    evaluation:") :]
AUTHOR = "      # who wrote it\n"
COMPARATORS = "      comparators:\n        - name: Barton\n          areas: [E07000002]\n"
BUFFER = "      buffer:\n        name: The edge\n        areas: [E01000005, E01000006]\n"
CONTROL = "      buffer_control:\n        name: Corby Magna\n        areas: [E07000003]\n"
CHOSEN = "        start: 2020-04\n        end: 2021-03\n"
FALSIFICATION = EDITION[EDITION.index("      falsification:") : EDITION.index("      design:")]
DEFLATOR = EDITION[EDITION.index("      deflator:") : EDITION.index("      decision_rule:")]

EVENT = """\
status: draft
initiatives:
  - id: flood
    kind: event
    name: A flood
    problem: Water.
    activity: It rained.
"""
OUTCOME = "    outcomes:\n      - {id: calls, name: calls, direction: lower, compared: a year}\n"


def broken(rule: str, says: str, *changes: tuple[str, str]) -> Case:
    """The good evaluation with ``changes``; ``says`` is ``line key: words``."""
    line, _, rest = says.partition(" ")
    return Case(rule, (FILE, changed(*changes)), (f"{PLACE}:{line} {rest} [{rule}]",))


CASES = (
    broken(
        "initiative-empty",
        "9 initiatives[1].outcomes: is missing: give the outcomes that were published, or an evaluation",
        (EVALUATION, ""),
    ),
    broken(
        "unknown-vintage",
        f'16 {KEY}.data.vintage: "2022-12" is not a vintage of police-uk; did you mean "2022-11"?',
        ("vintage: 2022-11", "vintage: 2022-12"),
    ),
    broken(
        "illustration",
        f'16 {KEY}.data.source: is simulated, but the basis is "published document"',
        ("source: police-uk", "source: simulated"),
    ),
    broken(
        "source-country",
        f"16 {KEY}.data.source: scotland has no data of england",
        ("source: police-uk, vintage: 2022-11", "source: scotland, vintage: 2021-22"),
    ),
    broken(
        "design-places",
        f"13 {KEY}.comparators: is missing: the design displacement-difference needs them",
        (COMPARATORS, ""),
    ),
    broken("design-places", f"13 {KEY}.buffer: is missing: the buffer control needs it", (BUFFER, "")),
    broken(
        "design-places",
        f"13 {KEY}.buffer: is missing: the buffer control needs it",
        (BUFFER, ""),
        ("design: displacement-difference", "design: before-after"),
    ),
    broken(
        "design-places",
        f"13 {KEY}.buffer_control: is missing: the design displacement-difference needs it",
        (CONTROL, ""),
    ),
    broken(
        "unknown-choice",
        f'38 {KEY}.design: "displacement-differences" is not one of before-after, empirical-bayes, '
        "with-comparator, displacement-difference, interrupted-series, comparative-series, panel, "
        'synthetic-control, synthetic-difference, structural; did you mean "displacement-difference"?',
        ("design: displacement-difference", "design: displacement-differences"),
    ),
    broken(
        "true-ratio",
        f"61 {KEY}.true_ratio: the true effect is known of simulated data alone, not of police-uk: leave it out",
        ("      limits:", "      true_ratio: 0.7\n      limits:"),
    ),
    broken(
        "malformed-figure",
        f'61 {KEY}.true_ratio: must be a number above 0 and below 10, such as 0.7, not "TBC"',
        ("      limits:", "      true_ratio: TBC\n      limits:"),
    ),
    broken(
        "malformed-figure",
        f'58 {KEY}.deflator.factor: must be a number above 0 and below 10, such as 0.7, not "114"',
        ("factor: 1.14", "factor: 114"),
    ),
    broken(
        "malformed-hash",
        f'14 {KEY}.plan.hash: "0a" is not a hash as csp plan fix writes it: let it write the plan again',
        (AUTHOR, "      plan: {fixed: 2026-11-28, hash: 0a}\n"),
    ),
    broken(
        "malformed-date",
        f'14 {KEY}.plan.fixed: must be a day such as 2018-03-31, not "TBC"',
        (AUTHOR, f"      plan: {{fixed: TBC, hash: {HASH}}}\n"),
    ),
    broken(
        "plan-days",
        f"18 {KEY}.plan.earlier[1].fixed: 29 November 2026 is after 28 November 2026, when the next plan was fixed",
        (
            AUTHOR,
            f"      plan:\n        fixed: 2026-11-28\n        hash: {HASH}\n        earlier:\n          - "
            f"fixed: 2026-11-29\n            hash: {HASH}\n            why: A slip.\n",
        ),
    ),
    broken(
        "window-order",
        f"20 {KEY}.first: April 2021 is not before the start, April 2021",
        ("first: 2019-01", "first: 2021-04"),
    ),
    broken(
        "window-order",
        f"22 {KEY}.end: March 2021 is before the start, April 2021",
        ("      end: 2022-03\n      impl", "      end: 2021-03\n      impl"),
    ),
    broken(
        "window-order",
        f"23 {KEY}.implementation_end: March 2021 is before the start, April 2021",
        ("implementation_end: 2021-06", "implementation_end: 2021-03"),
    ),
    broken(
        "window-order",
        f"23 {KEY}.implementation_end: March 2022 is not before the end, March 2022: no month would be "
        "left to evaluate",
        ("implementation_end: 2021-06", "implementation_end: 2022-03"),
    ),
    broken(
        "window-span",
        f"22 {KEY}.end: December 2022 is after the data pinned, which end in November 2022",
        ("      end: 2022-03\n      impl", "      end: 2022-12\n      impl"),
    ),
    broken(
        "window-span",
        f"20 {KEY}.first: November 2018 is before the data pinned, which begin in December 2018",
        ("first: 2019-01", "first: 2018-11"),
    ),
    broken(
        "window-span",
        f"20 {KEY}.start: December 2018 has no data before it: those pinned begin in December 2018",
        ("      first: 2019-01\n      start: 2021-04", "      start: 2018-12"),
        (CHOSEN, ""),
        ("implementation_end: 2021-06", "implementation_end: 2019-06"),
    ),
    broken(
        "chosen-window",
        f'27 {KEY}.chosen.start: is given, but by_figures is "no": leave it out',
        ("by_figures: yes", "by_figures: no"),
    ),
    broken(
        "chosen-window", f"24 {KEY}.chosen.end: is missing: give both months or neither", ("        end: 2021-03\n", "")
    ),
    broken(
        "chosen-window",
        f"24 {KEY}.chosen.start: is missing: give both months or neither",
        ("        start: 2020-04\n", ""),
    ),
    broken(
        "chosen-window",
        f"28 {KEY}.chosen.end: March 2020 is before April 2020",
        ("        end: 2021-03\n", "        end: 2020-03\n"),
    ),
    broken(
        "chosen-window",
        f"28 {KEY}.chosen.end: April 2021 is not before the start, April 2021",
        ("        end: 2021-03\n", "        end: 2021-04\n"),
    ),
    broken(
        "unknown-place",
        f'41 {KEY}.comparators[1].areas[1]: "E07000020" is not a code in params/areas.csv, nor of a '
        'small area; did you mean "E07000003" (Corby Magna)?',
        ("areas: [E07000002]", "areas: [E07000020]"),
    ),
    broken(
        "unknown-place",
        f'41 {KEY}.comparators[1].areas[1]: "westshire" is a police force: name local authorities or small areas',
        ("areas: [E07000002]", "areas: [westshire]"),
    ),
    broken(
        "unknown-place",
        f"41 {KEY}.comparators[1].areas[1]: police-uk has no data of S12000001",
        ("areas: [E07000002]", "areas: [S12000001]"),
    ),
    broken(
        "unknown-place",
        f'42 {KEY}.bordering[1]: "Barton" is not a code in params/areas.csv, nor of a small area; did '
        'you mean "E07000002" (Barton)?',
        ("bordering: [E01000005]", "bordering: [Barton]"),
    ),
    broken(
        "treated-elsewhere",
        f"19 {KEY}.treated.areas[1]: Westshire (E10000001) is no area of ashby",
        ("areas: [E07000001]", "areas: [E10000001]"),
    ),
    broken(
        "place-twice",
        f"41 {KEY}.comparators[1].areas[2]: E07000001 counts already in Ashby",
        ("areas: [E07000002]", "areas: [E07000002, E07000001]"),
    ),
    broken(
        "place-twice",
        f"41 {KEY}.comparators[1].areas[2]: E07000002 counts already in Barton",
        ("areas: [E07000002]", "areas: [E07000002, E07000002]"),
    ),
    broken(
        "place-twice",
        f'40 {KEY}.comparators[1].name: "Ashby" is the name of another place already',
        ("name: Barton", "name: Ashby"),
    ),
    broken(
        "bordering-comparator",
        f"41 {KEY}.comparators[1].areas[1]: Barton (E07000002) borders the treated place, as bordering "
        "says: leave it out",
        ("bordering: [E01000005]", "bordering: [E01000005, E07000002]"),
    ),
    broken(
        "bordering-comparator",
        f"48 {KEY}.buffer_control.areas[1]: Corby Magna (E07000003) borders the treated place, as "
        "bordering says: leave it out",
        ("bordering: [E01000005]", "bordering: [E07000003]"),
    ),
    broken(
        "duplicate-id",
        f'35 {KEY}.falsification[1].id: "asb" stands already on line 30',
        ("- id: burglary", "- id: asb"),
    ),
    broken(
        "unknown-category",
        f'32 {KEY}.outcomes[1].categories[1]: "antisocial-behaviour" is not a category of police-uk; did '
        'you mean "anti-social-behaviour"?',
        ("[anti-social-behaviour]", "[antisocial-behaviour]"),
    ),
    broken(
        "listed-twice",
        f'37 {KEY}.falsification[1].categories[2]: "burglary" stands twice',
        ("[burglary]", "[burglary, burglary]"),
    ),
    broken(
        "touched-outcome",
        f"37 {KEY}.falsification[1].categories[2]: anti-social-behaviour is a category of the outcome "
        "asb, so it could be touched",
        ("[burglary]", "[burglary, anti-social-behaviour]"),
    ),
    broken(
        "unknown-offence",
        f'33 {KEY}.outcomes[1].unit_cost: "Criminal damage" is not an offence in the table of unit costs; did you '
        'mean "Criminal damage - other"?',
        ("unit_cost: Criminal damage - other", "unit_cost: Criminal damage"),
    ),
    broken(
        "cost-prices",
        f'53 {KEY}.cost.amount: 0 is not above zero: where it is not known, say "not published"',
        ("amount: 12,000", "amount: 0"),
    ),
    broken(
        "cost-prices",
        f"52 {KEY}.cost.price_year: is missing: say in the prices of which year 12,000 pounds are",
        ("        price_year: 2021-22\n", ""),
    ),
    broken(
        "deflator-years",
        f"13 {KEY}.deflator: is missing: unit costs are in prices of 2015-16, the cost in those of 2021-22",
        (DEFLATOR, ""),
    ),
    broken(
        "deflator-years",
        f'56 {KEY}.deflator.from_year: is "2014-15", but unit costs are in prices of 2015-16',
        ("from_year: 2015-16", "from_year: 2014-15"),
    ),
    broken(
        "deflator-years",
        f'57 {KEY}.deflator.to_year: is "2020-21", but the cost is in prices of 2021-22',
        ("to_year: 2021-22", "to_year: 2020-21"),
    ),
    broken(
        "malformed-edition",
        f'57 {KEY}.deflator.to_year: must be a year such as 2022 or 2011-12, not "2021/22"',
        ("to_year: 2021-22", "to_year: 2021/22"),
    ),
    broken(
        "break-in-window",
        f"20 {KEY}.first: New counting of violence, June 2019, changed recording for good: say 2019-06 "
        "or later, or name it in limits",
        ("[anti-social-behaviour]", "[violence]"),
    ),
    broken(
        "break-in-window",
        f"21 {KEY}.end: New counting of violence, June 2019, changed recording for good within the "
        "months evaluated: say 2019-05 or earlier, or name it in limits",
        ("[anti-social-behaviour]", "[violence]"),
        ("      first: 2019-01\n      start: 2021-04", "      start: 2019-04"),
        (CHOSEN, ""),
        ("implementation_end: 2021-06", "implementation_end: 2019-05"),
    ),
    Case(
        "window-years",
        (
            COUNCILS,
            changed(
                ("source: police-uk, vintage: 2022-11", "source: scotland, vintage: 2021-22"),
                ("areas: [E07000001]", "areas: [S12000001]"),
                (COMPARATORS, ""),
                (BUFFER, ""),
                (CONTROL, ""),
                ("      bordering: [E01000005]\n", ""),
                ("design: displacement-difference", "design: before-after"),
                ("[anti-social-behaviour]", "[all-crimes]"),
                (FALSIFICATION, ""),
                ("      first: 2019-01\n", "      first: 2010-01\n"),
            ),
        ),
        (
            "params/lothian/2010-11/edition.yml:20 initiatives[1].evaluation.first: January 2010 is within a financial "
            "year, which starts in April: the figures are annual [window-years]",
            "params/lothian/2010-11/edition.yml:23 initiatives[1].evaluation.implementation_end: June 2021 is within a "
            "financial year, which ends in March: the figures are annual [window-years]",
        ),
    ),
    Case(
        "open-data-silence",
        (CURRENT, "status: draft\n", EVENT.replace("kind: event", "kind: initiative") + EVALUATION),
        (
            "params/ashby/2022/edition.yml:13 initiatives[1]: only the partnership could say this: an edition from "
            "open data leaves it out, but for kind: event [open-data-silence]",
        ),
    ),
    Case(
        "open-data-silence",
        (CURRENT, "status: draft\n", EVENT + OUTCOME),
        (
            "params/ashby/2022/edition.yml:18 initiatives[1].outcomes: only the partnership could say this: an edition "
            "from open data leaves it out [open-data-silence]",
        ),
    ),
)
