"""What became of the actions of the edition before: in a sentence and in a table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.context import information
from analysis.assessment.wording import blank, when
from analysis.blocks import Paragraph, text
from analysis.delivery import TURNS, since
from analysis.exhibits import Field, exhibit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.assessment.context import Context
    from analysis.blocks import Block
    from analysis.delivery import Turned
    from analysis.params import Action

WORDS: Final = {
    "newly done": "newly done", "reopened": "taken up again", "slipped": "put back",
    "brought forward": "brought forward",
    "date set": "given a date", "date withdrawn": "left without a date", "re-owned": "given to another owner",
    "new": "new", "dropped": "dropped without being done", "closed": "closed since they were done",
    "unchanged": "unchanged",
}  # fmt: skip
"""What is said of actions that took each turn."""


def change_blocks(
    context: Context, before: Sequence[Action] | None, name: str, actions: Sequence[Action], plan: str
) -> list[Block]:
    """How ``actions`` of a ``plan`` differ from those ``before``, of the edition ``name``; a note where none is."""
    if before is None:
        return [information("No earlier edition was published from here, so no change since a last update is shown.")]
    earlier = [each for each in before if each.plan == plan]
    if not earlier:
        return [information(f"The last edition published, {name}, had no actions to compare with.")]
    found = since(earlier, actions)
    turned = [each for each in found if each.turns != ("unchanged",)]
    lead = Paragraph(spans=text(sentence(found, name)))
    return [lead, _table(context, turned, name, plan)] if turned else [lead]


def sentence(found: Sequence[Turned], name: str) -> str:
    """``Since the edition 2021: two newly done, one put back and three unchanged.``"""
    counts = Counter(turn for each in found for turn in each.turns)
    parts = [f"{numbers.in_words(counts[turn])} {WORDS[turn]}" for turn in TURNS if counts[turn]]
    several = " An action may have changed in more ways than one." if any(len(each.turns) > 1 for each in found) else ""
    return f"Actions since the last edition published, {name}: {numbers.listed(parts)}.{several}"


def _table(context: Context, turned: Sequence[Turned], name: str, plan: str) -> Block:
    missing = blank(context.edition)
    rows = [_row(each, number, missing) for number, each in enumerate(turned, 1)]
    fields = [
        Field("number", "No."), Field("action", "Action"), Field("turn", "What changed"),
        Field("due_before", "Due before"), Field("due", "Due now"),
        Field("owner_before", "Owner before"), Field("owner", "Owner now"),
    ]  # fmt: skip
    fields = [f for f in fields if f.key not in ("owner_before", "owner") or any("re-owned" in e.turns for e in turned)]
    headline = f"{numbers.sentence_case(numbers.plural(len(turned), 'action'))} changed since the edition {name}"
    caption = context.caption(
        f"{plan}-changes", headline, f"Actions changed since the last edition published, {context.partnership.name}",
        source=context.document_source,
    )  # fmt: skip
    return exhibit(context.declared(rows, key=["id"]), caption, fields)


def _row(each: Turned, number: int, missing: str) -> dict[str, Any]:
    before, now = each.before, each.now
    return {
        "id": each.action.id,
        "number": each.action.ref or str(number),
        "action": each.action.action,
        "turn": numbers.listed([WORDS[turn].replace("they were", "it was") for turn in each.turns]),
        "due_before": (before.due_text or when(before.due)) if before else "no such action",
        "due": (now.due_text or when(now.due)) if now else "no such action",
        "days_later": each.days,
        "owner_before": (before.owner or missing) if before else "no such action",
        "owner": (now.owner or missing) if now else "no such action",
    }
