"""Three to five things that changed, in plain words: up, down, or perhaps chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.both_changes import STANDING, both_changes
from analysis.assessment.change_findings import months_before_covid
from analysis.assessment.lone_month import deciding_month
from analysis.assessment.naming import category_title, category_words
from analysis.assessment.published import is_clear
from analysis.assessment.results import standing_out
from analysis.blocks import Bullets, Paragraph, strong, text
from analysis.cannot_say import said

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.published import Over
    from analysis.assessment.results import Results
    from analysis.blocks import Block, Spans
    from analysis.disclosure import Row

MOST: Final = 5
VERBS: Final = {"rose": "went up", "fell": "went down"}
ALSO: Final = {
    "violence-and-sexual-offences": "More people telling the police can move this count too.",
    "drugs": "How often the police search for drugs can move this count too.",
    "possession-of-weapons": "How often the police search can move this count too.",
    "public-order": "How the police record it can move this count too.",
}
"""Counts that rise or fall with reports and police work, and are called neither better nor worse."""
CHANCE: Final = (
    "Counts like these move up and down by chance. We say that one went up or down only if chance alone is an unlikely "
    "cause. The range in brackets is where the true change may well be."
)


def changed(context: Context, results: Results) -> list[Block]:
    """What is compared, the changes, and how to read them; or that nothing can be compared."""
    over = _over(results)
    if over is None:
        return [
            Paragraph(spans=text("We cannot say what has changed. There are no earlier figures that would compare."))
        ]
    rows = {line: both.year if over == "window" else both.covid for line, both in both_changes(results).items()}
    compared = [row for row in rows.values() if row["verdict"].known]
    stands = standing_out(results.on_the_year if over == "window" else results.since_before_covid)
    always = [row for line, row in rows.items() if line in STANDING]
    sure = [row for row in compared if row.words("line") in stands and row not in always]
    told = [*always, *sure][:MOST]
    items = [_item(results, row, over) for row in told]
    less = [row for row in compared if is_clear(row) and row not in always and row not in sure]
    if less:
        items.append(_less_sure(less, len(compared)))
    elif not sure:
        items.append(text("No one type of crime clearly went up or down."))
    return [
        Paragraph(spans=text(_against(context, results, over))), Bullets(items=tuple(items)),
        Paragraph(spans=text(CHANCE)),
    ]  # fmt: skip


def _less_sure(rows: list[Row], looked_at: int) -> Spans:
    """What is clear by itself and not among so many: the assessment calls it risen or fallen, so it is named here."""
    names = {
        verb: [category_words(row.words("line")) for row in rows if row.words("verdict") == verdict]
        for verdict, verb in VERBS.items()
    }
    moved = [f"{numbers.listed(those)} {verb}" for verb, those in names.items() if those]
    chance = f"We looked at {numbers.in_words(looked_at)} counts. A few of so many can look clear by chance."
    return text(strong("Less sure: "), f"{'; '.join(moved)}. {chance}")


def _over(results: Results) -> Over | None:
    """The year before where any line can be compared with it, else the months before Covid."""
    both = both_changes(results).values()
    if any(each.year["verdict"].known for each in both):
        return "window"
    return "covid" if any(each.covid["verdict"].known for each in both) else None


def _against(context: Context, results: Results, over: Over) -> str:
    if over == "window":
        names = sorted({name for found in results.on_the_year.values() if said(found) for name in found.breaks})
        covid = any("ovid" in name for name in names)
        odd = " Covid rules were in force for some of that time. So a change may be life going back to normal."
        return f"We set {context.window.named} beside {context.window.back(1).named}.{odd if covid else ''}"
    months = months_before_covid(results)
    few = f"We can use {numbers.in_words(months)} months only. " if months else ""
    return f"We have no figures for the year before. {few}We set them beside the same months before Covid."


def _item(results: Results, row: Row, over: Over) -> Spans:
    name = strong(f"{category_title(row.words('line'))}: ")
    if not row["verdict"].known:
        return text(name, "we cannot say if this changed.")
    found = deciding_month(results, row.words("line")) if over == "window" else None
    lone = f" One month, {numbers.month(found.month)}, made the difference." if found else ""
    also = f" {ALSO[row.words('line')]}" if is_clear(row) and row.words("line") in ALSO else ""
    return text(name, f"{_moved(row)}.{lone}{also}")


def _moved(row: Row) -> str:
    """``went up by about 12% (5% to 20%)``; ``no clear change (3% more, which could be chance)``."""
    change, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    before, after = (numbers.count(row.number(name) or 0) for name in ("before", "after"))
    if change is None or low is None or high is None:
        verb = VERBS.get(row.words("verdict"), "no clear change,")
        return f"{verb} from {before} to {after}"
    if not is_clear(row):
        return f"no clear change ({_size(change)} {'more' if change > 0 else 'less'}, which could be chance)"
    near, far = sorted((abs(low), abs(high)))
    return f"{VERBS[row.words('verdict')]} by about {_size(change)} ({_size(near)} to {_size(far)})"


def _size(value: float) -> str:
    return numbers.percent(abs(value), 0) if round(abs(value)) else "under 1%"
