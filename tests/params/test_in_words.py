"""What is declared, read back in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from evaluated_edition import EDITION, HASH, changed, loaded

from analysis.errors import RunError
from analysis.params import explain, listing
from analysis.params.in_words.phrases import counted, figure_words, several

if TYPE_CHECKING:
    from params_tree import Tree

PLAN = """\
Ashby: Safer Ashby Partnership
Covers Ashby (E07000001); country: England.
Set beside 2 peers (neighbouring areas): Barton and Corby Magna.
Police forces: westshire.

Edition 2011-12: Partnership plan; final, public.
Period: April 2011 to March 2012 (12 months).
Restates a published document.
Members: 1 agency.
Document: Partnership plan 2011/12, Ashby District Council.
Data: none; only the published figures.
Produced: not yet known. Approved: by Chair of the partnership, 31 March 2011.

Priorities and issues: 2.
  - Violence (priority; lead: not published)
  - Burglary (cross-cutting; lead: not published)

Indicators: 5, of which 3 with a target.
  - Serious violence [count; lower is better]; baseline 335 (2010/11); target: to be agreed (2011/12); \
actual not supplied
  - Assault [count; lower is better]; baseline 2,548 (2010/11); target: to be agreed (2011/12); actual not supplied; \
counted from the data as violence
  - All violence [count; lower is better]; baseline 2,883 (2010/11); target: at most 2,882 (2011/12); \
actual not supplied; the sum of serious-violence + assault
  - Feel safe [percent; higher is better]; baseline not measured (2010/11); target: at least 75 (2011/12); actual 66
  - Domestic abuse recorded [percentage change; neither way is called better]; baseline not supplied (2010/11); \
target: at least 5 (2011/12); actual not published
Targets without a baseline: 2.
  - Feel safe
  - Domestic abuse recorded

Surveys:
  - Feel safe after dark: 75% (asked: 1,104; reached: not published)
Consultations:
  - The draft plan: people 41
Figures stated without a table:
  - Calls fell by two fifths. [40 percent]

Initiatives:
  - Patrols: 2 outcomes

Actions:
  - 2 actions of the delivery plan: 1 without a day due (ASB14), 1 without an indicator

Outcomes: not published.

Not known (none of these is zero):
  - not measured: 1 figure of an indicator
  - not yet known: 2 figures of an indicator
  - not published: 1 figure of an indicator
  - not supplied: 4 figures of an indicator
Flagged:
  - timetable, Cabinet: Printed as 11 or 12 February.
  - claim forty: No period is given.
  - Page 3: A number stands twice.
Not published:
  - equality: Anything by protected characteristic.
"""


def test_everything_declared_for_a_published_document_is_read_back(tree: Tree) -> None:
    assert explain(tree.load(), "ashby", "2011-12") == PLAN


def test_an_edition_from_open_data_says_what_is_not_supplied(tree: Tree) -> None:
    said = explain(tree.load(), "ashby", "2022").splitlines()
    assert "Edition 2022 (the latest): Strategic assessment; draft, public." in said
    assert "Made from open data; not produced or endorsed by the partnership." in said
    assert "Data: police-uk 2022-11." in said
    assert "Rates use the population of mid-2020." in said
    assert "Produced: 31 January 2023. Approved: not supplied." in said
    assert {"Priorities: not supplied.", "Indicators and targets: not supplied.", "Actions: not supplied."} <= {*said}
    assert "  - The fair (2022-06 to 2022-06)" in said


def test_a_county_names_the_partnerships_it_is_made_of_and_that_it_has_no_peers(tree: Tree) -> None:
    said = explain(tree.load(), "county", "2022")
    assert "Made of the partnerships Ashby.\n" in said
    assert "Set beside no other areas: no peers are declared.\n" in said
    assert "Members: not supplied.\n" in said


def test_members_and_name_of_the_time_go_before_those_of_today(tree: Tree) -> None:
    then = "body: Ashby Crime Group\nmembers:\n  - Ashby Council\n  - Westshire Police\npriorities:\n"
    tree.replace("params/ashby/2011-12/edition.yml", "priorities:\n", then)
    said = explain(tree.load(), "ashby", "2011-12")
    assert "The partnership's name at the time: Ashby Crime Group.\nMembers: 2 agencies.\n" in said
    assert "Members: 1 agency.\n" in explain(tree.load(), "ashby", "2022")


def test_a_status_that_is_not_published_does_not_sound_like_an_unpublished_document(tree: Tree) -> None:
    tree.replace("params/ashby/2011-12/edition.yml", "status: final", "status: not published")
    said = explain(tree.load(), "ashby", "2011-12")
    assert "Edition 2011-12: Partnership plan; draft or final is not published, public.\n" in said


def test_an_illustration_is_called_one(tree: Tree) -> None:
    assert "An illustration: the partnership and every figure are invented." in explain(tree.load(), "made-up", "2022")


def test_a_figure_that_cannot_be_compared_or_is_for_part_of_a_year_says_so(tree: Tree) -> None:
    header = "id,group,name,unit,direction,baseline,target_period,rule,target,actual,part_year,comparable,flag"
    row = "crime,All,Crime,mixed,lower,285,2011,none,29,120,to November,no,Units are mixed"
    tree.write("params/ashby/2011-12/indicators.csv", f"{header}\n{row}\n")
    tree.write("params/ashby/2011-12/actions.csv", "id,action\nlight,Light the path\n")
    said = explain(tree.load(), "ashby", "2011-12")
    assert "; baseline 285; target 29 (2011), no rule; actual 120 (to November); baseline and actual are not" in said
    assert "  - indicator crime: Units are mixed\n" in said


def test_what_is_not_declared_is_not_explained(tree: Tree) -> None:
    with pytest.raises(RunError, match="there is 2011-12, 2022"):
        explain(tree.load(), "ashby", "1999")


def test_the_list_has_a_line_an_edition_and_marks_the_latest(tree: Tree) -> None:
    rows = listing(tree.load())
    assert [(row.partnership, row.edition, row.latest) for row in rows] == [
        ("ashby", "2011-12", False),
        ("ashby", "2022", True),
        ("county", "2022", True),
        ("lothian", "2021-22", True),
        ("made-up", "2022", True),
    ]
    assert (rows[0].period, rows[0].basis, rows[0].data) == ("April 2011 to March 2012", "published document", "none")
    assert (rows[3].name, rows[3].data) == ("Lothian", "scotland 2021-22")


def test_phrases_count_and_join_as_people_do() -> None:
    assert [counted(1, "month"), counted(0, "month"), counted(2, "agency", "agencies")] == [
        "1 month",
        "0 months",
        "2 agencies",
    ]
    assert [several("a"), several("ab"), several("abc")] == ["a", "a and b", "a, b and c"]
    assert [figure_words(2883.0), figure_words(-10.52), figure_words(0.1)] == ["2,883", "-10.52", "0.1"]


EVALUATED = f"""\
Initiatives:
  - Wardens: evaluated from data

