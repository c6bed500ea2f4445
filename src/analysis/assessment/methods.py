"""The methods that the report names, in a sentence or two each; the methodology document has them in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis.blocks import Definition, Definitions, text

if TYPE_CHECKING:
    from collections.abc import Sequence

METHODS: Final = {
    "Change between two periods": (
        "The ratio of two counts with its exact conditional interval (Clopper and Pearson), widened by how much the "
        "series swings beyond chance. It is called a rise or a fall only if the whole interval is on one side of no "
        "change."
    ),
    "Percentages": "None is given where either count is below ten; the counts are.",
    "Missing months": (
        "Never counted as zero and never filled in. A calendar month missing in one period is left out of both."
    ),
    "Since before Covid": (
        "Each month of the period is set beside the latest month of the same name before March 2020 that has figures."
    ),
    "Trend": (
        "A local level with drift on the log of monthly counts, set beside a regression of the counts (with fewer than "
        "ten a month a regression of quarters alone). Months under Covid restrictions are left out. Where the two "
        "disagree, or giving those months a level of their own changes the answer, the report says that it cannot say; "
        "where simply counting them in would change it, it says so."
    ),
    "Recording changes": (
        "No comparison crosses a declared step in recording. Covid restrictions are named wherever a comparison takes "
        "them in."
    ),
    "Targets": (
        "Status follows the declared rule and direction. Chance is the probability of meeting the target if nothing "
        "changes at all."
    ),
    "Places": (
        "Small areas, a unit fixed beforehand, are ranked by records with a location. Published points are those of "
        "the nearest map point. A place is called persistent by every complete year held, emerging by a clear rise "
        "among all places looked at, event-related by the months of a declared event. Concentration stands beside "
        "what chance alone gives."
    ),
}
OF_FIGURES: Final = ("Change between two periods", "Percentages", "Targets")
"""The methods that an edition of published figures alone makes use of."""


OF_MONTHS: Final = ("Places",)
"""The methods that annual figures of a whole area make no use of."""
ANNUAL: Final = {
    "Missing months": "A missing year is never counted as zero and never filled in.",
    "Since before Covid": "The year is set beside the last financial year wholly before March 2020.",
    "Trend": (
        "A regression of the yearly counts, set beside a random walk with drift (the average change from year to year, "
        "judged by how much those changes differ). Years under Covid restrictions are left out. Where the two "
        "disagree, or giving those years a level of their own changes the answer, the report says that it cannot say; "
        "where simply counting them in would change it, it says so."
    ),
}
"""What is said of annual figures instead."""


def methods(*, data: bool, annual: bool, designs: Sequence[Definition] = ()) -> Definitions:
    """The methods as definitions; without data only those that published figures call for; ``designs`` come last."""
    named = {term: words for term, words in METHODS.items() if data or term in OF_FIGURES}
    if annual:
        named = {term: ANNUAL.get(term, words) for term, words in named.items() if term not in OF_MONTHS}
        named = {term.replace("months", "years"): words for term, words in named.items()}
    items = tuple(Definition(term=term, spans=text(words)) for term, words in named.items())
    return Definitions(items=(*items, *designs))
