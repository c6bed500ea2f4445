"""Months out of the ordinary: how many were looked at, which stand out, and the control chart of one category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.exceptional_chart import control_chart_block
from analysis.assessment.exceptional_line import exceptional_of
from analysis.assessment.exceptional_months import HANGS, published_exceptional
from analysis.assessment.naming import category_words
from analysis.assessment.published import HIDDEN
from analysis.assessment.wording import how_many
from analysis.blocks import Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits.exceptional import exceptional as draw_exceptional
from analysis.prose import cannot_say_note
from analysis.prose.exceptional import chance_words, expected_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from analysis.assessment.context import Context
    from analysis.assessment.exceptional_months import Found
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans

__all__ = ["control_chart_block", "exceptional_blocks", "exceptional_of"]

SLUG: Final = "exceptional-months"
QUESTION: Final = "which months were out of the ordinary"


def exceptional_blocks(context: Context, results: Results, *, earlier: bool = True) -> list[Block]:
    """How many months were looked at, how many stand out, and the table; or why no month could be judged.

    Without ``earlier`` nothing is said of months before the period.
    """
    found = results.exceptional
    if not found.period.answered:
        return [cannot_say_note(_why_none(found), QUESTION)]
    frame = published_exceptional(results, earlier=earlier)
    drawn = draw_exceptional(
        frame, _caption(context, found, earlier=earlier), expected=expected_words, chance=chance_words
    )
    told = (_lead(context, found, see=said(drawn)), _rest(found, earlier=earlier))
    lead = [Paragraph(spans=spans) for spans in told if spans]
    return [*lead, drawn] if said(drawn) else list(lead)


def _why_none(found: Found) -> CannotSay:
    """Why no month could be judged: the commonest reason."""
    reasons = list(found.period.refused.values())
    return max(reasons, key=lambda each: (reasons.count(each), each.reason), default=HIDDEN)


def _lead(context: Context, found: Found, *, see: bool) -> Spans:
    """How many were looked at, how many stand out, how many chance alone would give."""
    tested, outside = len(found.period.answered), found.period.outside
    lines = len({line for line, _ in found.period.answered})
    first = (
        f"Each month of {context.window.named} in {numbers.plural(lines, 'line')} was compared with what the other "
        f"months lead one to expect: {numbers.plural(tested, 'comparison')}. "
    )
    lie = "lies outside its own" if outside in (0, 1) else "lie outside their own"
    where = (" (", ref(SLUG), ")") if see else ()
    second = f"{numbers.sentence_case(how_many(outside))} {lie} 99% limits"
    chance = f"; chance alone would put {_by_chance(found)} there."
    if not outside:
        return text(first, second, *where, chance)
    stand = len(found.period.found)
    third = f" {numbers.sentence_case(how_many(stand))} {'stands' if stand in (0, 1) else 'stand'} out "
    allowed = "once it is allowed for that so many were looked at"
    return text(first, second, chance, third, allowed, *where, ".", _groups(found, tested))


def _by_chance(found: Found) -> str:
    """``about two`` or ``less than one``: whole months, since a share of one says no more."""
    many = round(found.period.by_chance)
    return f"about {numbers.in_words(many)}" if many else "less than one"


def _groups(found: Found, tested: int) -> str:
    """Which months stand out in their own group of months only, since the others are more."""
    return "".join(
        f" {numbers.sentence_case(numbers.listed(_named(keys)))} {'does' if len(keys) == 1 else 'do'} so among the "
        f"months {among} alone, and would not among all {numbers.count(tested)}."
        for among, keys in _by_group(found).items()
    )


def _by_group(found: Found) -> dict[str, list[tuple[str, pd.Period]]]:
    """The months that stand out in a group of months only, by the words of that group."""
    return {
        words: [key for key, among in found.among.items() if among == words]
        for words in dict.fromkeys(found.among.values())
    }


def _named(keys: Iterable[tuple[str, pd.Period]]) -> list[str]:
    return [f"{category_words(line)} in {numbers.month(month)}" for line, month in keys]


def _rest(found: Found, *, earlier: bool) -> Spans:
    """Earlier months, and what was not looked at or not judged."""
    parts = [_earlier(found) if earlier else "", *_not_looked_at(found), _hanging(found), _left_out(found)]
    said_of = " ".join(part for part in parts if part)
    return text(said_of) if said_of else ()


def _earlier(found: Found) -> str:
    looked, standing = len(found.earlier.answered), found.earlier.found
    if not looked:
        return ""
    explained = sum(bool(each.explained) for each in standing.values())
    named = numbers.listed(list(dict.fromkeys(name for each in standing.values() for name in each.explained)))
    many = "all" if explained == len(standing) else f"{how_many(explained)} of them"
    under = f", {many} under {named}" if explained else ""
    verb = "stands" if len(standing) in (0, 1) else "stand"
    return f"Of {numbers.count(looked)} comparisons of earlier months {how_many(len(standing))} {verb} out{under}."


def _not_looked_at(found: Found) -> list[str]:
    """Lines of which no month could be tested, by reason."""
    answered = {line for line, _ in found.period.answered}
    refused = {line: why.reason for (line, _), why in found.period.refused.items() if line not in answered}
    return [
        f"Not looked at: {_lines(line for line, why in refused.items() if why == reason)} ({reason})."
        for reason in dict.fromkeys(refused.values())
    ]


def _hanging(found: Found) -> str:
    months = _named(key for key, why in found.period.refused.items() if why.rule == HANGS.rule)
    lead = "Not judged, since it hangs on the share of records with a location"
    return f"{lead}: {numbers.listed(months)}." if months else ""


def _left_out(found: Found) -> str:
    lead = "Left out, since some of their months are withheld to protect people"
    return f"{lead}: {_lines(found.withheld)}." if found.withheld else ""


def _lines(lines: Iterable[str]) -> str:
    return numbers.listed([category_words(line) for line in lines])


def _caption(context: Context, found: Found, *, earlier: bool) -> exhibits.Caption:
    and_earlier = _and_earlier(found) if earlier else ""
    headline = _stood_out(found) or f"No month of {context.window.named} stands out{and_earlier}"
    touched = {each.explained for each in found.earlier.found.values()} if earlier else set()
    effects = [f"{b.name}: {b.effect}" for b in context.breaks if any(b.name in names for names in touched)]
    return context.caption(
        SLUG,
        headline,
        f"Months outside their 99% limits, {context.partnership.name}",
        notes=list(dict.fromkeys(effects)),
    )


def _stood_out(found: Found) -> str:
    """``Other theft in June 2022 stood out``, the rarest named; apart those that did in a group of months only."""
    standing = [key for key, _ in sorted(found.period.found.items(), key=lambda item: (item[1].p, item[0]))]
    parts = [("", [key for key in standing if key not in found.among])]
    parts += [(f" among months {words}", keys) for words, keys in _by_group(found).items()]
    said_of = [f"{_first_two(keys)} stood out{among}" for among, keys in parts if keys]
    return numbers.sentence_case("; ".join(said_of))


def _first_two(keys: Sequence[tuple[str, pd.Period]]) -> str:
    more = len(keys) - 2
    return numbers.listed([*_named(keys[:2]), *([f"{how_many(more)} more"] if more > 0 else [])])


def _and_earlier(found: Found) -> str:
    """What a headline adds where only earlier months stand out."""
    many = len(found.earlier.found)
    return f"; {how_many(many)} earlier {'one does' if many == 1 else 'ones do'}" if many else ""
