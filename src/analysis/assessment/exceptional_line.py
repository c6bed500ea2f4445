"""One category's exceptional months in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.exceptional_months import published_exceptional
from analysis.assessment.naming import category_words
from analysis.blocks import Paragraph, strong, text
from analysis.prose import cannot_say_note
from analysis.prose.exceptional import MAYBE, exceptional_sentence, expected_words

if TYPE_CHECKING:
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published, Row

NAMED: Final = 3
"""Earlier months that a sentence names."""


def exceptional_of(results: Results, line: str) -> list[Block]:
    """The paragraph on one line's exceptional months, or a note where none of it could be judged.

    Nothing of a withheld line, and nothing where no line could be judged, which ``exceptional_blocks`` has said.
    """
    found = results.exceptional
    if line in found.withheld or not found.period.answered:
        return []
    judged = [each for (named, _), each in found.period.answered.items() if named == line]
    refused = [each for (named, _), each in found.period.refused.items() if named == line]
    words = category_words(line)
    if not judged:
        return [cannot_say_note(refused[0], f"which months of {words} were out of the ordinary")] if refused else []
    rows = published_exceptional(results, line)
    unjudged = [span for said in _not_judged(results, line) for span in text(f" {said}")]
    spans = [*_of_period(results, rows, len(judged)), *unjudged, *_of_earlier(results, line, rows)]
    return [Paragraph(spans=(strong("Exceptional months."), *spans))]


def _of_period(results: Results, rows: Published, judged: int) -> list[Any]:
    mine = [row for row in rows if row.words("part") == "period"]
    sentences = [exceptional_sentence(row, "") for row in mine if row.words("verdict") != MAYBE]
    maybe = [row for row in mine if row.words("verdict") == MAYBE]
    if not sentences:
        whole = f"the {numbers.in_words(judged)} months" if judged > 1 else "the one month"
        sentences.append(text(f"None of {whole} of {results.context.window.named} stands out."))
    if maybe:
        names = numbers.listed([numbers.month(row["month"].value) for row in maybe])
        verb = "lies outside its" if len(maybe) == 1 else "lie outside their"
        sentences.append(text(f"{names} {verb} own limits, which may be chance when so many months are looked at."))
    return [part for sentence in sentences for part in (*text(" "), *sentence)]


def _not_judged(results: Results, line: str) -> list[str]:
    """The months of the period that could not be judged, by reason."""
    refused = {month: why for (name, month), why in results.exceptional.period.refused.items() if name == line}
    return [
        f"Not judged: {numbers.listed([numbers.month(m) for m, why in refused.items() if why.reason == reason])} "
        f"({reason})."
        for reason in dict.fromkeys(why.reason for why in refused.values())
    ]


def _of_earlier(results: Results, line: str, rows: Published) -> list[Any]:
    """Earlier months that stand out, the rarest named, with what is declared for them."""
    mine = [row for row in rows if row.words("part") == "earlier"]
    if not mine:
        return []
    rarest = sorted(mine, key=lambda row: row.number("p") or 0)[:NAMED]
    told = [_brief(row) for row in mine if row in rarest]
    more = [f"{numbers.in_words(len(mine) - NAMED)} more"] if len(mine) > NAMED else []
    names = list(dict.fromkeys(row.words("breaks") for row in mine))
    under = f"explained by {numbers.listed(names)}" if all(names) else "not all of them explained"
    effects = " ".join(each.effect for each in results.breaks_of(line) if each.name in names)
    said_of = numbers.listed([*told, *more])
    return [*text(f" Earlier months that stand out, {under}: {said_of}. {effects}".rstrip())]


def _brief(row: Row) -> str:
    expected = expected_words(row.number("expected") or 0)
    return f"{numbers.month(row['month'].value)} ({numbers.count(row.number('observed') or 0)}, {expected} expected)"
