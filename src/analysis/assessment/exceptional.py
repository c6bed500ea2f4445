"""Months out of the ordinary: how many were looked at, which stand out, and the control chart of one category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import exhibits, numbers
from analysis.assessment.exceptional_chart import control_chart_block
from analysis.assessment.exceptional_months import HANGS, exceptional_in, published_exceptional
from analysis.assessment.naming import category_words
from analysis.assessment.published import HIDDEN
from analysis.assessment.wording import how_many
from analysis.blocks import Paragraph, ref, strong, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits.exceptional import exceptional as draw_exceptional
from analysis.prose import cannot_say_note
from analysis.prose.exceptional import MAYBE, chance_words, exceptional_sentence, expected_words

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.exceptional_months import Found
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans
    from analysis.disclosure import Published, Row

__all__ = ["control_chart_block", "exceptional_blocks", "exceptional_of"]

SLUG: Final = "exceptional-months"
NAMED: Final = 3
"""Earlier months that a sentence names."""
QUESTION: Final = "which months were out of the ordinary"


def exceptional_blocks(context: Context, results: Results) -> list[Block]:
    """How many months were looked at, how many stand out, and the table; or why no month could be judged."""
    found = exceptional_in(results)
    if not found.period.answered:
        return [cannot_say_note(_why_none(found), QUESTION)]
    frame = published_exceptional(results)
    drawn = draw_exceptional(frame, _caption(context, found), expected=expected_words, chance=chance_words)
    lead = [Paragraph(spans=spans) for spans in (_lead(context, found, see=said(drawn)), _rest(found)) if spans]
    return [*lead, drawn] if said(drawn) else list(lead)


def _why_none(found: Found) -> CannotSay:
    """Why no month could be judged: the commonest reason."""
    reasons = list(found.period.refused.values())
    return max(reasons, key=lambda each: (reasons.count(each), each.reason), default=HIDDEN)


def _lead(context: Context, found: Found, *, see: bool) -> Spans:
    """How many were looked at, how many stand out, how many chance alone would give."""
    tested, outside = len(found.period.answered), found.period.outside
    lines = len({line for line, _ in found.period.answered})
    chance = numbers.decimal(found.period.by_chance)
    first = (
        f"Each month of {context.window.named} in {numbers.plural(lines, 'line')} was compared with what the other "
        f"months lead one to expect: {numbers.plural(tested, 'comparison')}. "
    )
    lie = "lies outside its own" if outside in (0, 1) else "lie outside their own"
    second = (
        f"{numbers.sentence_case(how_many(outside))} {lie} 99% limits; chance alone would put up to {chance} there. "
    )
    stand = len(found.period.found)
    third = f"{numbers.sentence_case(how_many(stand))} {'stands' if stand in (0, 1) else 'stand'} out "
    where = (" (", ref(SLUG), ")") if see else ()
    return text(first, second, third, "once it is allowed for that so many were looked at", *where, ".")


def _rest(found: Found) -> Spans:
    """Earlier months, and the lines of which no month was looked at."""
    earlier, standing = len(found.earlier.answered), found.earlier.found
    explained = sum(bool(each.explained) for each in standing.values())
    parts = []
    if earlier:
        named = numbers.listed(list(dict.fromkeys(name for each in standing.values() for name in each.explained)))
        how = (
            "" if not explained
            else f", all under {named}" if explained == len(standing)
            else f", {how_many(explained)} of them under {named}"
        )  # fmt: skip
        verb = "stands" if len(standing) in (0, 1) else "stand"
        parts.append(
            f"Of {numbers.count(earlier)} comparisons of earlier months {how_many(len(standing))} {verb} out{how}."
        )
    refused = {line: why for (line, _), why in found.period.refused.items()}
    answered = {line for line, _ in found.period.answered}
    for reason in dict.fromkeys(why.reason for line, why in refused.items() if line not in answered):
        names = [category_words(line) for line, why in refused.items() if why.reason == reason and line not in answered]
        parts.append(f"Not looked at: {numbers.listed(names)} ({reason}).")
    hanging = [
        f"{category_words(line)} in {numbers.month(month)}"
        for (line, month), why in found.period.refused.items()
        if line in answered and why.rule == HANGS.rule
    ]
    if hanging:
        parts.append(f"Not judged, since it hangs on the share of records with a location: {numbers.listed(hanging)}.")
    if found.withheld:
        names = [category_words(line) for line in found.withheld]
        parts.append(f"Left out, since some of their months are withheld to protect people: {numbers.listed(names)}.")
    return text(" ".join(parts)) if parts else ()


def _caption(context: Context, found: Found) -> exhibits.Caption:
    standing = sorted(found.period.found.items(), key=lambda item: (item[1].p, item[0]))
    named = [f"{category_words(line)} in {numbers.month(month)}" for (line, month), _ in standing[:2]]
    more = len(standing) - len(named)
    headline = (
        numbers.sentence_case(numbers.listed([*named, *([f"{how_many(more)} more"] if more else [])])) + " stood out"
        if standing
        else f"No month of {context.window.named} stands out{_and_earlier(found)}"
    )
    touched = {each.explained for each in found.earlier.found.values()}
    effects = [f"{b.name}: {b.effect}" for b in context.breaks if any(b.name in names for names in touched)]
    return context.caption(
        SLUG,
        headline,
        f"Months outside their 99% limits, {context.partnership.name}",
        notes=list(dict.fromkeys(effects)),
    )


def _and_earlier(found: Found) -> str:
    """What a headline adds where only earlier months stand out."""
    many = len(found.earlier.found)
    return f"; {how_many(many)} earlier {'one does' if many == 1 else 'ones do'}" if many else ""


def exceptional_of(results: Results, line: str) -> list[Block]:
    """The paragraph on one line's exceptional months, or a note where none of it could be judged.

    Nothing of a withheld line, and nothing where no line could be judged, which ``exceptional_blocks`` has said.
    """
    found = exceptional_in(results)
    if line in found.withheld or not found.period.answered:
        return []
    judged = [each for (named, _), each in found.period.answered.items() if named == line]
    refused = [each for (named, _), each in found.period.refused.items() if named == line]
    words = category_words(line)
    if not judged:
        return [cannot_say_note(refused[0], f"which months of {words} were out of the ordinary")] if refused else []
    rows = published_exceptional(results, line)
    spans = [*_of_period(results, rows, len(judged)), *_of_earlier(results, line, rows)]
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
