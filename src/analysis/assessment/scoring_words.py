"""Sentences of a round of scoring: what was scored, how sure the order is, who agrees, on whom it hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.wording import opening, when
from analysis.cannot_say import CannotSay, said
from analysis.params.figure import known

if TYPE_CHECKING:
    from analysis.assessment.scoring_results import Scored
    from analysis.priorities import LeftOut, Ranking, Suggestion

VIEWS: Final = (
    "Scores are the agencies' own views on a scale. They set no priority: the partnership does, and what it decided "
    "otherwise stands below with its reason."
)
MOVES: Final = 0.1
"""A change of Kendall's W that is told."""
SURE: Final = 90
"""The chance, in percent as printed, from which a place among the first is told as likely."""


def lead(scored: Scored) -> str:
    """Who scored what, when, by which weights, and what is missing."""
    found = scored.round
    on = f" on {when(found.scored)}" if known(found.scored) else ""
    due = len(found.agencies) * len(found.issues) * len(found.criteria)
    there = int(scored.whole.known.sum())
    how = (
        "likelihood is multiplied by impact"
        if found.rule == "grid"
        else "criteria are put together by the weights declared"
    )
    volume = (
        "; where the data count an issue, its records weigh too, by bands that the partnership declared"
        if scored.volume
        else ""
    )
    criteria = numbers.plural(len(found.criteria), "criterion", "criteria")
    return (
        f"{opening(len(found.agencies), 'agency', 'agencies')} scored {numbers.plural(len(found.issues), 'issue')}{on} "
        f"on {criteria} (version {found.version}). Of {numbers.count(due)} scores {numbers.count(due - there)} are "
        f"missing; a missing score is never nought. The mean over agencies is taken, then {how}{volume}. {VIEWS}"
    )


def order_headline(found: Ranking) -> str:
    """How many of the first are sure."""
    first = [line for line in found.lines if line.place <= found.cut]
    likely = [line for line in first if line.chance is not None and round(100 * line.chance) >= SURE]
    cut = numbers.in_words(found.cut)
    if any(line.chance is None for line in first):
        return f"The {cut} issues that score highest; how sure that is cannot be said"
    if len(likely) == len(first):
        return f"All of the first {cut} are likely to be among them if others scored"
    which = numbers.sentence_case(numbers.in_words(len(likely)) if likely else "none")
    be = "is" if len(likely) == 1 else "are"
    return f"{which} of the first {cut} {be} likely to be among them if others scored; the rest are less sure"


def agreement_sentence(scored: Scored) -> str:
    """Kendall's W in a sentence, with who is left out, and the agency that differs most, if one does."""
    found = scored.agreement
    if isinstance(found, CannotSay):
        return f"Whether the agencies agree on the order cannot be said: {found.reason}."
    chance = "under 0.1%" if found.p < 0.001 else numbers.percent(100 * found.p)
    left = [scored.agency(name) for name in found.left_out]
    gaps = f" {numbers.listed(left)} did not score enough of every issue and {_are(left)} left out." if left else ""
    return (
        f"Agreement on the order is {_strength(found.w)}: Kendall's W is {numbers.decimal(found.w, 2)} over "
        f"{numbers.plural(len(found.agencies), 'agency', 'agencies')} (0 is none, 1 the same order for all). If "
        f"agencies put issues in order at random, as much agreement would come about in {chance} of rounds."
        f"{gaps}{_apart(scored)}"
    )


def _strength(w: float) -> str:
    """In words; the bounds are those in use for panels of experts (Schmidt 1997)."""
    bounds = ((0.2, "very weak"), (0.4, "weak"), (0.6, "moderate"), (0.8, "strong"))
    return next((words for bound, words in bounds if w < bound), "very strong")


def _are(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _apart(scored: Scored) -> str:
    """The agency without which the others agree much more."""
    found = scored.agreement
    without = [each for each in scored.left_out if each.kind == "agency" and each.w is not None]
    if isinstance(found, CannotSay) or not without:
        return ""
    most = max(without, key=lambda each: each.w or 0)
    if (most.w or 0) - found.w < MOVES:
        return ""
    return (
        f" {scored.agency(most.name)} sees the order differently: without it W is {numbers.decimal(most.w or 0, 2)}. "
        "That makes neither side wrong."
    )


def sensitivity_sentence(scored: Scored) -> str:
    """How many agencies and criteria change the first when left out, each in its turn."""
    parts = [_of_kind(scored, "agency", "agencies"), _of_kind(scored, "criterion", "criteria")]
    return " ".join(part for part in parts if part)


def _of_kind(scored: Scored, kind: str, many: str) -> str:
    of_kind = [each for each in scored.left_out if each.kind == kind]
    if not of_kind:
        return ""
    cut = numbers.in_words(scored.round.cut)
    changing = [each for each in of_kind if each.changes]
    if not changing:
        return f"Without any one of the {numbers.in_words(len(of_kind))} {many} the first {cut} are the same."
    names = numbers.listed([name_of(scored, each) for each in changing], "or")
    return f"The first {cut} would not be the same without the scores {_by(kind)} {names}."


def _by(kind: str) -> str:
    return "of" if kind == "agency" else "on"


def name_of(scored: Scored, each: LeftOut) -> str:
    """The agency or the criterion left out."""
    return scored.agency(each.name) if each.kind == "agency" else scored.criterion(each.name)


def suggestion_words(scored: Scored, found: Suggestion) -> str:
    """Why an issue may be cross-cutting, and whether the partnership says so already."""
    issue = next(each for each in scored.round.issues if each.id == found.issue)
    kinds = {each.id: each.kind for each in scored.edition.priorities}
    confirmed = kinds.get(issue.priority) == "cross-cutting"
    tail = (
        "The partnership has confirmed it as cross-cutting." if confirmed else "For the partnership to confirm or not."
    )
    agencies = numbers.plural(found.of_agencies, "agency", "agencies")
    return (
        f"{issue.name}: {numbers.in_words(found.agencies)} of {agencies} "
        f"put it in the upper half of the scale, on {numbers.in_words(found.criteria)} of "
        f"{numbers.plural(found.of_criteria, 'criterion', 'criteria')}, though it is not among the first. {tail}"
    )


def not_ranked(scored: Scored) -> str:
    """Which issues could not be ranked, and why."""
    found = scored.order
    if not said(found) or not found.cannot:
        return ""
    reasons = [f"{scored.issue(name)} ({_named(scored, why.reason)})" for name, why in found.cannot.items()]
    return f"Not ranked, since too few agencies scored: {numbers.listed(reasons)}."


def _named(scored: Scored, reason: str) -> str:
    """The reason with the criterion's name in place of its id."""
    for each in scored.round.criteria:
        reason = reason.replace(f" on {each.id};", f" on {each.name[:1].lower()}{each.name[1:]};")
    return reason
