"""The frozen notebook, forty parameters: ours twice, around the plain ways."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reports.found import Row, bytes_of
from reports.measured import measured

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE: Final = Path(__file__).resolve().parent
OURS: Final = "ours: HTML, PDF and CSV"
LOOP: Final = "papermill and nbconvert in a loop: HTML"
TWO: Final = "that loop in two processes: HTML"
QUARTO: Final = "quarto render in a loop: HTML"


def runs(copies: int, work: Path, log: Path) -> Iterator[Row]:
    """Each contender in turn, from nothing, each in a folder of its own."""
    loop = [HERE / "loop.py", work / "loop"]
    commands = {
        OURS: [HERE / "ours.py", work / "ours"],
        LOOP: loop,
        TWO: [HERE / "loop.py", work / "two", "--processes", "2"],
        QUARTO: [HERE / "loop.py", work / "quarto", "--quarto"],
        f"{OURS}, again": [HERE / "ours.py", work / "again"],
    }
    for name, command in commands.items():
        if name != QUARTO or shutil.which("quarto"):
            with log.open("ab") as out:
                taken = measured([sys.executable, *command, "--copies", str(copies)], out=out)
            yield Row("frozen", name, copies, taken, bytes_of(Path(command[1])))


def skipped() -> str:
    """What is left out on this machine."""
    return "" if shutil.which("quarto") else "Quarto is not installed on this machine, so it was left out."
