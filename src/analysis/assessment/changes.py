"""What changed, by category: on the year, and since the same months before Covid, each with what limits it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import exhibits, numbers
from analysis.assessment.context import caution, information
from analysis.assessment.lone_month import deciding_month
from analysis.assessment.naming import TOTALS, category_words
from analysis.assessment.published import changes_on_the_year, changes_since_before_covid, is_clear
from analysis.assessment.results import standing_out
from analysis.assessment.wording import how_many
from analysis.blocks import ref
from analysis.cannot_say import CannotSay, said
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.measures import Comparison

ON_THE_YEAR: Final = "changes-on-the-year"
SINCE_BEFORE_COVID: Final = "changes-since-before-covid"
ALLOWING: Final = "(Benjamini-Hochberg at 5%)"


def year_chart(context: Context, results: Results) -> list[Block]:
    """Change on the year by category; a note where nothing can be compared."""
    frame = changes_on_the_year(results)
    if (refusal := _refusal(frame)) is not None:
        return [cannot_say_note(refusal, "what changed on the year")]
    before, after = context.window.back(1).text, context.window.text
    caption = context.caption(
        ON_THE_YEAR, _headline(frame, "on the year"),
        f"Change in the number recorded by type, {context.partnership.name}, {before} to {after}, with 95% intervals",
    )  # fmt: skip
    chart = _shown(exhibits.changes(frame, caption, before=before, after=after))
    return [
        chart,
        *_not_like_for_like(results),
        information(allowing_for_all(frame, results.on_the_year) + _lone(results, frame)),
    ]


def covid_chart(context: Context, results: Results) -> list[Block]:
    """Change since the same months before Covid by category; a note where that cannot be had."""
    frame = changes_since_before_covid(results)
    if (refusal := _refusal(frame)) is not None:
        return [cannot_say_note(refusal, "what changed since the same months before Covid")]
    answered = [found for found in results.since_before_covid.values() if said(found)]
    months, before = answered[0].months_text or "all twelve months", answered[0].before.text
    earlier = f"{before}, the last year wholly before Covid" if context.annual else "the same months before March 2020"
    note = f"Months compared: {months}; the earlier ones are the latest of each name, {before}."
    caption = context.caption(
        SINCE_BEFORE_COVID, _headline(frame, "since before Covid"),
        f"Change in the number recorded by type, {context.partnership.name}, {context.window.text} against {earlier}, "
        "with 95% intervals",
        notes=[] if context.annual else [note],
    )  # fmt: skip
    chart = exhibits.changes(frame, caption, before=before if context.annual else "before Covid", after="latest")
    only = f" compares {months}: the months with figures from before Covid. The rest is left out."
    partial = any(found.left_out for found in answered)
    return [
        _shown(chart),
        information(allowing_for_all(frame, results.since_before_covid, ALLOWING)),
        *([caution(ref(SINCE_BEFORE_COVID), only)] if partial else []),
    ]


def _refusal(frame: Published) -> CannotSay | None:
    """Why nothing can be compared, where nothing can."""
    if any(row["verdict"].known for row in frame):
        return None
    return CannotSay(next((row["verdict"].note for row in frame), "there are no figures"))


def _headline(frame: Published, when: str) -> str:
    verdicts = [row.words("verdict") for row in frame if row.words("line") not in TOTALS]
    rose, fell = (how_many(verdicts.count(verdict)) for verdict in ("rose", "fell"))
    return numbers.sentence_case(
        f"{rose} of the types rose and {fell} fell by more than chance {when}, each taken alone"
    )


def _not_like_for_like(results: Results) -> list[Block]:
    touched = sorted({name for found in results.on_the_year.values() if said(found) for name in found.breaks})
    if not touched:
        return []
    words = (
        f" compares periods that take in {numbers.listed(touched)}. A rise may partly be a return to ordinary months, "
        "and a fall the end of what the restrictions brought, such as reports of breaches. Set it beside the "
        "comparison with before Covid."
    )
    return [caution(ref(ON_THE_YEAR), words, title="Not like for like")]


def allowing_for_all(frame: Published, found: Mapping[str, Comparison | CannotSay], by: str = "") -> str:
    """What is left of the clear changes when all comparisons are allowed for; ``by`` names how, in brackets."""
    clear = [row.words("line") for row in frame if is_clear(row)]
    answered, stands = sum(row["verdict"].known for row in frame), standing_out(found)
    kept = [category_words(line) for line in clear if line in stands]
    chance = f"Of {answered} comparisons about one in twenty would look clear by chance alone."
    if not clear:
        return chance
    if len(kept) == len(clear):
        left = "every clear change still stands out"
    elif kept:
        left = f"{numbers.listed(kept)} {'stand' if kept[1:] else 'stands'} out, the other clear changes do not"
    else:
        left = "none of the clear changes stands out"
    return f"{chance} When all are allowed for{by and f' {by}'}, {left}."


def _lone(results: Results, frame: Published) -> str:
    """Which clear changes on the year rest on one month."""
    clear = [row.words("line") for row in frame if is_clear(row)]
    lone = [category_words(line) for line in clear if deciding_month(results, line) is not None]
    return f" One month decides the change in {numbers.listed(lone)}: see its own part." if lone else ""


def _shown(answer: exhibits.Shown | CannotSay) -> Block:
    return answer if said(answer) else cannot_say_note(answer, "what changed")
