"""``reports/index.html``: made anew from every report's own record, so that it always tells all there is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pikepdf

from analysis import numbers
from analysis.render.portfolio import Entry, write_portfolio
from analysis.run.documents import log_name, submission_name
from analysis.run.inputs import INITIATIVE
from analysis.run.publish import alone
from analysis.run.replace import replace_file

if TYPE_CHECKING:
    from pathlib import Path

STATEMENTS = {
    "open data": "Analysis of open data; not produced or endorsed by the partnership",
    "published document": "Restates a published document; not produced or endorsed by the partnership",
    "illustration": "A fictional partnership; simulated figures",
    "methods": "Of no partnership: what each method is, when it refuses, and the evidence that it works",
}


def write_index(reports: Path) -> None:
    """Write the portfolio page over every report in ``reports``."""
    with alone(reports):
        # A name with a dot first is something half done, of a run that was killed.
        records = sorted(reports.glob("*/*/[!.]*/[!.]*.json"))
        entries = [_entry(reports, path.parent, json.loads(path.read_text(encoding="utf-8"))) for path in records]
        replace_file(reports / "index.html", write_portfolio(entries).encode())


def _entry(reports: Path, folder: Path, record: dict[str, Any]) -> Entry:
    failure, document = record["failure"], record["document"]
    files = {kind: _file(reports, folder / f"{document}.{kind}") for kind in ("html", "pdf", "ipynb")}
    data = folder / "data" / document
    archive = _file(reports, folder / submission_name(record["partnership"]["id"], record["edition"]))
    said: dict[str, Any] = {
        "partnership": record["partnership"]["id"],
        "partnership_name": record["partnership"]["name"],
        "edition": record["edition"],
        "document": record["title"],
        "period": _period(record["period"]),
        "apart": record["basis"] == "methods",
        "part": document.startswith(INITIATIVE),
        "audience": record["audience"],
        "status": record["status"],
        "statement": STATEMENTS[record["basis"]],
        "mark": "ILLUSTRATIVE" if record["illustrative"] else "",
        "vintage": _vintage(record),
        "data": f"{data.relative_to(reports).as_posix()}/" if data.is_dir() else "",
        "pages": _pages(folder / f"{document}.pdf"),
    }
    for kind, (path, size) in files.items():
        said |= {kind: path, f"{kind}_bytes": size}
    if not said["part"]:
        said["archive"], said["archive_bytes"] = archive
    if failure is None:
        return Entry(outcome="built", **said)
    log = (folder / log_name(document)).relative_to(reports).as_posix()
    said |= {"stage": failure["stage"], "error": failure["message"], "cell": failure["cell"], "log": log}
    return Entry(outcome="failed", **said)


def _period(declared: dict[str, str] | None) -> str:
    if declared is None:
        return ""
    return numbers.span(pd.Period(declared["start"], "M"), pd.Period(declared["end"], "M"))


def _vintage(record: dict[str, Any]) -> str:
    if record["data"]:
        return f"{record['data']['source']} {record['data']['vintage']}"
    return "" if record["basis"] == "methods" else "published figures"


def _file(reports: Path, path: Path) -> tuple[str, int]:
    return (path.relative_to(reports).as_posix(), path.stat().st_size) if path.is_file() else ("", 0)


def _pages(path: Path) -> int | None:
    if not path.is_file():
        return None
    with pikepdf.open(path) as document:
        return len(document.pages)
