"""Simulated figures alone: every design beside the truth that was built in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import exhibits, numbers
from analysis.assessment.initiative.agreement import counts_both
from analysis.assessment.initiative.designs import all_results
from analysis.assessment.initiative.published import published_effects
from analysis.assessment.wording import how_many
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.evaluation.evaluate import DesignResult

ONE = (
    "One set of figures is one draw: that an interval holds the truth here, or misses it, is no evidence of how often "
    "it does. Error rates come from many draws and stand in the document on methods."
)


def truth(case: Case) -> list[Block]:
    """A chart of all designs with the truth first; no block where no true effect is declared."""
    ratio = case.evaluation.true_ratio
    if ratio is None or not case.simulated:
        return []
    heading = Heading(level=2, text="Against the known truth", id=case.slug("truth-known"))
    percent = 100 * (ratio - 1)
    results = [each for each in all_results(case) if not counts_both(case, each)]
    left = [each.design.title for each in all_results(case) if counts_both(case, each)]
    frame = published_effects(
        case, [(each.design.title, case.setting, each.effect, {"held": held(each, ratio)}) for each in results]
    )
    answered = [each for each in results if said(each.effect) and each.effect.verdict != "described only"]
    within = sum(held(each, ratio) == "yes" for each in answered)
    size, verb = numbers.percent(percent, 0, signed=True), "holds" if within == 1 else "hold"
    caption = case.caption(
        "truth", f"All {numbers.in_words(within)} intervals hold the true {size}" if within == len(answered) > 1
        else f"Of {numbers.plural(len(answered), 'interval')}, {how_many(within)} {verb} the true {size}",
        f"{numbers.sentence_case(case.what)} in {case.place}: what each design found, beside what was built in",
        notes=(ONE, *(f"Left out: {each}, as the truth is of the place alone." for each in left)),
    )  # fmt: skip
    shown = exhibits.effects(
        frame, caption, beside=[Field("held", "Its interval holds the truth")], first="Design",
        mark=(percent, "the known truth"),
    )  # fmt: skip
    if isinstance(shown, CannotSay):
        return [heading, cannot_say_note(shown, "how near the designs come")]
    lead = text(
        f"These figures are simulated, and {case.what} in {case.place} was made to differ by {size} from the start on. "
        "So each design of the place alone can be held to the truth, which no real evaluation can do: ",
        ref(case.slug("truth")), ".",
    )  # fmt: skip
    return [heading, Paragraph(spans=lead), shown]


def held(result: DesignResult, ratio: float) -> str:
    """Whether a design's interval holds the truth."""
    found = result.effect
    if not said(found) or found.verdict == "described only":
        return "no interval"
    return "yes" if found.low <= ratio <= found.high else "no"
