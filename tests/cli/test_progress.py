"""What a run shows: a live table in a terminal, plain lines in a pipe, and why something failed in both."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from analysis.cli.progress import Board
from analysis.run.outcome import Failure, Outcome, Stage

NAMES = ("ashby/2022", "rugby/2022", "thornbury/2022")
BUILT = Outcome("ashby/2022", {}, {"notebook": 5.04, "html": 1.0})
FAILED = Outcome(
    "rugby/2022", {}, {"notebook": 2.0}, Failure("notebook", "ValueError: no [b]figure[/b]\nat all", "raise", "log")
)
LOGS = {"ashby/2022": "", "rugby/2022": "reports/rugby/2022/public/failure.log"}


def board(*, terminal: bool, width: int = 80, height: int = 24, encoding: str = "utf-8") -> Board:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    console = Console(
        file=file,
        force_terminal=terminal,
        width=width,
        height=height,
        highlight=False,
        soft_wrap=True,
        color_system=None,
    )
    return Board(console, NAMES, "2 at a time")


def said(shown: Board) -> list[str]:
    """What it has shown so far, in lines."""
    shown.console.file.flush()
    text = shown.console.file.buffer.getvalue().decode(shown.console.encoding)  # type: ignore[attr-defined]
    return [line.rstrip() for line in text.splitlines()]


def now(shown: Board) -> list[str]:
    """The live table as it stands."""
    with shown.console.capture() as caught:
        shown.console.print(shown.live.get_renderable())
    return [" ".join(line.split()) for line in caught.get().splitlines()]


def test_in_a_pipe_each_report_is_one_plain_line_when_it_is_finished() -> None:
    shown = board(terminal=False)
    with shown:
        shown.tell(Stage("ashby/2022", "notebook"))
        shown.tell(BUILT)
        shown.tell(FAILED)
    assert said(shown) == [
        "3 reports to make, 2 at a time",
        "[1/3] ashby/2022 done in 6.0 s (notebook 5.0, html 1.0)",
        "[2/3] rugby/2022 FAILED while executing the notebook: ValueError: no [b]figure[/b]",
    ]


@pytest.mark.parametrize("terminal", [True, False])
def test_at_the_end_it_says_what_failed_where_and_why(terminal: bool) -> None:
    shown = board(terminal=terminal)
    for event in (BUILT, FAILED):
        shown.tell(event)
    shown.summary(LOGS)
    lines = said(shown)
    assert lines[-8:-1] == [
        "rugby/2022 failed while executing the notebook",
        "  ValueError: no [b]figure[/b]",
        "  at all",
        "  in the cell",
        "    raise",
        "  log: reports/rugby/2022/public/failure.log",
        "",
    ]
    assert lines[-1] == "1 report built, 1 failed, in 0 s. Open reports/index.html"


def test_in_a_terminal_a_line_for_each_report_tells_its_stage_and_time() -> None:
    shown = board(terminal=True)
    shown.tell(Stage("ashby/2022", "start"))
    shown.tell(Stage("rugby/2022", "pdf"))
    lines = now(shown)
    assert [line.split(" ", 1)[1] for line in lines[:3]] == [
        "ashby/2022 starting 0 s", "rugby/2022 writing the PDF 0 s", "thornbury/2022 waiting",
    ]  # fmt: skip
    assert lines[3] == "0 of 3 0 s"
    shown.tell(BUILT)
    shown.tell(FAILED)
    lines = now(shown)
    assert lines[0] == "✓ ashby/2022 done 0 s"
    assert lines[1] == "✗ rugby/2022 failed 0 s"
    assert lines[3] == "2 of 3 1 failed 0 s"


def test_a_terminal_too_low_for_all_shows_those_at_work() -> None:
    names = [f"place-{n}/2022" for n in range(40)]
    low = Console(file=io.StringIO(), force_terminal=True, width=80, height=12, color_system=None)
    shown = Board(low, names, "2 at a time")
    for number in range(10):
        shown.tell(Outcome(names[number], {}, {}))
    shown.tell(Stage(names[20], "html"))
    lines = now(shown)
    assert len(lines) == 9
    assert "place-20/2022 writing the HTML" in lines[0]
    assert lines[1].endswith("waiting")


def test_a_terminal_that_knows_ascii_alone_gets_nothing_else() -> None:
    shown = board(terminal=True, encoding="ascii")
    for event in (Stage("thornbury/2022", "read"), BUILT, FAILED):
        shown.tell(event)
    assert now(shown)[0] == "+ ashby/2022 done 0 s"
    assert "".join(now(shown)).isascii()
    shown.summary(LOGS)
    assert said(shown)


@pytest.mark.parametrize("width", [80, 120])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    shown = board(terminal=True, width=width)
    shown.tell(Outcome("rugby/2022", {}, {}, Failure("worker", "word " * 60, "call(" + "argument, " * 40 + ")")))
    shown.summary(LOGS)
    assert max(map(len, said(shown))) <= width


def test_it_counts_what_was_built_and_what_failed() -> None:
    shown = board(terminal=False)
    assert (shown.built, shown.failed) == (0, 0)
    shown.tell(BUILT)
    shown.tell(FAILED)
    assert (shown.built, shown.failed) == (1, 1)
