"""What an archive holds: documents as published, all they were made from, and words on each."""

from __future__ import annotations

import io
import json
import platform
from pathlib import Path
from typing import TYPE_CHECKING, Final

import nbformat

from analysis import __version__
from analysis.errors import RunError
from analysis.render.read import read_document
from analysis.run.documents import belongs, held
from analysis.run.package import package_digest
from analysis.run.publish import report_folder
from analysis.run.submission.crate import METADATA, crate
from analysis.run.submission.dictionary import check_results, dictionary
from analysis.run.submission.plans import plans_of
from analysis.run.submission.words import read_me

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.blocks import Document
    from analysis.params import Catalogue
    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.job import House, Job

DICTIONARY: Final = "dictionary.csv"
CHECKS: Final = "checks.csv"
PLANS: Final = "plans.json"
ENVIRONMENT: Final = "environment.json"
REGISTERS: Final = ("areas.csv", "recording_breaks.yml", "crosswalk.csv")
"""What editions share, in ``params/``."""


def inputs_folder(job: Job) -> str:
    """Where the archive holds the job's folder: ``inputs/<partnership>/<edition>/<document>``."""
    return f"inputs/{job.inputs.partnership}/{job.inputs.edition}/{job.inputs.document}"


def documents_folder(job: Job) -> str:
    """Where the archive holds the job's document, laid out as in ``reports/`` so that links between them work."""
    return f"reports/{job.inputs.partnership}/{job.inputs.edition}/{job.inputs.audience}"


def contents(catalogue: Catalogue, jobs: Sequence[Job], house: House) -> dict[str, bytes]:
    """All files of the archive but its manifest, by name; ``jobs`` are those of one edition, and that on methods.

    Every document is published already. Raises ``RunError`` where a column of its data is not described, or a file
    would tell where on this machine it was made.
    """
    partnership = catalogue.partnership(jobs[0].inputs.partnership)
    edition = catalogue.edition(partnership.id, jobs[0].inputs.edition)
    files = _declared(partnership, edition, house) | _environment(house)
    for job in jobs:
        files |= {f"{inputs_folder(job)}/{name}": content for name, content in job.files.items()}
        files |= _published(job, house)
    files |= described(files, jobs)
    files["README.md"] = read_me(partnership, edition, jobs)
    files[METADATA] = crate(partnership, edition, jobs, files)
    _of_no_machine(files, house)
    return files


def _published(job: Job, house: House) -> dict[str, bytes]:
    folder = report_folder(house.reports, job)
    names = [name for name in held(folder) if belongs(name, job.inputs.document)]
    return {f"{documents_folder(job)}/{name}": (folder / name).read_bytes() for name in names}


def described(files: Mapping[str, bytes], jobs: Sequence[Job]) -> dict[str, bytes]:
    """The dictionary of all data and the results of all checks, read off the executed notebooks in ``files``."""
    documents = [read(files[f"{documents_folder(job)}/{job.inputs.document}.ipynb"], job) for job in jobs]
    return {DICTIONARY: dictionary(documents), CHECKS: check_results(documents)}


def read(executed: bytes, job: Job) -> Document:
    """The document that an executed notebook holds."""
    node = nbformat.read(io.StringIO(executed.decode()), as_version=4)  # type: ignore[no-untyped-call]
    return read_document(node, job.inputs.document, job.inputs.key)


def _declared(partnership: Partnership, edition: Edition, house: House) -> dict[str, bytes]:
    """The edition's parameters as they are written, the registers they refer to, and the state of each plan."""
    own = house.params / partnership.id
    paths = [own / "partnership.yml", *sorted((own / edition.edition).iterdir())]
    paths += [house.params / name for name in REGISTERS]
    files = {path.relative_to(house.root).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return {**files, PLANS: as_json(plans_of(edition)), "methods.md": (house.docs / "methods.md").read_bytes()}


def _environment(house: House) -> dict[str, bytes]:
    """What the documents were made with: the lock, and the versions and hashes that it does not tell."""
    told = {
        "package": f"csp-reports {__version__}",
        "package_sha256": package_digest(),
        "lock_sha256": house.lock_digest(),
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
    }
    return {ENVIRONMENT: as_json(told), "requirements.lock": (house.root / "requirements.lock").read_bytes()}


def as_json(value: object) -> bytes:
    """Laid out for people, keys sorted, the same bytes every time."""
    return f"{json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)}\n".encode()


def _of_no_machine(files: Mapping[str, bytes], house: House) -> None:
    places = {str(house.root.resolve()).encode(), str(Path.home()).encode() + b"/"} - {b"/", b"//"}
    for name, content in files.items():
        if any(place in content for place in places):
            raise RunError.at(name, "tells where on this machine it was made", "Find which cell or file names a path.")
