"""Keep what an edition published: the one record that later editions compare with and are held apart from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from analysis.errors import RunError
from analysis.run.documents import record_name
from analysis.run.inputs import ASSESSMENT, digest
from analysis.run.manifest import as_file
from analysis.run.publish import alone, report_folder
from analysis.run.replace import replace_folder
from analysis.run.standing import read_record, standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from analysis.run.house import House
    from analysis.run.planned import Planned

MANIFEST: Final = "manifest.json"
DECLARED: Final = "declared.json"
DRAFT: Final = (
    "is a draft, and a draft is not published",
    "Set status: final in its edition.yml once it is approved, run make reports, and publish then.",
)


def keep(plan: Sequence[Planned], house: House, *, on: date, again: str = "") -> tuple[Path, bool]:
    """Keep all that one edition's documents, which stand in ``reports/``, publish: every CSV and what is declared.

    Returns the folder, and whether anything was written: what is kept already stays as it is. Raises ``RunError``
    for a draft, for a document that failed or does not stand just as its inputs make it, and where other content is
    kept unless ``again`` says why it is replaced; every such reason stays in the manifest.
    """
    name = f"{plan[0].inputs.partnership}/{plan[0].inputs.edition}"
    if plan[0].about["status"] == "draft":
        raise RunError.at(name, *DRAFT)
    files = _standing(name, plan, house)
    folder = kept_folder(house, plan[0])
    before = read_record(folder / MANIFEST)
    if before is not None and before["files"] == _sums(files):
        return folder, False
    if before is not None and not again.strip():
        raise RunError.at(
            f"{name}, {plan[0].inputs.audience}",
            f"was published on {before['published']} with other content",
            "Say why it is published anew: csp publish " + name + ' --again "what was corrected"',
        )
    told = _manifest(plan, files, on, [*(before or {}).get("again", ()), *_reason(before, on, again)])
    with alone(house.published):
        replace_folder(folder, {**files, MANIFEST: as_file(told)})
    return folder, True


def kept_folder(house: House, made: Planned) -> Path:
    """``data/published/<partnership>/<edition>/<audience>``."""
    return report_folder(house.published, made)


def _standing(name: str, plan: Sequence[Planned], house: House) -> dict[str, bytes]:
    """What is declared, and every CSV of documents that stand as their inputs make them, byte for byte."""
    stands = standing(house.reports, [one.inputs for one in plan]).names
    if lacking := [one.inputs.document for one in plan if one.inputs.name not in stands]:
        what = f"does not stand in reports/ as its inputs make it, or failed: {', '.join(lacking)}"
        partnership, _, edition = name.partition("/")
        raise RunError.at(name, what, f"Run: make reports PARTNERSHIP={partnership} EDITION={edition}")
    (main,) = [one for one in plan if one.inputs.document == ASSESSMENT]
    files = {DECLARED: main.own[DECLARED]}
    for one in plan:
        folder = report_folder(house.reports, one)
        record = read_record(folder / record_name(one.inputs.document)) or {}
        files |= _tables(folder, one.inputs.document, record["files"])
    return files


def _tables(folder: Path, document: str, listed: Mapping[str, Any]) -> dict[str, bytes]:
    found = {name: (folder / name).read_bytes() for name in listed if name.startswith(f"data/{document}/")}
    for name, content in found.items():
        if digest(content) != listed[name]["sha256"]:
            raise RunError.at(folder / name, "was changed since the report was made", "Delete it, then: make reports")
    return found


def _sums(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: digest(content) for name, content in sorted(files.items())}


def _reason(before: Mapping[str, Any] | None, on: date, again: str) -> list[dict[str, str]]:
    if before is None:
        return []
    replaced = digest(json.dumps(before["files"], sort_keys=True).encode())
    return [{"on": on.isoformat(), "why": again.strip(), "replaced": replaced, "published": before["published"]}]


def _manifest(
    plan: Sequence[Planned], files: Mapping[str, bytes], on: date, again: list[dict[str, str]]
) -> dict[str, Any]:
    first = plan[0].inputs
    return {
        "format": 1,
        "partnership": first.partnership,
        "edition": first.edition,
        "audience": first.audience,
        "published": on.isoformat(),
        "documents": {
            one.inputs.document: {"key": one.inputs.key, "title": one.about["title"], "data": one.about["data"]}
            for one in plan
        },
        "files": _sums(files),
        "again": again,
    }
