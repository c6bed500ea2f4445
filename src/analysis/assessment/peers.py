"""Compared with other areas: rates, places with their range, what is typical, and change against theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.context import caution, information, not_measured
from analysis.assessment.evaluated import beside_words
from analysis.assessment.naming import APART, TOTALS
from analysis.assessment.peer_changes import change_blocks
from analysis.assessment.peer_charts import chart_blocks
from analysis.assessment.peer_group import in_one_force, what_they_are
from analysis.assessment.peer_results import PeerResults
from analysis.assessment.peer_rows import published_standings
from analysis.assessment.peer_table import table_blocks
from analysis.blocks import Paragraph, text
from analysis.cannot_say import CannotSay, said
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.assessment.context import Context
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.peers import PeerComparison

YEAR: Final = 12
"""Months."""


def peer_blocks(context: Context, results: Results) -> list[Block]:
    """All lines in one table, a chart for all recorded crime and one for what stands apart, change against theirs."""
    if context.slices is None:
        none = "The document publishes no counts of other areas, so none can be set beside its figures."
        return [not_measured(f"{none}{beside_words(context.edition)}")]
    peers = PeerResults(results)
    refusal = _refusal(peers.rates)
    if refusal is not None:
        return [cannot_say_note(refusal, f"how {context.partnership.name} compares with other areas")]
    frame = published_standings(results, peers.rates)
    charts = [block for line in _drawn(peers) for block in chart_blocks(context, peers, frame, line)]
    return [
        _lead(context, peers),
        *_grounds(context),
        *charts,
        *table_blocks(context, frame),
        *change_blocks(context, results, peers),
    ]


def _refusal(found: Mapping[str, PeerComparison | CannotSay]) -> CannotSay | None:
    """Why no line can be compared, where none can."""
    if any(said(answer) for answer in found.values()):
        return None
    return next(
        (answer for answer in found.values() if isinstance(answer, CannotSay)), CannotSay("there are no figures")
    )


def _drawn(peers: PeerResults) -> list[str]:
    return [line for line in (*TOTALS, *APART) if line in peers.rates]


def _lead(context: Context, peers: PeerResults) -> Paragraph:
    names = numbers.listed([context.name_of(peer) for peer in context.partnership.peers])
    named = f": {names}" if len(context.partnership.peers) <= 15 else ""
    group = context.partnership
    similar = "" if "similar" in group.peer_group else f" They were not chosen for being alike{named}."
    return Paragraph(
        spans=text(
            f"{group.name} is set beside {peers.others_words}{what_they_are(group)}.{similar} Areas differ in who "
            "lives, works, shops and goes out there, and in how much is reported and recorded. A higher rate is not "
            "by itself a sign of worse policing or a worse partnership."
        )
    )


def _grounds(context: Context) -> list[Block]:
    """What the rates rest on: whose location share, whose population."""
    year = context.edition.population_year
    people = f"Rates use the residents of mid-{year}. " if year else ""
    if len(context.window.months) != YEAR:
        people += f"Rates are over {len(context.window.months)} months, not a year. "
    if context.annual:
        return [information(f"{people}The counts are those of one national source for all areas.")]
    if in_one_force(context.partnership):
        return [
            information(
                f"{people}Records without a location belong to no area. All areas here lie in one police force, which "
                "publishes that share for the force alone: it is taken to be the same in each, and then cancels in "
                "every comparison. If it is not, part of a difference is one of location."
            )
        ]
    return [
        caution(
            f"{people}The areas lie in more than one police force. Forces differ in how they record crime and in how "
            "many records they give a location, so part of a difference may be theirs."
        )
    ]
