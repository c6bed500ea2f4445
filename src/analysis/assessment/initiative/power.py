"""How large an effect could have been seen, said before any effect is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.initiative.disclosed import HIDDEN, hidden
from analysis.blocks import Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note, power_sentence

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.evaluation.evaluate import DesignResult

ENOUGH: Final = 0.8
NOTE: Final = (
    "Smallest fall and rise: those that the design would call clear four times in five, were they the truth. Chance of "
    "seeing a fall by half: how often it would call such a fall clear."
)


def power(case: Case) -> list[Block]:
    """A warning first where even a fall by half could not be seen; then what each design could have seen."""
    asked = case.asked
    blocks: list[Block] = [Heading(level=2, text="How large an effect could be seen", id=case.slug("power-first"))]
    found = HIDDEN if hidden(case, case.setting) else asked.power
    if isinstance(found, CannotSay):
        blocks.append(cannot_say_note(found, "how large an effect the design asked for could have seen"))
    elif found.power_for_half < ENOUGH:
        words = power_sentence(max(found.detectable_fall, 50.1), found.power_for_half, what=case.what)
        blocks.append(caution(words, title="Even a fall by half could be missed"))
    else:
        words = power_sentence(found.detectable_fall, found.power_for_half, what=case.what)
        blocks.append(
            Paragraph(spans=text(f"Before the result: {words[:1].lower()}{words[1:]} It rests on {found.basis}."))
        )
    return [*blocks, *_table(case)]


def _table(case: Case) -> list[Block]:
    results = [case.asked, *case.evaluated.others]
    if hidden(case, case.setting) or not any(said(each.power) for each in results):
        return []
    rows = [_row(each, asked=not n) for n, each in enumerate(results)]
    fields = [
        Field("design", "Design"), Field("fall", "Smallest fall seen", _whole),
        Field("rise", "Smallest rise seen", _whole),
        Field("half", "Chance of seeing a fall by half", numbers.chance),
    ]  # fmt: skip
    bases = dict.fromkeys(f"It rests on {r.power.basis}." for r in results if said(r.power))
    caption = case.caption(
        "power", _headline(case.asked),
        f"Effects that each design could see, {case.what} in {case.place}", notes=(NOTE, *bases),
    )  # fmt: skip
    lead = text(ref(case.slug("power")), " has the same for every design. None of it depends on what was found.")
    return [Paragraph(spans=lead), exhibit(case.context.declared(rows, key=["design"]), caption, fields)]


def _headline(asked: DesignResult) -> str:
    """What the design asked for could be relied on to see, whatever others could."""
    if not said(asked.power):
        return "How large a fall the design asked for could have seen cannot be said"
    if asked.power.detectable_fall >= 100:
        return "No fall could be relied on to be seen by the design asked for"
    least = _whole(asked.power.detectable_fall)
    return f"The smallest fall that the design asked for could be relied on to see is {least}"


def _row(result: DesignResult, *, asked: bool) -> dict[str, Any]:
    name = f"{result.design.title} (asked for)" if asked else result.design.title
    found = result.power
    if isinstance(found, CannotSay):
        return {"design": name, **dict.fromkeys(("fall", "rise", "half", "basis"), found)}
    return {
        "design": name, "fall": found.detectable_fall, "rise": found.detectable_rise,
        "half": 100 * found.power_for_half, "basis": found.basis,
    }  # fmt: skip


def _whole(percent: float) -> str:
    return numbers.percent(percent, 0)
