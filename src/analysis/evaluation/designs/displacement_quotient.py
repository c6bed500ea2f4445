"""The weighted displacement quotient: a description, never a test."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.cannot_say import CannotSay
from analysis.evaluation.matched import matched
from analysis.evaluation.relative_effect import RelativeEffect, relative_effect
from analysis.evaluation.setting import Setting
from analysis.evaluation.side import side, together
from analysis.measures import LEVEL

Pair = tuple[float, float]


@dataclass(frozen=True)
class DisplacementQuotient:
    """Above 0 benefits spread to the buffer, below 0 crime moved there, below -1 more than was prevented.

    ``gross`` is the fall in the response area, ``net`` the fall of its ratio to the control, ``success`` and ``buffer``
    the changes of both areas' ratios to the control, ``total_net`` the incidents fewer in both areas than the control
    lets expect. It has no sampling distribution: ``response`` is what shows that the success measure is clear.
    """

    quotient: float
    gross: float
    net: float
    success: float
    buffer: float
    total_net: float
    response: RelativeEffect


def displacement_quotient(setting: Setting) -> DisplacementQuotient | CannotSay:
    """Of the treated place, its comparators and its buffer over matched periods, widened by the larger swing.

    Refused without comparators or a buffer, as ``matched`` does, and as ``quotient_of_counts`` does.
    """
    if not setting.comparators or setting.buffer is None:
        return CannotSay("it needs a comparator and a buffer", "no-comparators")
    places = (setting.treated, together(setting.comparators, "comparators"), setting.buffer)
    periods = matched(setting, places)
    if isinstance(periods, CannotSay):
        return periods
    found = [side(setting, each, periods) for each in places]
    counts: list[Pair] = []
    widening = 1.0
    for each in found:
        if isinstance(each, CannotSay):
            return each
        counts.append((each.expected, float(each.after)))
        widening = max(widening, each.widening)
    return quotient_of_counts(counts[0], counts[1], counts[2], dispersion=widening)


def quotient_of_counts(
    response: Pair, control: Pair, buffer: Pair, *, dispersion: float = 1.0, level: float = LEVEL
) -> DisplacementQuotient | CannotSay:
    """From counts before and after of response area, control and buffer (Bowers and Johnson 2003; Guerette 2009).

    The success measure, the change of the ratio of response to control, is what it is divided by. It is clearly
    negative where the upper limit of the ratio of rate ratios, widened by ``dispersion``, is below 1; otherwise it is
    refused, since near nought the quotient can be anything. Raises ``ValueError`` for counts below nought.
    """
    if any(each < 0 for pair in (response, control, buffer) for each in pair):
        raise ValueError("a displacement quotient needs counts of at least 0")
    if not all((*response, *control)):
        return CannotSay("none were counted in the response area or its control, before or after", "no-success")
    effect = relative_effect(response, control, dispersion=dispersion, level=level)
    if effect.high >= 1:
        return CannotSay("the response area did not clearly fall against its control", "no-success")
    success = response[1] / control[1] - response[0] / control[0]
    moved = buffer[1] / control[1] - buffer[0] / control[0]
    grown = control[1] / control[0]
    total = (response[0] * grown - response[1]) + (buffer[0] * grown - buffer[1])
    return DisplacementQuotient(
        moved / success, response[0] - response[1], -success, success, moved, total, effect
    )  # fmt: skip
