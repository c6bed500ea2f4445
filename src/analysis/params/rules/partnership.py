"""What a partnership's own file must agree with: its folder, its notebook, its members, being fictional."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.errors import Problem
from analysis.params.partnership import METHODOLOGY, Partnership
from analysis.params.reading.typed import Reading
from analysis.params.rules.known import Known
from analysis.params.rules.names import not_one_of


def reserved_id(reading: Reading[Partnership], _: Known) -> Iterator[Problem]:
    """The id is not the folder in ``reports/`` of the document on how all figures are made."""
    if reading.value.id == METHODOLOGY:
        message = f'"{METHODOLOGY}" is kept for the document on how all figures are made: choose another id'
        yield reading.problem("reserved-id", ("id",), message)


def notebook(reading: Reading[Partnership], known: Known) -> Iterator[Problem]:
    """The notebook is there."""
    name = reading.value.notebook
    if known.notebooks is not None and name not in known.notebooks:
        yield reading.problem("unknown-notebook", ("notebook",), not_one_of(name, known.notebooks, "in notebooks/"))


def members(reading: Reading[Partnership], known: Known) -> Iterator[Problem]:
    """The partnerships that a county is made of are declared, and are others than itself."""
    for place, member in enumerate(reading.value.partnerships):
        if reading.whole("id") and member == reading.value.id:
            yield reading.problem("own-member", ("partnerships", place), f'"{member}" is the partnership itself')
        elif member not in known.partnerships:
            message = not_one_of(member, known.partnerships, "a partnership with a folder in params/")
            yield reading.problem("unknown-member", ("partnerships", place), message)


def fictional(reading: Reading[Partnership], _: Known) -> Iterator[Problem]:
    """Illustrative and fictional go together."""
    if not reading.whole("illustrative", "country"):
        return
    if reading.value.illustrative and reading.value.country != "fictional":
        message = f"is true, but the country is {reading.value.country}: only a fictional partnership is illustrative"
        yield reading.problem("illustration", ("illustrative",), message)
    if reading.value.country == "fictional" and not reading.value.illustrative:
        yield reading.problem("illustration", ("country",), "is fictional: say illustrative: true as well")
