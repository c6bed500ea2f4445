"""The sentences of an evaluation: the verb is the grade's, the size is the interval's, a refusal gives its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, SupportsFloat

from analysis import numbers
from analysis.disclosure import State
from analysis.prose.interval import LEVEL_WORDS

if TYPE_CHECKING:
    from analysis.disclosure import Row

HIDDEN: Final = (State.SUPPRESSED, State.WITHHELD)
CLEAR: Final = ("fewer", "more")


def effect_sentences(row: Row, *, verb: str, subject: str, what: str, where: str) -> list[str]:
    """What a design found, in one to three sentences.

    ``row`` has the columns of ``disclosure.effect_columns``. ``verb`` is ``Grade.verb``, the only verb that joins
    ``subject`` to a difference; empty where there is no grade, and then no sentence joins them. ``what`` is what is
    counted, ``where`` says where and when (``in West Lothian in 2010/11``).
    """
    verdict = row["verdict"]
    if verdict.state in HIDDEN:
        return ["The figures are withheld to protect people, so no effect can be given."]
    if not verdict.known:
        return [f"We cannot say whether {subject} made a difference to {what}: {verdict.note}."]
    counted = counted_sentence(row, what=what, where=where)
    match str(verdict.value):
        case "described only":
            return [counted, f"That describes and decides nothing: {row['change_low'].note}."]
        case "no clear difference":
            return [counted, "That is no clear difference.", still_possible(row)]
    return [counted, claim(row, verb=verb, subject=subject, what=what)]


def counted_sentence(row: Row, *, what: str, where: str) -> str:
    """``There were 4,812 recorded acts in ... , where 5,310 were to be expected: −9.4% (95% interval: ...).``"""
    observed, expected = row.number("observed") or 0, row.number("expected")
    lead = f"{numbers.sentence_case(where)}, {what} came to {numbers.count(observed)}"
    if expected is None:
        return f"{lead}."
    return f"{lead}, where {numbers.count(expected)} would have been expected{sized(row)}."


def sized(row: Row) -> str:
    """``: a difference of −9.4% (95% interval: −14.0% to −4.1%)``; empty where there is no ratio."""
    percent, low, high = (row.number(name) for name in ("change", "change_low", "change_high"))
    if percent is None:
        return ""
    size = f": a difference of {numbers.percent(percent, signed=True)}"
    if low is None or high is None:
        return size
    return f"{size} ({LEVEL_WORDS}: {spread(low, high)})"


def spread(low: float, high: float) -> str:
    """``−14.0% to −4.1%``; a limit that rounds to no difference but is not says on which side it lies."""
    return numbers.interval(low, high, _signed)


def claim(row: Row, *, verb: str, subject: str, what: str) -> str:
    """``The initiative was associated with a fall in ... of 9.4%, or 498 fewer than expected (95% interval: ...).``

    Without a ``verb`` nothing joins the two, and the sentence says so.
    """
    if not verb:
        return "Nothing here says what that came of."
    least, most = sorted(abs(row.number(name) or 0.0) for name in ("difference_low", "difference_high"))
    size, side = numbers.count(abs(row.number("difference") or 0.0)), row.words("verdict")
    percent, moved = row.number("change"), "fall" if side == "fewer" else "rise"
    of = f" of {numbers.percent(abs(percent))}" if percent is not None else ""
    limits = f"{LEVEL_WORDS}: {numbers.interval(least, most, numbers.count)} {side}"
    return (
        f"{numbers.sentence_case(subject)} {verb} a {moved} in {what}{of}, or {size} {side} than expected ({limits})."
    )


def still_possible(row: Row) -> str:
    """What an interval that holds no difference leaves open, in incidents."""
    low, high = row.number("difference_low"), row.number("difference_high")
    if low is None or high is None:
        return ""
    fewer, more = numbers.count(abs(min(low, 0.0))), numbers.count(max(high, 0.0))
    return f"Anything from {fewer} fewer to {more} more would fit these figures."


def power_sentence(fall: float, half: float, *, what: str) -> str:
    """What the design could have seen, said before what it saw; ``half`` is the chance of seeing a fall by half."""
    chance = numbers.chance(100 * half)
    if fall > 50:
        return (
            f"Even if {what} had fallen by half, this design would have called it clear only {chance} of the time. "
            f"{_reliably(fall)}"
        )
    return f"{_reliably(fall)} A smaller one could be missed, so to find nothing would not mean that there is nothing."


def _reliably(fall: float) -> str:
    if fall >= 100:
        return "No fall at all could be relied on to be seen."
    return f"A fall of {numbers.percent(fall, 0)} or more would be seen four times in five."


def _signed(value: SupportsFloat) -> str:
    number = float(value)
    if round(number, 1) or not number:
        return numbers.percent(number, signed=True)
    return f"{'under' if number > 0 else 'above'} {numbers.percent(0.1 if number > 0 else -0.1, signed=True)}"
