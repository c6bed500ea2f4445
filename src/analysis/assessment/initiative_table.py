"""The table of initiatives' outcomes as published, and how many of them can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import exhibits, numbers
from analysis.assessment.wording import how_many
from analysis.blocks import Paragraph, ref, text
from analysis.cannot_say import CannotSay
from analysis.evaluation import WORDING, Effect, LevelLimits, PercentageOnly, before_after
from analysis.exhibits import Field, exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.params import Edition, Initiative, Outcome

OUTCOMES: Final = "initiative-outcomes"
INTERVALS: Final = "Intervals are exact for the ratio of two counts, widened for the usual swing of such counts."
NEEDED: Final = (
    "Before count needed: the fewest incidents before from which on the published percentage could be told from chance."
)
OF_A_SHARE: Final = "Interval of the share: exact for a count of so many (Clopper and Pearson)."
LEAD: Final = (
    "A change after an initiative is not a change because of it. Set against nothing but the time before, the "
    f"strongest that may be said is that the initiative {WORDING} the change. "
)
NEEDED_FIELDS: Final = (
    Field("needed", "Before count needed", numbers.count),
    Field("needed_dispersed", "The same, if counts swing", numbers.count),
)
FIGURES: Final = (
    "before", "after", "change", "change_low", "change_high", "of", "share_low", "share_high", "needed",
    "needed_dispersed",
)  # fmt: skip
"""What a row may hold; what it holds nothing of does not apply to it."""
SHARE_FIELDS: Final = (
    Field("of", "Of how many", numbers.count),
    Field("share_low", "95% interval of the share", numbers.percent, to="share_high"),
)


def outcomes_of(edition: Edition) -> list[Outcome]:
    """Every outcome of every initiative, in order."""
    return [outcome for initiative in edition.initiatives for outcome in initiative.outcomes]


def outcomes_checked(outcomes: Sequence[Outcome]) -> str:
    """How many outcomes can be checked, and how many of them changed beyond chance; without a full stop."""
    found = [before_after(outcome) for outcome in outcomes]
    effects = [each for each in found if isinstance(each, Effect)]
    shares = sum(isinstance(each, LevelLimits) for each in found)
    of = numbers.plural(len(outcomes), "published outcome of an initiative", "published outcomes of initiatives")
    if not effects and not shares:
        return f"None of {of} can be checked: no counts were published"
    clear = sum(effect.change.verdict != "no clear change" for effect in effects)
    parts = [f"Of {of}, {how_many(clear)} changed by more than chance commonly does"]
    if shares:
        parts.append(numbers.plural(shares, "is a share of a known number", "are shares of known numbers"))
        parts[-1] += ", with no time before"
    if bare := len(outcomes) - len(effects) - shares:
        parts.append(f"{numbers.in_words(bare)} came without counts and cannot be checked")
    return "; ".join(parts)


def outcome_table(context: Context) -> list[Block]:
    """The table and what it is for; columns that no outcome fills are left out."""
    rows = [_row(initiative, outcome) for initiative in context.edition.initiatives for outcome in initiative.outcomes]
    found = [before_after(outcome) for outcome in outcomes_of(context.edition)]
    bare, shares = (any(isinstance(each, kind) for each in found) for kind in (PercentageOnly, LevelLimits))
    fields = [
        Field("initiative", "Initiative"), Field("outcome", "Outcome"), Field("before", "Before", numbers.count),
        Field("after", "After", numbers.count), *(SHARE_FIELDS[:1] if shares else ()),
        Field("change", "Change", exhibits.signed_percent),
        Field("change_low", "95% interval", exhibits.signed_percent, to="change_high"),
        *(SHARE_FIELDS[1:] if shares else ()), *(NEEDED_FIELDS if bare else ()),
    ]  # fmt: skip
    caption = context.caption(
        OUTCOMES, outcomes_checked(outcomes_of(context.edition)),
        "Outcomes of initiatives before and after, as published", source=context.document_source,
        notes=(INTERVALS, OF_A_SHARE if shares else "", NEEDED if bare else ""),
    )  # fmt: skip
    lead = text(LEAD, ref(OUTCOMES), " says what each published figure can carry.")
    return [Paragraph(spans=lead), exhibit(context.declared(rows, key=["id"]), caption, fields)]


def _row(initiative: Initiative, outcome: Outcome) -> dict[str, Any]:
    found = before_after(outcome)
    figures: dict[str, Any] = dict.fromkeys(FIGURES)
    figures |= _share(found) if isinstance(found, LevelLimits) else _change(outcome, found)
    if isinstance(found, PercentageOnly):
        figures |= {"needed": found.needed, "needed_dispersed": found.needed_dispersed}
    status = {f"{name}_status": "not applicable" if each is None else "present" for name, each in figures.items()}
    return {
        "id": f"{initiative.id}-{outcome.id}",
        "initiative": initiative.name,
        "outcome": outcome.name,
        "compared": outcome.compared,
        "verdict": found.change.verdict if isinstance(found, Effect) else "",
        **figures,
        **status,
    }


def _change(outcome: Outcome, found: object) -> dict[str, Any]:
    """The two counts and their change, or what was published in place of them."""
    change: Any = outcome.change_percent
    low: Any = Unknown.NOT_PUBLISHED
    high: Any = Unknown.NOT_PUBLISHED
    if isinstance(found, Effect):
        limits = found.change.percent_limits
        change = found.change.percent
        low, high = limits if not isinstance(limits, CannotSay) else (limits, limits)
    return {"before": outcome.before, "after": outcome.after, "change": change, "change_low": low, "change_high": high}


def _share(found: LevelLimits) -> dict[str, Any]:
    """How many of how many, and its interval in per cent; there is no time before, and so no change."""
    return {"after": found.events, "of": found.people, "share_low": found.low, "share_high": found.high}
