"""What is published in ``reports/``, held to its manifests and to what is declared now; nothing there is changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from analysis.run.documents import belongs, held, record_name
from analysis.run.inputs import Inputs, digest
from analysis.run.publish import report_folder
from analysis.run.standing import read_record
from analysis.run.verification.handed_on import HandedOn
from analysis.run.verification.opened import unlike
from analysis.run.why import changes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from analysis.run.house import House
    from analysis.run.planned import Planned


def published(plan: Sequence[Planned], house: House) -> tuple[list[HandedOn], list[str]]:
    """The documents of ``plan`` that are published, and the names of those that are not, with why."""
    found, missing = [], []
    for one in plan:
        folder = report_folder(house.reports, one)
        record = read_record(folder / record_name(one.inputs.document))
        if record is None or record["failure"]:
            stage = f"it failed at {record['failure']['stage']}" if record else "it has not been made"
            missing.append(f"{one.inputs.name}: {stage}")
        else:
            found.append(_one(one, folder, record, house))
    return found, missing


def _one(one: Planned, folder: Path, record: Mapping[str, Any], house: House) -> HandedOn:
    document, before = one.inputs.document, Inputs(**record["inputs"])
    since = tuple(changes(before, one, house)) if before.key != one.inputs.key else ()
    read = partial(files_of, folder, document)
    return HandedOn(one, read, key=before.key, since=since, tampered=tuple(_tampered(read(), record, folder, house)))


def files_of(folder: Path, document: str) -> dict[str, bytes]:
    """The files of a document but its manifest, by name relative to ``folder``."""
    own = (name for name in held(folder) if belongs(name, document) and name != record_name(document))
    return {name: (folder / name).read_bytes() for name in own}


def _tampered(files: Mapping[str, bytes], record: Mapping[str, Any], folder: Path, house: House) -> list[str]:
    within = f"{folder.relative_to(house.root).as_posix()}/"
    listed = {f"{within}{name}": noted["sha256"] for name, noted in record.get("files", {}).items()}
    found = unlike(listed, {f"{within}{name}": digest(content) for name, content in files.items()})
    if Inputs(**record["inputs"]).key != record["key"]:
        found.insert(0, f"{within}{record_name(record['document'])} was changed: its key is not that of its inputs")
    return found
