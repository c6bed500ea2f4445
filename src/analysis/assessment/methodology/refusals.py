"""When a method refuses: the table of rules in the page of methods, which a test holds to the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from analysis import numbers
from analysis.assessment.methodology.shown import METHODS_SOURCE, published
from analysis.errors import RunError
from analysis.exhibits import Caption, Field, exhibit

if TYPE_CHECKING:
    from analysis.assessment.methodology.evidence import Evidence
    from analysis.blocks import Block

HEADING: Final = "## Rules of refusal"
ROW: Final = re.compile(r"^\| (`.+?`) \| (.+?) \| (.+?) \|$", re.MULTILINE)


class Refusal(NamedTuple):
    """One rule (or a few of a kind): what is refused, and because of what."""

    rule: str
    refuses: str
    because: str


def refusals_in(methods: str) -> list[Refusal]:
    """The rules told under ``HEADING`` in the page of methods; raises ``RunError`` where there are none."""
    table = methods.partition(HEADING)[2].partition("\n## ")[0]
    found = [Refusal(*(cell.replace("`", "") for cell in row)) for row in ROW.findall(table)]
    if not found:
        raise RunError.at("docs/methods.md", f'has no table under "{HEADING.removeprefix("## ")}"')
    return found


def refusals(evidence: Evidence) -> list[Block]:
    """Every rule by what it refuses."""
    found = sorted(refusals_in(evidence.methods), key=lambda each: (each.refuses.casefold(), each.rule))
    rows = [
        {"refused": numbers.sentence_case(each.refuses), "because": each.because, "rule": each.rule} for each in found
    ]
    count = sum(each.rule.count(",") + 1 for each in found)
    fields = [Field("refused", "What is refused"), Field("because", "Because"), Field("rule", "Rule")]
    caption = Caption(
        "refusals", f"{numbers.count(count)} rules say when no answer is given", "Rules of refusal by what they refuse",
        METHODS_SOURCE,
    )  # fmt: skip
    return [exhibit(published(rows, "rule"), caption, fields)]
