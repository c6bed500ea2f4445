"""What was to be shown, and whether it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reports.frozen_runs import LOOP, OURS, QUARTO, TWO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reports.found import Found

SCRIPTS: Final = "plain scripts"
FIRST: Final = "first run"
UNCHANGED: Final = "nothing changed"
WATCHED: Final = "nothing changed, watched"
CHANGED: Final = "one parameter changed"
READS_FIGURES: Final = frozenset({"papermill", "pandas"})
"""Modules that a run with nothing to do has no use for."""


@dataclass(frozen=True)
class Target:
    """What was to be shown, what was found, and whether that is enough."""

    words: str
    found: str
    met: bool

    @property
    def line(self) -> str:
        """One line of a list."""
        return f"- {self.words}: {self.found}, {'met' if self.met else 'NOT met'}"


def times(found: Found, other: str) -> float | None:
    """How many times the wall seconds of ours another contender takes on the frozen notebook."""
    ours, theirs = found.row("frozen", OURS), found.row("frozen", other)
    return theirs.taken.wall / ours.taken.wall if ours and theirs else None


def overhead(found: Found) -> float | None:
    """Core seconds a report of a first run beyond those of the same sections as a plain script."""
    ours, scripts = found.row("shipped", FIRST), found.row("shipped", SCRIPTS)
    return ours.cores_each - scripts.cores_each if ours and scripts else None


def targets(found: Found) -> list[Target]:
    """All that can be judged by what was run."""
    return [*_frozen(found), *_shipped(found), *_watched(found)]


def _frozen(found: Found) -> Iterator[Target]:
    for other, least in ((LOOP, 4.0), (TWO, 2.0)):
        if (ratio := times(found, other)) is not None:
            yield Target(
                f"At least {least:.0f} times faster than {_short(other)}", f"{ratio:.1f} times", ratio >= least
            )
    if (ratio := times(found, QUARTO)) is not None:
        yield Target(f"Faster than {_short(QUARTO)}", f"{ratio:.1f} times", ratio > 1)


def _short(name: str) -> str:
    return name.partition(":")[0]


def _shipped(found: Found) -> Iterator[Target]:
    if (beyond := overhead(found)) is not None:
        words = "At most 1.5 core seconds a shipped report beyond its plain script"
        yield Target(words, f"{beyond:.2f} core seconds", beyond <= 1.5)
    if row := found.row("forty", UNCHANGED):
        words = f"With nothing changed {row.reports} reports take about 2 s"
        yield Target(words, f"{row.taken.wall:.2f} s, the slowest of three", row.taken.wall <= 2)


def _watched(found: Found) -> Iterator[Target]:
    for (part, name), seen in found.seen.items():
        where = f"{part}, {name}"
        if name == WATCHED:
            read = sorted(READS_FIGURES & set(seen.imported))
            said = f"{seen.kernels} kernels, {seen.made} reports, {seen.processes} process, imports {read or 'neither'}"
            met = not (seen.kernels or seen.made or read)
            yield Target(f"No kernel, neither papermill nor pandas ({where})", said, met)
        else:
            said = f"{seen.made} made, {seen.kernels} kernels"
            yield Target(f"Exactly one report made ({where})", said, seen.made == seen.kernels == 1)
