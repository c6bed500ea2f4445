"""How strong the evidence is by the design actually carried out, and the verb that a sentence may therefore use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from analysis.cannot_say import CannotSay, said

if TYPE_CHECKING:
    from analysis.evaluation.checks.check import Check, CheckResult
    from analysis.evaluation.design import Design
    from analysis.evaluation.effect import Effect

ESTIMATED: Final = "is estimated to have led to"
ASSOCIATED: Final = "was associated with"
FOLLOWED: Final = "was followed by"
COMPARED: Final = 3
"""From this Maryland level on, something without the initiative stands beside it."""
CLAIMED: Final = ("fewer", "more")


def verb_at(level: int, *, failed: int = 0) -> str:
    """The verb of a Maryland level: it joins the initiative to "a fall in X of Y %" or to "fewer X than expected"."""
    if level >= COMPARED and not failed:
        return ESTIMATED
    return ASSOCIATED if level > 1 else FOLLOWED


@dataclass(frozen=True)
class Grade:
    """``level`` reached of the ``designed`` one on the Maryland Scientific Methods Scale (Sherman and others 1997).

    ``reasons`` are sentences that say why it is lower. ``failed`` is how many checks failed, whether or not they lower
    the level; ``untested`` names those that could have lowered it and could not be made. ``claimed`` is whether the
    interval allows an effect to be spoken of at all.
    """

    designed: int
    level: int
    reasons: tuple[str, ...]
    failed: int = 0
    untested: tuple[str, ...] = ()
    claimed: bool = True

    @property
    def verb(self) -> str:
        """The only verb that may join the initiative to a difference; empty where no difference may be claimed."""
        return verb_at(self.level, failed=self.failed) if self.claimed else ""


def grade(
    design: Design, effect: Effect | CannotSay, checks: Iterable[tuple[Check, CheckResult | CannotSay]]
) -> Grade | CannotSay:
    """Lower the level that ``design`` can reach by every failed check, never below 1.

    Refused where there is no effect, and where it is described only: what has no interval cannot be weighed.
    """
    if isinstance(effect, CannotSay):
        return effect
    if effect.verdict == "described only":
        return CannotSay("the difference is described only, without an interval to weigh it by", "described-only")
    ran = tuple(checks)
    failed = [(check, found) for check, found in ran if said(found) and found.outcome == "failed"]
    lowered = sum(check.lowers for check, _ in failed)
    return Grade(
        designed=design.maryland,
        level=max(1, design.maryland - lowered),
        reasons=tuple(_reason(check) for check, _ in failed),
        failed=len(failed),
        untested=tuple(check.title for check, found in ran if check.lowers and not said(found)),
        claimed=effect.verdict in CLAIMED,
    )


def _reason(check: Check) -> str:
    by = {0: "no level, but the wording", 1: "one level", 2: "two levels"}.get(check.lowers, f"{check.lowers} levels")
    return f"The check “{check.title}” failed, which lowers {by}. It asks: {check.question}"
