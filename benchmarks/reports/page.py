"""The page of results: targets first, then what each run took, then where the floor's time goes."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

from reports.found import KINDS
from reports.targets import FIRST, SCRIPTS, overhead, targets

if TYPE_CHECKING:
    from reports.found import Found, Row

TITLES: Final = {
    "frozen": "The frozen notebook",
    "shipped": "The shipped assessments",
    "forty": "Forty reports",
}
ABOUT: Final = {
    "frozen": "34 cells, 12 figures, 9 tables, two small models; each copy is of another partnership. The same code "
    "draws and counts for all. Ours ran first and last, and the slower of the two is what the targets are held to.",
    "shipped": "The latest edition of every partnership that ships, their evaluations and the document on methods.",
    "forty": "The same, with copies of shipped partnerships under other names up to forty reports.",
}
LARGEST: Final = 8
PART_WORDS: Final = {
    "drawing": "drawing (matplotlib)",
    "imports": "imports",
    "evaluation": "models: did an initiative work",
    "outlook": "models: the months ahead",
    "trends": "models: trends",
    "exceptional": "models: months out of the ordinary",
    "measures": "models: rates, changes and their intervals",
    "peers": "models: comparison with other areas",
    "exhibits": "exhibits: tables, captions, CSV",
    "assessment": "sections: putting results and words together",
}


def page(found: Found) -> str:
    """All of it, as Markdown."""
    blocks = [_heading(found), _picture(found), _targets(found)]
    blocks += [_part(found, part) for part in TITLES if any(row.part == part for row in found.rows)]
    blocks += [_floor(found)] if found.profile else []
    return "\n\n".join(block for block in blocks if block) + "\n"


def _heading(found: Found) -> str:
    tools = ", ".join(f"{name} {version(name)}" for name in ("papermill", "nbconvert", "ipykernel", "matplotlib"))
    loads = ", ".join(f"{load:.1f}" for load in found.loads)
    made = (
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {tools}. Load of the machine before each part and at the end: {loads}. "
        "`python benchmarks/reports/run.py`: all in one run, one after another. Ratios are what matters. Core "
        "seconds of others are of all else that the machine did meanwhile: near nothing where it was idle."
    )
    return "\n\n".join(part for part in ("# Making many reports", made, found.skipped) if part)


def _picture(found: Found) -> str:
    drawn = found.row("frozen", "") or found.row("shipped", "")
    return "![Seconds of each way to make the reports](reports.png)" if drawn else ""


def _targets(found: Found) -> str:
    return "\n".join(["## Targets", "", *(target.line for target in targets(found))])


def _part(found: Found, part: str) -> str:
    head = [
        f"## {TITLES[part]}",
        "",
        ABOUT[part],
        "",
        "| run | reports | s | core s | core s a report | others, core s | peak, MB | HTML, MB | PDF, MB | ipynb, MB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    return "\n".join([*head, *(_line(row) for row in found.rows if row.part == part)])


def _line(row: Row) -> str:
    taken = row.taken
    left = " | ".join(f"{row.left[kind] / 1e6:.1f}" if row.left.get(kind) else "" for kind in KINDS)
    wrong = f" (exit code {taken.code})" * bool(taken.code)
    stayed = f" ({taken.left} processes left behind)" * bool(taken.left)
    return (
        f"| {row.name}{wrong}{stayed} | {row.reports} | {taken.wall:.2f} | {taken.cores:.1f} | {row.cores_each:.2f} | "
        f"{taken.others:.0f} | {taken.peak / 1e6:.0f} | {left} |"
    )


def _floor(found: Found) -> str:
    number, whole = len(found.profile), sum(seconds for _, seconds in found.parts())
    each = {name: sum(part[2] for part in looks) for name, looks in sorted(found.profile.items())}
    parts = [(PART_WORDS.get(name, name), seconds) for name, seconds in found.parts()[:LARGEST]]
    sections = found.cells()[:LARGEST]
    return "\n".join(
        [
            "## The floor: plain scripts",
            "",
            f"{_beyond(found)}A script imports, works out, draws and saves what its cells would display; the largest "
            f"parts of {whole / number:.1f} core seconds a report, by looking 200 times in a core second:",
            "",
            *_shares("part", parts, whole, number),
            "",
            *_shares("section", [(f"`{name}`", seconds) for name, seconds in sections], whole, number),
            "",
            "| report | core seconds of its script |",
            "|---|--:|",
            *(f"| {name} | {seconds:.1f} |" for name, seconds in each.items()),
        ]
    )


def _beyond(found: Found) -> str:
    ours, scripts, beyond = found.row("shipped", FIRST), found.row("shipped", SCRIPTS), overhead(found)
    if not ours or not scripts or beyond is None:
        return ""
    return (
        f"A report takes {ours.cores_each:.2f} core seconds, its script {scripts.cores_each:.2f}; the difference, "
        f"{beyond:.2f}, pays for planning, kernel, notebook, HTML, PDF and CSV. "
    )


def _shares(of: str, parts: list[tuple[str, float]], whole: float, number: int) -> list[str]:
    lines = [f"| {name} | {seconds / number:.2f} | {100 * seconds / whole:.0f} % |" for name, seconds in parts]
    return [f"| {of} | core seconds a report | share |", "|---|--:|--:|", *lines]
