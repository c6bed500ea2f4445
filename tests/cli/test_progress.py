"""What a run shows: a live table in a terminal, plain lines in a pipe, and why something failed in both."""

from __future__ import annotations

import io
import time

import pytest
from rich.console import Console

from analysis.cli.progress import Board, about
from analysis.run.outcome import Failure, Outcome, Stage

NAMES = ("ashby/2022", "rugby/2022", "thornbury/2022")
BUILT = Outcome("ashby/2022", {}, {"notebook": 5.04, "html": 1.0})
FAILED = Outcome(
    "rugby/2022", {}, {"notebook": 2.0}, Failure("notebook", "ValueError: no [b]figure[/b]\nat all", "raise", "log")
)
LOGS = {"ashby/2022": "", "rugby/2022": "reports/rugby/2022/public/failure.log"}


def board(*, terminal: bool, width: int = 80, height: int = 24, encoding: str = "utf-8", standing: int = 0) -> Board:
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
    return Board(console, NAMES, "2 at a time", standing)


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


def started_ago(shown: Board, **ago: float) -> None:
    """Let reports have started so many seconds ago, by the first word of their names."""
    for name, seconds in ago.items():
        shown.started[f"{name}/2022"] = time.perf_counter() - seconds


def test_how_long_the_rest_will_take_is_said_once_a_report_was_built() -> None:
    shown = board(terminal=True)
    started_ago(shown, ashby=60, rugby=30)
    assert shown.left() == ""
    shown.tell(FAILED)
    assert shown.left() == ""
    shown.tell(BUILT)
    # A third report as long as the one that was built, and nothing else at work.
    assert shown.left() == "about 60 s left"
    assert now(shown)[-1] == "2 of 3 1 failed about 60 s left 0 s"


def test_reports_at_work_count_for_what_they_still_take_and_share_what_is_left() -> None:
    shown = board(terminal=True)
    started_ago(shown, ashby=200)
    shown.tell(BUILT)
    for name in ("rugby/2022", "thornbury/2022"):
        shown.tell(Stage(name, "start"))
    started_ago(shown, rugby=100, thornbury=180)
    assert shown.left() == "about 60 s left"
    started_ago(shown, rugby=500, thornbury=500)
    assert shown.left() == ""


def test_what_is_left_is_shared_by_as_many_as_were_at_work_though_one_has_just_ended() -> None:
    names = [f"{place}/2022" for place in ("ashby", "rugby", "thornbury", "corby")]
    shown = Board(Console(file=io.StringIO()), names, "2 at a time")
    for name in names[:2]:
        shown.tell(Stage(name, "start"))
    started_ago(shown, ashby=60, rugby=60)
    shown.tell(BUILT)
    # Two reports of a minute each, two at a time.
    assert shown.left() == "about 60 s left"


def test_a_report_that_waits_for_a_worker_says_so_on_a_plain_line_too() -> None:
    shown = board(terminal=False)
    shown.tell(Stage("ashby/2022", "no-worker"))
    assert said(shown)[-1] == "ashby/2022: waiting for a worker"


def test_a_plain_line_says_what_is_left_too() -> None:
    shown = board(terminal=False)
    started_ago(shown, ashby=120)
    shown.tell(BUILT)
    assert said(shown)[-1] == "[1/3] ashby/2022 done in 6.0 s (notebook 5.0, html 1.0); about 4 min left"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, ""), (1, "about 1 s left"), (9.4, "about 9 s left"), (14, "about 10 s left"), (94, "about 90 s left"),
        (96, "about 2 min left"), (3600, "about 60 min left"),
    ],
)  # fmt: skip
def test_an_estimate_is_no_closer_than_it_can_be(seconds: float, words: str) -> None:
    assert about(seconds) == words


@pytest.mark.parametrize("terminal", [True, False])
def test_what_stood_is_counted_at_the_start_and_at_the_end(terminal: bool) -> None:
    shown = board(terminal=terminal, standing=37)
    shown.tell(BUILT)
    shown.summary({})
    assert said(shown)[0] == "37 reports up to date, 3 reports to make, 2 at a time"
    assert said(shown)[-1] == "1 report built, 0 failed, 37 up to date, in 0 s. Open reports/index.html"


def test_a_report_whose_data_is_gone_or_whose_program_is_another_is_told_in_words() -> None:
    shown = board(terminal=False)
    for name, stage in (("rugby/2022", "pack"), ("ashby/2022", "package")):
        shown.tell(Outcome(name, {}, {}, Failure(stage, "no")))
    assert said(shown)[1:] == [
        "[1/3] rugby/2022 FAILED while gathering its data: no",
        "[2/3] ashby/2022 FAILED while comparing the program with that of the plan: no",
    ]


def test_what_a_report_brought_is_not_held_to_the_end_of_the_run() -> None:
    shown = board(terminal=False)
    shown.tell(Outcome("ashby/2022", {"page.html": b"page"}, {"notebook": 1.0}, provenance={"pages": 1}))
    assert shown.outcomes["ashby/2022"] == Outcome("ashby/2022", {}, {"notebook": 1.0})
