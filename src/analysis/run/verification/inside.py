"""The jobs inside an archive: what each document was made from, and whether the recorded hashes are those of it."""

from __future__ import annotations

import json
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.errors import CspError, RunError
from analysis.params import METHODOLOGY
from analysis.run.before import before_slice
from analysis.run.documents import belongs, record_name
from analysis.run.inputs import Inputs, digest
from analysis.run.job import Job
from analysis.run.package import package_digest
from analysis.run.submission.contents import documents_folder
from analysis.run.verification.handed_on import HandedOn
from analysis.store import Slices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from analysis.run.job import House


def inside(files: Mapping[str, bytes], house: House) -> list[HandedOn]:
    """Every job of an archive, in order of name; raises ``RunError`` where there is none or one cannot be read."""
    folders = sorted(name.removesuffix("/inputs.json") for name in files if name.endswith("/inputs.json"))
    if not folders:
        raise RunError.at("the archive", "holds no inputs of any document, so nothing can be made anew")
    return [_one(files, folder, house) for folder in folders]


def _one(files: Mapping[str, bytes], folder: str, house: House) -> HandedOn:
    own = {name.removeprefix(f"{folder}/"): content for name, content in files.items() if name.startswith(f"{folder}/")}
    try:
        inputs = Inputs(**json.loads(own["inputs.json"]))
        job = Job(inputs, own, inputs.name, {}, any_package=True)
        broken = _broken(job)
    except (KeyError, TypeError, ValueError, OSError, CspError) as error:
        raise RunError.at(f"{folder} in the archive", f"cannot be read: {_why(error)}") from error
    if folder != f"inputs/{inputs.partnership}/{inputs.edition}/{inputs.document}":
        raise RunError.at(f"{folder} in the archive", f"holds the inputs of {inputs.name}, {inputs.document}")
    known = {digest(path.read_bytes()) for path in house.notebooks.glob("*.ipynb")}
    notebook_known = digest(own["notebook.ipynb"]) in known
    there = {
        "package": inputs.package == package_digest(),
        "lock": inputs.lock == house.lock_digest(),
        "notebook": inputs.notebook in known,
    }
    changed = tuple(name for name, same in there.items() if not same)
    return HandedOn(job, partial(_archived, files, job), broken, changed, notebook_known)


def _archived(files: Mapping[str, bytes], job: Job) -> dict[str, bytes]:
    """The document's files as archived; its manifest is no part of what a run makes."""
    document, folder = job.inputs.document, f"{documents_folder(job)}/"
    own = {name.removeprefix(folder): content for name, content in files.items() if name.startswith(folder)}
    return {name: content for name, content in own.items() if belongs(name, document) and name != record_name(document)}


def _why(error: Exception) -> str:
    return f"it lacks {error}" if isinstance(error, KeyError) else str(error).splitlines()[0]


def _broken(job: Job) -> tuple[str, ...]:
    """Hold what is in the folder to the hashes that are recorded of it."""
    inputs, files = job.inputs, job.files
    found = _methodology(files) if inputs.document == METHODOLOGY else _edition(files)
    found["notebook"] = digest(files["notebook.ipynb"])
    listed = {"declared": inputs.declared, "notebook": inputs.notebook, **inputs.slices}
    return tuple(
        f"{name} is not what its recorded hash says"
        for name in sorted({*found, *listed})
        if found.get(name) != listed.get(name)
    )


def _methodology(files: Mapping[str, bytes]) -> dict[str, str]:
    evidence = {
        name.removeprefix("evidence/"): digest(content)
        for name, content in files.items()
        if name.startswith("evidence/")
    }
    return {"declared": digest(files["methods.md"]), **evidence}


def _edition(files: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of what is declared, and of each slice of each set of slices, and of what was published before."""
    from analysis.assessment.declaration import Declaration

    declared = Declaration.model_validate_json(files["declared.json"]).model_copy(update={"key": ""})
    found = {"declared": digest(declared.model_dump_json().encode())}
    for prefix in sorted({name.rpartition("slices/")[0] for name in files if "slices/" in name}):
        folder = f"{prefix}slices/"
        own = {name.removeprefix(folder): content for name, content in files.items() if name.startswith(folder)}
        found |= {f"{prefix}{frame}": sha256 for frame, sha256 in _slices(own).items()}
    return {**found, **before_slice(files)}


def _slices(files: Mapping[str, bytes]) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="csp-verify-") as temporary:
        for name, content in files.items():
            (Path(temporary) / name).write_bytes(content)
        return Slices.load(Path(temporary)).hashes()
