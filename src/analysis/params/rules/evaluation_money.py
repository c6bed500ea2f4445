"""What an initiative cost, and in the prices of which year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from analysis.errors import Problem
from analysis.params.evaluation import Evaluation
from analysis.params.figure import Unknown
from analysis.params.reading.files import EditionFiles
from analysis.params.rules.evaluation import evaluations
from analysis.params.rules.evaluation_measures import measures
from analysis.params.rules.figures import plain
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of

UNIT_COST_PRICES: Final = "2015-16"
"""Price year of the table of unit costs (Heeks and others 2018, Home Office Research Report 99)."""


def offences(files: EditionFiles, known: Known) -> Iterator[Problem]:
    """The offence whose unit cost stands for an outcome is in the table of unit costs."""
    for path, one in evaluations(files):
        for at, measure in measures(one):
            if known.offences is not None and measure.unit_cost and measure.unit_cost not in known.offences:
                message = not_one_of(measure.unit_cost, known.offences, "an offence in the table of unit costs")
                yield files.main.problem("unknown-offence", (*path, *at, "unit_cost"), message)


def cost(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """A cost that is known is above zero, and says in the prices of which year."""
    for path, one in evaluations(files):
        amount = one.cost.amount
        if isinstance(amount, Unknown):
            continue
        if amount <= 0:
            said = f'{plain(amount)} is not above zero: where it is not known, say "not published"'
            yield files.main.problem("cost-prices", (*path, "cost", "amount"), said)
        if one.cost.price_year is None:
            said = f"is missing: say in the prices of which year {plain(amount)} pounds are"
            yield files.main.problem("cost-prices", (*path, "cost", "price_year"), said)


def deflator(files: EditionFiles, _: Known) -> Iterator[Problem]:
    """Where outcomes have unit costs and the cost is of another year, a deflator leads from one to the other."""
    for path, one in evaluations(files):
        for key, said in _wrong(one):
            yield files.main.problem("deflator-years", (*path, *key), said)


def _wrong(one: Evaluation) -> Iterator[tuple[tuple[str, ...], str]]:
    prices, brought = one.cost.price_year, one.deflator
    if brought is None:
        if prices not in (None, UNIT_COST_PRICES) and any(each.unit_cost for each in one.outcomes):
            yield (
                ("deflator",),
                f"is missing: unit costs are in prices of {UNIT_COST_PRICES}, the cost in those of {prices}",
            )
        return
    if brought.from_year != UNIT_COST_PRICES:
        yield ("deflator", "from_year"), f'is "{brought.from_year}", but unit costs are in prices of {UNIT_COST_PRICES}'
    if prices is not None and brought.to_year != prices:
        yield ("deflator", "to_year"), f'is "{brought.to_year}", but the cost is in prices of {prices}'
