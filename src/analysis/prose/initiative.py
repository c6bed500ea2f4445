"""The sentence of an initiative's outcome: what the published figures allow, and what they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.blocks import text
from analysis.cannot_say import CannotSay
from analysis.evaluation import WORDING, Effect, LevelLimits, LevelOnly, PercentageOnly
from analysis.params.figure import Unknown
from analysis.prose.interval import LEVEL_WORDS, limits
from analysis.prose.published_change import chance_sentence, other_causes

if TYPE_CHECKING:
    from analysis.blocks import Spans
    from analysis.params.initiative import Outcome

NO_COMPARATOR: Final = "Without a comparison area the change cannot be put down to the initiative."
BESIDE: Final = "This is before against after alone: what happened elsewhere is not worked into it."
BY_CHOICE: Final = (
    ", but the figures before are those by which the place was chosen, so part of such a fall comes by itself"
)
UNEQUAL: Final = "This takes the two periods to be equally long, which is not published."
TYPICAL: Final = "The interval allows for counts that swing as much as crime counts commonly do."
Found = Effect | PercentageOnly | LevelOnly | LevelLimits | CannotSay


def initiative_sentence(
    outcome: Outcome, found: Found, *, comparator: str = "", evaluated: bool = False, chosen: bool = False
) -> Spans:
    """Say what ``evaluation.before_after`` found of ``outcome``; "associated with" is the strongest verb it has.

    ``comparator`` is what the initiative says it was compared with, if anything. Where it is ``evaluated`` besides,
    these figures say what they say by themselves and join nothing to it: the evaluation alone has a verdict.
    ``chosen`` is whether the figures before are those by which its place was chosen.
    """
    match found:
        case CannotSay():
            sentences = [f"We cannot say whether {outcome.name} changed: {found.reason}."]
        case PercentageOnly():
            sentences = _percentage(found, outcome)
        case LevelOnly():
            sentences = _level(found, outcome)
        case LevelLimits():
            sentences = [_proportion(found, outcome)]
        case Effect():
            sentences = _effect(found, outcome, by_itself=evaluated, chosen=chosen)
    if comparator or evaluated:
        sentences = [BESIDE if sentence == NO_COMPARATOR else sentence for sentence in sentences]
    return text(" ".join(sentence for sentence in sentences if sentence))


def _percentage(found: PercentageOnly, outcome: Outcome) -> list[str]:
    percent = numbers.plain(found.percent, signed=True) + numbers.PERCENT
    lead = f"{_name(outcome)}: {percent} was published ({_periods(outcome)}), without the counts."
    unequal = "" if found.equal_periods else UNEQUAL
    chance, others = chance_sentence(found.published), other_causes(found.percent, same_season=found.equal_periods)
    return [lead, chance, unequal, others, NO_COMPARATOR]


def _level(found: LevelOnly, outcome: Outcome) -> list[str]:
    percent, small = numbers.plain(found.percent) + numbers.PERCENT, found.limits[0]
    events = numbers.count(small.events) if small.events else "nobody"
    return [
        f"{_name(outcome)}: under {percent} was published, without how many people it is of.",
        f"Of {numbers.count(small.people)} people that would be {events},",
        f"and the true level could be as high as {numbers.percent(small.high)}.",
        f"It takes {numbers.count(found.people_for_double)} people to put it under twice the published level.",
    ]


def _proportion(found: LevelLimits, outcome: Outcome) -> str:
    span = numbers.interval(found.low, found.high, numbers.percent)
    return f"{_name(outcome)}: {numbers.count(found.events)} of {numbers.count(found.people)} ({LEVEL_WORDS}: {span})."


def _effect(found: Effect, outcome: Outcome, *, by_itself: bool, chosen: bool) -> list[str]:
    change, span = found.change, found.change.percent_limits
    counts = f"{numbers.count(change.before)} before and {numbers.count(change.after)} after ({outcome.compared})"
    if isinstance(span, CannotSay):
        return [f"{_name(outcome)}: {counts}.", "Counts this small carry no percentage.", NO_COMPARATOR]
    shown, typical = f"{LEVEL_WORDS}: {limits(*span)}", TYPICAL if found.assumed_dispersion else ""
    if change.verdict == "no clear change":
        return [f"{_name(outcome)}: {counts}.", f"That is no clear change ({shown}).", typical]
    size = numbers.percent(100 * abs(change.ratio - 1))
    if by_itself:
        aside = BY_CHOICE if chosen and change.verdict == "fell" else ""
        return [f"{_name(outcome)} {change.verdict} by {size} ({shown}){aside}: {counts}.", typical, NO_COMPARATOR]
    noun = "rise" if change.verdict == "rose" else "fall"
    lead = f"The initiative {WORDING} a {noun} in {outcome.name} of {size} ({shown}): {counts}."
    return [lead, typical, NO_COMPARATOR]


def _periods(outcome: Outcome) -> str:
    unknown = outcome.compared in set(Unknown)
    return f"the periods are {outcome.compared}" if unknown else outcome.compared


def _name(outcome: Outcome) -> str:
    return numbers.sentence_case(outcome.name)
