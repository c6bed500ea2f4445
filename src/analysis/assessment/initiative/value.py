"""Cost and benefit: what the difference is worth, always as a range, loss included."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, SupportsFloat

from analysis import numbers
from analysis.assessment.context import caution
from analysis.assessment.initiative.found import NO_ANSWER, is_answered
from analysis.blocks import Bullets, Heading, Paragraph, ref, text
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, exhibit
from analysis.prose import cannot_say_note
from analysis.sources.weights import UNIT_COSTS_SOURCE

if TYPE_CHECKING:
    from analysis.assessment.initiative.case import Case
    from analysis.blocks import Block
    from analysis.evaluation.value import Range, Value


def value(case: Case) -> list[Block]:
    """The range of the benefit and what it is to the cost; why there is none where there is none."""
    heading = Heading(level=2, text="Cost and benefit", id=case.slug("worth"))
    if case.noun == "event":
        return []
    found = case.worth
    if not is_answered(case):
        found = NO_ANSWER
    if isinstance(found, CannotSay):
        return [heading, cannot_say_note(found, "what the difference is worth")]
    blocks: list[Block] = [
        heading,
        Paragraph(spans=text(f"{' '.join(_sentences(found))} See ", ref(case.slug("value")), ".")),
    ]
    if isinstance(found.ratio, CannotSay):
        blocks.append(cannot_say_note(found.ratio, "whether it was worth what it cost"))
    if found.unconfirmed:
        words = (
            f"The unit cost of {numbers.listed(list(found.unconfirmed))} was taken from a copy and not seen printed."
        )
        blocks.append(caution(words, title="An unconfirmed figure"))
    return [*blocks, _table(case, found), Bullets(items=tuple(text(each) for each in found.cautions))]


def money(pounds: SupportsFloat) -> str:
    """``£12,300``, ``−£4,100``, to the nearest hundred from a thousand on."""
    amount = float(pounds)
    size = abs(amount) if abs(amount) < 1000 else round(abs(amount), -2)
    return f"{numbers.MINUS if amount < 0 and round(size) else ''}£{numbers.count(size)}"


def _sentences(found: Value) -> list[str]:
    """What it comes to were all of the difference the initiative's doing, which is not shown by pricing it."""
    priced = (
        f"A crime of this kind is taken to cost society £{numbers.count(found.pounds)} ({found.offence}, prices of "
        f"{found.price_year})."
    )
    if found.benefit_low < 0 < found.benefit_high:
        size = f"anything from a loss of {money(-found.benefit_low)} to a benefit of {money(found.benefit_high)}"
    elif found.benefit_high <= 0:
        size = f"a loss of {money(-found.benefit_high)} to {money(-found.benefit_low)}"
    else:
        size = f"a benefit of {money(found.benefit_low)} to {money(found.benefit_high)}"
    worth = f"Were the whole difference its doing, that would come to {size}."
    if not (said(found.above_cost) and said(found.cost)):
        return [priced, worth]
    chance = numbers.chance(100 * found.above_cost)
    return [priced, worth, f"It cost {money(found.cost)}; the chance that the benefit is above that is {chance}."]


def _table(case: Case, found: Value) -> Block:
    rows: list[dict[str, Any]] = [
        _row("Crimes fewer than expected", found.prevented, "crimes"),
        _row("Benefit", _benefit(found), "pounds"),
        *(
            _row(f"Benefit, unit costs {each.times:g} times as high", each.benefit, "pounds")
            for each in found.sensitivity
        ),
        _row("Benefit less cost", found.net, "pounds"),
        _row("Benefit for each pound spent", found.ratio, "pounds for a pound"),
    ]
    fields = [
        Field("what", "What"), Field("unit", "In"), Field("low", "Low", numbers.plain),
        Field("median", "Middle", numbers.plain), Field("high", "High", numbers.plain),
    ]  # fmt: skip
    caption = case.caption(
        "value", "What the difference would be worth, were it all the initiative's doing",
        f"{numbers.sentence_case(case.what)}, {case.after_text}, 95% range of draws from the effect",
        source=f"{case.context.data_source} {UNIT_COSTS_SOURCE}", notes=_notes(found),
    )  # fmt: skip
    return exhibit(case.context.declared(rows, key=["what"]), caption, fields)


def _notes(found: Value) -> tuple[str, ...]:
    """What the signs mean, why counts differ from those of the effect, and how prices were brought to one year."""
    deflated = (
        f"Unit costs of {found.unit_price_year} were multiplied by {numbers.decimal(found.factor, 3)} for prices of "
        f"{found.price_year}."
    )
    return (
        "Minus is a loss; pounds to the nearest hundred.",
        "Counts differ a little from those of the effect: they are of draws from its interval.",
        f"{numbers.listed(list(found.unconfirmed))}: unit cost not seen printed." if found.unconfirmed else "",
        "" if math.isclose(found.factor, 1.0) else deflated,
    )


def _benefit(found: Value) -> tuple[float, float, float]:
    return found.benefit_low, found.benefit_median, found.benefit_high


def _row(what: str, found: Range | CannotSay | tuple[float, float, float], unit: str) -> dict[str, Any]:
    named = {"what": what, "unit": unit}
    if isinstance(found, CannotSay):
        return {**named, **dict.fromkeys(("low", "median", "high"), found)}
    low, median, high = found if isinstance(found, tuple) else (found.low, found.median, found.high)
    places = {"pounds for a pound": 2, "pounds": -2}.get(unit, 0)
    return {**named, "low": round(low, places), "median": round(median, places), "high": round(high, places)}
