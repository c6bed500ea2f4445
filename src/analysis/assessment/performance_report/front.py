"""The first page of a performance report: as at which day, over which months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.front import defined, first_page
from analysis.assessment.wording import blank, when

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block

NOT_YET: Final = (
    "Made of what was known at the end of {month}. Declared figures and actions carry no day on which they came to be "
    "known: whatever may be later is left out, and a figure for a period that was not over is shown as not yet known."
)


def front(context: Context) -> list[Block]:
    """The front matter, and what as at a day means."""
    edition, partnership = context.edition, context.partnership
    data = f"{edition.data.source}, vintage {edition.data.vintage}, up to {_month(context)}" if edition.data else ""
    lines = {
        "Partnership": edition.body or partnership.body,
        "Months looked at": context.period_text,
        "As at": when(edition.produced),
        "Edition": edition.edition,
        "Audience": edition.audience,
        "Contact": edition.contact or blank(edition),
        "Data": data or "published figures only",
    }
    words = NOT_YET.format(month=_month(context))
    return [first_page(context, edition.title, defined(lines)), caution(words, title="As at that day")]


def _month(context: Context) -> str:
    return numbers.month(context.window.end)
