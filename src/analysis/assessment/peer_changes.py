"""Change on the year beside that of other areas: one comparison of two changes for each category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from analysis import numbers
from analysis.assessment.naming import category_words
from analysis.assessment.peer_rows import published_changes_against
from analysis.blocks import Heading
from analysis.cannot_say import CannotSay, said
from analysis.exhibits import Field, exhibit, signed_percent
from analysis.prose import cannot_say_note

if TYPE_CHECKING:
    from collections.abc import Collection

    from analysis.assessment.context import Context
    from analysis.assessment.peer_results import PeerResults
    from analysis.assessment.results import Results
    from analysis.blocks import Block
    from analysis.disclosure import Published

AGAINST: Final = "changes-against-other-areas"
DIFFERENCE: Final = (
    "The difference is one comparison of two changes: its interval allows for how much the others' own changes differ. "
    "A rise or fall that all areas share, as after a lockdown, is no difference."
)
NARROWER: Final = (
    "That interval may be narrower than the one of the area's own change, which is widened by all the swings of its "
    "months. Swings that all areas share cancel in the difference."
)
CANCELS: Final = (
    "The difference is given: all areas here lie in one police force, so that share is taken to be the same in each "
    "and to cancel."
)


def change_blocks(context: Context, results: Results, peers: PeerResults) -> list[Block]:
    """Change on the year against that of the others."""
    heading = Heading(level=2, text="Change beside other areas", id="beside-change")
    what = f"whether {context.partnership.name} changed otherwise than the {context.partnership.peer_group}"
    answered = [found for found in peers.changes.values() if said(found)]
    if not answered:
        refused = next(found for found in peers.changes.values() if isinstance(found, CannotSay))
        return [heading, cannot_say_note(refused, what)]
    frame = published_changes_against(results, peers.changes, peers.standing_out)
    before, after = context.window.back(1).text, context.window.text
    caption = context.caption(
        AGAINST, _course(context, frame, peers.standing_out),
        f"Change by type, {context.partnership.name} against {context.partnership.peer_group}, {before} to {after}",
        notes=[DIFFERENCE, NARROWER, *_refused(frame)],
    )  # fmt: skip
    fields = [
        Field("category", "Type"), Field("own", "This area", signed_percent),
        Field("peers", "The others", signed_percent),
        Field("difference", "Difference", signed_percent),
        Field("difference_low", "95% interval", signed_percent, to="difference_high"),
        Field("verdict", "What it shows"),
    ]  # fmt: skip
    return [heading, exhibit(frame, caption, fields)]


def _refused(frame: Published) -> list[str]:
    """Why changes are not given that are not given elsewhere either, and why a difference may be all the same."""
    by_reason: dict[tuple[str, bool], list[str]] = {}
    for row in frame:
        if not row["own"].known:
            by_reason.setdefault((row["own"].note, row["difference"].known), []).append(row.words("line"))
    return [
        f"{numbers.sentence_case(numbers.listed([category_words(line) for line in lines]))}: "
        + (f"neither change can be given, since {reason}. {CANCELS}" if stands else f"cannot say, since {reason}.")
        for (reason, stands), lines in by_reason.items()
    ]


def _course(context: Context, frame: Published, kept: Collection[str]) -> str:
    clear = [row for row in frame if row.words("verdict") not in ("", "no clear difference")]
    if not clear:
        return f"No type changed clearly otherwise than in the {context.partnership.peer_group}"
    names = numbers.listed([category_words(row.words("line")) for row in clear])
    left = sum(row.words("line") in kept for row in clear)
    stays = "all still do" if left == len(clear) else f"{numbers.in_words(left) if left else 'none'} still does"
    return numbers.sentence_case(
        f"{names} changed otherwise than in the {context.partnership.peer_group}, each taken alone; {stays} when all "
        "are allowed for"
    )
