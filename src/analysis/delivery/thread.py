"""The golden thread: national outcome, local outcome, priority, action, indicator, evaluation, and what hangs loose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, get_args

from analysis.delivery.progress import no_date
from analysis.params.edition import Edition
from analysis.params.figure import Unknown

Kind = Literal["national outcome", "local outcome", "priority", "action", "indicator", "evaluation"]
"""The lanes of the thread, from the top down; an ``evaluation`` is an initiative."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


@dataclass(frozen=True)
class Node:
    """One thing on the thread; ``ref`` is how it is numbered in print, if it is."""

    kind: Kind
    id: str
    name: str
    ref: str = ""


@dataclass(frozen=True)
class Thread:
    """All nodes, lane by lane in the order declared, and the links between them, each from an upper to a lower lane."""

    nodes: tuple[Node, ...]
    links: frozenset[tuple[Node, Node]]

    def of(self, kind: Kind) -> tuple[Node, ...]:
        """The nodes of one lane."""
        return tuple(node for node in self.nodes if node.kind == kind)

    def below(self, node: Node, kind: Kind) -> tuple[Node, ...]:
        """The nodes of a lower lane that ``node`` leads to by one link, in the order declared."""
        return self._near.get((node, kind, True), ())

    def above(self, node: Node, kind: Kind) -> tuple[Node, ...]:
        """The nodes of an upper lane that lead to ``node`` by one link, in the order declared."""
        return self._near.get((node, kind, False), ())

    @cached_property
    def _near(self) -> dict[tuple[Node, Kind, bool], tuple[Node, ...]]:
        order = {node: place for place, node in enumerate(self.nodes)}
        found: dict[tuple[Node, Kind, bool], list[Node]] = {}
        for upper, lower in self.links:
            found.setdefault((upper, lower.kind, True), []).append(lower)
            found.setdefault((lower, upper.kind, False), []).append(upper)
        return {at: tuple(sorted(nodes, key=order.__getitem__)) for at, nodes in found.items()}


def golden_thread(edition: Edition) -> Thread:
    """Lay out what ``edition`` declares; actions are those of its delivery plan. Nothing is linked by inference."""
    nodes = tuple(_nodes(edition))
    by_id = {(node.kind, node.id): node for node in nodes}
    pairs = ((by_id.get(upper), by_id.get(lower)) for upper, lower in _links(edition))
    return Thread(nodes, frozenset((upper, lower) for upper, lower in pairs if upper and lower))


def _nodes(edition: Edition) -> Iterator[Node]:
    declared = edition.outcomes
    yield from (Node("national outcome", each.id, each.name) for each in (declared.national if declared else ()))
    yield from (Node("local outcome", each.id, each.name) for each in (declared.local if declared else ()))
    yield from (Node("priority", each.id, each.name) for each in edition.priorities)
    yield from (Node("action", each.id, each.action, each.ref) for each in edition.actions if each.plan == "delivery")
    yield from (Node("indicator", each.id, each.name) for each in edition.indicators)
    yield from (Node("indicator", name, measure) for measure, name in _measures(edition).items())
    yield from (Node("evaluation", each.id, each.name) for each in edition.initiatives if each.kind != "event")


Named = tuple[Kind, str]


def _links(edition: Edition) -> Iterator[tuple[Named, Named]]:
    for local in edition.outcomes.local if edition.outcomes else ():
        yield from ((("national outcome", name), ("local outcome", local.id)) for name in local.national)
    for priority in edition.priorities:
        yield from ((("local outcome", name), ("priority", priority.id)) for name in priority.outcomes)
    for action in edition.actions:
        yield from ((("priority", name), ("action", action.id)) for name in (action.priority, action.also) if name)
        yield from ((("action", action.id), ("indicator", name)) for name in action.indicators)
        yield ("action", action.id), ("evaluation", action.initiative)
    for indicator in edition.indicators:
        yield ("priority", indicator.priority), ("indicator", indicator.id)
        yield ("indicator", indicator.id), ("evaluation", indicator.initiative)
    measures = _measures(edition)
    for priority in edition.priorities if measures else ():
        yield from ((("priority", priority.id), ("indicator", measures[each])) for each in priority.measures)


def _measures(edition: Edition) -> dict[str, str]:
    """Measures that priorities name, each with an id: they stand in where an edition has no indicators."""
    named = [] if edition.indicators else [each for priority in edition.priorities for each in priority.measures]
    return {each: f"measure-{number}" for number, each in enumerate(dict.fromkeys(named), 1)}


@dataclass(frozen=True)
class LooseEnd:
    """Things of one lane that lack the same thing (``no indicator``); ``lacks`` is what stands after the name."""

    lacks: str
    nodes: tuple[Node, ...]

    @property
    def kind(self) -> Kind:
        """The lane they are of."""
        return self.nodes[0].kind


