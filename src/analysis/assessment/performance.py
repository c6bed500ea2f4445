"""Performance against targets, group by group as the partnership tables them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis import numbers
from analysis.assessment.context import not_there
from analysis.assessment.counted_targets import unusual_baselines
from analysis.assessment.target_remarks import remarks
from analysis.assessment.target_standing import standing_sentences
from analysis.assessment.targets import targets_slug
from analysis.assessment.wording import opening, standing_words
from analysis.blocks import Paragraph, text
from analysis.cannot_say import said
from analysis.disclosure import target_rows
from analysis.exhibits import targets as targets_exhibit
from analysis.params.figure import Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published
    from analysis.params import Indicator
    from analysis.targets import TargetResult


def performance(context: Context, results: Results) -> list[Block]:
    """One table a group of indicators, with what may be read from it; a note where none are declared."""
    return _performance(context, results, remarked=True)


def target_tables(context: Context, results: Results) -> list[Block]:
    """The same tables by themselves, for a report that has no room for remarks."""
    return _performance(context, results, remarked=False)


def _performance(context: Context, results: Results, *, remarked: bool) -> list[Block]:
    if not context.edition.indicators:
        return [not_there(context, "Indicators with baselines and targets, which only the partnership can set.")]
    found = results.assessed
    blocks: list[Block] = [Paragraph(spans=text(standing_sentences(found)))]
    for group in dict.fromkeys(r.indicator.group for r in found):
        inside = [r for r in found if r.indicator.group == group]
        slug, frame = targets_slug(group), context.declared(target_rows(inside), key=["id"])
        blocks.append(_table(context, group, inside, frame))
        blocks += remarks(slug, inside, frame, unusual_baselines(inside, context, results)) if remarked else []
    return blocks


def _table(context: Context, group: str, found: Sequence[TargetResult], frame: Published) -> Block:
    slug = targets_slug(group)
    caption = context.caption(
        slug, _headline(found), f"Indicators against their targets: {group}, {context.partnership.name}",
        source=_source(context, found), notes=[*_sums(found), *_withheld_swings(found)],
    )  # fmt: skip
    return targets_exhibit(frame, caption)


def _source(context: Context, found: Sequence[TargetResult]) -> str:
    counted = any(r.indicator.category for r in found)
    return f"{context.document_source} {context.data_source}" if counted and context.slices else context.document_source


def _headline(found: Sequence[TargetResult]) -> str:
    standing = standing_words([r.status for r in found])
    if not standing:
        return f"{opening(len(found), 'indicator')}: none can be judged yet"
    return f"Of {numbers.plural(len(found), 'indicator')}, {standing}"


def _sums(found: Sequence[TargetResult]) -> list[str]:
    """How each derived total is made up, where every part is known: ``2,883 is the sum of ...``."""
    declared = {r.indicator.id: r.indicator for r in found}
    sums = [_sum(indicator, declared) for indicator in declared.values() if indicator.sum_of]
    return [sentence for sentence in sums if sentence]


def _withheld_swings(found: Sequence[TargetResult]) -> list[str]:
    """Indicators whose own swing is known, but would tell of withheld months."""
    names = [r.indicator.name for r in found if r.swing_withheld and (r.chance is not None or said(r.evidence))]
    if not names:
        return []
    return [
        f"Months behind {numbers.listed(names)} are withheld, and how much they swing would tell of them: it is "
        "taken to vary twice as much as chance alone."
    ]


def _sum(indicator: Indicator, declared: Mapping[str, Indicator]) -> str:
    parts = [declared[p] for part in indicator.sum_of.split("+") if (p := part.strip()) in declared]
    named = [f"{p.name} {numbers.plain(p.baseline)}" for p in parts if not isinstance(p.baseline, Unknown)]
    if len(named) < len(parts) or not named:
        return ""
    whole = "" if isinstance(indicator.baseline, Unknown) else f" {numbers.plain(indicator.baseline)}"
    return f"{indicator.name}{whole} is the sum of {numbers.listed(named)}."
