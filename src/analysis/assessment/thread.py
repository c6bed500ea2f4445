"""The golden thread: drawn and as a table, with every loose end named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from analysis import numbers
from analysis.assessment.context import caution, information, not_there
from analysis.assessment.wording import how_many, opening
from analysis.blocks import Bullets, Heading, Paragraph, text
from analysis.delivery import KINDS, golden_thread, loose_thread, strands
from analysis.exhibits import ARROW, JOINT
from analysis.exhibits import golden_thread as drawn

if TYPE_CHECKING:
    from analysis.assessment.context import Context
    from analysis.blocks import Block, Spans
    from analysis.delivery import LooseEnd, Node, Strand, Thread

MOST_NAMED: Final = 6
"""Up to here loose ends are named one by one; beyond it they are counted, and the table names them."""
MANY: Final = {"priority": "priorities"}


def thread_blocks(context: Context) -> list[Block]:
    """Heading, drawing with its table, loose ends; nothing where an edition has nothing to hang on a thread."""
    edition = context.edition
    thread = golden_thread(edition)
    found = strands(thread)
    heading = Heading(level=2, text="The golden thread", id="thread")
    framework = edition.outcomes.framework if edition.outcomes else ""
    said = f"Outcomes: {framework}. " if framework else ""
    if not thread.of("priority"):
        return [heading, not_there(context, f"{said}Outcomes, priorities and what links them.")] if framework else []
    lead = f"{said}{_lead(thread)}"
    return [heading, Paragraph(spans=text(lead)), _exhibit(context, thread, found), *_loose(context, thread)]


def _lead(thread: Thread) -> str:
    """What the thread is, and how much of it there is."""
    counts = [numbers.plural(len(thread.of(kind)), kind, MANY.get(kind, "")) for kind in KINDS if thread.of(kind)]
    return (
        "The golden thread says what each action is for: from a national outcome to a local one, to a priority, to an "
        "action, to the indicator that would show what came of it, and to its evaluation. "
        f"Declared are {numbers.listed(counts)}. Only links that are declared are drawn."
    )


def _exhibit(context: Context, thread: Thread, found: tuple[Strand, ...]) -> Block:
    ends = loose_thread(context.edition, thread)
    whole = sum(all(strand.of(kind) for kind in KINDS[:-1]) for strand in found)
    rows = [_row(thread, strand, number) for number, strand in enumerate(found, 1)]
    caption = context.caption(
        "golden-thread",
        f"Of {numbers.plural(len(found), 'thread')}, {how_many(whole)} {'runs' if whole in (0, 1) else 'run'} from a "
        "national outcome to an indicator",
        f"Golden thread, {context.partnership.name}, this edition", source=context.document_source,
        notes=["Dashed: something is missing there." if ends else "", "The CSV names every action and indicator."],
    )  # fmt: skip
    return drawn(context.declared(rows, key=["thread"]), caption)


def _row(thread: Thread, strand: Strand, number: int) -> dict[str, Any]:
    row: dict[str, Any] = {"thread": number}
    for kind in KINDS:
        lane = kind.replace(" ", "_")
        row |= {lane: JOINT.join(map(_name, strand.of(kind))), f"{lane}_id": JOINT.join(n.id for n in strand.of(kind))}
    links = [
        f"{_name(upper)}{ARROW}{_name(lower)}"
        for kind, below in (("national outcome", "local outcome"), ("local outcome", "priority"))
        for upper in strand.of(kind)  # type: ignore[arg-type]
        for lower in thread.below(upper, below)  # type: ignore[arg-type]
    ]
    return {**row, "refs": JOINT.join(node.ref for node in strand.of("action")), "links": JOINT.join(links)}


def _name(node: Node) -> str:
    """Its name without what parts names from each other."""
    return node.name.replace(JOINT, ", ").replace(ARROW, " ")


def _loose(context: Context, thread: Thread) -> list[Block]:
    ends = loose_thread(context.edition, thread)
    if not ends:
        return [information("Nothing hangs loose: every outcome, priority, action and indicator leads on.")]
    lead = caution("Each line says what the thread lacks there, or what is not published of it.", title="Loose ends")
    return [lead, Bullets(items=tuple(_end(end, len(thread.of(end.kind))) for end in ends))]


def _end(end: LooseEnd, declared: int) -> Spans:
    """``Two priorities have no local outcome: Roads and Homes.``, or that all of them have none."""
    many = MANY.get(end.kind, f"{end.kind}s")
    if 1 < declared == len(end.nodes):
        return text(f"All {numbers.in_words(declared)} {many} have {end.lacks}.")
    count = opening(len(end.nodes), f"{end.kind} has", f"{many} have")
    names = [node.ref or node.name for node in end.nodes]
    which = f": {numbers.listed(names)}" if len(names) <= MOST_NAMED else " (named in the tables and in the CSV)"
    return text(f"{count} {end.lacks}{which}.")
