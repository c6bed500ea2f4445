"""Find the repository, and turn a person's mistake into its message and exit code 1."""

from __future__ import annotations

import os
from contextlib import contextmanager
from errno import ENOENT
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from analysis.errors import CspError, RunError
from analysis.run.replace import WHY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.params import Catalogue
    from analysis.run.job import House

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


STOPPED = 130
"""Exit code of a run that Ctrl-C ended, as shells have it."""


@contextmanager
def mistakes_shown() -> Iterator[None]:
    """Show what a person can mend as one message, without a traceback, and exit with 1; Ctrl-C exits with 130."""
    try:
        yield
    except CspError as error:
        err.print(str(error), style="red", markup=False)
        raise typer.Exit(1) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is None and error.errno not in (ENOENT, *WHY):
            raise
        where = f"{error.filename}: " if error.filename else ""
        err.print(f"{where}{error.strerror}", style="red", markup=False)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        err.print("stopped")
        raise typer.Exit(STOPPED) from None


def repository() -> Path:
    """The repository: ``CSP_ROOT``, else the first folder from here upwards that has ``params`` and ``notebooks``."""
    if named := os.environ.get("CSP_ROOT"):
        root = Path(named).resolve()
        if not (root / "params").is_dir():
            raise RunError.at(f"CSP_ROOT={named}", "is not the reporting repository: it has no folder params")
        return root
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "params").is_dir() and (folder / "notebooks").is_dir():
            return folder
    raise RunError.at(str(here), "is not inside the reporting repository", "Run csp where params/ and notebooks/ are.")


def house() -> House:
    """The repository's own folders."""
    from analysis.run.job import House

    return House(repository())


def catalogue() -> Catalogue:
    """Everything declared, checked against the data that is there; raises ``ParameterError`` with every problem."""
    from analysis.run.plan import declared

    return declared(house())
