"""What the terminal shows of a run: one line a report with its stage and time, then a table of what came of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from rich.live import Live
from rich.table import Table
from rich.text import Text

from analysis.run.execute import Outcome
from analysis.run.pool import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

WORDS = {
    "waiting": "waiting",
    "notebook": "executing the notebook",
    "read": "reading the results",
    "html": "writing HTML",
    "pdf": "writing PDF",
    "done": "done",
    "failed": "failed",
}


class Board:
    """A live table in a terminal, plain lines elsewhere."""

    def __init__(self, console: Console, names: Sequence[str], at_a_time: int) -> None:
        self.console = console
        self.stages = dict.fromkeys(names, "waiting")
        self.started: dict[str, float] = {}
        self.ended: dict[str, float] = {}
        self.outcomes: dict[str, Outcome] = {}
        self.live = Live(get_renderable=self._table, console=console, refresh_per_second=4, transient=True)
        plural = "s" if len(names) != 1 else ""
        console.print(f"{len(names)} report{plural}, {min(at_a_time, len(names))} at a time")

    @property
    def failed(self) -> int:
        """How many reports failed so far."""
        return sum(1 for outcome in self.outcomes.values() if outcome.failure)

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
        if isinstance(event, Stage):
            self.started.setdefault(event.name, now)
            self.stages[event.name] = event.stage
            return
        self.outcomes[event.name] = event
        self.ended[event.name] = now
        self.stages[event.name] = "failed" if event.failure else "done"
        if not self.console.is_terminal:
            self.console.print(self._line(event.name))

    def _elapsed(self, name: str) -> str:
        if name not in self.started:
            return ""
        return f"{self.ended.get(name, time.perf_counter()) - self.started[name]:.0f} s"

    def _line(self, name: str) -> str:
        """One report on one plain line."""
        outcome = self.outcomes[name]
        parts = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in outcome.seconds.items())
        result = f"FAILED: {outcome.failure.message.splitlines()[0]}" if outcome.failure else "done"
        return f"{name}: {result} in {outcome.total_seconds:.0f} s ({parts})"

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        height = max(4, self.console.height - 4)
        busy = [n for n, s in self.stages.items() if s not in ("waiting", "done", "failed")]
        rest = [n for n in self.stages if n not in busy]
        for name in (busy + rest)[:height]:
            stage = self.stages[name]
            style = {"done": "green", "failed": "red", "waiting": "dim"}.get(stage, "bold")
            table.add_row(Text(name, style=style), Text(WORDS.get(stage, stage), style=style), self._elapsed(name))
        return table

    def summary(self, reports: Path, seconds: float) -> None:
        """The table of what came of the run, with what failed and why."""
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for heading in ("report", "result", "seconds", "why"):
            table.add_column(heading, justify="right" if heading == "seconds" else "left", overflow="fold")
        for name in self.stages:
            outcome = self.outcomes.get(name)
            if outcome is None:
                table.add_row(name, Text("not run", style="yellow"), "", "")
            elif outcome.failure:
                why = f"{outcome.failure.stage}: {outcome.failure.message}"
                table.add_row(name, Text("failed", style="red"), f"{outcome.total_seconds:.0f}", Text(why))
            else:
                table.add_row(name, Text("done", style="green"), f"{outcome.total_seconds:.0f}", "")
        self.console.print(table)
        built = len(self.outcomes) - self.failed
        self.console.print(f"{built} built, {self.failed} failed, {seconds:.0f} s. Open {reports.name}/index.html")
