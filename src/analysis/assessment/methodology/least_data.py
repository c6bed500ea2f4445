"""How much data each statement needs, as the program has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.methodology.shown import METHODS_SOURCE, published
from analysis.exhibits import Caption, Field, exhibit
from analysis.measures import LEAST

if TYPE_CHECKING:
    from analysis.blocks import Block


def least_data() -> list[Block]:
    """Each statement with the least it needs, and what happens with less."""
    rows = [
        {
            "statement": numbers.sentence_case(each.statement),
            "least": f"{numbers.plain(each.least)} {each.unit}",
            "otherwise": numbers.sentence_case(each.otherwise),
            "rule": each.rule or "none: another method serves",
        }
        for each in LEAST.values()
    ]
    fields = [
        Field("statement", "Statement"),
        Field("least", "Least it needs"),
        Field("otherwise", "With less"),
        Field("rule", "Rule"),
    ]
    caption = Caption(
        "least-data", "What may be said depends on how much is known", "Least data that each statement needs",
        METHODS_SOURCE,
    )  # fmt: skip
    return [exhibit(published(rows, "statement", "least"), caption, fields)]