def loose_thread(edition: Edition, thread: Thread) -> tuple[LooseEnd, ...]:
    """Name every loose end, from the top of the thread down; those that nothing has are left out."""
    gone = {each.id: each for each in edition.actions}
    measures = set(_measures(edition).values())
    targets = measures | {
        each.id for each in edition.indicators if not isinstance(each.target, Unknown) or each.rule in _AIMS
    }
    unmeasured = _unled(thread, "evaluation", "indicator")
    lacking: list[tuple[str, Sequence[Node]]] = [
        ("no local outcome below", _dead_ends(thread, "national outcome", "local outcome")),
        ("no national outcome above", _unled(thread, "local outcome", "national outcome")),
        ("no priority below", _dead_ends(thread, "local outcome", "priority")),
        ("no local outcome", _unled(thread, "priority", "local outcome")),
        ("no action", _dead_ends(thread, "priority", "action")),
        ("no indicator", [p for p in _dead_ends(thread, "priority", "indicator") if not _measured(thread, p)]),
        ("no priority", _unled(thread, "action", "priority")),
        ("no indicator", _dead_ends(thread, "action", "indicator")),
        ("no owner", [node for node in thread.of("action") if _blank(gone[node.id].owner)]),
        ("no date", [node for node in thread.of("action") if no_date(gone[node.id])]),
        ("no priority", _unled(thread, "indicator", "priority")),
        ("no action", _unled(thread, "indicator", "action")),
        ("no target", [node for node in thread.of("indicator") if node.id not in targets]),
        ("no action or indicator above", [n for n in _unled(thread, "evaluation", "action") if n in unmeasured]),
    ]
    return tuple(LooseEnd(lacks, tuple(nodes)) for lacks, nodes in lacking if nodes)


_AIMS: Final = ("reduce", "downward or maintain", "maintain")
"""Rules that set an aim without a figure."""


def _dead_ends(thread: Thread, kind: Kind, below: Kind) -> list[Node]:
    return [node for node in thread.of(kind) if not thread.below(node, below)]


def _unled(thread: Thread, kind: Kind, above: Kind) -> list[Node]:
    return [node for node in thread.of(kind) if not thread.above(node, above)]


def _measured(thread: Thread, priority: Node) -> bool:
    """Whether an indicator of another priority measures an action of this one."""
    return any(thread.below(action, "indicator") for action in thread.below(priority, "action"))


def _blank(text: str) -> bool:
    return not text or text in set(Unknown)


@dataclass(frozen=True)
class Strand:
    """One thread from top to bottom, the nodes of each lane; a lane that it does not reach is empty."""

    lanes: tuple[tuple[Node, ...], ...]

    def of(self, kind: Kind) -> tuple[Node, ...]:
        """The nodes of one lane."""
        return self.lanes[KINDS.index(kind)]


def strands(thread: Thread) -> tuple[Strand, ...]:
    """Every thread: one an action, and one for each thing that no action's thread reaches.

    They stand by priority, those of none last, then in the order declared.
    """
    found = [_strand(thread, node) for node in thread.of("action")]
    seen = {node for strand in found for lane in strand.lanes for node in lane}
    for kind in _ALONE:
        for node in thread.of(kind):
            if node not in seen:
                found.append(_strand(thread, node))
                seen |= {each for lane in found[-1].lanes for each in lane}
    places = {node: place for place, node in enumerate(thread.of("priority"))}
    return tuple(sorted(found, key=lambda each: min((places[p] for p in each.of("priority")), default=len(places))))


_ALONE: Final[tuple[Kind, ...]] = ("priority", "indicator", "local outcome", "national outcome", "evaluation")
"""In which order what no action reaches gets a thread of its own."""


def _strand(thread: Thread, node: Node) -> Strand:
    """What lies above and below ``node``, by declared links alone, lane by lane."""
    at = KINDS.index(node.kind)
    lanes: list[tuple[Node, ...]] = [()] * len(KINDS)
    lanes[at] = (node,)
    for lane in range(at - 1, -1, -1):
        lanes[lane] = _reached(thread, lanes[lane + 1 : at + 1], KINDS[lane], up=True)
    for lane in range(at + 1, len(KINDS)):
        lanes[lane] = _reached(thread, lanes[at:lane], KINDS[lane], up=False)
    return Strand(tuple(lanes))


def _reached(thread: Thread, lanes: Sequence[Sequence[Node]], kind: Kind, *, up: bool) -> tuple[Node, ...]:
    step = thread.above if up else thread.below
    found = {near for lane in lanes for node in lane for near in step(node, kind)}
    return tuple(node for node in thread.of(kind) if node in found)
