"""``reports/index.html``: made anew from every report's own record, so that it always tells all there is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from analysis import numbers
from analysis.render.portfolio import Entry, write_portfolio
from analysis.run.documents import log_name, record_name, submission_name
from analysis.run.inputs import MAIN
from analysis.run.publish import alone
from analysis.run.replace import replace_file
from analysis.run.standing import read_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SHOWN: Final = 16
"""Signs of the key of the inputs that are shown."""

STATEMENTS = {
    "open data": "Analysis of open data; not produced or endorsed by the partnership",
    "partnership": "Produced by the partnership, from data and from what it declares",
    "published document": "Restates a published document; not produced or endorsed by the partnership",
    "illustration": "A fictional partnership; simulated figures",
    "methods": "Of no partnership: what each method is, when it refuses, and the evidence that it works",
}


def write_index(reports: Path) -> None:
    """Write the portfolio page over every report in ``reports``; its manifest tells all of each, so none is opened."""
    with alone(reports):
        # A name with a dot first is something half done, of a run that was killed.
        found = [(path.parent, read_record(path)) for path in sorted(reports.glob("*/*/[!.]*/[!.]*.json"))]
        entries = [entry_of(reports, folder, record) for folder, record in found if record]
        replace_file(reports / "index.html", write_portfolio(entries).encode())


def entry_of(reports: Path, folder: Path, record: Mapping[str, Any], *, public: bool = False) -> Entry:
    """What a page says of the document with this ``record`` in ``folder``; a ``public`` one names no archive, and no
    folder, since web sites do not list those.
    """
    failure, document = record["failure"], record["document"]
    within, told = folder.relative_to(reports).as_posix(), record.get("provenance", {})
    said: dict[str, Any] = {
        "partnership": record["partnership"]["id"],
        "partnership_name": record["partnership"]["name"],
        "edition": record["edition"],
        "document": record["title"],
        "period": _period(record["period"]),
        "apart": record["basis"] == "methods",
        "part": document not in MAIN,
        "audience": record["audience"],
        "status": record["status"],
        "statement": STATEMENTS[record["basis"]],
        "mark": _mark(record),
        "vintage": _vintage(record),
        "inputs": record["key"][:SHOWN],
        "code": _code(record.get("code", {})),
        "checks": _checks(told.get("checks", ())),
        "manifest": f"{within}/{record_name(document)}",
        "pages": told.get("pages"),
    }
    said |= _files(record.get("files", {}), within, document)
    if public:
        return Entry(outcome="built", **{**said, "data": ""})
    if not said["part"]:
        archive = folder / submission_name(record["partnership"]["id"], record["edition"])
        if archive.is_file():
            said |= {"archive": f"{within}/{archive.name}", "archive_bytes": archive.stat().st_size}
    if failure is None:
        return Entry(outcome="built", **said)
    said |= {"stage": failure["stage"], "error": failure["message"], "cell": failure["cell"]}
    return Entry(outcome="failed", log=f"{within}/{log_name(document)}", **said)


def _mark(record: Mapping[str, Any]) -> str:
    words = (
        "RESTRICTED" if record["audience"] == "restricted" else "",
        "ILLUSTRATIVE" if record["illustrative"] else "",
    )
    return ", ".join(filter(None, words))


def _files(listed: Mapping[str, Any], within: str, document: str) -> dict[str, Any]:
    """Where each face of the document is, with its size; and the folder of its data."""
    found: dict[str, Any] = {}
    for kind in ("html", "pdf", "ipynb"):
        name = f"{document}.{kind}"
        if name in listed:
            found |= {kind: f"{within}/{name}", f"{kind}_bytes": listed[name]["bytes"]}
    data = f"data/{document}/"
    return {**found, "data": f"{within}/{data}" if any(name.startswith(data) for name in listed) else ""}


def _period(declared: Mapping[str, str] | None) -> str:
    if declared is None:
        return ""
    return numbers.span(pd.Period(declared["start"], "M"), pd.Period(declared["end"], "M"))


def _vintage(record: Mapping[str, Any]) -> str:
    if record["data"]:
        return f"{record['data']['source']} {record['data']['vintage']}"
    return "" if record["basis"] == "methods" else "published figures"


def _code(told: Mapping[str, Any]) -> str:
    """The commit, and whether files were changed since; nothing where it is not known."""
    commit = told.get("commit")
    return f"{commit[:10]}{' with changes' if told['changed'] else ''}" if commit else ""


def _checks(told: Sequence[Mapping[str, str]]) -> str:
    """How the checks came out: ``9 passed, 2 cannot be run``."""
    counted = Counter(each["outcome"] for each in told)
    return ", ".join(f"{number} {outcome}" for outcome, number in counted.most_common())
