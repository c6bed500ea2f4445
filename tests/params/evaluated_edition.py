"""A good edition with one initiative that is evaluated, to be broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from params_tree import Tree

    from analysis.params import Catalogue, Evaluation

FILE = "ashby/2010-11/edition.yml"
EDITION = """\
format: 1
edition: 2010-11
basis: published document
period: {start: 2010-04, end: 2011-03}
document: {title: A plan, publisher: Ashby District Council}
status: final
produced: TBC
initiatives:
  - id: wardens
    name: Wardens
    problem: Disorder in the evening.
    activity: Two wardens walked.
    evaluation:
      # who wrote it
      by: The analyst
      data: {source: police-uk, vintage: 2022-11}
      treated:
        name: Ashby
        areas: [E07000001]
      first: 2019-01
      start: 2021-04
      end: 2022-03
      implementation_end: 2021-06
      chosen:
        why: It had the most calls.
        by_figures: yes
        start: 2020-04
        end: 2021-03
      outcomes:
        - id: asb
          name: recorded anti-social behaviour
          categories: [anti-social-behaviour]
          unit_cost: Criminal damage - other
      falsification:
        - id: burglary
          name: recorded burglary
          categories: [burglary]
      design: displacement-difference
      comparators:
        - name: Barton
          areas: [E07000002]
      bordering: [E01000005]
      buffer:
        name: The edge
        areas: [E01000005, E01000006]
      buffer_control:
        name: Corby Magna
        areas: [E07000003]
      logic:
        inputs:
          - Two wardens
      cost:
        amount: 12,000
        price_year: 2021-22
      deflator:
        from_year: 2015-16
        to_year: 2021-22
        factor: 1.14
        source: The treasury's tables.
      decision_rule: Go on if there were fewer.
      limits:
        - Calls are not records.
"""
HASH = "0" * 63 + "a"


def changed(*changes: tuple[str, str]) -> str:
    """The edition with each text replaced, which must stand in it once."""
    text = EDITION
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def loaded(tree: Tree, text: str = EDITION) -> tuple[Catalogue, Evaluation]:
    """The catalogue with ``text`` as one edition more, and the evaluation in it."""
    tree.write(f"params/{FILE}", text)
    catalogue = tree.load()
    (initiative,) = catalogue.edition("ashby", "2010-11").initiatives
    assert initiative.evaluation is not None
    return catalogue, initiative.evaluation
