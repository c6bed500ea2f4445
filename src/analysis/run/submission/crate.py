"""The archive told to machines: RO-Crate metadata of its files, and of what made which document from what."""

from __future__ import annotations

import datetime as dt
import json
import mimetypes
from calendar import monthrange
from typing import TYPE_CHECKING, Any, Final

from analysis import __version__
from analysis.run.inputs import digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rocrate.model.contextentity import ContextEntity
    from rocrate.model.file import File
    from rocrate.rocrate import ROCrate

    from analysis.params.edition import Edition
    from analysis.params.partnership import Partnership
    from analysis.run.job import Job

METADATA: Final = "ro-crate-metadata.json"
VERSION: Final = "1.1"
"""The version of RO-Crate that most tools read."""
OPEN_LICENCE: Final = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
KINDS: Final = {
    ".ipynb": "application/x-ipynb+json", ".md": "text/markdown", ".yml": "application/yaml", ".lock": "text/plain",
    ".parquet": "application/vnd.apache.parquet", ".csv": "text/csv", ".json": "application/json",
}  # fmt: skip


def crate(partnership: Partnership, edition: Edition, jobs: Sequence[Job], files: Mapping[str, bytes]) -> bytes:
    """The metadata of an archive of ``files``; the same files give the same bytes.

    Its date is the day that the edition speaks from, since the archive tells nothing of when it was packed.
    """
    from rocrate.rocrate import ROCrate

    made = ROCrate(version=VERSION)
    _root(made, partnership, edition, jobs)
    entities = {name: _file(made, name, content) for name, content in sorted(files.items()) if name != METADATA}
    software = _software(made)
    for job in jobs:
        _action(made, job, entities, software)
    told = made.metadata.generate()
    told["@graph"].sort(key=lambda entity: (entity["@id"] != METADATA, entity["@id"] != "./", entity["@id"]))
    return f"{json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False)}\n".encode()


def _root(made: ROCrate, partnership: Partnership, edition: Edition, jobs: Sequence[Job]) -> None:
    fiction = "SIMULATED, of a fictional partnership. " if partnership.illustrative else ""
    made.name = f"{edition.body or partnership.name}, {edition.edition}: {edition.title}"
    made.description = f"{fiction}{', '.join(job.about['title'] for job in jobs)}; with all they were made from."
    made.datePublished = speaks_from(edition).isoformat()
    made.root_dataset["license"] = _licence(made, edition)


def _licence(made: ROCrate, edition: Edition) -> ContextEntity:
    from rocrate.model.contextentity import ContextEntity

    if edition.audience == "public":
        words = {"name": "Open Government Licence v3.0", "description": "Licence of the figures; the code's is MIT."}
        return made.add(ContextEntity(made, OPEN_LICENCE, {"@type": "CreativeWork", **words}))
    words = {"name": "Not for publication", "description": "For the partnership and those it is given to by it."}
    return made.add(ContextEntity(made, "#not-for-publication", {"@type": "CreativeWork", **words}))


def speaks_from(edition: Edition) -> dt.date:
    """The day that the edition declares to speak from; where none is known, the last day of its period."""
    if isinstance(edition.produced, dt.date):
        return edition.produced
    year, month = (int(part) for part in edition.period.end.split("-"))
    return dt.date(year, month, monthrange(year, month)[1])


def _file(made: ROCrate, name: str, content: bytes) -> File:
    suffix = name[name.rfind(".") :]
    kind = KINDS.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    told: dict[str, Any] = {
        "name": name.rpartition("/")[2],
        "encodingFormat": kind,
        "contentSize": str(len(content)),
        "identifier": f"sha256:{digest(content)}",
    }
    return made.add_file(dest_path=name, properties=told)


def _software(made: ROCrate) -> ContextEntity:
    from rocrate.model.contextentity import ContextEntity

    told = {"@type": "SoftwareApplication", "name": "csp-reports", "version": __version__}
    return made.add(ContextEntity(made, "#csp-reports", told))


def _action(made: ROCrate, job: Job, entities: Mapping[str, File], software: ContextEntity) -> None:
    """Say which files one document was made from, and which were made."""
    from rocrate.model.contextentity import ContextEntity

    of = job.inputs
    source = f"inputs/{of.partnership}/{of.edition}/{of.document}/"
    target = f"reports/{of.partnership}/{of.edition}/{of.audience}/"
    results = [f"{target}{of.document}.{kind}" for kind in ("html", "pdf", "ipynb")]
    told = {"@type": "CreateAction", "name": job.about["title"], "identifier": f"sha256:{of.key}"}
    action = made.add(ContextEntity(made, f"#made-{of.document}", told))
    action["instrument"] = software
    action["object"] = [entity for name, entity in entities.items() if name.startswith(source)]
    data = f"{target}data/{of.document}/"
    action["result"] = [entity for name, entity in entities.items() if name in results or name.startswith(data)]
    made.root_dataset.append_to("mentions", action)
