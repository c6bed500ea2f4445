"""What the terminal shows of a run: one line a report with its stage and time, then a table of what came of it."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Self

from rich.live import Live
from rich.padding import Padding
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

from analysis.run.outcome import Outcome, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

WORDS: Final = {
    "start": "starting",
    "no-worker": "waiting for a worker",
    "notebook": "executing the notebook",
    "read": "reading the results",
    "html": "writing the HTML",
    "pdf": "writing the PDF",
    "worker": "in its worker process",
    "pack": "gathering its data",
    "package": "comparing the program with that of the plan",
}
"""What is done at each stage."""
MARKS: Final = {"done": ("✓", "+"), "failed": ("✗", "x"), "waiting": ("·", ".")}
"""A sign for each report at rest, and what stands for it where a terminal knows ASCII alone."""
STYLES: Final = {"done": "green", "failed": "bold red", "waiting": "dim"}


class Board:
    """A live table in a terminal, plain lines elsewhere."""

    def __init__(self, console: Console, names: Sequence[str], where: str, standing: int = 0) -> None:
        """``where`` says how they are made (``2 at a time``); ``standing`` more are up to date and not made."""
        self.console, self.standing = console, standing
        self.stages = dict.fromkeys(names, "waiting")
        self.since = time.perf_counter()
        self.started: dict[str, float] = {}
        self.ended: dict[str, float] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.at_once = 1
        """The most reports that were at work at a time so far."""
        self.plain_signs = console.options.ascii_only
        self.spinner = Spinner("line" if self.plain_signs else "dots", style="cyan")
        self.live = Live(get_renderable=self._live, console=console, refresh_per_second=8, transient=True)
        console.print(f"{_up_to_date(standing)}{reports(len(names))} to make, {where}")

    @property
    def failed(self) -> int:
        """How many reports failed so far."""
        return sum(1 for outcome in self.outcomes.values() if outcome.failure)

    @property
    def built(self) -> int:
        """How many reports were built so far."""
        return len(self.outcomes) - self.failed

    def __enter__(self) -> Self:
        if self.console.is_terminal:
            self.live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.console.is_terminal:
            self.live.stop()

    def tell(self, event: Stage | Outcome) -> None:
        """Take in one event of the run."""
        now = time.perf_counter()
        self.started.setdefault(event.name, now)
        if isinstance(event, Stage):
            self.stages[event.name] = event.stage
            self.at_once = max(self.at_once, len(self.started) - len(self.ended))
            if event.stage == "no-worker" and not self.console.is_terminal:
                self.console.print(f"{event.name}: {WORDS[event.stage]}", markup=False)
            return
        # What it brought is published by then: hundreds of reports are not to be held until the end.
        self.outcomes[event.name] = replace(event, files={}, provenance={})
        self.ended[event.name] = now
        self.stages[event.name] = "failed" if event.failure else "done"
        if not self.console.is_terminal:
            self.console.print(self._line(event), markup=False)

    def _line(self, outcome: Outcome) -> str:
        """One report on one plain line."""
        start = f"[{len(self.outcomes)}/{len(self.stages)}] {outcome.name}"
        if outcome.failure:
            return f"{start} FAILED {stage_words(outcome.failure.stage)}: {outcome.failure.message.splitlines()[0]}"
        parts = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in outcome.seconds.items())
        left = f"; {words}" if (words := self.left()) else ""
        return f"{start} done in {outcome.total_seconds:.1f} s ({parts}){left}"

    def left(self) -> str:
        """About how long the rest will take, judged by the reports of this run that were built; nothing before."""
        built = [n for n, outcome in self.outcomes.items() if not outcome.failure]
        if not built:
            return ""
        usual = sum(self.ended[n] - self.started[n] for n in built) / len(built)
        now = time.perf_counter()
        at_work = [usual - (now - self.started[n]) for n in self.started if n not in self.ended]
        to_do = sum(max(0.0, rest) for rest in at_work) + usual * (len(self.stages) - len(self.started))
        return about(to_do / min(self.at_once, max(1, len(self.stages) - len(self.ended))))

    def _live(self) -> Table:
        """Every report in order and a count of them; those at work first where the terminal is too low for all."""
        room = max(4, self.console.height - 4)
        names = list(self.stages)
        if len(names) > room:
            at_rest = ("failed", "waiting", "done")
            names.sort(key=lambda n: at_rest.index(self.stages[n]) if self.stages[n] in at_rest else -1)
        table = self._table(names[:room])
        count = Text(f"{len(self.outcomes)} of {len(self.stages)}", style="bold")
        table.add_row("", count, self._outlook(), f"{time.perf_counter() - self.since:.0f} s")
        return table

    def _outlook(self) -> Text:
        """How many failed, and how long the rest will take."""
        wrong = Text(f"{self.failed} failed", style="bold red") if self.failed else Text()
        return Text(" ").join(part for part in (wrong, Text(self.left())) if part)

    def _table(self, names: Sequence[str]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        for width, side in ((1, "left"), (34, "left"), (24, "left"), (6, "right")):
            table.add_column(min_width=width, justify=side)  # type: ignore[arg-type]
        for name in names:
            stage = self.stages[name]
            style = STYLES.get(stage, "bold")
            table.add_row(
                self._mark(stage), Text(name, style), Text(WORDS.get(stage, stage), style), self._elapsed(name)
            )
        return table

    def _mark(self, stage: str) -> RenderableType:
        return Text(MARKS[stage][self.plain_signs], STYLES[stage]) if stage in MARKS else self.spinner

    def _elapsed(self, name: str) -> str:
        if name not in self.started:
            return ""
        return f"{self.ended.get(name, time.perf_counter()) - self.started[name]:.0f} s"

    def summary(self, logs: dict[str, str]) -> None:
        """What came of the run; for each report that failed the stage, cell and message, and where its log is."""
        if self.console.is_terminal:
            self.console.print(self._table(list(self.stages)))
        for name in self.stages:
            if (outcome := self.outcomes.get(name)) and outcome.failure:
                self.console.print()
                self._why(outcome, logs.get(name, ""))
        seconds = time.perf_counter() - self.since
        stood = f"{self.standing} up to date, " if self.standing else ""
        self.console.print(
            f"\n{reports(self.built)} built, {self.failed} failed, {stood}in {seconds:.0f} s. Open reports/index.html"
        )

    def _why(self, outcome: Outcome, log: str) -> None:
        failure = outcome.failure
        assert failure
        show = self.console.print
        show(Text(f"{outcome.name} failed {stage_words(failure.stage)}", "bold red"), soft_wrap=False)
        show(Padding(Text(failure.message), (0, 0, 0, 2)), soft_wrap=False)
        if failure.cell:
            show(Padding(Text("in the cell"), (0, 0, 0, 2)), soft_wrap=False)
            show(Padding(Text(failure.cell, "cyan"), (0, 0, 0, 4)), soft_wrap=False)
        if log:
            show(Padding(Text(f"log: {log}"), (0, 0, 0, 2)), soft_wrap=False)


def _up_to_date(standing: int) -> str:
    return f"{reports(standing)} up to date, " if standing else ""


def reports(number: int) -> str:
    """``1 report``, ``2 reports``."""
    return f"{number} report{'' if number == 1 else 's'}"


def about(seconds: float) -> str:
    """``about 40 s left``, ``about 3 min left``: no closer than an estimate is; nothing for under a second."""
    if seconds < 1:
        return ""
    if seconds < 10:
        return f"about {seconds:.0f} s left"
    if seconds < 95:
        return f"about {10 * round(seconds / 10)} s left"
    return f"about {round(seconds / 60)} min left"


def stage_words(stage: str) -> str:
    """``while executing the notebook``."""
    words = WORDS.get(stage, stage)
    return words if words.startswith("in ") else f"while {words}"
