"""Exhibits of a round of scoring: the matrix, the order, what hangs on whom, and where the partnership decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.scoring_words import MOVES, name_of, order_headline
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, Scale, exhibit, ranks, scores
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.assessment.scoring_results import Scored
    from analysis.blocks import Block
    from analysis.params.scoring import Criterion, Override
    from analysis.priorities import LeftOut, Ranked, Ranking

AS_SCORED: Final = "as scored"
MATRIX, ORDER, HANGS, OVERRIDES = "scoring-matrix", "scoring-order", "scoring-left-out", "scoring-overrides"


def matrix_block(context: Context, scored: Scored, found: Ranking) -> Block:
    """The mean score of each issue on each criterion, in the order of the ranking."""
    criteria = sorted(scored.round.criteria, key=lambda each: not each.weighs)
    order = [line.issue for line in found.lines] + sorted(found.cannot)
    lines = {line.issue: line for line in found.lines}
    rows = [
        {
            "issue": scored.issue(issue),
            **{_column(each): _mean(scored, issue, each) for each in criteria},
            "agencies": lines[issue].agencies if issue in lines else _whole(scored, issue),
        }
        for issue in order
    ]
    top = scored.issue(order[0])
    caption = context.caption(
        MATRIX, f"{top} scores highest over all criteria together",
        f"Mean score over agencies by issue and criterion, {context.edition.edition}, highest rank first",
        source=f"{_source(scored)}{f' {scored.round.source}.' if scored.round.source else ''}", notes=[_scales(scored)],
    )  # fmt: skip
    scales = [Scale(_column(each), each.name, each.low, each.high, apart=not each.weighs) for each in criteria]
    return scores(context.declared(rows, key=["issue"]), caption, scales)


def _column(criterion: Criterion) -> str:
    return f"mean_{criterion.id.replace('-', '_')}"


def _mean(scored: Scored, issue: str, criterion: Criterion) -> float | CannotSay:
    found = scored.means[issue, criterion.id]
    return CannotSay("no agency scored it", "few-scores") if found is None else found


def _whole(scored: Scored, issue: str) -> int:
    part = scored.matrix.of_issues([issue])
    return int(part.known.all(axis=(1, 2)).sum())


def _scales(scored: Scored) -> str:
    levels = {(each.low, each.high) for each in scored.round.criteria if each.weighs}
    apart = [each for each in scored.round.criteria if not each.weighs]
    scale = next(iter(levels))
    said_levels = (
        f"Levels go from {scale[0]} to {scale[1]}." if len(levels) == 1 else "Each criterion has its own levels."
    )
    weights = [f"{each.name} {numbers.plain(each.weight or 0)}" for each in scored.round.criteria if each.weighs]
    beside = f" {numbers.listed([each.name for each in apart])} weighs nothing." if apart else ""
    return f"{said_levels} Weights: {numbers.listed(weights)}.{beside}"


def _source(scored: Scored) -> str:
    return f"Source: scores of the agencies, version {scored.round.version}, as declared by the partnership."


def order_block(context: Context, scored: Scored, found: Ranking) -> Block:
    """The ranks with their ranges, and P of a place among the first."""
    forced = {each.issue: each.place for each in scored.stood if each.forced}
    rows = [_ranked(scored, line, forced.get(line.issue)) for line in found.lines]
    rows += [_unranked(scored, issue, why, forced.get(issue)) for issue, why in found.cannot.items()]
    cut = numbers.in_words(found.cut)
    caption = context.caption(
        ORDER, order_headline(found),
        f"Rank by score, ranks each issue may have, and the chance of being among the first {cut}, "
        f"{context.edition.edition}",
        source=_source(scored),
        notes=[
            f"{numbers.count(found.draws)} draws of other agencies of the same kind, of weights within 25% of those "
            "declared" + (", and of chance in the counts." if scored.volume else ".")
        ],
    )  # fmt: skip
    titles = ("Rank by scores", f"Chance of the first {cut}")
    more = [
        Field("score", "Score", _decimal),
        Field("confidence", "Confidence", _decimal),
        Field("forced", "Set to", _set_to),
    ]
    drawn = ranks(context.declared(rows, key=["issue"]), caption, cut=found.cut, titles=titles, more=more)
    return cannot_say_note(drawn, "how the issues rank") if isinstance(drawn, CannotSay) else drawn


def _decimal(value: float) -> str:
    return numbers.decimal(value, 1)


def _ranked(scored: Scored, line: Ranked, forced: int | None) -> dict[str, Any]:
    few = CannotSay("too few agencies scored to say how sure the order is", "few-agencies")
    return {
        "issue": scored.issue(line.issue), "place": line.place,
        "place_low": few if line.low is None else line.low, "place_high": few if line.high is None else line.high,
        "chance": few if line.chance is None else 100 * line.chance, "score": line.score,
        "confidence": _confidence(scored, line.issue), "forced": forced or AS_SCORED,
    }  # fmt: skip


def _unranked(scored: Scored, issue: str, why: CannotSay, forced: int | None) -> dict[str, Any]:
    return {
        "issue": scored.issue(issue), **dict.fromkeys(("place", "place_low", "place_high", "chance", "score"), why),
        "confidence": _confidence(scored, issue), "forced": forced or AS_SCORED,
    }  # fmt: skip


def _set_to(value: int | str) -> str:
    return value if isinstance(value, str) else numbers.count(value)


def _confidence(scored: Scored, issue: str) -> float | None:
    """The mean of the criteria of confidence, or ``None`` where there is none."""
    named = [each.id for each in scored.round.criteria if not each.weighs]
    values = [value for name in named if (value := scored.means[issue, name]) is not None]
    return sum(values) / len(values) if values else None


def left_out_block(context: Context, scored: Scored) -> list[Block]:
    """A row for each agency and criterion without which the first, or the agreement, would be otherwise."""
    whole = scored.agreement.w if said(scored.agreement) else None
    told = [each for each in scored.left_out if each.changes or _moves(each, whole)]
    if not told:
        return []
    rows = [
        {
            "left_out": name_of(scored, each), "left_kind": each.kind,
            "enters": numbers.listed([scored.issue(name) for name in each.enters]) or "none",
            "leaves": numbers.listed([scored.issue(name) for name in each.leaves]) or "none",
            "w": CannotSay("too few agencies whose order is whole", "few-agencies") if each.w is None else each.w,
        }
        for each in told
    ]  # fmt: skip
    cut = numbers.in_words(scored.round.cut)
    fields = [
        Field("left_out", "Left out"), Field("left_kind", "What it is"), Field("enters", f"Enters the first {cut}"),
        Field("leaves", f"Leaves the first {cut}"), Field("w", "Agreement without it (W)", _two),
    ]  # fmt: skip
    changing = sum(each.changes for each in told)
    headline = (
        f"The first {cut} hang on {numbers.plural(changing, 'agency or criterion', 'agencies or criteria')}"
        if changing
        else f"The first {cut} hang on no single agency or criterion; agreement hangs on one"
    )
    caption = context.caption(
        HANGS, headline, f"What changes when one agency or one criterion is left out, {context.edition.edition}",
        source=_source(scored),
    )  # fmt: skip
    return [exhibit(context.declared(rows, key=["left_out"]), caption, fields)]


def _moves(each: LeftOut, whole: float | None) -> bool:
    """Whether agreement is much higher without it; leaving out one that agrees with the others lowers it a little."""
    return each.w is not None and whole is not None and each.kind == "agency" and each.w - whole >= MOVES


def _two(value: float) -> str:
    return numbers.decimal(value, 2)


def overrides_block(context: Context, scored: Scored) -> list[Block]:
    """What the partnership set otherwise, beside the rank of the scores alone, with reason, role and day."""
    if not scored.round.overrides:
        return []
    rows = [_override(scored, each) for each in scored.round.overrides]
    fields = [
        Field("issue", "Issue"), Field("unforced", "Rank by scores", numbers.count), Field("to", "Set to"),
        Field("reason", "Reason"), Field("by", "By"), Field("on", "On", numbers.date),
    ]  # fmt: skip
    count = numbers.sentence_case(numbers.plural(len(rows), "issue"))
    be = "is" if len(rows) == 1 else "are"
    caption = context.caption(
        OVERRIDES, f"{count} {be} set elsewhere than the scores would, with the reason",
        f"Overrides recorded by the partnership, {context.edition.edition}", source=_source(scored),
    )  # fmt: skip
    return [exhibit(context.declared(rows, key=["issue"]), caption, fields)]


def _override(scored: Scored, each: Override) -> dict[str, Any]:
    stood = {one.issue: one for one in scored.stood}
    unforced = stood[each.issue].unforced if each.issue in stood else None
    rank = f"rank {each.to}" if each.to.isdigit() else each.to
    return {
        "issue": scored.issue(each.issue),
        "unforced": unforced if unforced is not None else CannotSay("too few agencies scored it", "few-scores"),
        "to": rank, "reason": each.reason, "by": each.by, "on": each.on,
    }  # fmt: skip
