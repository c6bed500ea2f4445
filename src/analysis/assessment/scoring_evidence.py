"""Evidence from the data beside the scores: volume, change, standing among peers, harm; each its own column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.context import not_measured
from analysis.assessment.harm_counts import counts_of
from analysis.assessment.harm_table import share_range
from analysis.assessment.naming import category_title
from analysis.assessment.peer_results import PeerResults
from analysis.blocks import Paragraph, text
from analysis.cannot_say import CannotSay, said
from analysis.disclosure import DERIVED, change_columns, publish
from analysis.exhibits import Field, exhibit, signed_percent
from analysis.measures import harm_shares
from analysis.sources.weights import SOURCE, harm_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.assessment.scoring_results import Scored
    from analysis.blocks import Block
    from analysis.measures.harm import HarmShare
    from analysis.peers import PeerComparison

EVIDENCE: Final = "scoring-evidence"
BESIDE: Final = {"above": "above", "below": "below", "near": "not clearly different"}
NO_HARM: Final = CannotSay("the index of harm gives it no weight", "no-harm-weight")


def evidence_blocks(context: Context, results: Results | None, scored: Scored) -> list[Block]:
    """A row for each category that bears on an issue; the issues on which no category bears, in a sentence."""
    if results is None:
        return [not_measured("This edition has no counts, so no issue has evidence from the data beside its scores.")]
    rows = _rows(results, scored)
    silent = [each.name for each in scored.round.issues if not each.categories]
    blocks: list[Block] = [_table(context, results, rows)] if rows else []
    if silent:
        are = "no category for it" if len(silent) == 1 else "no category for them"
        words = f"{numbers.listed(silent)}: the data have {are}, so nothing is said of volume, change, peers or harm. "
        unknown = "That is not the same as little."
        blocks.append(Paragraph(spans=text(words + unknown)))
    return blocks


def _rows(results: Results, scored: Scored) -> list[dict[str, Any]]:
    peers, shares = PeerResults(results).rates, _shares(results)
    return [
        _row(results, issue.name, line, peers[line], shares.get(line, NO_HARM))
        for issue in sorted(scored.round.issues, key=lambda each: _place(scored, each.id))
        for line in issue.categories
        if line in results.lines
    ]


def _place(scored: Scored, issue: str) -> int:
    found = scored.order
    line = found.line(issue) if said(found) else None
    return line.place if line else len(scored.round.issues)


def _shares(results: Results) -> Mapping[str, HarmShare | CannotSay]:
    counts = counts_of(results, "latest")
    found = harm_shares(counts, harm_weights()) if said(counts) else counts
    if isinstance(found, CannotSay):
        return dict.fromkeys(results.lines, found)
    return {each.category: each for each in found}


def _row(
    results: Results, issue: str, line: str, peers: PeerComparison | CannotSay, harm: HarmShare | CannotSay
) -> dict[str, Any]:
    return {
        "issue": issue,
        "category": category_title(line),
        "line": line,
        **change_columns(results.on_the_year[line]),
        "beside": _beside(peers),
        "harm": harm if isinstance(harm, CannotSay) else share_range(harm.low, harm.high),
        "harm_low": harm if isinstance(harm, CannotSay) else 100 * harm.low,
        "harm_high": harm if isinstance(harm, CannotSay) else 100 * harm.high,
    }


def _beside(found: PeerComparison | CannotSay) -> str | CannotSay:
    standing = found.standing if said(found) else found
    return standing if isinstance(standing, CannotSay) else BESIDE[standing.beside]


def _table(context: Context, results: Results, rows: list[dict[str, Any]]) -> Block:
    frame = publish(
        rows, context.rule, key=["issue", "category"], coordinates={"category": "line"},
        counts={"before": {"window": "previous"}, "after": {"window": "latest"}},
        derived=DERIVED | dict.fromkeys(("beside", "harm", "harm_low", "harm_high"), ("after",)),
        plain=["line"], decision=results.decision,
    )  # fmt: skip
    fields = [
        Field("issue", "Issue"), Field("category", "Category in the data"),
        Field("after", "Records", numbers.count, reliability=True),
        Field("change", "Change on the year", signed_percent, reliability=True),
        Field("verdict", "By its interval"), Field("beside", "Beside what is typical of peers"),
        Field("harm", "Share of harm"),
    ]  # fmt: skip
    clear = sum(row["verdict"] in ("rose", "fell") for row in rows)
    caption = context.caption(
        EVIDENCE,
        f"Of {numbers.plural(len(rows), 'category', 'categories')} that bear on an issue, "
        f"{numbers.in_words(clear) if clear else 'none'} changed clearly on the year",
        f"Evidence from the data by issue and category, {context.partnership.name}, {context.window.text}",
        source=f"{context.data_source} {SOURCE}",
        notes=["Beside the scores, never mixed into them. A share of harm is a range over what one record may weigh."],
    )  # fmt: skip
    return exhibit(frame, caption, fields)
