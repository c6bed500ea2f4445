"""The evaluations that an edition declares, as its cover and its other sections speak of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers

if TYPE_CHECKING:
    from analysis.params import Edition


def evaluated_names(edition: Edition) -> str:
    """The initiatives of an edition that are evaluated, in words; empty where none is."""
    return numbers.listed([each.name for each in edition.initiatives if each.evaluation])


def evaluation_data(edition: Edition) -> str:
    """``scotland, vintage 2021-22, for the evaluation of ...``: data that the edition itself does not rest on."""
    named: dict[str, list[str]] = {}
    for each in edition.initiatives:
        if each.evaluation and each.evaluation.data != edition.data:
            pin = each.evaluation.data
            named.setdefault(f"{pin.source}, vintage {pin.vintage}", []).append(each.name)
    return "; ".join(f"{data}, for the evaluation of {numbers.listed(names)}" for data, names in named.items())


def beside_words(edition: Edition) -> str:
    """That the evaluations set something beside other areas; empty where none does."""
    told = [
        f"The evaluation of {each.name} sets {numbers.listed([one.name for one in plan.outcomes])} beside "
        f"{numbers.plural(len(plan.comparators), 'other area')}, from data that the document did not use"
        for each in edition.initiatives
        if (plan := each.evaluation) and plan.comparators
    ]
    return "".join(f" {each}." for each in told)