Evaluation of Wardens (wardens):
  - plan: fixed on 28 November 2026 ({HASH[:12]}), after 1 earlier plan, changed since; written by: The analyst
  - data: police-uk 2022-11
  - treated: Ashby, April 2021 to March 2022 (12 months)
  - put in place until June 2021: on neither side
  - time before: January 2019 to March 2021
  - chosen by its figures of April 2020 to March 2021: It had the most calls.
  - outcomes: recorded anti-social behaviour (primary; lower is better)
  - could not touch: recorded burglary
  - design asked for: displacement-difference
  - compared with: 1 place: Barton
  - bordering, so never compared with: 1 area
  - where crime might move to: The edge (2 areas), set against Corby Magna
  - evidence base: not supplied
  - logic model: 1 input
  - cost: 12,000 pounds in prices of 2021-22
  - unit costs brought from 2015-16 to 2021-22 by 1.14 (The treasury's tables.)
  - decision rule: Go on if there were fewer.
  - limit: Calls are not records.
"""
FIXED = f"""\
      plan:
        fixed: 2026-11-28
        hash: {HASH}
        earlier:
          - fixed: 2026-11-01
            hash: {HASH}
            why: The months were wrong.
"""


def test_an_evaluation_is_read_back_with_its_plan(tree: Tree) -> None:
    catalogue, _ = loaded(tree, changed(("      # who wrote it\n", FIXED)))
    said = explain(catalogue, "ashby", "2010-11")
    assert EVALUATED in said


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((), "  - plan: not fixed; written by: The analyst\n"),
        ((("      first: 2019-01\n", ""),), "  - time before: the first month there is to March 2021\n"),
        (
            (("by_figures: yes\n        start: 2020-04\n        end: 2021-03", "by_figures: no"),),
            "  - not chosen by",
        ),
        (
            (("    name: Wardens", "    kind: event\n    name: Rain"),),
            "  - Rain: evaluated from data, an event, nobody",
        ),
        ((("amount: 12,000\n        price_year: 2021-22", "amount: TBC"),), "  - cost: not yet known\n"),
        ((("      decision_rule: Go on if there were fewer.\n", ""),), "  - decision rule: not supplied\n"),
    ],
)
def test_what_is_left_open_is_said_to_be(tree: Tree, changes: tuple[tuple[str, str], ...], says: str) -> None:
    assert says in explain(loaded(tree, changed(*changes))[0], "ashby", "2010-11")


def test_a_true_effect_and_places_alone_are_said(tree: Tree) -> None:
    alone = EDITION[: EDITION.index("      falsification:")] + "      design: before-after\n      true_ratio: 0.7\n"
    text = alone.replace("published document", "illustration").replace("police-uk", "simulated")
    text = text.replace("E07000001", "X07000001").replace("[anti-social-behaviour]", "[burglary]")
    tree.write("params/made-up/2010-11/edition.yml", text.replace("document: {title: A plan", "document: {title: Plan"))
    said = explain(tree.load(), "made-up", "2010-11")
    assert "  - true effect, known because the figures are simulated: ratio 0.7\n" in said
    assert "  - compared with: no other place\n" in said
    assert "could not touch" not in said
